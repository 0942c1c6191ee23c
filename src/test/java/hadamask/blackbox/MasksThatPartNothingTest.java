package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mask in which nothing or everything is object is written, since it may be right, and said, since it seldom is.
class MasksThatPartNothingTest {
    private static final String REMEDY = " (--suggest shows what other ways find)\n";

    @TempDir
    Path folder;

    private Path page(byte level) {
        byte[] samples = new byte[60 * 40];
        Arrays.fill(samples, level);
        return Files.write(folder.resolve("page.png"), Image.of8Bit(60, 40, Layout.GRAY, samples, Attributes.NONE));
    }

    private String said(Path page, String... options) {
        Object[] args = new Object[4 + options.length];
        System.arraycopy(new Object[]{"segment", page, "-o", folder.resolve("o.png")}, 0, args, 0, 4);
        System.arraycopy(options, 0, args, 4, options.length);
        Run run = Run.of(args);
        assertEquals(0, run.status());
        return run.err(folder);
    }

    @Test
    void anEmptyPageIsSaidToBeEmpty() {
        Path page = page((byte) 200);
        String note = "note: DIR/page.png: nothing was found in it: the mask is empty" + REMEDY;
        assertEquals(note, said(page, "--preset", "document"));
        assertEquals(note, said(page, "--preset", "photo"));
        assertEquals(note, said(page, "--threshold", "sauvola", "--foreground", "dark"));
        assertEquals(note, said(page, "--threshold", "0.1", "--foreground", "dark"));
        assertEquals("", said(page, "--preset", "document", "-q"));
    }

    @Test
    void aMaskOfTheWholePictureIsSaid() {
        String note = "note: DIR/page.png: all of it was taken: nothing is cut away" + REMEDY;
        assertEquals(note, said(page((byte) 200), "--preset", "photo", "--invert"));
        assertEquals(note, said(page((byte) 10), "--threshold", "0.5", "--foreground", "dark"));
    }

    @Test
    void droppedRegionsAreToldFromNone() {
        Path disc = Files.write(folder.resolve("disc.png"), Files.disc(90, 70));
        assertEquals("note: DIR/disc.png: no region is left of what was found in it: the mask is empty" + REMEDY,
                said(disc, "--min-area", "6000"));
        assertEquals("", said(disc));
    }
}
