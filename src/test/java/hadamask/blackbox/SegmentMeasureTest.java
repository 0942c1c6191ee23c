package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `segment --measure`: the table of the regions of all masks, as `measure` makes it of the masks.
class SegmentMeasureTest {
    private static final int COUNT = 5;

    @TempDir
    Path folder;

    @BeforeEach
    void pictures() throws IOException {
        java.nio.file.Files.createDirectories(dir("in/b"));
        Random random = new Random(8);
        for (int i = 0; i < COUNT; i++) {
            byte[] samples = new byte[60 * 50];
            for (int p = 0; p < samples.length; p++) {
                boolean in = Math.hypot(p % 60 - 15, p / 60 - 15 - i) <= 9 || Math.hypot(p % 60 - 31, p / 60 - 20) <= 9
                        || p % 60 > 55;
                samples[p] = (byte) ((in ? 150 : 20) + random.nextInt(30));
            }
            Files.write(dir("in/" + (i < 2 ? "b/" : "") + "p" + i + ".png"),
                    Image.of8Bit(60, 50, Layout.GRAY, samples, Attributes.NONE));
        }
    }

    private Path dir(String name) {
        return folder.resolve(name);
    }

    private Run segment(Object... more) {
        List<Object> all = new ArrayList<>(List.of("segment", dir("in"), "-r", "--closing", "none"));
        all.addAll(List.of(more));
        return Run.of(all.toArray());
    }

    /// A table without the folders of its images.
    private static String bare(String table) {
        return table.lines().map(line -> line.replaceAll("^[^,]*/", "")).collect(Collectors.joining("\n"));
    }

    @Test
    void theTableIsThatOfTheMasks() {
        for (List<Object> options : List.<List<Object>>of(List.of(), List.of("--measures", "all", "--clear-border"),
                List.of("--pixel-size", "2um", "--max-area", 400, "--connectivity", 4, "--measures", "shape"))) {
            List<Object> measure = new ArrayList<>(List.of("measure", dir("masks"), dir("in"), "-r"));
            List<Object> segment = new ArrayList<>(List.of("--split", "-o", "none", "--mask", dir("masks") + "/",
                    "--measure", "-", "-j", 3));
            measure.addAll(options);
            segment.addAll(options);
            Run run = segment(segment.toArray()).succeeded();
            assertEquals(bare(Run.quietly(measure.toArray()).text()), bare(run.text()));
            assertTrue(run.text().lines().count() > COUNT, run.text());
        }
    }

    @Test
    void oneImageIsMeasuredToo() {
        Run run = Run.quietly("segment", dir("in/p3.png"), "-o", "none", "--measure", "-", "--digits", 3, "--closing",
                "none");
        assertEquals(3, run.text().lines().count());
        assertTrue(run.text().startsWith("image,label,area,"), run.text());
        assertTrue(run.text().contains(dir("in/p3.png") + ",1,"), run.text());
    }

    @Test
    void picturesOfTheNumbersAreThoseOfTheTable() throws IOException {
        List<Object> options = List.of("--clear-border", "--max-area", 400);
        List<Object> segment = new ArrayList<>(List.of("--split", "-o", "none", "--mask", dir("m") + "/", "--measure",
                dir("t.csv"), "--labels", dir("l") + "/", "--labels-color", dir("c") + "/", "--overlay",
                dir("v") + "/"));
        segment.addAll(options);
        segment(segment.toArray()).succeeded();
        for (String name : List.of("b/p0", "b/p1", "p2", "p3", "p4")) {
            List<Object> measure = new ArrayList<>(List.of("measure", dir("m/" + name + ".png"),
                    dir("in/" + name + ".png"), "-o", "none", "--labels", dir("l.png"), "--labels-color", dir("c.png"),
                    "--overlay", dir("v.png")));
            measure.addAll(options);
            Run.quietly(measure.toArray());
            for (String kind : List.of("l", "c", "v")) {
                assertArrayEquals(Files.read(dir(kind + ".png")), Files.read(dir(kind + "/" + name + ".png")), kind);
            }
        }
        java.nio.file.Files.delete(dir("l/b/p1.png"));
        segment.add("--resume");
        assertEquals("1 of 5 images done, 4 done before\n", segment(segment.toArray()).err());
        assertTrue(Files.exists(dir("l/b/p1.png")));
        // Without a table, and of one image.
        Run.quietly("segment", dir("in/p3.png"), "--closing", "none", "-o", "none", "--labels", dir("n.npy"),
                "--connectivity", 4);
        Run.quietly("segment", dir("in/p3.png"), "--closing", "none", "-o", "none", "--measure", dir("n.csv"),
                "--connectivity", 4);
        assertEquals(Files.text(dir("n.csv")).lines().count(),
                Run.quietly("measure", dir("n.npy")).text().lines().count());
    }

