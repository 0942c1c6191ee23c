package hadamask.file;

import java.io.IOException;

/// A content of which parts can be read, wherever it lies.
public interface ByteSource {
    /// How many bytes it has.
    long size();

    /// Some of its bytes; fewer where it ends.
    ///
    /// @param from the first
    /// @param length how many
    byte[] read(long from, int length) throws IOException;
}
