package hadamask.spark.archive;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads an archive from its beginning to its end, an entry at a time.
///
/// What is wrong with the archive is an [IOException]; nothing behind it can be read.
public interface ArchiveReader extends AutoCloseable {
    /// The next entry; null at the end.
    @Nullable
    Entry next() throws IOException;

    /// What is wrong with an archive whose entries were all read, such as that it has no end; null when nothing is.
    @Nullable
    String doubt() throws IOException;

    /// A file in the archive.
    ///
    /// @param name as the archive has it
    /// @param size bytes
    /// @param modified nanoseconds since 1970; 0 where the archive does not say
    /// @param problem why it is no file that can be read, such as that it is a link; null when it is one
    record Entry(String name, long size, long modified, @Nullable String problem) {}

    /// The content of the entry that was found last.
    byte[] content() throws IOException;

    @Override
    void close() throws IOException;
}
