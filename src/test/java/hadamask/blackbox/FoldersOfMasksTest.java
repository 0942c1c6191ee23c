package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.refine.NaiveMorphology;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `measure` and `score` of whole folders: one table, in the order of the masks, and failures as `segment` has them.
class FoldersOfMasksTest {
    private static final int COUNT = 7;

    @TempDir
    Path folder;

    @BeforeEach
    void masksWithTheirImages() throws IOException {
        for (String name : List.of("masks", "images", "truth")) {
            java.nio.file.Files.createDirectories(folder.resolve(name + "/a"));
            java.nio.file.Files.createDirectories(folder.resolve(name + "/b"));
        }
        Random random = new Random(1);
        for (int i = 0; i < COUNT; i++) {
            Mask mask = NaiveMorphology.random(random, 40 + i, 30);
            String below = i < 3 ? "a/" : i < 5 ? "b/" : "";
            Files.write(folder.resolve("masks/" + below + "m" + i + ".png"), mask.toImage(Attributes.NONE));
            Files.write(folder.resolve("images/" + below + "m" + i + ".tif"), Files.disc(40 + i, 30));
        }
    }

    private Path dir(String name) {
        return folder.resolve(name);
    }

    /// The masks in the order in which a folder is searched.
    private List<Path> masks() {
        List<Path> masks = new ArrayList<>();
        for (String name : List.of("a/m0", "a/m1", "a/m2", "b/m3", "b/m4", "m5", "m6")) {
            masks.add(dir("masks/" + name + ".png"));
        }
        return masks;
    }

    private static Path imageOf(Path mask) {
        return Path.of(mask.toString().replace("/masks/", "/images/").replace(".png", ".tif"));
    }

    @Test
    void theTableIsThatOfEachMaskBelowTheOther() {
        for (boolean images : new boolean[]{false, true}) {
            StringBuilder expected = new StringBuilder();
            for (Path mask : masks()) {
                String text = (images ? Run.quietly("measure", mask, imageOf(mask)) : Run.quietly("measure", mask))
                        .text();
                text.lines().skip(expected.isEmpty() ? 0 : 1).forEach(line -> expected
                        .append(line.startsWith("label,") ? "image" : mask).append(',').append(line).append('\n'));
            }
            for (int threads : new int[]{1, 4}) {
                Run run = images
                        ? Run.quietly("measure", dir("masks"), dir("images"), "-r", "-j", threads)
                        : Run.quietly("measure", dir("masks"), "-r", "-j", threads);
                assertEquals(expected.toString(), run.text());
            }
        }
    }

    @Test
    void theEndingGivesTheFormat() {
        Run.quietly("measure", dir("masks"), "-r", "-o", dir("o.tsv"));
        Run.quietly("measure", dir("masks"), "-r", "-o", dir("o.jsonl"));
        List<String> tabs = Files.text(dir("o.tsv")).lines().toList();
        List<String> objects = Files.text(dir("o.jsonl")).lines().toList();
        assertEquals(tabs.size() - 1, objects.size());
        assertTrue(tabs.getFirst().startsWith("image\tlabel\tarea\t"), tabs.getFirst());
        String[] cells = tabs.get(1).split("\t", -1);
        assertTrue(objects.getFirst().startsWith("{\"image\":\"" + cells[0] + "\",\"label\":1,\"area\":" + cells[2]
                + ","), objects.getFirst());
        assertArrayEquals(Files.read(dir("o.jsonl")), Run.quietly("measure", dir("masks"), "-r", "-f", "json").out());
    }

    /// Reads a `.npy` of two dimensions.
    private static double[][] numbers(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int start = 10 + bytes.getChar(8);
        String header = new String(file, 10, start - 10, StandardCharsets.US_ASCII);
        String[] shape = header.replaceAll("(?s).*\\((.*)\\).*", "$1").split(", *", -1);
        double[][] rows = new double[Integer.parseInt(shape[0].strip())][Integer.parseInt(shape[1].strip())];
        assertEquals(file.length, start + 8L * rows.length * rows[0].length, header);
        assertEquals(0, start % 64);
        for (int i = 0; i < rows.length * rows[0].length; i++) {
            rows[i / rows[0].length][i % rows[0].length] = bytes.getDouble(start + 8 * i);
        }
        return rows;
    }

