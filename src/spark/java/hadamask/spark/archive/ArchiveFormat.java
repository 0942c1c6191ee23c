package hadamask.spark.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;

/// The kinds of archives, by the endings of their names.
public enum ArchiveFormat {
    /// A tar, as it is.
    TAR,
    /// A tar that is packed by gzip.
    TAR_GZIP,
    /// Hadoop's file of keys and values: names as `Text`, contents as `BytesWritable`.
    SEQUENCE;

    private static final int BUFFER = 1 << 16;
    private static final byte[] SEQUENCE_MAGIC = {'S', 'E', 'Q'};

    /// The kind of archive that a name says; null where it says none.
    public static @Nullable ArchiveFormat ofName(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (small.endsWith(".tar")) {
            return TAR;
        }
        if (small.endsWith(".tar.gz") || small.endsWith(".tgz")) {
            return TAR_GZIP;
        }
        return small.endsWith(".seq") ? SEQUENCE : null;
    }

    /// Whether a file may be a SequenceFile without an ending, as Hadoop and Spark name the parts of their results.
    public static boolean isPart(String name) {
        return name.startsWith("part-") && name.indexOf('.') < 0;
    }

    /// How many bytes [#isSequence(byte[])] looks at.
    public static final int OPENING = SEQUENCE_MAGIC.length;

    /// Whether a file that begins with some bytes is a SequenceFile.
    public static boolean isSequence(byte[] opening) {
        return java.util.Arrays.equals(opening, SEQUENCE_MAGIC);
    }

    /// Begins to read an archive.
    ///
    /// @param in its content, which is closed with the reader
    /// @param length its bytes
    /// @throws IOException if it is no such archive; what `in` throws is thrown on
    public ArchiveReader reader(FSDataInputStream in, long length, Configuration settings) throws IOException {
        return this == SEQUENCE ? new SequenceReader(in, length, settings) : new TarReader(in);
    }

    /// Begins to write an archive.
    ///
    /// @param out takes its content, and is closed with the writer
    public ArchiveWriter writer(OutputStream out, Configuration settings) throws IOException {
        return switch (this) {
            case TAR -> new TarWriter(new BufferedOutputStream(out, BUFFER));
            case TAR_GZIP -> new TarWriter(new java.util.zip.GZIPOutputStream(out, BUFFER));
            case SEQUENCE -> new SequenceWriter(out, settings);
        };
    }
}
