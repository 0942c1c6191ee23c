package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.segment.product.Background;
import hadamask.segment.product.Product;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `segment`, `refine`, `apply` and `score` when all goes well.
class ImageCommandsTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;
    private static final Image DISC = Files.disc(WIDTH, HEIGHT);
    private static final Mask TRUTH = Files.discMask(WIDTH, HEIGHT);
    private static final Background WHITE = new Background.Color(255, 255, 255);

    @TempDir
    Path folder;

    private Path picture = Path.of("");

    @BeforeEach
    void aPictureInAFolder() {
        picture = Files.write(folder.resolve("a.png"), DISC);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    /// Segments a disc without closing, which would round its corners.
    private Image segmented(String output, Object... options) {
        Object[] args = new Object[6 + options.length];
        System.arraycopy(new Object[]{"segment", picture, "-o", file(output), "--closing", "none"}, 0, args, 0, 6);
        System.arraycopy(options, 0, args, 6, options.length);
        Run.quietly(args);
        return Files.image(file(output));
    }

    @Test
    void segmentWritesTheProductOfImageAndMask() {
        assertEquals(Product.of(DISC, TRUTH, Background.BLACK), segmented("o.png"));
    }

    @Test
    void everyWritableFormatIsChosenByTheEnding() {
        for (String ending : List.of("png", "tif", "tiff", "bmp", "ppm", "jpg", "JPEG", "webp")) {
            segmented("o." + ending);
            assertEquals(ImageFormat.ofName("o." + ending), ImageFormat.ofContent(Files.read(file("o." + ending))));
        }
        Image expected = Product.of(DISC, TRUTH, Background.BLACK);
        for (String lossless : List.of("png", "tif", "bmp", "ppm", "webp")) {
            assertSamePixels(expected, Files.image(file("o." + lossless)));
        }
    }

    private static void assertSamePixels(Image expected, Image found) {
        assertEquals(expected.width(), found.width());
        assertEquals(expected.height(), found.height());
        for (int y = 0; y < expected.height(); y++) {
            for (int x = 0; x < expected.width(); x++) {
                assertEquals(expected.sample(x, y, expected.layout().red()), found.sample(x, y, found.layout().red()));
                assertEquals(expected.sample(x, y, expected.layout().green()),
                        found.sample(x, y, found.layout().green()));
                assertEquals(expected.sample(x, y, expected.layout().blue()),
                        found.sample(x, y, found.layout().blue()));
            }
        }
    }

    @Test
    void aDashIsStandardInputAndOutput() {
        byte[] in = Files.read(picture);
        Run run = Run.withInput(in, "segment", "-", "--closing", "none").succeeded();
        assertEquals(Product.of(DISC, TRUTH, Background.BLACK), run.image());
        assertEquals(run.image(),
                Run.withInput(in, "segment", "-", "-o", "-", "--closing", "none").succeeded().image());
        Run.withInput(in, "segment", "-", "-o", file("o.png"), "--closing", "none").succeeded();
        assertEquals(run.image(), Files.image(file("o.png")));
    }

    @Test
    void commandsFormAPipe() {
        Run mask = Run.quietly("segment", picture, "-o", file("o.png"), "--mask", "-", "--closing", "none");
        Run refined = Run.withInput(mask.out(), "refine", "-", "--closing", "3x1").succeeded();
        Run applied = Run.withInput(refined.out(), "apply", picture, "-", "-o", "-").succeeded();
        Mask expected = Mask.of(refined.image());
        assertEquals(Product.of(DISC, expected, Background.BLACK), applied.image());
        Run again = Run.withInput(Files.read(picture), "apply", "-", Files.write(file("m.png"), refined.out()))
                .succeeded();
        assertEquals(applied.image(), again.image());
        Run score = Run.withInput(mask.out(), "score", "-", file("m.png")).succeeded();
        assertTrue(score.text().startsWith("iou,dice,"), score.text());
    }

    @Test
    void severalImagesGoToAFolderThatIsMade() {
        Path other = Files.write(file("b.png"), Files.disc(50, 60));
        Run.quietly("segment", picture, other, "-o", file("out/deep") + "/", "--mask", file("masks") + "/", "--stages",
                file("stages") + "/");
        for (String name : List.of("out/deep/a.png", "out/deep/b.png", "masks/a.png", "masks/b.png", "stages/a.png",
                "stages/b.png")) {
            assertTrue(Files.exists(file(name)), name);
        }
        assertEquals(50, Files.image(file("out/deep/b.png")).width());
    }

    @Test
    void oneImageGoesToAFolderThatExists() throws IOException {
        java.nio.file.Files.createDirectory(file("out"));
        Run.quietly("segment", picture, "-o", file("out"));
        assertTrue(Files.exists(file("out/a.png")));
        Run.withInput(Files.read(picture), "segment", "-", "-o", file("out")).succeeded();
        assertTrue(Files.exists(file("out/standard-input.png")));
    }

    @Test
    void aBadFileAmongGoodOnesEndsNeitherTheOthersNorTheirStatistics() {
        Path bad = Files.write(file("bad.jpg"), "no picture");
        Path other = Files.write(file("b.png"), Files.disc(50, 60));
        Run run = Run.of("segment", picture, bad, other, "-o", file("out") + "/", "--stats", file("s.jsonl"));
        assertEquals(1, run.status());
        assertEquals(2, run.err().lines().count(), run.err());
        assertTrue(run.err(folder).startsWith("hadamask: DIR/bad.jpg: is not an image"), run.err());
        assertTrue(run.err().endsWith("\n2 of 3 images done, 1 failed\n"), run.err());
        assertTrue(Files.exists(file("out/a.png")) && Files.exists(file("out/b.png")));
        assertFalse(Files.exists(file("out/bad.png")));
        assertEquals(2, Files.text(file("s.jsonl")).lines().count());
    }

    @Test
    void theOverlayIsTheSameForEachWayToIt() {
        segmented("o.png", "--overlay", file("v.png"), "--mask", file("m.png"));
        Image overlay = Files.image(file("v.png"));
        assertEquals(WIDTH, overlay.width());
        assertFalse(overlay.equals(DISC));
        Run.quietly("apply", picture, file("m.png"), "-o", file("p.png"), "--overlay", file("w.png"));
        assertEquals(overlay, Files.image(file("w.png")));
        segmented("o2.png", "--overlay", file("overlays") + "/");
        assertEquals(overlay, Files.image(file("overlays/a.png")));
    }

    @Test
    void anOverlayWithoutAlphaLiesOnAGround() {
        byte[] clear = new byte[4 * WIDTH * HEIGHT];
        new java.util.Random(51).nextBytes(clear);
        Path alpha = Files.write(file("alpha.png"),
                Image.of8Bit(WIDTH, HEIGHT, Layout.ABGR, clear, Attributes.NONE));
        Run.quietly("segment", "-q", alpha, "-o", file("o.png"), "--background", "transparent", "--overlay",
                file("v.bmp"));
        assertEquals(Layout.BGR, Files.image(file("v.bmp")).layout());
    }

    @Test
    void settingsOfAFileGiveTheSameRunAsTheOptions() {
        Path settings = Files.write(file("shop.properties"), "closing=none\ninvert=true\nbackground=white\n");
        Run.quietly("segment", picture, "-o", file("s.png"), "--settings", settings);
        assertEquals(segmented("o.png", "--invert", "--background", "white"), Files.image(file("s.png")));
    }

    @Test
    void theMaskIsEightBitGreyWith255InAnd0Out() {
        segmented("o.jpg", "--mask", file("m.png"));
        Image mask = Files.image(file("m.png"));
        assertEquals(TRUTH.toImage(Attributes.NONE), mask);
        assertEquals(8, mask.bitDepth());
        assertEquals(Layout.GRAY, mask.layout());
    }

    @Test
    void statisticsHaveTheDocumentedFieldsInTheirOrder() {
        segmented("o.png", "--stats", file("s.json"));
        String json = Files.text(file("s.json"));
        List<String> names = Pattern.compile("\"(\\w+)\":").matcher(json).results().map(r -> r.group(1)).toList();
        assertEquals(List.of("input", "output", "width", "height", "bitDepth", "clusters", "centroid", "pixels",
                "foreground",
                "centroid", "pixels", "foreground", "threshold", "wcss", "globalOptimum", "kmeans", "kmeansWcss",
                "foregroundPixels",
                "foregroundFraction", "boundingBox", "regions", "seconds", "decode", "gray", "clusters", "foreground",
                "holes", "closing", "regions", "product", "encode"), names);
        assertEquals(1, json.lines().count());
    }

    @Test
    void statisticsSayWhatTheMaskIs() {
        segmented("o.png", "--stats", file("s.json"));
        Stats stats = new Stats(Files.text(file("s.json")));
        Rectangle box = Objects.requireNonNull(TRUTH.boundingBox());
        assertTrue(stats.json().contains("\"input\":\"" + picture + "\",\"output\":\"" + file("o.png") + "\""));
        assertTrue(stats.json().contains("\"boundingBox\":[" + box.x() + "," + box.y() + "," + box.width() + ","
                + box.height() + "]"), stats.json());
        assertEquals(WIDTH, stats.number("width"));
        assertEquals(HEIGHT, stats.number("height"));
        assertEquals(8, stats.number("bitDepth"));
        assertEquals(TRUTH.count(), stats.number("foregroundPixels"));
        assertEquals(TRUTH.count() / (double) (WIDTH * HEIGHT), stats.number("foregroundFraction"));
        assertEquals(1, stats.numbers("regions").getFirst());
        assertEquals(List.of((double) WIDTH * HEIGHT - TRUTH.count(), (double) TRUTH.count()), stats.numbers("pixels"));
        List<Double> centroids = stats.numbers("centroid");
        assertEquals((centroids.getFirst() + centroids.getLast()) / 2, stats.number("threshold"), 1e-15);
    }

    @Test
    void statisticsOfManyClustersHaveManyThresholds() {
        segmented("o.png", "-k", 4, "--stats", file("s.json"));
        String json = Files.text(file("s.json"));
        assertTrue(Pattern.compile("\"threshold\":\\[[0-9.]+,[0-9.]+,[0-9.]+\\]").matcher(json).find(), json);
        assertTrue(json.contains("\"globalOptimum\":true"));
    }

    @Test
    void statisticsOfAnEmptyMaskAreStillJson() {
        segmented("o.png", "-q", "--threshold", 1, "--foreground", "bright", "--stats", file("s.json"));
        String json = Files.text(file("s.json"));
        assertTrue(json.contains("{\"centroid\":null,\"pixels\":0,\"foreground\":true}"), json);
        assertTrue(json.contains("\"threshold\":1.0,") && json.contains("\"globalOptimum\":false"), json);
        assertTrue(json.contains("\"boundingBox\":null,\"regions\":0"), json);
    }

    @Test
    void theStagesAreAPicture() {
        segmented("o.png", "--stages", file("stages.png"));
        Image sheet = Files.image(file("stages.png"));
        assertTrue(sheet.width() > WIDTH && sheet.height() > HEIGHT, sheet::toString);
        // Drawing the sheet leaves the image that is cut out as it is.
        assertEquals(Product.of(DISC, TRUTH, Background.BLACK), Files.image(file("o.png")));
    }

    @Test
    void trimmingCropsToTheMaskWithItsMargin() {
        Rectangle box = Objects.requireNonNull(TRUTH.boundingBox());
        Image whole = Product.of(DISC, TRUTH, Background.BLACK);
        assertEquals(whole.crop(box), segmented("o.png", "--trim"));
        assertEquals(whole.crop(box.grown(5, WIDTH, HEIGHT)), segmented("o.png", "--trim=5"));
        assertEquals(whole, segmented("o.png", "--trim=99999999999"));
    }

    @Test
    void aMarginThatIsLeftAwayDoesNotTakeTheImageForIt() {
        Image product = Product.of(DISC, TRUTH, Background.BLACK);
        Rectangle box = Objects.requireNonNull(TRUTH.boundingBox());
        Run.quietly("segment", "--closing", "none", "-o", file("o.png"), "--trim", picture);
        assertEquals(product.crop(box), Files.image(file("o.png")));
        Run.quietly("segment", "--closing", "none", "-o", file("o.png"), "--trim", "5", picture);
        assertEquals(product.crop(box.grown(5, WIDTH, HEIGHT)), Files.image(file("o.png")));
    }

    @Test
    void theBackgroundIsTheColourThatIsAskedFor() {
        assertEquals(Product.of(DISC, TRUTH, WHITE), segmented("o.png", "--background", "white"));
        assertEquals(Product.of(DISC, TRUTH, new Background.Color(0x33, 0x66, 0x99)),
                segmented("o.png", "--background", "#336699"));
        assertEquals(Product.of(DISC, TRUTH, new Background.Transparent()),
                segmented("o.png", "--background", "transparent"));
        assertEquals(Product.of(DISC, TRUTH, new Background.Transparent()),
                segmented("o.tif", "--background", "TRANSPARENT"));
    }

    @Test
    void invertingKeepsTheRest() {
        assertEquals(Product.of(DISC, TRUTH.inverted(), Background.BLACK), segmented("o.png", "--invert"));
    }

    @Test
    void lessQualityMakesASmallerJpegAndMoreCompressionASmallerPng() {
        segmented("o.jpg", "--quality", 20);
        segmented("p.jpg", "--quality", 95);
        segmented("q.jpg");
        assertTrue(Files.read(file("o.jpg")).length < Files.read(file("p.jpg")).length);
        assertArrayEquals(Files.read(file("p.jpg")), Files.read(file("q.jpg")));
        Image stored = segmented("o.png", "--compression", 0);
        Image packed = segmented("p.png", "--compression", 9);
        assertTrue(Files.read(file("p.png")).length < Files.read(file("o.png")).length);
        assertEquals(stored, packed);
    }

    @Test
    void sixteenBitsStaySixteenBits() {
        Path cells = Files.SAMPLES.resolve("cells.tif");
        for (String output : List.of("o.png", "o.tif", "o.pgm")) {
            Run.quietly("segment", cells, "-o", file(output), "--mask", file("m.png"), "--background", "white");
            Image expected = Product.of(Files.image(cells), Files.mask(file("m.png")), WHITE);
            assertEquals(expected, Files.image(file(output)), output);
            assertEquals(16, Files.image(file(output)).bitDepth());
        }
        Run.quietly("segment", cells, "-o", file("o.jpg"), "--stats", file("s.json"));
        assertEquals(8, Files.image(file("o.jpg")).bitDepth());
        assertEquals(16, new Stats(Files.text(file("s.json"))).number("bitDepth"));
    }

    @Test
    void aPictureOnItsSideComesOutUpright() {
        Run.quietly("segment", Files.SAMPLES.resolve("leaf.jpg"), "-o", file("o.png"), "--mask", file("m.png"));
        Mask truth = Files.mask(Files.SAMPLES.resolve("truth/leaf.png"));
        Mask found = Files.mask(file("m.png"));
        assertEquals(truth.width(), found.width());
        assertEquals(truth.height(), found.height());
        assertTrue(truth.height() > truth.width());
        assertEquals(truth.width(), Files.image(file("o.png")).width());
    }

    @Test
    void theColourProfileAndTheResolutionAreCarried() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        Attributes attributes = new Attributes(profile, new Attributes.Resolution(300, 300));
        picture = Files.write(file("p.png"), DISC.with(attributes));
        for (String output : List.of("o.png", "o.jpg", "o.tif")) {
            Attributes carried = segmented(output).attributes();
            assertArrayEquals(profile, carried.colorProfile(), output);
            assertEquals(300, Objects.requireNonNull(carried.resolution()).x(), 0.1, output);
        }
        segmented("o.png", "--trim", "--background", "transparent");
        assertNotNull(Files.image(file("o.png")).attributes().colorProfile());
    }

    @Test
    void transparentPicturesGetAGroundWhereAFormatHasNoAlpha() {
        picture = Files.write(file("t.png"), Product.of(DISC, TRUTH, new Background.Transparent()));
        Image product = segmented("o.ppm", "--threshold", 0, "--foreground", "bright", "--background", "white");
        assertFalse(product.layout().hasAlpha());
        assertEquals(255, product.sample(0, 0, 0));
    }

    @Test
    void refineFillsClosesDropsAndInverts() {
        Mask dots = Files.discMask(30, 30);
        byte[] values = dots.values().clone();
        values[15 * 30 + 15] = 0; // a hole
        values[0] = 1; // a dot
        Path given = Files.write(file("m.png"), new Mask(30, 30, values).toImage(Attributes.NONE));
        assertEquals(dots.count() + 1, refined(given, "--closing", "none").count());
        assertEquals(dots, refined(given, "--closing", "none", "--largest"));
        assertEquals(dots, refined(given, "--closing", "none", "--min-area", 2));
        assertEquals(new Mask(30, 30, values), refined(given, "--closing", "none", "--fill-holes", "none"));
        assertEquals(dots.inverted(), refined(given, "--closing", "none", "--largest", "--invert"));
    }

    private Mask refined(Path given, Object... options) {
        Object[] args = new Object[4 + options.length];
        System.arraycopy(new Object[]{"refine", given, "-o", file("r.png")}, 0, args, 0, 4);
        System.arraycopy(options, 0, args, 4, options.length);
        Run.quietly(args);
        return Files.mask(file("r.png"));
    }

    @Test
    void applyKeepsTheImageWhereTheMaskIsBright() {
        Path mask = Files.write(file("m.png"), TRUTH.toImage(Attributes.NONE));
        Run.quietly("apply", picture, mask, "-o", file("o.png"), "--background", "white");
        assertEquals(Product.of(DISC, TRUTH, WHITE), Files.image(file("o.png")));
        Run.quietly("apply", picture, mask, "-o", file("o.png"), "--invert");
        assertEquals(Product.of(DISC, TRUTH.inverted(), Background.BLACK), Files.image(file("o.png")));
        Run.quietly("apply", picture, mask, "-o", file("o.tif"), "--trim", "--background", "transparent");
        assertEquals(Product.of(DISC, TRUTH, new Background.Transparent())
                .crop(Objects.requireNonNull(TRUTH.boundingBox())), Files.image(file("o.tif")));
    }

    @Test
    void scoresAreCsvOrJson() {
        Path mask = Files.write(file("m.pgm"), "P5 4 2 255\n\0\0\0\0\0\0\0\0");
        Path truth = Files.write(file("t.pgm"), "P2 4 2 255\n255 255 0 0 0 0 0 0\n");
        Path found = Files.write(file("f.pgm"), "P2 4 2 255\n255 0 255 0 0 0 0 0\n");
        String csv = "iou,dice,precision,recall,accuracy\n0.3333333333333333,0.5,0.5,0.5,0.75\n";
        assertEquals(csv, Run.quietly("score", found, truth).text());
        String json = "{\"mask\":\"%s\",\"truth\":\"%s\",\"iou\":0.3333333333333333,\"dice\":0.5,\"precision\":0.5,"
                + "\"recall\":0.5,\"accuracy\":0.75}\n";
        assertEquals(json.formatted(found, truth), Run.quietly("score", found, truth, "-f", "json").text());
        Run.quietly("score", found, truth, "-o", file("s.json"));
        assertEquals(json.formatted(found, truth), Files.text(file("s.json")));
        Run.quietly("score", found, truth, "-o", file("s.csv"));
        assertEquals(csv, Files.text(file("s.csv")));
        // An empty mask has no precision.
        assertEquals("iou,dice,precision,recall,accuracy\n0.0,0.0,,0.0,0.75\n",
                Run.quietly("score", mask, truth).text());
        assertTrue(Run.quietly("score", mask, truth, "-f", "json").text().contains("\"precision\":null"));
    }

    @Test
    void verboseExplainsOnStandardErrorOnly() {
        Run run = Run.withInput(Files.read(picture), "segment", "-", "-o", "-", "-v");
        assertEquals(0, run.status());
        assertNotNull(run.image());
        assertTrue(run.err().contains("no other cut has a smaller sum of squares"), run.err());
    }

    @Test
    void theSameCommandGivesTheSameBytes() {
        segmented("o.png");
        segmented("p.png", "--seed", 99);
        assertArrayEquals(Files.read(file("o.png")), Files.read(file("p.png")));
    }

    @Test
    void anExistingOutputIsReplacedAlsoThroughALink() throws IOException {
        Files.write(file("old.png"), "old");
        Path link = java.nio.file.Files.createSymbolicLink(file("o.png"), Path.of("old.png"));
        Run.quietly("segment", picture, "-o", link);
        assertTrue(java.nio.file.Files.isSymbolicLink(link));
        assertEquals(WIDTH, Files.image(file("old.png")).width());
    }

    @Test
    void aNameAsLongAsTheFileSystemAllowsCanBeWritten() {
        String name = "n".repeat(251) + ".png";
        segmented(name);
        assertTrue(Files.exists(file(name)));
    }
}
