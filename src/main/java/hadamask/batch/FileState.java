package hadamask.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// By what a file is known to be the same as before.
///
/// @param size bytes
/// @param modified nanoseconds since 1970
/// @param checksum CRC-32 of its content, or -1 when it is not known
public record FileState(long size, long modified, long checksum) {
    /// The state of a file, without its checksum; null when it is not there.
    public static @Nullable FileState of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(found.size(), found.lastModifiedTime().to(TimeUnit.NANOSECONDS), -1);
        } catch (IOException e) {
            return null;
        }
    }

    /// The same state with the checksum of the content that was read.
    public FileState with(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return new FileState(content.length, modified, sum.getValue());
    }

    /// The same state with the checksum of what was read of it.
    ///
    /// @param page that the content is; null where it is the whole file
    public FileState with(byte[] content, @Nullable Page page) {
        return page == null ? with(content) : new FileState(size, modified, with(content).checksum);
    }

    /// Whether size and time are the same.
    boolean looksLike(FileState other) {
        return size == other.size && modified == other.modified;
    }
}
