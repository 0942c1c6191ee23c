package hadamask.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder is whole or absent, and replaces nothing but what an earlier run made.
class OutputFolderTest {
    @TempDir
    Path around;

    private Path target = Path.of("");

    @BeforeEach
    void nameTheFolder() {
        target = around.resolve("pictures");
    }

    private void writeWhole(String... names) {
        try (OutputFolder folder = new OutputFolder(target)) {
            for (String name : names) {
                folder.write(name, new byte[]{1});
            }
            folder.complete();
        }
    }

    /// The files of the folder but its mark.
    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(Files::isRegularFile).map(file -> target.relativize(file).toString())
                    .filter(name -> !name.equals(".hadamask")).sorted().toList();
        }
    }

    private List<String> around() throws IOException {
        try (Stream<Path> files = Files.list(around)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void isThereWhenItIsComplete() throws IOException {
        writeWhole("a.jpg", "1/b.jpg");
        assertEquals(List.of("1/b.jpg", "a.jpg"), files());
        assertEquals(List.of("pictures"), around());
    }

    @Test
    void isAbsentWhenItIsNot() throws IOException {
        try (OutputFolder folder = new OutputFolder(target)) {
            folder.write("a.jpg", new byte[]{1});
            assertTrue(Files.notExists(target));
        }
        assertEquals(List.of(), around());
    }

    @Test
    void replacesWhatAnEarlierRunMade() throws IOException {
        writeWhole("old.jpg", "same.jpg");
        writeWhole("new.jpg", "same.jpg");
        assertEquals(List.of("new.jpg", "same.jpg"), files());
    }

    @Test
    void anEarlierOneStaysWhenTheNewOneIsNotCompleted() throws IOException {
        writeWhole("old.jpg");
        try (OutputFolder folder = new OutputFolder(target)) {
            folder.write("new.jpg", new byte[]{1});
        }
        assertEquals(List.of("old.jpg"), files());
    }

    @Test
    void leavesFoldersOfOthersAlone() throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve("holiday.jpg"), "mine");
        InputException refused = assertThrows(InputException.class, () -> writeWhole("a.jpg"));
        assertTrue(refused.where().endsWith("pictures"), refused.where());
        OutputFolder.remove(target);
        assertEquals(List.of("holiday.jpg"), files());
        assertEquals(List.of("pictures"), around());
    }

    @Test
    void leavesAFileAndALinkAlone() throws IOException {
        Files.writeString(target, "mine");
        assertThrows(InputException.class, () -> writeWhole("a.jpg"));
        Files.delete(target);
        Path elsewhere = Files.createDirectory(around.resolve("elsewhere"));
        Files.createSymbolicLink(target, elsewhere);
        assertThrows(InputException.class, () -> writeWhole("a.jpg"));
        OutputFolder.remove(target);
        assertTrue(Files.isSymbolicLink(target));
    }

    @Test
    void isRemovedOnRequest() throws IOException {
        writeWhole("1/a.jpg");
        OutputFolder.remove(target);
        OutputFolder.remove(target);
        assertEquals(List.of(), around());
    }
}
