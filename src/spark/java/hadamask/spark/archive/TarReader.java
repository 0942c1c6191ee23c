package hadamask.spark.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// Reads a tar, packed by gzip or not, by Commons Compress, which Spark brings along.
final class TarReader implements ArchiveReader {
    private static final int BUFFER = 1 << 16;
    private static final int BLOCK = 512;
    private static final int GZIP = 0x8b1f;

    private final Ending ending;
    private final TarArchiveInputStream tar;
    private long size;

    /// Knows how many zeros came last, as a tar ends with two blocks of them.
    private static final class Ending extends FilterInputStream {
        private long zeros;

        Ending(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            if (read >= 0) {
                zeros = read == 0 ? zeros + 1 : 0;
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int read = in.read(bytes, from, count);
            int at = read;
            while (at > 0 && bytes[from + at - 1] == 0) {
                at--;
            }
            zeros = at <= 0 ? zeros + Math.max(0, read) : read - at;
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public long skip(long count) throws IOException {
            byte[] passed = new byte[(int) Math.min(count, BUFFER)];
            return Math.max(0, read(passed, 0, passed.length));
        }
    }

    TarReader(InputStream in) throws IOException {
        BufferedInputStream content = new BufferedInputStream(in, BUFFER);
        content.mark(2);
        int magic = content.read() | content.read() << Byte.SIZE;
        content.reset();
        ending = new Ending(magic == GZIP ? new GZIPInputStream(content, BUFFER) : content);
        // By single blocks: what stands behind the end must not be taken for the rest of a larger one.
        tar = new TarArchiveInputStream(ending, BLOCK, BLOCK, StandardCharsets.UTF_8.name());
    }

    @Override
    public @Nullable Entry next() throws IOException {
        TarArchiveEntry entry;
        do {
            try {
                entry = tar.getNextEntry();
            } catch (IllegalArgumentException e) { // numbers that are none
                throw new IOException("a header is damaged: " + e.getMessage(), e);
            }
        } while (entry != null && entry.isDirectory());
        if (entry == null) {
            return null;
        }
        if (!entry.isCheckSumOK()) {
            throw new IOException("the checksum of a header is wrong");
        }
        size = entry.getSize();
        long modified = Math.max(0, entry.getLastModifiedTime().toMillis()) * 1_000_000L;
        return new Entry(entry.getName(), size, modified, problem(entry));
    }

    private static @Nullable String problem(TarArchiveEntry entry) {
        if (entry.isSymbolicLink() || entry.isLink()) {
            return "is a link, expected a file";
        }
        if (entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice()) {
            return "is a device, expected a file";
        }
        return null;
    }

    @Override
    public byte[] content() throws IOException {
        byte[] content = tar.readNBytes(Math.toIntExact(size));
        if (content.length < size) {
            throw new EOFException("the file ends in the middle of an entry");
        }
        return content;
    }

    @Override
    public @Nullable String doubt() throws IOException {
        boolean marked = ending.zeros >= BLOCK;
        byte[] rest = new byte[BUFFER];
        for (int read = ending.read(rest, 0, rest.length); read > 0; read = ending.read(rest, 0, rest.length)) {
            if (ending.zeros < read) {
                return marked
                        ? "has more behind its end, which was not read: it was joined from several"
                        : "has more behind its last entry, which is no tar";
            }
        }
        return marked || ending.zeros >= BLOCK ? null : "has no end: it may be cut off";
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
