package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an output does to the file, the link or the folder that is there already.
class OutputFilesTest {
    private static final String NOTHING = "0 of a matrix";

    @TempDir
    Path folder;

    private byte[] expected = {};

    @BeforeEach
    void aTable() {
        Files.write(file("t.csv"), "1,2\n3,5\n");
        Run.quietly("distances", file("t.csv"), "-o", file("expected.csv"));
        expected = Files.read(file("expected.csv"));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void link(String name, String to) throws IOException {
        java.nio.file.Files.createSymbolicLink(file(name), Path.of(to));
    }

    private void written(String output, String file) {
        Run.quietly("distances", file("t.csv"), "-o", file(output));
        assertArrayEquals(expected, Files.read(file(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r-----", "rwxrwxrwx", "-w-------", "rw-rw-rw-"})
    void anExistingFileKeepsItsMode(String mode) throws IOException {
        Path file = Files.write(file("o.csv"), NOTHING);
        java.nio.file.Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        for (String format : Set.of("csv", "npy")) { // in order, and in any order
            Run.quietly("distances", file("t.csv"), "-f", format, "-o", file);
            assertEquals(mode, PosixFilePermissions.toString(java.nio.file.Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void statisticsKeepTheModeOfTheirFileToo() throws IOException {
        Files.write(file("a.png"), Files.disc(40, 30));
        Path file = Files.write(file("s.json"), NOTHING);
        java.nio.file.Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Run.quietly("segment", file("a.png"), "-o", file("o.png"), "--stats", file);
        assertTrue(Files.text(file).startsWith("{\"input\""), Files.text(file));
        assertEquals("rw-------", PosixFilePermissions.toString(java.nio.file.Files.getPosixFilePermissions(file)));
    }

    @Test
    void aLinkIsFollowedAndStays() throws IOException {
        java.nio.file.Files.createDirectory(file("data"));
        Files.write(file("data/old.csv"), NOTHING);
        link("old.csv", "data/old.csv");
        link("new.csv", "data/new.csv");
        link("far.csv", file("new.csv").toString());
        written("old.csv", "data/old.csv");
        written("far.csv", "data/new.csv");
        assertTrue(java.nio.file.Files.isSymbolicLink(file("old.csv")));
        assertTrue(java.nio.file.Files.isSymbolicLink(file("new.csv")));
        assertTrue(java.nio.file.Files.isSymbolicLink(file("far.csv")));
    }

    @Test
    void aLinkThatLeadsNowhereIsSaid() throws IOException {
        link("circle.csv", "circle.csv");
        link("lost.csv", "no/folder.csv");
        Run circle = Run.of("distances", file("t.csv"), "-o", file("circle.csv"));
        assertEquals("hadamask: DIR/circle.csv: cannot be written: too many symbolic links, one after the other\n",
                circle.err(folder));
        Run lost = Run.of("distances", file("t.csv"), "-o", file("lost.csv"));
        assertEquals("hadamask: DIR/lost.csv: cannot be written: there is no folder DIR/no\n", lost.err(folder));
        assertEquals(1, lost.status());
    }

    @Test
    void anotherNameOfAnOldFileKeepsTheOldContent() throws IOException {
        Files.write(file("o.csv"), NOTHING);
        java.nio.file.Files.createLink(file("other.csv"), file("o.csv"));
        written("o.csv", "o.csv");
        assertEquals(NOTHING, Files.text(file("other.csv")));
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        java.nio.file.Files.createDirectory(file("o.csv"));
        link("l.csv", "o.csv");
        for (String name : Set.of("o.csv", "l.csv")) {
            Run run = Run.of("distances", file("t.csv"), "-o", file(name));
            assertEquals("hadamask: DIR/" + name + ": is a folder, expected the name of a file\n", run.err(folder));
            assertEquals(1, run.status());
        }
    }

    /// Two threads write one file again and again; who reads it sees one content or the other.
    @Test
    void ofTwoThatWriteOneFileEachContentIsWhole() throws InterruptedException {
        Path file = file("o.bin");
        Output.file(file).write(out -> out.write(new byte[100_000]));
        Thread[] writers = new Thread[2];
        for (int w = 0; w < 2; w++) {
            byte[] content = new byte[100_000 + w];
            Arrays.fill(content, (byte) w);
            writers[w] = new Thread(() -> {
                for (int round = 0; round < 200; round++) {
                    Output.file(file).write(out -> out.write(content));
                }
            });
        }
        for (Thread writer : writers) {
            writer.start();
        }
        int reads = 0;
        for (; writers[0].isAlive() || writers[1].isAlive() || reads == 0; reads++) {
            byte[] found = Files.read(file);
            byte[] whole = new byte[found.length];
            Arrays.fill(whole, (byte) (found.length - 100_000));
            assertArrayEquals(whole, found);
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(Set.of("", "t.csv", "expected.csv", "o.bin"), Files.contents(folder).keySet());
        assertFalse(reads == 0);
    }

    @Test
    void whatAKilledRunLeftIsRemovedByTheNextInItsFolder() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Output.file(file("tag.csv")).write(out -> {
            String name = Files.contents(folder).keySet().stream().filter(found -> found.endsWith(".tmp")).findFirst()
                    .orElseThrow();
            Files.write(file(name.replaceFirst("-\\d+-\\d+\\.tmp", "-" + gone.pid() + "-1.tmp")), NOTHING);
        });
        assertEquals(1, hadamask.file.Temporary.clear(folder));
        assertEquals(Set.of("", "t.csv", "expected.csv", "tag.csv"), Files.contents(folder).keySet());
    }
}
