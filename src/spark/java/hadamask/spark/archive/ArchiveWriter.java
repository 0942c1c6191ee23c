package hadamask.spark.archive;

import java.io.IOException;

/// Writes an archive, an entry after the other. It is whole when it is closed.
public interface ArchiveWriter extends AutoCloseable {
    /// Adds a file.
    ///
    /// @param modified nanoseconds since 1970; 0 where nobody knows
    void add(String name, long modified, byte[] content) throws IOException;

    @Override
    void close() throws IOException;
}
