package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Mask;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of labels go out and come in, in every format that has them.
class LabelFilesTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 50;

    @TempDir
    Path folder;

    private Path mask = Path.of("");

    @BeforeEach
    void threeCoinsOfWhichTwoTouch() {
        byte[] values = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            double x = i % WIDTH;
            double y = (i - x) / WIDTH;
            values[i] = (byte) (Math.min(Math.hypot(x - 20, y - 24), Math.hypot(x - 46, y - 25)) <= 14
                    || Math.hypot(x - 76, y - 12) <= 8 ? 1 : 0);
        }
        mask = Files.write(folder.resolve("m.png"), new Mask(WIDTH, HEIGHT, values).toImage(Attributes.NONE));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Path labels(String name) {
        Run.quietly("measure", mask, "--split", "--labels", file(name), "-o", file("t.csv"));
        return file(name);
    }

    /// A file of NumPy.
    private Path npy(String name, String descr, String shape, byte[] data) {
        String header = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        byte[] text = padded.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(10 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0);
        bytes.putShort((short) text.length).put(text).put(data);
        return Files.write(file(name), bytes.array());
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    @Test
    void measureFindsTheRegionsOfItsOwnLabels() {
        byte[] expected = Run.quietly("measure", mask, mask, "--split").out();
        assertEquals(4, new String(expected, StandardCharsets.UTF_8).lines().count());
        for (String name : List.of("l.png", "l.tif", "l.pgm", "l.npy")) {
            assertArrayEquals(expected, Run.quietly("measure", labels(name), mask).out(), name);
        }
    }

    @Test
    void numbersStayAsTheyAre() {
        Path numbers = npy("n.npy", "<i4", "2, 5", ints(0, 900000, 900000, 0, 4, 0, 900000, 0, 0, 4));
        Run run = Run.quietly("measure", numbers, "--labels", file("o.npy"), "--min-area", 3);
        assertEquals(List.of("900000,3"), run.text().lines().skip(1).map(line -> line.substring(0, 8)).toList());
        Run again = Run.quietly("measure", file("o.npy"));
        assertEquals(run.text(), again.text());
        List<String> both = Run.quietly("measure", numbers).text().lines().skip(1).toList();
        assertTrue(both.getFirst().startsWith("4,2,") && both.getLast().startsWith("900000,3,"), both.toString());
    }

    @Test
    void aNumberIsOneRegionAlsoInParts() {
        Path parts = npy("n.npy", "|u1", "3, 5", new byte[]{2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 2});
        String[] cells = Run.quietly("measure", parts).text().lines().skip(1).findFirst().orElseThrow().split(",", -1);
        assertEquals("2", cells[0]);
        assertEquals("3", cells[1]);
        assertEquals("5", cells[5]);
        assertEquals("3", cells[6]);
    }

    @Test
    void moreThan65535RegionsAreIn32Bits() {
        byte[] dots = new byte[600 * 600];
        for (int i = 0; i < dots.length; i++) {
            dots[i] = (byte) (i % 2 == 0 && i / 600 % 2 == 0 ? 1 : 0);
        }
        Path many = Files.write(file("many.png"), new Mask(600, 600, dots).toImage(Attributes.NONE));
        byte[] expected = Run.quietly("measure", many).out();
        for (String name : List.of("l.tif", "l.npy")) {
            assertArrayEquals(expected, Run.quietly("measure", many, "--labels", file(name)).out());
            assertArrayEquals(expected, Run.quietly("measure", file(name)).out());
        }
        assertEquals(90_001, new String(expected, StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void otherCommandsTakeWhatHasANumber() {
        for (String name : List.of("l.png", "l.tif", "l.npy")) {
            Path labels = labels(name);
            assertArrayEquals(Run.quietly("refine", mask, "--closing", "none", "-o", "-").out(),
                    Run.quietly("refine", labels, "--closing", "none", "-o", "-").out());
            assertArrayEquals(Run.quietly("apply", mask, mask, "-o", "-").out(),
                    Run.quietly("apply", mask, labels, "-o", "-").out());
        }
    }

    @Test
    void labelsAreScoredOneByOne() {
        Path labels = labels("l.tif");
        assertEquals("iou,dice,precision,recall,accuracy,objects,true_objects,matched,f1,ap\n"
                + "1.0,1.0,1.0,1.0,1.0,3,3,3,1.0,1.0\n", Run.quietly("score", labels, labels("l.npy")).text());
        // The two that touch are one region of the mask, of which the left one is just more than a half.
        Run run = Run.quietly("score", mask, labels, "-f", "json");
        assertTrue(run.text().contains("\"objects\":2,\"true_objects\":3,\"matched\":2,\"f1\":0.8,"), run.text());
        assertEquals("iou,dice,precision,recall,accuracy\n1.0,1.0,1.0,1.0,1.0\n",
                Run.quietly("score", mask, mask).text());
        assertTrue(Run.quietly("score", mask, mask, "--objects").text().endsWith(",2,2,2,1.0,1.0\n"));
    }

    @Test
    void whatIsReadAsLabelsCanBeSaid() {
        Path two = npy("n.npy", "|b1", "1, 3", new byte[]{1, 0, 1});
        assertEquals(3, Run.quietly("measure", two).text().lines().count());
        assertEquals(2, Run.quietly("measure", two, "--read-as", "labels").text().lines().count());
        Run refused = Run.of("measure", labels("l.png"), "--split");
        assertEquals("hadamask: DIR/l.png: holds labels of 3 objects, which are told apart already, expected a mask"
                + " (leave --split away, or use --read-as mask)\n", refused.err(folder));
        assertEquals(1, refused.status());
    }

    @Test
    void coloursTellLabelsApart() {
        Run.quietly("measure", mask, "--split", "--labels-color", file("c.png"), "-o", "none");
        Image colors = Files.image(file("c.png"));
        Set<List<Integer>> seen = new HashSet<>();
        Mask in = Files.mask(mask);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                List<Integer> color = new ArrayList<>();
                for (int c = 0; c < 3; c++) {
                    color.add(colors.sample(x, y, c));
                }
                assertEquals(in.contains(x, y), color.stream().mapToInt(v -> v).sum() > 150);
                seen.add(color);
            }
        }
        assertEquals(4, seen.size());
    }

    private void refused(String line, Path labels) {
        Run run = Run.of("measure", labels);
        assertEquals("hadamask: DIR/" + labels.getFileName() + ": " + line + "\n", run.err(folder));
        assertEquals(1, run.status());
        assertEquals(0, run.out().length);
    }

    @Test
    void badLabelsGetOneLine() {
        refused("holds -3 at the pixel 1,0, expected numbers of objects: whole, from 0 to 2147483647",
                npy("n.npy", "<i4", "1, 3", ints(1, -3, 2)));
        refused("holds 1.5 at the pixel 0,0, expected numbers of objects: whole, from 0 to 2147483647",
                npy("f.npy", "<f4", "1, 1", ints(Float.floatToIntBits(1.5f))));
        refused("has the NumPy shape (1, 1, 3), expected rows and columns",
                npy("d.npy", "<i4", "1, 1, 3", ints(1, 1, 1)));
        refused("is a broken file of NumPy: it ends before its last number", npy("s.npy", "<i4", "2, 3", ints(1, 2)));
        refused("has the NumPy header {'descr': '<c16', 'fortran_order': False, 'shape': (1, 1), }, expected whole numbers",
                npy("c.npy", "<c16", "1, 1", new byte[16]));
        for (float value : new float[]{Float.NaN, Float.POSITIVE_INFINITY, -0.5f, 3e9f}) {
            Path file = npy("v.npy", "<f4", "1, 2", ints(0, Float.floatToIntBits(value)));
            String said = value == 3e9f ? "3000000000" : String.valueOf((double) value);
            refused("holds " + said + " at the pixel 1,0, expected numbers of objects: whole, from 0 to 2147483647",
                    file);
        }
        refused("holds 4294967295 at the pixel 0,0, expected numbers of objects: whole, from 0 to 2147483647",
                npy("u.npy", "<u4", "1, 1", ints(-1)));
        refused("holds -1 at the pixel 0,0, expected numbers of objects: whole, from 0 to 2147483647",
                npy("b.npy", "|i1", "1, 1", new byte[]{-1}));
    }

    @Test
    void picturesThatHoldNoLabelsGetOneLine() {
        Path colors = Files.write(file("rgb.png"), Files.disc(WIDTH, HEIGHT));
        for (List<Object> command : List.<List<Object>>of(List.of("measure", colors), List.of("refine", colors, "-o",
                file("o.png")), List.of("apply", mask, colors, "-o", file("o.png")), List.of("score", colors, mask))) {
            List<Object> words = new ArrayList<>(command);
            words.addAll(List.of("--read-as", "labels"));
            Run run = Run.of(words.toArray());
            assertEquals("hadamask: DIR/rgb.png: has colours, expected grey samples that are numbers of objects\n",
                    run.err(folder));
            assertEquals(1, run.status());
        }
        Path alpha = Files.write(file("ga.png"), Image.of8Bit(1, 1, hadamask.image.Layout.GRAY_ALPHA,
                new byte[]{1, 2}, Attributes.NONE));
        assertEquals("hadamask: DIR/ga.png: has alpha, expected grey samples that are numbers of objects\n",
                Run.of("measure", alpha, "--read-as", "labels").err(folder));
        // Without the word a picture in colours is a mask, and what it is is said.
        Run guessed = Run.of("measure", colors);
        assertTrue(guessed.err().startsWith("note: ") && guessed.err().contains("grey levels"), guessed.err());
        assertEquals(0, guessed.status());
    }

    @Test
    void tooManyLabelsForAFormatAreRefusedBeforeAnythingIsWritten() {
        Path large = npy("l.npy", "<i4", "1, 3", ints(0, 70000, 5));
        for (String name : List.of("o.png", "o.pgm")) {
            Run run = Run.of("measure", large, "--labels", file(name), "-o", file("t.csv"));
            assertEquals(
                    "hadamask: DIR/l.npy: has a region called 70000, expected at most 65535 in an image of labels of"
                            + " 16 bits (--labels with a name that ends in .tif or .npy has 32 bits)\n",
                    run.err(folder));
            assertEquals(1, run.status());
            assertTrue(!Files.exists(file(name)) && !Files.exists(file("t.csv")));
        }
    }
}
