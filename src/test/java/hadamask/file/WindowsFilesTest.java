package hadamask.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Outputs on a file system without modes, owners and groups, as Windows has: here one in memory.
class WindowsFilesTest {
    private final FileSystem system = Jimfs.newFileSystem(Configuration.windows());
    private final Path folder = system.getPath("C:\\shop\\out");

    @BeforeEach
    void aFolder() throws IOException {
        Files.createDirectories(folder);
        assertFalse(system.supportedFileAttributeViews().contains("posix"));
    }

    @AfterEach
    void close() throws IOException {
        system.close();
    }

    private List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void write(Path file, String text) {
        Output.file(file).write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileIsMadeAndReplaced() throws IOException {
        Path file = folder.resolve("a.png");
        write(file, "old");
        write(file, "new");
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("a.png"), names(folder));
        write(system.getPath("C:/shop/out/A.PNG"), "newer");
        assertEquals("newer", Files.readString(file), "the same file");
        assertEquals(1, names(folder).size());
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("a.png");
        write(file, "old");
        assertThrows(InputException.class, () -> Output.file(file).write(out -> {
            out.write(new byte[100_000]);
            throw new IOException("no more");
        }));
        assertThrows(InputException.class, () -> Output.file(folder).write(out -> out.write(1)), "a folder");
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.png"), names(folder));
    }

    @Test
    void filesAreWrittenInAnyOrder() throws IOException {
        Path file = folder.resolve("a.npy");
        assertTrue(Output.file(file).hasPlaces());
        Output.file(file).place(channel -> {
            channel.write(ByteBuffer.wrap(new byte[]{'b'}), 1);
            channel.write(ByteBuffer.wrap(new byte[]{'a'}), 0);
        });
        assertEquals("ab", Files.readString(file));
    }

    @Test
    void aDraftIsThereWhenItIsFinished() throws IOException {
        Path file = folder.resolve("t.csv");
        try (Draft draft = Draft.of(Output.file(file))) {
            draft.line("a,b");
            assertFalse(Files.exists(file));
            assertTrue(names(folder).getFirst().startsWith(".hadamask-"));
            draft.finish();
        }
        try (Draft dropped = Draft.of(Output.file(folder.resolve("u.csv")))) {
            dropped.line("never");
        }
        assertEquals(List.of("t.csv"), names(folder));
        assertEquals("a,b\n", Files.readString(file));
    }

    @Test
    void aFolderIsWholeOrAbsentAndReplaced() throws IOException {
        Path target = folder.resolve("report-files");
        for (String text : new String[]{"one", "two"}) {
            try (OutputFolder pictures = new OutputFolder(target)) {
                pictures.write("a/x.jpg", text.getBytes(StandardCharsets.UTF_8));
                pictures.complete();
            }
            assertEquals(text, Files.readString(target.resolve("a/x.jpg")));
        }
        assertEquals(List.of("report-files"), names(folder));
        OutputFolder.remove(target);
        assertEquals(List.of(), names(folder));
        Files.createFile(Files.createDirectory(target).resolve("mine.txt"));
        assertThrows(InputException.class, () -> new OutputFolder(target));
    }

    @Test
    void whatAnotherMachineLeftGoesWhenItIsOld() throws IOException {
        Path old = Files.createFile(folder.resolve(".hadamask-1-2-3.tmp"));
        Path fresh = Files.createFile(folder.resolve(".hadamask-1-2-4.tmp"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(100_000)));
        assertEquals(1, Temporary.clear(folder));
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(fresh));
    }

    @Test
    void whetherCapitalsMatterIsTriedOut() throws IOException {
        assertTrue(FilePath.ignoresCase(folder.resolve("not/there/yet/a.png")));
        assertEquals(List.of(), names(folder));
        try (FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
            assertFalse(FilePath.ignoresCase(unix.getPath("a.png")));
        }
    }

    @Test
    void backslashesPartFoldersWhereTheSystemSaysSo() {
        assertEquals("C:/out/{dir}/a.png", FilePath.slashes("C:\\out\\{dir}/a.png", system));
        assertEquals("a\\b", FilePath.slashes("a\\b", FileSystems.getDefault()));
    }
}
