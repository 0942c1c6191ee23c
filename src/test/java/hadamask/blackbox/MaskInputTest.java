package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that take a mask: what they guess about the picture is said, and nothing is empty in silence.
class MaskInputTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;
    private static final Mask DISC = Files.discMask(WIDTH, HEIGHT);

    @TempDir
    Path folder;

    private Path picture = Path.of("");
    private Path usual = Path.of("");

    @BeforeEach
    void aPictureAndItsMask() {
        picture = Files.write(folder.resolve("a.png"), Files.disc(WIDTH, HEIGHT));
        usual = Files.write(folder.resolve("usual.png"), DISC.toImage(Attributes.NONE));
    }

    /// The arguments of each command that takes a mask, with this one.
    private List<List<Object>> commands(Path mask) {
        return List.of(List.of("refine", mask, "--closing", "none", "-o", "-"),
                List.of("apply", picture, mask, "-o", "-"), List.of("score", mask, usual),
                List.of("score", usual, mask),
                List.of("measure", mask), List.of("measure", mask, picture));
    }

    /// Each command does with a mask what it does with the usual one, and says this.
    private void assertSaid(String note, Path mask) {
        List<List<Object>> expected = commands(usual);
        List<List<Object>> found = commands(mask);
        for (int i = 0; i < found.size(); i++) {
            Run run = Run.of(found.get(i).toArray());
            assertEquals(note, run.err(folder), found.get(i).toString());
            assertEquals(0, run.status());
            assertArrayEquals(Run.quietly(expected.get(i).toArray()).out(), run.out());
        }
    }

    private Path gray(String name, int bits, int in) {
        byte[] bytes = new byte[WIDTH * HEIGHT];
        short[] shorts = new short[WIDTH * HEIGHT];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (DISC.values()[i] * in);
            shorts[i] = (short) (DISC.values()[i] * in);
        }
        return Files.write(folder.resolve(name),
                bits == 8
                        ? Image.of8Bit(WIDTH, HEIGHT, Layout.GRAY, bytes, Attributes.NONE)
                        : Image.of16Bit(WIDTH, HEIGHT, Layout.GRAY, shorts, Attributes.NONE));
    }

    @Test
    void masksOf0And1AreTakenAndSaid() {
        String words = ": its only samples are 0 and 1, it was taken as a mask of these (1 is in)\n";
        assertSaid("note: DIR/m.png" + words, gray("m.png", 8, 1));
        assertSaid("note: DIR/m16.png" + words, gray("m16.png", 16, 1));
        assertSaid("note: DIR/m.tif" + words, gray("m.tif", 8, 1));
    }

    @Test
    void masksInAlphaAloneAreTakenAndSaid() {
        byte[] samples = new byte[4 * WIDTH * HEIGHT];
        for (int i = 0; i < samples.length; i += 4) {
            samples[i] = (byte) -DISC.values()[i / 4];
        }
        Path mask = Files.write(folder.resolve("m.png"),
                Image.of8Bit(WIDTH, HEIGHT, Layout.ABGR, samples, Attributes.NONE));
        assertSaid("note: DIR/m.png: what is seen of it has one colour, its alpha was taken as the mask\n", mask);
    }

    @Test
    void quietSaysNothing() {
        Run run = Run.of("measure", gray("m.png", 8, 1), "-q");
        assertEquals("", run.err());
        assertEquals(Run.quietly("measure", usual).text(), run.text());
    }

    @Test
    void oneNumberIsTakenForALabelAndSaid() {
        Path labels = gray("labels.png", 16, 7);
        for (List<Object> command : commands(labels)) {
            Run run = Run.of(command.toArray());
            assertEquals("note: DIR/labels.png: was taken as labels of 1 object (if it is a mask, --read-as mask)\n",
                    run.err(folder));
            assertEquals(0, run.status());
        }
        assertArrayEquals(Run.quietly("refine", usual, "--closing", "none", "-o", "-").out(),
                Run.quietly("refine", labels, "--closing", "none", "-o", "-", "--read-as", "labels").out());
    }

    @Test
    void whatIsDarkIsNoMask() {
        Path dark = gray("dark.png", 16, 7);
        for (List<Object> command : commands(dark)) {
            List<Object> words = new java.util.ArrayList<>(command);
            words.addAll(List.of("--read-as", "mask"));
            Run run = Run.of(words.toArray());
            assertEquals(
                    "hadamask: DIR/dark.png: has greys of at most 7 of 65535, which makes an empty mask, expected"
                            + " some above one half (if these are numbers of objects: --read-as labels; to make a mask of what is not black: segment IMAGE --threshold 0 --foreground"
                            + " bright --closing none --fill-holes none --mask mask.png)\n",
                    run.err(folder));
            assertEquals(1, run.status());
            assertEquals(0, run.out().length);
        }
        // What it advises works.
        Path mask = folder.resolve("mask.png");
        Run.quietly("segment", dark, "--threshold", "0", "--foreground", "bright", "--closing", "none",
                "--fill-holes", "none", "--mask", mask, "-o", folder.resolve("o.png"));
        assertEquals(DISC, Files.mask(mask));
    }

    @Test
    void cutOutsAreSaidToBeNoMask() {
        Path cutout = folder.resolve("c.png");
        Run.quietly("segment", picture, "-o", cutout, "--closing", "none");
        for (List<Object> command : commands(cutout)) {
            Run run = Run.of(command.toArray());
            assertEquals(0, run.status());
            String said = run.err(folder).replaceAll("has \\d+ grey", "has N grey");
            assertEquals("note: DIR/c.png: has N grey levels, expected a mask of two (what is brighter than half counts"
                    + " as in)\n", said, command.toString());
        }
        assertFalse(Run.of("refine", cutout, "-o", "-", "-q").err().contains("note"));
    }
}