    @Test
    void npyHasThePlaceOfTheImageForItsName() {
        List<String> lines = Run.quietly("measure", dir("masks"), dir("images"), "-r").text().lines().skip(1).toList();
        Run run = Run.of("measure", dir("masks"), dir("images"), "-r", "-o", dir("o.npy"), "-j", 3);
        assertEquals("note: DIR/o.npy: a .npy holds numbers alone: its first column is the place of the image, from 1,"
                + " the names are in DIR/o-images.csv\n", run.err(folder));
        double[][] rows = numbers(Files.read(dir("o.npy")));
        List<String> names = Files.text(dir("o-images.csv")).lines().toList();
        assertEquals("index,image", names.getFirst());
        assertEquals(COUNT + 1, names.size());
        assertEquals(lines.size(), rows.length);
        for (int row = 0; row < rows.length; row++) {
            String[] cells = lines.get(row).split(",", -1);
            assertEquals((int) rows[row][0] + "," + cells[0], names.get((int) rows[row][0]));
            for (int column = 1; column < cells.length; column++) {
                assertEquals(cells[column].equals("nan") ? Double.NaN : Double.parseDouble(cells[column]),
                        rows[row][column]);
            }
        }
        Run piped = Run.of("measure", dir("masks"), dir("images"), "-r", "-f", "npy");
        assertArrayEquals(Files.read(dir("o.npy")), piped.out());
        assertEquals("note: standard output: a .npy holds numbers alone: its first column is the place of the image,"
                + " from 1\n", piped.err());
    }

    private static String below(Path mask) {
        return mask.toString().replaceFirst(".*/masks/", "");
    }

    @Test
    void picturesOfMasksLieAsTheMasksDo() throws IOException {
        List<Object> pictures = List.of("--labels", dir("l") + "/", "--labels-color", dir("c") + "/", "--overlay",
                dir("v/{dir}/{name}-v.png"));
        List<Object> all = new ArrayList<>(List.of("measure", dir("masks"), dir("images"), "-r", "-o", dir("t.csv")));
        all.addAll(pictures);
        Run.quietly(all.toArray());
        for (Path mask : masks()) {
            Run.quietly("measure", mask, imageOf(mask), "-o", "none", "--labels", dir("l.png"), "--labels-color",
                    dir("c.png"), "--overlay", dir("v.png"));
            assertArrayEquals(Files.read(dir("l.png")), Files.read(dir("l/" + below(mask))));
            assertArrayEquals(Files.read(dir("c.png")), Files.read(dir("c/" + below(mask))));
            assertArrayEquals(Files.read(dir("v.png")), Files.read(dir("v/" + below(mask).replace(".png", "-v.png"))));
        }
        // What is whole is left alone; what is missing, or was changed, is made again.
        java.nio.file.Files.delete(dir("l/a/m1.png"));
        Files.write(dir("c/b/m3.png"), "other");
        all.add("--resume");
        assertEquals("2 of 7 images done, 5 done before\n", Run.of(all.toArray()).err());
        assertTrue(Files.exists(dir("l/a/m1.png")));
        // Pictures of labels among the masks are none of these.
        String table = Run.quietly("measure", dir("masks"), "-r").text();
        for (int time = 0; time < 2; time++) {
            assertEquals(table, Run.quietly("measure", dir("masks"), "-r", "--labels", dir("masks/l") + "/").text());
        }
    }

    @Test
    void picturesOfManyMasksReplaceNoInput() {
        Files.write(dir("masks/o.png"), Files.discMask(9, 9).toImage(Attributes.NONE));
        Files.write(dir("images/o.png"), Files.disc(9, 9));
        byte[] before = Files.read(dir("images/o.png"));
        Run run = Run.of("measure", dir("masks"), dir("images"), "-r", "--labels", dir("images") + "/");
        assertEquals("hadamask: --labels: DIR/images/o.png is also an input, expected another name"
                + " (see hadamask measure --help)\n", run.err(folder));
        assertEquals(2, run.status());
        assertArrayEquals(before, Files.read(dir("images/o.png")));
        assertEquals(2, Run.of("measure", dir("masks"), "-r", "--overlay", dir("v") + "/").status());
    }

