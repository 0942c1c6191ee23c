package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `segment` of pictures that are cut-outs already.
class AlphaOfTheInputTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 50;
    private static final Mask DISC = Files.discMask(WIDTH, HEIGHT);

    @TempDir
    Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    /// A grey disc, transparent around it, where other colours are hidden.
    private Path cutOut(String name, long hidden) {
        Random random = new Random(hidden);
        byte[] samples = new byte[4 * WIDTH * HEIGHT];
        random.nextBytes(samples);
        for (int i = 0; i < samples.length; i += 4) {
            boolean in = DISC.values()[i / 4] != 0;
            samples[i] = (byte) (in ? 255 : 0);
            for (int c = 1; in && c < 4; c++) {
                samples[i + c] = (byte) (90 + 10 * c + i / 4 % 7);
            }
        }
        return Files.write(file(name), Image.of8Bit(WIDTH, HEIGHT, Layout.ABGR, samples, Attributes.NONE));
    }

    private Mask segmented(Path picture, Object... options) {
        Object[] args = new Object[8 + options.length];
        System.arraycopy(new Object[]{"segment", picture, "-o", file("o.png"), "--mask", file("mask.png"), "--closing",
            "none"}, 0, args, 0, 8);
        System.arraycopy(options, 0, args, 8, options.length);
        Run.quietly(args);
        return Files.mask(file("mask.png"));
    }

    @Test
    void whatIsTransparentIsGround() {
        assertEquals(DISC, segmented(cutOut("a.png", 1)));
        assertNotEquals(DISC, segmented(cutOut("a.png", 1), "--alpha", "ignore"));
        assertEquals(DISC, segmented(cutOut("a.png", 1), "--alpha=weight"));
    }

    @Test
    void hiddenColoursChangeNothing() {
        List<String> results = List.of("mask.png", "o.jpg", "stages.png");
        for (int i = 0; i < 2; i++) {
            Run.quietly("segment", Files.write(file("a.png"), Files.read(cutOut("a" + i + ".png", i))), "-o",
                    file("o.jpg"), "--mask", file("mask.png"), "--stages", file("stages.png"));
            for (String name : results) {
                Files.write(file(i + name), Files.read(file(name)));
            }
        }
        for (String name : results) {
            assertArrayEquals(Files.read(file("0" + name)), Files.read(file("1" + name)), name);
        }
    }

    @Test
    void whatIsTransparentEverywhereIsRefused() {
        Path picture = Files.write(file("a.png"),
                Image.of8Bit(2, 1, Layout.GRAY_ALPHA, new byte[]{9, 0, 99, 0}, Attributes.NONE));
        Run run = Run.of("segment", picture, "-o", file("o.png"));
        assertEquals("hadamask: DIR/a.png: is transparent everywhere, expected something that can be seen (use --alpha"
                + " ignore to take the colours below)\n", run.err(folder));
        assertEquals(1, run.status());
        assertFalse(Files.exists(file("o.png")));
        Run.quietly("segment", picture, "-o", file("o.png"), "--alpha", "ignore");
    }

    @Test
    void resultsOfTheOtherUseAreNotResumed() {
        Path picture = cutOut("a.png", 3);
        Path mask = file("m.png");
        Run.of("segment", picture, "-o", file("out") + "/", "--mask", mask, "--closing", "none", "--resume");
        assertEquals(DISC, Files.mask(mask));
        Run.of("segment", picture, "-o", file("out") + "/", "--mask", mask, "--closing", "none", "--resume", "--alpha",
                "ignore");
        assertNotEquals(DISC, Files.mask(mask));
    }

    @Test
    void theSettingIsShown() {
        assertTrue(Run.quietly("segment", "--print-settings").text().contains("alpha=weight\n"));
        assertTrue(Run.quietly("segment", "--print-settings", "--alpha", "ignore").text().contains("alpha=ignore\n"));
        assertTrue(Run.of("segment", "a.png", "--alpha", "half").err().contains("--alpha"));
    }
}
