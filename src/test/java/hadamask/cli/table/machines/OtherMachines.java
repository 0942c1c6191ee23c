package hadamask.cli.table.machines;

import hadamask.file.ByteSource;
import hadamask.parallel.Workers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Machines that are none: each work is sent to them and back, and its parts are done from the last to the first.
public final class OtherMachines implements TableMachines {
    private final Path drafts;
    private final int piece;
    private final long memory;
    private @Nullable String reason;
    private int parts;

    /// @param drafts a folder for drafts
    /// @param piece bytes of a table that a part reads
    /// @param memory bytes that a part may take
    public OtherMachines(Path drafts, int piece, long memory) {
        this.drafts = drafts;
        this.piece = piece;
        this.memory = memory;
    }

    /// Why all is to be done by one machine; null: it is done.
    public @Nullable String reason() {
        return reason;
    }

    /// The most parts that a work had.
    public int parts() {
        return parts;
    }

    @Override
    public Sources sources() {
        return file -> {
            byte[] all = Files.readAllBytes(Path.of(file));
            return new ByteSource() {
                @Override
                public long size() {
                    return all.length;
                }

                @Override
                public byte[] read(long from, int length) {
                    return Arrays.copyOfRange(all, (int) Math.min(all.length, from),
                            (int) Math.min(all.length, from + length));
                }
            };
        };
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // what was written a line before
    private static <T> T sent(T thing) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(thing);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private <R extends Serializable> List<R> results(PartJob<R> job, int count) {
        parts = Math.max(parts, count);
        PartJob<R> there = sent(job);
        List<R> results = new ArrayList<>();
        for (int part = count - 1; part >= 0; part--) {
            try {
                results.add(sent(there.part(part, sources())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Collections.reverse(results);
        return results;
    }

    @Override
    public <R extends Serializable> void all(PartJob<R> job, int count, Workers.Taker<R, RuntimeException> taker) {
        results(job, count).forEach(taker::take);
    }

    @Override
    public void write(String output, byte[] header, PartJob<byte[]> job, int count) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header);
        results(job, count).forEach(all::writeBytes);
        try {
            Files.write(Path.of(output), all.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String draft(String name, Draft content) {
        Path file = drafts.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    @Override
    public void alone(String why) {
        reason = why;
    }

    @Override
    public int piece() {
        return piece;
    }

    @Override
    public int cores() {
        return 2;
    }

    @Override
    public int partsAtOnce() {
        return 1;
    }

    @Override
    public long memory() {
        return memory;
    }
}