    @Test
    void masksOfAFolderAreRefined() throws IOException {
        List<Object> all = new ArrayList<>(List.of("refine", dir("masks"), "-r", "--closing", "3x1", "--fill-holes",
                "none", "-o", dir("r"), "--labels", dir("l/{dir}/{name}.tif")));
        Run.quietly(all.toArray());
        for (Path mask : masks()) {
            Run.quietly("refine", mask, "--closing", "3x1", "--fill-holes", "none", "-o", dir("r.png"), "--labels",
                    dir("l.tif"));
            assertArrayEquals(Files.read(dir("r.png")), Files.read(dir("r/" + below(mask))));
            assertArrayEquals(Files.read(dir("l.tif")),
                    Files.read(dir("l/" + below(mask).replace(".png", ".tif"))));
            assertArrayEquals(Run.quietly("measure", dir("r.png")).out(), Run.of("measure", dir("l.tif")).out());
        }
        Files.write(masks().getLast(), "no picture");
        java.nio.file.Files.delete(dir("r/m5.png"));
        all.addAll(List.of("--resume", "--errors", dir("e.csv")));
        Run run = Run.of(all.toArray());
        assertTrue(run.err().endsWith("1 of 7 images done, 5 done before, 1 failed\n"), run.err());
        assertEquals(1, run.status());
        assertEquals(2, Files.text(dir("e.csv")).lines().count());
        assertEquals("hadamask: --output: is missing, expected a folder, a pattern or none for the masks that are found"
                + " (see hadamask refine --help)\n", Run.of("refine", dir("masks"), "-r").err());
        assertEquals("hadamask: --output: none leaves nothing to do, expected --labels or --labels-color with it"
                + " (see hadamask refine --help)\n", Run.of("refine", dir("masks"), "-r", "-o", "none").err());
    }

    private String again(Object... more) {
        List<Object> all = new ArrayList<>(
                List.of("measure", dir("masks"), dir("images"), "-r", "-o", dir("t.csv"), "--resume"));
        all.addAll(List.of(more));
        return Run.of(all.toArray()).err(folder);
    }

    @Test
    void rowsOfAnEarlierRunAreTakenOver() throws IOException {
        assertEquals("", again());
        byte[] table = Files.read(dir("t.csv"));
        assertEquals("0 of 7 images done, 7 done before\n", again("-j", 1));
        assertArrayEquals(table, Files.read(dir("t.csv")));
        // The rows are in the journal: the table may go, and numbers may be written in another way.
        java.nio.file.Files.delete(dir("t.csv"));
        assertEquals("0 of 7 images done, 7 done before\n", again("--digits", 17));
        assertEquals("0 of 7 images done, 7 done before\n", again());
        assertArrayEquals(table, Files.read(dir("t.csv")));
        Mask other = NaiveMorphology.random(new Random(99), 41, 30);
        Files.write(masks().get(1), other.toImage(Attributes.NONE));
        assertEquals("1 of 7 images done, 6 done before\n", again());
        Files.write(imageOf(masks().get(2)), Files.disc(42, 30));
        assertEquals("1 of 7 images done, 6 done before\n", again());
        assertEquals("0 of 7 images done, 7 done before\n", again());
        Run fresh = Run.quietly("measure", dir("masks"), dir("images"), "-r");
        assertArrayEquals(fresh.out(), Files.read(dir("t.csv")));
        assertEquals("", again("--connectivity", 4), "another option is another run");
        assertEquals("", again());
    }

    @Test
    void contentIsComparedWhereThatIsAskedFor() throws IOException {
        again();
        java.nio.file.Files.setLastModifiedTime(masks().getFirst(), FileTime.fromMillis(0));
        java.nio.file.Files.setLastModifiedTime(imageOf(masks().getLast()), FileTime.fromMillis(0));
        assertEquals("0 of 7 images done, 7 done before\n", again("--checksum"));
        assertEquals("2 of 7 images done, 5 done before\n", again());
    }

    @Test
    void whatFailedOrIsNewIsMeasured() throws IOException {
        Files.write(dir("masks/a/m1.png"), "no picture");
        String said = again();
        assertTrue(said.endsWith("6 of 7 images done, 1 failed\n"), said);
        Files.write(dir("masks/a/m1.png"), NaiveMorphology.random(new Random(3), 41, 30).toImage(Attributes.NONE));
        Files.write(dir("masks/a/m9.png"), NaiveMorphology.random(new Random(4), 40, 30).toImage(Attributes.NONE));
        Files.write(dir("images/a/m9.png"), Files.disc(40, 30));
        assertEquals("2 of 8 images done, 6 done before\n", again());
        assertArrayEquals(Run.quietly("measure", dir("masks"), dir("images"), "-r").out(), Files.read(dir("t.csv")));
        java.nio.file.Files.delete(dir("masks/a/m9.png"));
        assertEquals("0 of 7 images done, 7 done before\n", again());
        // A journal that was cut off in a line, as a run that was killed leaves it.
        byte[] journal = Files.read(dir(".t.csv.hadamask-journal"));
        Files.write(dir(".t.csv.hadamask-journal"), Arrays.copyOf(journal, journal.length / 2));
        String gone = again(); // how many of its lines are left, if any, depends on the order of the images
        assertTrue(gone.matches("(\\d of 7 images done, \\d done before\n)?"), gone);
        assertArrayEquals(Run.quietly("measure", dir("masks"), dir("images"), "-r").out(), Files.read(dir("t.csv")));
    }

