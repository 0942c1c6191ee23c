package hadamask.spark;

import hadamask.cli.table.machines.TableMachines.Sources;
import hadamask.file.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;

/// The files of a run as the parts of a work read them, each from any place.
///
/// @param drafts the folder of those that were written for this work
/// @param base the folder in which the program was started
record TableFiles(Address drafts, String base, Configuration settings) implements Sources {
    /// What the names of drafts begin with.
    static final String DRAFT = "draft:";

    @Override
    public ByteSource open(String file) throws IOException {
        Address address = file.startsWith(DRAFT)
                ? drafts.resolve(file.substring(DRAFT.length()))
                : Address.of(file, settings).from(base);
        if (address.isLocal()) {
            Path path = address.path();
            if (!Files.exists(path)) {
                throw new NoSuchFileException(file);
            }
            return new Local(path, Files.size(path));
        }
        Stores stores = new Stores(settings);
        return new Remote(stores, address, stores.status(address).getLen());
    }

    private record Local(Path path, long size) implements ByteSource {
        @Override
        public byte[] read(long from, int length) throws IOException {
            byte[] bytes = new byte[Math.clamp(size - from, 0, length)];
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer, from + buffer.position()) < 0) {
                        throw new EOFException(path + " ends earlier than when it was opened");
                    }
                }
            }
            return bytes;
        }
    }

    private record Remote(Stores stores, Address address, long size) implements ByteSource {
        @Override
        public byte[] read(long from, int length) throws IOException {
            byte[] bytes = new byte[Math.clamp(size - from, 0, length)];
            try (InputStream in = stores.open(address)) {
                if (in instanceof FSDataInputStream places) {
                    places.readFully(from, bytes);
                    return bytes;
                }
                in.skipNBytes(from);
                int read = in.readNBytes(bytes, 0, bytes.length);
                return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
            }
        }
    }
}
