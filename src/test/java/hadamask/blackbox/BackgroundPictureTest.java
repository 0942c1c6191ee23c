package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.SoftMask;
import hadamask.segment.Pictures;
import hadamask.segment.product.Background;
import hadamask.segment.product.Product;
import hadamask.segment.product.SoftProduct;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--background PICTURE`.
class BackgroundPictureTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;
    private static final Image DISC = Files.disc(WIDTH, HEIGHT);
    private static final Mask TRUTH = Files.discMask(WIDTH, HEIGHT);
    private static final Image WALL = Pictures.random(new Random(3), 61, 33, Layout.BGR, 8);
    private static final Background BEHIND = new Background.Picture(WALL);

    @TempDir
    Path folder;

    private Path picture = Path.of("");
    private Path wall = Path.of("");

    @BeforeEach
    void aPictureAndAWall() {
        picture = Files.write(folder.resolve("a.png"), DISC);
        wall = Files.write(folder.resolve("wall.png"), WALL);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Image segmented(Object... options) {
        Object[] all = {"segment", picture, "--closing", "none", "-o", file("o.png")};
        Object[] args = java.util.stream.Stream.of(all, options).flatMap(java.util.Arrays::stream).toArray();
        Run.quietly(args);
        return Files.image(file("o.png"));
    }

    private void refused(int status, String problem, Object... args) {
        Map<String, Long> before = Files.contents(folder);
        Run run = Run.of(args);
        assertEquals("hadamask: " + problem + "\n", run.err(folder));
        assertEquals(status, run.status());
        assertEquals(before, Files.contents(folder));
    }

    @Test
    void aPictureStandsBehindTheCutOut() {
        assertEquals(Product.of(DISC, TRUTH, BEHIND), segmented("--background", wall));
        Run.quietly("apply", picture, Files.write(file("mask.png"), TRUTH.toImage(DISC.attributes())), "--background",
                wall,
                "-o", file("p.png"));
        assertEquals(Product.of(DISC, TRUTH, BEHIND), Files.image(file("p.png")));
    }

    @Test
    void softEdgesAreMixedWithIt() {
        for (String edge : new String[]{"--feather=8", "--matte=4"}) {
            Image found = segmented("--background", wall, edge, "--mask", file("soft.png"));
            Image colors = segmented("--background", "transparent", edge);
            SoftMask weights = new SoftMask(Files.image(file("soft.png")));
            Image free = hadamask.image.LayoutChange.withoutAlpha(colors);
            Image expected = SoftProduct.inPlace(free, weights, BEHIND, 0);
            assertEquals(expected, found, edge);
        }
    }

    @Test
    void aWordThatIsAColourIsOneAlthoughThereIsAFileOfThatName() {
        assertTrue(hadamask.cli.option.color.Backdrop.of("white").color() != null);
        Path white = Files.write(file("white"), Files.read(wall));
        assertEquals(Product.of(DISC, TRUTH, BEHIND), segmented("--background", white));
        assertEquals(Product.of(DISC, TRUTH, new Background.Color(70, 130, 180)),
                segmented("--background", "SteelBlue"));
    }

    @Test
    void aBatchReadsItOnceAndResumeSeesThatItHasChanged() throws IOException {
        Path shoot = java.nio.file.Files.createDirectory(file("shoot"));
        Files.write(shoot.resolve("a.png"), DISC);
        Files.write(shoot.resolve("b.png"), Files.disc(40, 80));
        Object[] run = {"segment", shoot, "-r", "-o", file("out") + "/", "--closing", "none", "--background", wall,
            "--resume"};
        Run.quietly(run);
        assertEquals(Product.of(DISC, TRUTH, BEHIND), Files.image(file("out/a.png")));
        assertTrue(Run.of(run).err().contains("2 done before"));
        Image other = Pictures.random(new Random(4), 61, 33, Layout.BGR, 8);
        FileTime time = java.nio.file.Files.getLastModifiedTime(wall);
        Files.write(wall, other);
        java.nio.file.Files.setLastModifiedTime(wall, time);
        Run again = Run.of(run);
        assertEquals("", again.err());
        assertEquals(Product.of(DISC, TRUTH, new Background.Picture(other)), Files.image(file("out/a.png")));
    }

    @Test
    void rowsOfATableOfChoicesMayHaveTheirOwn() {
        Path spaced = Files.write(file("my wall.png"), Files.read(wall));
        Path table = Files.write(file("choices.csv"),
                "image,options\n" + picture + ",--closing none --background '" + spaced + "'\n");
        Run.quietly("segment", "--choices", table, "-o", file("out") + "/");
        assertEquals(Product.of(DISC, TRUTH, BEHIND), Files.image(file("out/a.png")));
    }

    @Test
    void itMayComeFromStandardInputOnce() {
        assertEquals(0,
                Run.withInput(Files.read(wall), "segment", picture, "--closing", "none", "--background", "-", "-o",
                        file("i.png")).status());
        assertEquals(Product.of(DISC, TRUTH, BEHIND), Files.image(file("i.png")));
        refused(2, "-: standard input can be read once (see hadamask segment --help)", "segment", "-", "--background",
                "-", "-o", file("x.png"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused(2,
                "--background: DIR/wall.png is seen in no result, expected a cut-out with it (see hadamask segment --help)",
                "segment", picture, "--background", wall, "-o", "none", "--mask", file("m.png"));
        refused(2, "--output: DIR/wall.png is also an input, expected another name (see hadamask segment --help)",
                "segment",
                picture, "--background", wall, "-o", wall);
        refused(1, "DIR/none.png: cannot be read: there is no such file", "segment", picture, "--background",
                file("none.png"), "-o", file("x.png"));
        refused(1, "DIR/wall.png: 61 x 33 pixels are more than the limit of 2000 (use --max-pixels to allow more)",
                "segment",
                Files.write(file("s.png"), Files.disc(20, 20)), "--background", wall, "--max-pixels", "2000", "-o",
                file("x.png"));
        Path seen = Files.write(file("seen.png"), Pictures.random(new Random(1), 8, 8, Layout.ABGR, 8));
        refused(2, "--background: DIR/seen.png with alpha was found, but JPEG has no alpha, expected PNG, TIFF or WebP"
                + " (see hadamask segment --help)", "segment", picture, "--background", seen, "-o", file("x.jpg"));
        assertNotEquals(DISC, segmented("--background", seen));
    }
}