    @Test
    void moreRegionsThanThePictureHasNumbersAreRefusedBeforeAnythingIsWritten() {
        int side = 520;
        byte[] samples = new byte[side * side];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % side % 2 == 0 && i / side % 2 == 0 ? 200 : 0);
        }
        Path many = Files.write(dir("many.png"), Image.of8Bit(side, side, Layout.GRAY, samples, Attributes.NONE));
        Run run = Run.of("segment", many, "--closing", "none", "-o", "none", "--mask", dir("m.png"), "--labels",
                dir("l.png"));
        assertEquals(1, run.status());
        assertTrue(run.err(folder).startsWith(
                "hadamask: DIR/many.png: has 67600 regions, expected at most 65535 in an image of labels of 16 bits"),
                run.err());
        assertFalse(Files.exists(dir("m.png")));
        Run.quietly("segment", many, "--closing", "none", "-o", "none", "--labels", dir("l.tif"));
        assertEquals(67_601, Run.quietly("measure", dir("l.tif")).text().lines().count());
    }

    @Test
    void regionsThatAreKeptAreThoseOfTheList() {
        segment("-o", "none", "--measure", dir("t.csv")).succeeded();
        List<String> lines = Files.text(dir("t.csv")).lines().toList();
        List<String> some = lines.stream().filter(line -> !line.contains(",2,")).toList();
        assertTrue(some.size() < lines.size());
        Files.write(dir("k.csv"), String.join("\n", some) + "\n");
        Run run = segment("-o", "none", "--measure", dir("u.csv"), "--labels", dir("l") + "/", "--keep-labels",
                dir("k.csv")).succeeded();
        assertEquals(Files.text(dir("k.csv")), Files.text(dir("u.csv")));
        assertEquals(0, run.status());
        assertEquals(some.size(), Run.of("measure", dir("l"), "-r").text().lines().count());
        assertEquals("hadamask: --resume: takes results over that --keep-labels has not seen, expected one of them"
                + " (see hadamask segment --help)\n",
                segment("-o", "none", "--measure", dir("u.csv"), "--keep-labels", dir("k.csv"), "--resume").err());
    }

    @Test
    void theEndingGivesTheFormat() {
        segment("-o", "none", "--measure", dir("t.csv")).succeeded();
        segment("-o", "none", "--measure", dir("t.tsv")).succeeded();
        segment("-o", "none", "--measure", dir("t.jsonl")).succeeded();
        assertEquals(Files.text(dir("t.csv")), Files.text(dir("t.tsv")).replace('\t', ','));
        assertEquals(Files.text(dir("t.csv")).lines().count() - 1, Files.text(dir("t.jsonl")).lines().count());
        Run npy = segment("-o", "none", "--measure", dir("t.npy"));
        assertTrue(npy.err().contains("the names are in"), npy.err());
        assertEquals(COUNT + 1, Files.text(dir("t-images.csv")).lines().count());
        Run other = segment("-o", "none", "--measure", dir("t.xlsx"));
        assertTrue(other.err().contains("names no format that can be written, expected .csv, .tsv, .jsonl, .npy"),
                other.err());
        assertEquals(2, other.status());
    }

    @Test
    void whatFailsIsLeftOut() {
        Files.write(dir("in/p2.png"), "no picture");
        Run run = segment("-o", dir("out"), "--measure", dir("t.csv"), "--errors", dir("e.csv"));
        assertEquals(1, run.status());
        assertFalse(Files.text(dir("t.csv")).contains("p2.png"));
        assertTrue(Files.text(dir("t.csv")).contains("p4.png"));
        assertEquals(2, Files.text(dir("e.csv")).lines().count());
        // What cannot be measured has no other result, either.
        Run auto = segment("-o", dir("auto"), "--measure", dir("a.csv"), "--pixel-size", "auto");
        assertEquals(1, auto.status());
        assertTrue(auto.err().contains("p3.png: says no resolution"), auto.err());
        assertFalse(Files.exists(dir("auto/p3.png")));
    }

    @Test
    void rowsOfAnEarlierRunAreTakenOver() throws IOException {
        segment("-o", dir("out"), "--measure", dir("t.csv")).succeeded();
        byte[] table = Files.read(dir("t.csv"));
        assertEquals("0 of 5 images done, 5 done before\n",
                segment("-o", dir("out"), "--measure", dir("t.csv"), "--resume").err());
        assertArrayEquals(table, Files.read(dir("t.csv")));
        java.nio.file.Files.setLastModifiedTime(dir("in/p4.png"), FileTime.fromMillis(0));
        assertEquals("1 of 5 images done, 4 done before\n",
                segment("-o", dir("out"), "--measure", dir("t.csv"), "--resume").err());
        assertArrayEquals(table, Files.read(dir("t.csv")));
        segment("-o", dir("out"), "--measure", dir("t.csv"), "--resume", "--clear-border").succeeded();
        segment("-o", dir("bare")).succeeded();
        segment("-o", dir("bare"), "--measure", dir("u.csv"), "--resume").succeeded();
        assertArrayEquals(table, Files.read(dir("u.csv")), "images that were done without rows are done again");
    }

    @Test
    void aTableAloneHasItsJournalBesideIt() {
        segment("-o", "none", "--measure", dir("t.csv")).succeeded();
        byte[] table = Files.read(dir("t.csv"));
        assertEquals("0 of 5 images done, 5 done before\n",
                segment("-o", "none", "--measure", dir("t.csv"), "--resume").err());
        assertArrayEquals(table, Files.read(dir("t.csv")));
    }

    @Test
    void whatGoesWithoutATableIsRefused() {
        for (List<Object> option : List.<List<Object>>of(List.of("--measures", "shape"), List.of("--pixel-size", "2"),
                List.of("--clear-border"), List.of("--digits", 3))) {
            Run run = segment(option.toArray());
            assertEquals(2, run.status());
        }
        Run run = segment("-o", "none", "--measures", "shape", "--mask", dir("m/"));
        assertEquals("hadamask: --measures: is for the table of --measure, expected that with it"
                + " (see hadamask segment --help)\n", run.err());
        assertEquals(
                "hadamask: --clear-border: is for the regions of --measure and --labels, expected one of them with it"
                        + " (see hadamask segment --help)\n",
                segment("-o", "none", "--clear-border", "--mask", dir("m/")).err());
        Run same = segment("-o", dir("out"), "--measure", dir("t.csv"), "--errors", dir("t.csv"));
        assertEquals(2, same.status());
    }
}
