package hadamask.spark.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What archives hold comes back; what is wrong with them is said, and never taken for their end.
class ArchivesIT {
    private static final Configuration SETTINGS = new Configuration();
    private static final int BLOCK = 512;

    /// Bytes as a file of Hadoop.
    private static final class Bytes extends java.io.ByteArrayInputStream implements Seekable, PositionedReadable {
        Bytes(byte[] content) {
            super(content);
        }

        @Override
        public void seek(long position) {
            pos = (int) position;
        }

        @Override
        public long getPos() {
            return pos;
        }

        @Override
        public boolean seekToNewSource(long position) {
            return false;
        }

        @Override
        public int read(long position, byte[] bytes, int from, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void readFully(long position, byte[] bytes, int from, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void readFully(long position, byte[] bytes) {
            throw new UnsupportedOperationException();
        }
    }

    private static Map<String, byte[]> files() {
        Random random = new Random(7);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            byte[] content = new byte[random.nextInt(3000)];
            random.nextBytes(content);
            files.put("dög/" + "x".repeat(40 * i) + i + ".png", content);
        }
        return files;
    }

    private static byte[] packed(ArchiveFormat format, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArchiveWriter writer = format.writer(bytes, SETTINGS)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                writer.add(file.getKey(), 1_700_000_000_000_000_000L, file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /// What could be read, and in the end what was wrong.
    private record Read(Map<String, byte[]> files, List<String> problems, @Nullable String wrong) {}

    private static Read read(ArchiveFormat format, byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        String wrong;
        try (ArchiveReader reader = format.reader(new FSDataInputStream(new Bytes(archive)), archive.length,
                SETTINGS)) {
            for (ArchiveReader.Entry entry = reader.next(); entry != null; entry = reader.next()) {
                if (entry.problem() == null) {
                    files.put(entry.name(), reader.content());
                } else {
                    problems.add(entry.name() + " " + entry.problem());
                }
            }
            wrong = reader.doubt();
        } catch (IOException e) {
            wrong = String.valueOf(e.getMessage());
        }
        return new Read(files, problems, wrong);
    }

    private static void assertFiles(Map<String, byte[]> expected, Map<String, byte[]> found) {
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(found.keySet()));
        expected.forEach((name, content) -> assertArrayEquals(content, found.get(name), name));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsRead(ArchiveFormat format) throws IOException {
        Read read = read(format, packed(format, files()));
        assertFiles(files(), read.files);
        assertNull(read.wrong);
    }

    @ParameterizedTest
    @EnumSource(names = {"TAR", "TAR_GZIP"})
    void theSameFilesHaveTheSameBytes(ArchiveFormat format) throws IOException {
        assertArrayEquals(packed(format, files()), packed(format, files()));
    }

    @ParameterizedTest
    @EnumSource
    void noCutIsTakenForTheEnd(ArchiveFormat format) throws IOException {
        byte[] whole = packed(format, files());
        int end = whole.length;
        while (format == ArchiveFormat.TAR && whole[end - 1] == 0) {
            end--;
        }
        for (int length = 1; length < end; length += 61) {
            Read read;
            try {
                read = read(format, Arrays.copyOf(whole, length));
            } catch (IOException e) {
                continue; // it is no archive
            }
            boolean atRecord = format == ArchiveFormat.SEQUENCE && read.wrong == null;
            assertTrue(read.wrong != null || atRecord, "cut at " + length);
            read.files.forEach((name, content) -> assertArrayEquals(files().get(name), content, name));
        }
    }

    @Test
    void aCutBetweenTwoEntriesIsSeen() throws IOException {
        byte[] whole = packed(ArchiveFormat.TAR, Map.of("a.png", new byte[]{1, 2, 3}));
        Read read = read(ArchiveFormat.TAR, Arrays.copyOf(whole, 2 * BLOCK));
        assertEquals(1, read.files.size());
        assertEquals("has no end: it may be cut off", read.wrong);
    }

    @Test
    void whatIsBehindTheEndIsSeen() throws IOException {
        byte[] one = packed(ArchiveFormat.TAR, files());
        byte[] two = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        assertEquals("has more behind its end, which was not read: it was joined from several",
                read(ArchiveFormat.TAR, two).wrong);
    }

    @Test
    void aDamagedHeaderIsSeen() throws IOException {
        byte[] archive = packed(ArchiveFormat.TAR, Map.of("a.png", new byte[]{1, 2, 3}));
        archive[50] ^= 4;
        assertEquals("the checksum of a header is wrong", read(ArchiveFormat.TAR, archive).wrong);
    }

    @Test
    void linksAndDevicesAreNoFiles() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            tar.putArchiveEntry(new TarArchiveEntry("folder.png/"));
            tar.closeArchiveEntry();
            for (byte kind : new byte[]{TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO,
                TarConstants.LF_CHR}) {
                TarArchiveEntry entry = new TarArchiveEntry((char) kind + ".png", kind);
                entry.setLinkName(kind == TarConstants.LF_SYMLINK || kind == TarConstants.LF_LINK ? "/etc/passwd" : "");
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
        }
        Read read = read(ArchiveFormat.TAR, bytes.toByteArray());
        assertEquals(List.of("2.png is a link, expected a file", "1.png is a link, expected a file",
                "6.png is a device, expected a file", "3.png is a device, expected a file"), read.problems);
        assertNull(read.wrong);
    }

    @Test
    void namesStayBelowTheirArchive() {
        assertEquals("cats/a.jpg", EntryName.below("./cats//./a.jpg"));
        for (String name : List.of("../a.jpg", "cats/../../a.jpg", "/etc/a.jpg", ".", "", "a\0.jpg")) {
            assertNotNull(assertThrows(InputException.class, () -> EntryName.below(name), name).problem());
        }
    }
}