    @Test
    void scoresAreTakenOver() {
        for (Path mask : masks()) {
            Files.write(Path.of(mask.toString().replace("/masks/", "/truth/")), Files.image(mask));
        }
        Run.quietly("score", dir("masks"), dir("truth"), "-r", "-o", dir("s.csv"), "--objects");
        byte[] table = Files.read(dir("s.csv"));
        Run run = Run.of("score", dir("masks"), dir("truth"), "-r", "-o", dir("s.csv"), "--objects", "--resume");
        assertEquals("0 of 7 images done, 7 done before\n", run.err());
        assertArrayEquals(table, Files.read(dir("s.csv")));
    }

    @Test
    void resumingNeedsATableThatIsAFile() {
        assertEquals("hadamask: --resume: goes by a journal beside the table, expected a file with --output"
                + " (see hadamask measure --help)\n", Run.of("measure", dir("masks"), "-r", "--resume").err());
        assertEquals("hadamask: --resume: is for many masks, expected -r with it (see hadamask measure --help)\n",
                Run.of("measure", masks().getFirst(), "--resume", "-o", dir("t.csv")).err());
        assertEquals("hadamask: --checksum: says how --resume compares, expected --resume"
                + " (see hadamask score --help)\n",
                Run.of("score", dir("masks"), dir("truth"), "-r", "--checksum", "-o", dir("t.csv")).err());
    }

    @Test
    void failuresLeaveTheOthersAndTheStatusOfAFailure() {
        Files.write(dir("masks/a/m1.png"), "no picture");
        Files.write(dir("images/b/m3.png"), Files.disc(43, 30));
        Files.write(dir("images/m6.tif"), Files.disc(9, 9));
        Files.write(dir("masks/lonely.png"), Files.discMask(9, 9).toImage(Attributes.NONE));
        Run run = Run.of("measure", dir("masks"), dir("images"), "-r", "--errors", dir("failed.csv"));
        assertEquals(1, run.status());
        assertEquals(
                """
                        hadamask: DIR/masks/a/m1.png: is not an image: none of PNG, JPEG, TIFF, BMP, PNM, GIF, WebP was recognised
                        hadamask: DIR/masks/b/m3.png: has 2 partners, expected one of DIR/images/b/m3.png and DIR/images/b/m3.tif
                        hadamask: DIR/masks/lonely.png: has no partner, expected DIR/images/lonely with the ending of an image
                        hadamask: DIR/images/m6.tif: has 9 x 9 pixels, expected 46 x 30 as DIR/masks/m6.png has
                        4 of 8 images done, 4 failed
                        """,
                run.err(folder));
        List<String> images = run.text().lines().skip(1).map(line -> line.substring(0, line.indexOf(','))).distinct()
                .toList();
        assertEquals(List.of(0, 2, 4, 5).stream().map(i -> masks().get(i).toString()).toList(), images);
        assertEquals(5, Files.text(dir("failed.csv")).lines().count());
    }

    @Test
    void whatIsNoFolderIsSaid() {
        Run file = Run.of("measure", masks().getFirst(), "-r");
        assertEquals("hadamask: DIR/masks/a/m0.png: is a file, expected a folder\n", file.err(folder));
        assertEquals("hadamask: DIR/gone: is not there, expected a folder\n",
                Run.of("measure", dir("masks"), dir("gone"), "-r").err(folder));
        assertEquals(
                "hadamask: --labels: DIR/l.png is one file for 7 images, expected a folder such as DIR/l/, or a pattern"
                        + " such as 'DIR/l/{name}.png' (see hadamask measure --help)\n",
                Run.of("measure", dir("masks"), "-r", "--labels", dir("l.png")).err(folder));
        assertEquals("hadamask: --errors: is for many masks, expected -r with it (see hadamask measure --help)\n",
                Run.of("measure", masks().getFirst(), "--errors", dir("e.csv")).err());
        assertTrue(Run.of("measure", dir("masks")).err().contains("is a folder"),
                Run.of("measure", dir("masks")).err());
    }

