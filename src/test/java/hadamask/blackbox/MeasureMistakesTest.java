package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.image.Attributes;
import hadamask.image.Mask;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What users of `measure` do wrong: one line says so, and every file is as it was before.
class MeasureMistakesTest {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @TempDir
    Path folder;

    private Path mask = Path.of("");

    @BeforeEach
    void aMaskInAFolder() {
        mask = Files.write(folder.resolve("m.png"), Files.discMask(40, 30).toImage(Attributes.NONE));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void refused(int status, String line, Object... args) {
        Map<String, Long> before = Files.contents(folder);
        Object[] all = new Object[args.length + 1];
        all[0] = "measure";
        System.arraycopy(args, 0, all, 1, args.length);
        Run run = Run.of(all);
        assertEquals("hadamask: " + line + (status == USAGE ? " (see hadamask measure --help)\n" : "\n"),
                run.err(folder));
        assertEquals(status, run.status());
        assertArrayEquals(new byte[0], run.out());
        assertEquals(before, Files.contents(folder));
    }

    @Test
    void aMissingMaskIsSaid() {
        refused(USAGE, "MASK: is missing");
        refused(FAILED, "DIR/gone.png: cannot be read: there is no such file", file("gone.png"));
        refused(USAGE, "DIR/m.png: is one too many", mask, mask, mask);
    }

    @Test
    void whatIsNoImageIsSaid() {
        Path text = Files.write(file("t.csv"), "1,2\n3,4\n");
        String line = "DIR/t.csv: is not an image: none of PNG, JPEG, TIFF, BMP, PNM, GIF, WebP was recognised";
        refused(FAILED, line, text, "-o", file("o.csv"));
        refused(FAILED, line, mask, text, "-o", file("o.csv"), "--labels", file("l.png"));
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        Path other = Files.write(file("i.png"), Files.disc(41, 30));
        refused(FAILED, "DIR/i.png: has 41 x 30 pixels, expected 40 x 30 as DIR/m.png has", mask, other, "-o",
                file("o.csv"), "--labels", file("l.png"));
    }

    @Test
    void moreRegionsThanLabelsAreRefusedBeforeAnythingIsWritten() {
        byte[] dots = new byte[512 * 512];
        for (int i = 0; i < dots.length; i++) {
            dots[i] = (byte) (i % 2 == 0 && i / 512 % 2 == 0 ? 1 : 0);
        }
        Path many = Files.write(file("many.png"), new Mask(512, 512, dots).toImage(Attributes.NONE));
        refused(FAILED, "DIR/many.png: has 65536 regions, expected at most 65535 in an image of labels of 16 bits"
                + " (--labels with a name that ends in .tif or .npy has 32 bits)", many, "-o", file("o.csv"),
                "--labels",
                file("l.png"));
        assertEquals(65_537, Run.quietly("measure", many).text().lines().count());
    }

    @Test
    void labelsNeedAFormatWithSixteenBits() {
        refused(USAGE, "--labels: JPEG has no 16 bits, expected PNG or TIFF or PNM", mask, "--labels", file("l.jpg"));
        refused(USAGE, "--labels: the ending of l.gif names no format that can be written, expected .png, .jpg, .jpeg,"
                + " .jpe, .tif, .tiff, .bmp, .dib, .ppm, .pgm, .pnm, .webp", mask, "--labels", "l.gif");
    }

    @Test
    void resultsDoNotReplaceInputsNorEachOther() {
        refused(USAGE, "--output: DIR/m.png is also an input, expected another name", mask, "-o", mask);
        refused(USAGE, "--labels: DIR/m.png is also an input, expected another name", mask, "--labels", mask);
        refused(USAGE, "--labels: DIR/o.png is also written by --output, expected another name", mask, "-f", "csv",
                "-o",
                file("o.png"), "--labels", file("o.png"));
        refused(USAGE, "-: standard output takes one result, 2 were asked for", mask, "--labels", "-");
        refused(USAGE, "-: standard input can be read once", "-", "-");
    }

    @Test
    void aGreyNeedsAnImage() {
        refused(USAGE, "--gray: there is no IMAGE whose grey could be measured, expected one", mask, "--gray", "mean");
        refused(USAGE, "--measures: there is no IMAGE whose grey could be measured, expected one", mask, "--measures",
                "shape,grays");
    }

    @Test
    void impossibleValuesSayWhatIsExpected() {
        refused(USAGE, "--connectivity: '6' was found, expected 4 or 8", mask, "--connectivity", 6);
        refused(USAGE, "--min-area: '-1' was found, expected a number of pixels", mask, "--min-area", "-1");
        for (String size : new String[]{"0", "-1um", "um", "1 um", "1um2", "1e200", ""}) {
            refused(USAGE, "--pixel-size: '" + size + "' was found, expected a length above 0 and its unit, such as"
                    + " 0.65um, or auto", mask, "--pixel-size", size);
        }
    }

    @Test
    void aTableOfRegionsIsNoMatrixOfDistances() {
        refused(USAGE, "--format: phylip holds distances, expected csv, tsv, json or npy", mask, "-f", "phylip");
    }
}
