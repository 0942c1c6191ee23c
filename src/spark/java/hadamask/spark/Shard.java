package hadamask.spark;

import hadamask.batch.Page;
import hadamask.batch.Result;
import hadamask.batch.Source;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import hadamask.spark.archive.ArchiveFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An archive of images, which one task reads from its beginning to its end. Its results are archives, too.
///
/// @param number below 0, which no other archive of the run has
/// @param archive the archive
/// @param page of each image; 0 where none was asked for
/// @param results where the results go: an archive for each kind, or one for several
/// @param rows the name of the lines about its images, without its ending
record Shard(int number, Archive archive, int page, Map<Result, String> results, String rows) implements Work {
    /// The image that stands for all of an archive before it is read.
    private static final String ANY = "*";
    private static final int DIGITS = 16;

    /// An archive that was found.
    ///
    /// @param file its path or address
    /// @param below where it lies below the folder that was searched, with its name, which stands for a folder of images
    /// @param format its kind
    /// @param size bytes
    /// @param modified nanoseconds since 1970
    record Archive(String file, String below, ArchiveFormat format, long size, long modified)
            implements
                java.io.Serializable {
        /// The image that stands for all of it, until it is read.
        Source any(int index) {
            return new Source(FilePath.of(file + "/" + ANY), FilePath.of(below), index);
        }

        /// An image in it.
        ///
        /// @param name of the entry, below the archive
        /// @throws InputException if the system cannot have a file of that name
        Source image(String name, int index, @Nullable Page page) {
            int slash = name.lastIndexOf('/');
            return new Source(FilePath.of(file + "/" + name),
                    FilePath.of(slash < 0 ? below : below + "/" + name.substring(0, slash)), index, page);
        }

        /// What stands for the archive itself, in failures.
        Source itself(int index) {
            return new Source(FilePath.of(file), null, index);
        }

        /// What the names of its lines begin with.
        String prefix() {
            return Journal.SHARD + digest(file) + "-";
        }
    }

    /// The name of the lines about an archive, which is another where the archive, the settings or the results are.
    static String rows(Archive archive, String decided) {
        return archive.prefix() + digest(archive.size + " " + archive.modified + " " + decided);
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each Java has it
        }
    }

    /// The page of each image.
    @Nullable
    Page pageOfAll() {
        return page == 0 ? null : new Page(page, page, false);
    }
}
