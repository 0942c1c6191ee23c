package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many images at once: which are taken, where their results go, what is said, and what is done again.
class BatchTest {
    private static final int USAGE = 2;

    @TempDir
    Path folder;

    private Path shoot = Path.of("");

    @BeforeEach
    void aTreeOfPictures() throws IOException {
        shoot = folder.resolve("shoot");
        for (String name : new String[]{"b.png", "day1/a.png", "day1/c.ppm", "day2/a.png", ".hidden/x.png"}) {
            Path file = shoot.resolve(name);
            java.nio.file.Files.createDirectories(file.getParent());
            Files.write(file, Files.disc(40 + name.length(), 30));
        }
        Files.write(shoot.resolve("notes.txt"), "no picture");
        Files.write(shoot.resolve("day1/._a.png"), "hidden");
        java.nio.file.Files.createSymbolicLink(shoot.resolve("day2/again"), shoot);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    /// The files below a folder, without journals.
    private Map<String, Long> results(String name) {
        Map<String, Long> results = new TreeMap<>(Files.contents(file(name)));
        results.keySet().removeIf(
                key -> key.endsWith(".hadamask-journal") || java.nio.file.Files.isDirectory(file(name).resolve(key)));
        return results;
    }

    private void refused(String problem, Object... args) {
        Map<String, Long> before = Files.contents(folder);
        Run run = Run.of(args);
        assertEquals("hadamask: " + problem + " (see hadamask segment --help)\n", run.err(folder));
        assertEquals(USAGE, run.status());
        assertEquals(before, Files.contents(folder));
    }

    @Test
    void theTreeIsMirroredAndWhatIsHiddenOrNoImageIsPassedOver() {
        Run.quietly("segment", shoot, "-r", "-o", file("out") + "/", "--mask", file("masks") + "/");
        assertEquals("[b.png, day1/a.png, day1/c.png, day2/a.png]", results("out").keySet().toString());
        assertEquals(results("out").keySet(), results("masks").keySet());
        Run run = Run.of("segment", shoot, "-r", "-o", file("out") + "/", "-v");
        assertTrue(run.err().contains("4 files were passed over"), run.err());
    }

    @Test
    void resultsBelowASearchedFolderAreNotTakenForImages() {
        for (int time = 0; time < 2; time++) {
            Run.quietly("segment", shoot, "-r", "-o", shoot.resolve("cut") + "/", "--mask",
                    shoot.resolve("masks/{dir}/{name}.png"));
        }
        assertEquals("[b.png, day1/a.png, day1/c.png, day2/a.png]", results("shoot/cut").keySet().toString());
    }

    @Test
    void listsNameImagesByLineOrByZeroByte() {
        byte[] zero = (shoot.resolve("b.png") + "\0" + shoot.resolve("day1/a.png")).getBytes(StandardCharsets.UTF_8);
        Run.withInput(zero, "segment", "--files0-from", "-", "-o", file("out") + "/").succeeded();
        assertEquals("[a.png, b.png]", results("out").keySet().toString());
        Path list = Files.write(file("list"), "\n" + shoot.resolve("b.png") + "\r\n" + shoot.resolve("day1") + "\n");
        Run.quietly("segment", "--files-from", list, "-r", "-o", file("o2/{dir}/{index}.png"));
        assertEquals("[2.png, 3.png]", results("o2").keySet().stream().filter(name -> !name.contains("shoot")).toList()
                .toString());
    }

    @Test
    void statisticsAreInTheOrderOfTheImagesForAnyNumberOfJobs() {
        String[] texts = new String[2];
        for (int jobs : new int[]{1, 3}) {
            Path stats = file("s" + jobs + ".csv");
            Run.quietly("segment", shoot.resolve("day2"), shoot, "-r", "-j", jobs, "-o",
                    file("out" + jobs + "/{index}.png"), "--stats", stats);
            texts[jobs / 2] = Files.text(stats).replaceAll("(?m),[0-9.E-]+$", "").replace("out" + jobs, "out");
        }
        assertEquals(texts[0], texts[1]);
        assertEquals(results("out1"), results("out3"));
        assertEquals(6, texts[0].lines().count());
        assertTrue(texts[0].lines().skip(1).findFirst().orElseThrow().contains("shoot/day2/a.png"), texts[0]);
    }

    @Test
    void aDryRunSaysWhatWouldBeDoneAndDoesNothing() {
        Map<String, Long> before = Files.contents(folder);
        Run run = Run.quietly("segment", shoot, "-r", "-o",
                file("out/{dir}/{name}-cut.{ext}").toString().replace("{ext}",
                        "png"),
                "--mask", file("m") + "/", "--dry-run");
        assertEquals(before, Files.contents(folder));
        assertEquals("""
                DIR/shoot/b.png -> DIR/out/b-cut.png, DIR/m/b.png
                DIR/shoot/day1/a.png -> DIR/out/day1/a-cut.png, DIR/m/day1/a.png
                DIR/shoot/day1/c.ppm -> DIR/out/day1/c-cut.png, DIR/m/day1/c.png
                DIR/shoot/day2/a.png -> DIR/out/day2/a-cut.png, DIR/m/day2/a.png
                """, run.text().replace(folder.toString(), "DIR"));
    }

    @Test
    void collisionsAreFoundBeforeAnythingIsWritten() {
        refused("--output: DIR/shoot/day1/a.png and DIR/shoot/day2/a.png would both be written to DIR/out/a.png,"
                + " expected --output 'DIR/out/{dir}/{name}.png'", "segment", shoot, "-r", "-o",
                file("out/{name}.png"));
        refused("--output: DIR/shoot/b.png is also an input, expected another name", "segment", shoot, "-r", "-o",
                file("{dir}/shoot/{name}.png"));
        refused("--mask: DIR/o/b.png is also written by --output, expected another name", "segment", shoot, "-r", "-o",
                file("o") + "/", "--mask", file("o/{dir}/{name}.png"));
        refused("--errors: DIR/shoot/b.png is also an input, expected another name", "segment", shoot, "-r", "-o",
                file("o") + "/", "--errors", shoot.resolve("b.png"));
    }

    @Test
    void wrongPatternsAndOptionsAreRefused() {
        refused("--output: there is no field {nam}, expected {name}, {ext}, {dir}, {index} or {page}", "segment", shoot,
                "-r",
                "-o", file("{nam}.png"));
        refused("--output: is missing, expected a folder, a pattern or none for the images that are found", "segment",
                shoot,
                "-r");
        refused("--checksum: says how --resume compares, expected --resume", "segment", shoot, "-r", "-o",
                file("o") + "/", "--checksum");
        refused("-: standard input can be read once", "segment", "-", "--files-from", "-", "-o", file("o") + "/");
        refused("--jobs: '0' was found, expected a number from 1 to 1024", "segment", shoot, "-j", 0);
    }

    @Test
    void aFolderWithoutImagesIsSaid() throws IOException {
        Path empty = java.nio.file.Files.createDirectory(file("empty"));
        Run run = Run.of("segment", empty, "-r", "-o", file("out") + "/");
        assertEquals("hadamask: DIR/empty: no image was found\n", run.err(folder));
        assertEquals(1, run.status());
        Path list = java.nio.file.Files.createFile(file("list"));
        Run listed = Run.of("segment", "--files0-from", list, "-o", file("out") + "/");
        assertEquals("hadamask: DIR/list: no image was found\n", listed.err(folder));
    }

    @Test
    void resumingDoesWhatIsLeftAndNothingElse() throws IOException {
        Object[] command = {"segment", shoot, "-r", "-o", file("out") + "/", "--stats", file("s.jsonl"), "--resume"};
        Run.quietly(command);
        Map<String, Long> whole = results("out");
        String stats = Files.text(file("s.jsonl"));
        java.nio.file.Files.delete(file("out/day1/a.png"));
        Path stale = Files.write(file("out/day2/.hadamask-" + hostTag() + "-999999999-1.tmp"), "left behind");
        Run run = Run.of(command);
        assertEquals("1 of 4 images done, 3 done before\n", run.err());
        assertEquals(0, run.status());
        assertEquals(whole, results("out"));
        assertFalse(Files.exists(stale));
        assertEquals(withoutSeconds(stats), withoutSeconds(Files.text(file("s.jsonl"))));
        Object[] inverted = Arrays.copyOf(command, command.length + 1);
        inverted[command.length] = "--invert";
        Run.quietly(inverted);
        assertFalse(whole.equals(results("out")), "other settings are another run");
    }

    private static String withoutSeconds(String stats) {
        return stats.replaceAll("\"seconds\":\\{[^}]*\\}", "");
    }

    /// What this process writes into the names of its temporary files.
    private String hostTag() throws IOException {
        Path out = java.nio.file.Files.createDirectory(file("look"));
        String[] name = {""};
        hadamask.file.Output.file(out.resolve("x")).write(stream -> {
            try (var files = java.nio.file.Files.list(out)) {
                name[0] = files.findFirst().orElseThrow().getFileName().toString();
            }
        });
        return name[0].replaceFirst("\\.hadamask-([0-9a-f]+)-.*", "$1");
    }

    @Test
    void aTemporaryFileOfALivingProcessStays() throws IOException {
        java.nio.file.Files.createDirectory(file("out"));
        Path living = Files.write(
                file("out/.hadamask-" + hostTag() + "-" + ProcessHandle.current().pid() + "-99999.tmp"), "in work");
        Run.quietly("segment", shoot, "-r", "-o", file("out") + "/");
        assertTrue(Files.exists(living));
    }

    @Test
    void namesWithLineBreaksAndDashesForgeNothing() {
        Path odd = Files.write(shoot.resolve("-x\n\"y\",\u001b[31m.png"), "no picture");
        Run run = Run.of("segment", odd, shoot.resolve("b.png"), "-o", file("out") + "/", "--errors", file("e.csv"));
        assertEquals(1, run.status());
        assertEquals(2, run.err().lines().count(), run.err());
        assertFalse(run.err().contains("\u001b"), run.err());
        List<String> rows = Files.text(file("e.csv")).lines().toList();
        assertEquals(2, rows.size(), rows::toString);
        String shown = odd.toString().replace("\"", "\"\"").replace("\n", "\\u000a").replace("\u001b", "\\u001b");
        assertTrue(rows.get(1).startsWith("\"" + shown + "\","), rows::toString);
    }

    @Test
    void oneImageGetsNoJournal() throws IOException {
        java.nio.file.Files.createDirectory(file("out"));
        Run.quietly("segment", shoot.resolve("b.png"), "-o", file("out"));
        assertEquals("[, b.png]", Files.contents(file("out")).keySet().toString());
        byte[] alone = Files.read(file("out/b.png"));
        Run.quietly("segment", shoot, "-r", "-o", file("all") + "/");
        assertArrayEquals(alone, Files.read(file("all/b.png")));
    }
}
