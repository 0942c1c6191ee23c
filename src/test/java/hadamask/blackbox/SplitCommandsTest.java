package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.segment.refine.Regions;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--split` of the commands that have it: two coins that touch are two.
class SplitCommandsTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 50;

    @TempDir
    Path folder;

    private Path mask = Path.of("");

    @BeforeEach
    void twoCoinsThatTouch() {
        byte[] values = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            int y = i / WIDTH;
            double left = Math.hypot(i % WIDTH - 27.0, y - 24.0);
            double right = Math.hypot(i % WIDTH - 59.0, y - 25.0);
            values[i] = (byte) (Math.min(left, right) <= 17 ? 1 : 0);
        }
        mask = Files.write(folder.resolve("coins.png"), new Mask(WIDTH, HEIGHT, values).toImage(Attributes.NONE));
    }

    @Test
    void measureCountsBothAndLosesNoPixel() {
        Path labels = folder.resolve("l.png");
        Run whole = Run.quietly("measure", mask);
        Run parts = Run.quietly("measure", mask, "--split", "--labels", labels);
        assertEquals(2, whole.text().lines().count());
        assertEquals(3, parts.text().lines().count());
        Image numbers = Files.image(labels);
        Mask in = Files.mask(mask);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(in.contains(x, y), numbers.sample(x, y, 0) > 0);
            }
        }
        assertEquals(1, numbers.sample(27, 24, 0));
        assertEquals(2, numbers.sample(59, 25, 0));
        assertArrayEquals(whole.out(), Run.quietly("measure", mask, "--split=14").out());
        assertArrayEquals(parts.out(), Run.quietly("measure", mask, "--split", "0.5").out());
    }

    @Test
    void refineAndSegmentDrawALine() {
        Mask refined = Files
                .mask(Files.write(folder.resolve("r.png"),
                        Run.quietly("refine", mask, "--closing", "none", "--split", "-o", "-").image()));
        assertEquals(2, Regions.count(refined));
        Path found = folder.resolve("s.png");
        Run.quietly("segment", mask, "--closing", "none", "--split", "-o", "none", "--mask", found);
        assertEquals(refined, Files.mask(found));
        Run.quietly("segment", mask, "--preset", "cells", "--split", "-o", "none", "--mask", found);
        assertEquals(2, Regions.count(Files.mask(found)));
        Run largest = Run.quietly("refine", mask, "--closing", "none", "--split", "--largest", "-o", "-");
        assertEquals(1, Regions.count(Mask.of(largest.image())));
    }

    @Test
    void theUsualClosingIsSaidToJoin() {
        String said = "note: --closing joins objects over gaps of up to 40 pixels before --split parts them"
                + " (of objects that lie close, --closing none)\n";
        assertEquals(said, Run.of("refine", mask, "--split", "-o", "-").err());
        assertEquals(said, Run.of("segment", mask, "--split", "-o", "none", "--mask", "-").err());
        Run.quietly("refine", mask, "--closing", "5x10", "--split", "-o", "-");
    }

    @Test
    void aDepthIsAboveZero() {
        for (String depth : new String[]{"0", "-1", "x", "NaN", "Infinity"}) {
            Run run = Run.of("measure", mask, "--split=" + depth);
            assertEquals(
                    "hadamask: --split: '" + depth + "' was found, expected a depth above 0 in pixels, such as 0.5,"
                            + " or none (see hadamask measure --help)\n",
                    run.err());
            assertEquals(2, run.status());
        }
        assertArrayEquals(Run.quietly("measure", mask).out(), Run.quietly("measure", mask, "--split=none").out());
    }
}