    @Test
    void picturesWithMoreChannelsThanTheFirstAreSaid() {
        Files.write(dir("images/a/m0.tif"), Image.of8Bit(40, 30, Layout.GRAY, new byte[40 * 30], Attributes.NONE));
        Run run = Run.of("measure", dir("masks"), dir("images"), "-r");
        assertEquals(0, run.status());
        assertEquals(
                "note: DIR/masks/a/m1.png: has red_mean, red_sd, green_mean, green_sd, blue_mean, blue_sd, which the"
                        + " first image has not (left out, also of others)\n",
                run.err(folder));
        assertTrue(run.text().startsWith("image,label,") && run.text().lines().findFirst().orElseThrow()
                .endsWith(",gray_mean,gray_sd"), run.text());
    }

    @Test
    void scoresOfOneMaskHaveTheSameFormats() {
        Path mask = masks().getFirst();
        Files.write(dir("t.png"), Files.discMask(40, 30).toImage(Attributes.NONE));
        String csv = Run.quietly("score", mask, dir("t.png"), "--objects").text();
        assertEquals(csv, Run.quietly("score", mask, dir("t.png"), "--objects", "-f", "tsv").text().replace('\t', ','));
        Run.quietly("score", mask, dir("t.png"), "--objects", "-o", dir("s.npy"));
        double[][] numbers = numbers(Files.read(dir("s.npy")));
        String[] cells = csv.lines().skip(1).findFirst().orElseThrow().split(",", -1);
        assertEquals(1, numbers.length);
        for (int i = 0; i < cells.length; i++) {
            assertEquals(Double.parseDouble(cells[i]), numbers[0][i]);
        }
    }

    @Test
    void scoresHaveALineForEachMaskAndTheirMean() {
        for (Path mask : masks()) {
            Files.write(Path.of(mask.toString().replace("/masks/", "/truth/")), Files.image(mask));
        }
        Files.write(dir("truth/m6.png"), Files.discMask(46, 30).toImage(Attributes.NONE));
        Run run = Run.quietly("score", dir("masks"), dir("truth"), "-r", "--objects");
        List<String> lines = run.text().lines().toList();
        assertEquals(COUNT + 2, lines.size());
        assertEquals("mask,iou,dice,precision,recall,accuracy,objects,true_objects,matched,f1,ap", lines.getFirst());
        double sum = 0;
        for (int i = 1; i <= COUNT; i++) {
            String[] cells = lines.get(i).split(",", -1);
            assertEquals(masks().get(i - 1).toString(), cells[0]);
            assertEquals(i == COUNT, Double.parseDouble(cells[1]) < 1);
            sum += Double.parseDouble(cells[1]);
        }
        String[] mean = lines.getLast().split(",", -1);
        assertEquals("mean", mean[0]);
        assertEquals(sum / COUNT, Double.parseDouble(mean[1]), 1e-12);
        Run.quietly("score", dir("masks"), dir("truth"), "-r", "--objects", "-o", dir("s.tsv"));
        assertEquals(run.text(), Files.text(dir("s.tsv")).replace('\t', ','));
        Run npy = Run.of("score", dir("masks"), dir("truth"), "-r", "--objects", "-o", dir("s.npy"));
        assertTrue(npy.err().contains("the names are in"), npy.err());
        assertEquals(COUNT + 1, Files.text(dir("s-images.csv")).lines().count());
        double[][] numbers = numbers(Files.read(dir("s.npy")));
        assertEquals(COUNT + 1, numbers.length);
        assertEquals(1, numbers[0][0]);
        assertEquals(Double.NaN, numbers[COUNT][0], "the mean has no place");
        for (int i = 1; i < mean.length; i++) {
            assertEquals(Double.parseDouble(mean[i]), numbers[COUNT][i]);
        }
        Run.quietly("score", dir("masks"), dir("truth"), "-r", "-o", dir("s.jsonl"), "-j", 2);
        assertEquals(COUNT + 1, Files.text(dir("s.jsonl")).lines().count());
    }
}
