package hadamask.spark;

import hadamask.batch.FileState;
import hadamask.batch.Source;
import hadamask.batch.Storage;
import hadamask.batch.Target;
import hadamask.file.FilePath;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Output;
import hadamask.file.Remedy;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;

/// The files of a cluster, as one attempt of a task reads and writes them. Used by one thread.
///
/// What the image is to blame for is an [InputException], and so what the program says of a file of the machine. What the store is to blame
/// for, which may be otherwise at the next attempt, is an [UncheckedIOException].
final class ClusterStorage implements Storage {
    private static final long MOST = Integer.MAX_VALUE - 8;

    private final Order order;
    private final Stores stores;
    private final long attempt;
    private final MemoryLimit memory;
    private Portion.@Nullable Item item;
    private int written;

    /// @param attempt a number that no other attempt has
    ClusterStorage(Order order, Stores stores, long attempt, MemoryLimit memory) {
        this.order = order;
        this.stores = stores;
        this.attempt = attempt;
        this.memory = memory;
    }

    /// Says which image comes next.
    void next(Portion.Item image) {
        item = image;
    }

    private Portion.Item item() {
        return Objects.requireNonNull(item);
    }

    @Override
    public Input input(Source source) {
        Address address = new Address(source.given()).from(order.base());
        if (address.isLocal()) {
            if (Files.isDirectory(address.path())) {
                throw new InputException("is a folder, expected a file", Remedy.of(Remedy.Kind.SEARCH_FOLDER));
            }
            return Input.file(address.path()).named(source.given());
        }
        return Input.stream(source.given(), new ByteArrayInputStream(content(address)));
    }

    private byte[] content(Address address) {
        long size = item().size();
        try {
            if (size < 0 && stores.exists(address) && stores.status(address).isDirectory()) {
                throw new InputException("is a folder, expected a file", Remedy.of(Remedy.Kind.SEARCH_FOLDER));
            }
            if (size > MOST) {
                throw new InputException("has " + size + " bytes, expected less than 2 GiB").at(address.words());
            }
            memory.require(MemoryLimit.text(Math.max(0, size)) + " of content", Math.max(0, size));
            try (InputStream in = stores.open(address)) {
                return in.readAllBytes();
            }
        } catch (FileNotFoundException | AccessControlException e) {
            throw new InputException("cannot be read: " + Stores.reason(e), e).at(address.words());
        } catch (IOException e) {
            throw new UncheckedIOException(address + " cannot be read", e);
        }
    }

    @Override
    public Output output(Target target) {
        Address address = new Address(FilePath.words(target.output())).from(order.base());
        return Output.whole(address.words(), content -> write(address, content));
    }

    /// Writes a file, whole or not at all.
    void write(Address target, byte[] content) {
        try {
            stores.write(target, order.attempt(target, attempt, written++), content);
        } catch (IOException e) {
            throw new UncheckedIOException(target + " cannot be written", e);
        }
    }

    @Override
    public @Nullable FileState state(Source source) {
        Path file = Objects.requireNonNull(source.file());
        Address address = Address.of(file).from(order.base());
        if (address.isLocal()) {
            return FileState.of(address.path());
        }
        return item().size() < 0 ? null : new FileState(item().size(), item().modified(), -1);
    }
}
