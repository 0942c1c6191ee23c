package hadamask.segment.network;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/// Opens files of networks; found by [ServiceLoader], as Hadamask itself computes none.
public interface NetworkProvider {
    /// Reads a network from a file.
    ///
    /// @param threads that it may compute with, the caller among them, at least 1
    /// @throws hadamask.file.InputException if the file cannot be read, or holds no network that can be computed
    Network open(Path file, int threads);

    /// The first one that is there.
    static Optional<NetworkProvider> first() {
        return ServiceLoader.load(NetworkProvider.class).findFirst();
    }
}
