package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.SoftMask;
import hadamask.segment.Pictures;
import hadamask.segment.edge.Edge;
import hadamask.segment.product.Background;
import hadamask.segment.product.Product;
import hadamask.segment.product.SoftProduct;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `segment` and `apply` with soft edges, soft masks and a dimmed rest.
class EdgeCommandsTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;
    private static final Image DISC = Files.disc(WIDTH, HEIGHT);
    private static final Mask TRUTH = Files.discMask(WIDTH, HEIGHT);

    @TempDir
    Path folder;

    private Path picture = Path.of("");
    private Path mask = Path.of("");

    @BeforeEach
    void aPictureAndItsMask() {
        picture = Files.write(folder.resolve("a.png"), DISC);
        mask = Files.write(folder.resolve("m.png"), TRUTH.toImage(Attributes.NONE));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Image segmented(Object... options) {
        return run(new Object[]{"segment", picture, "--closing", "none", "-o", file("o.png")}, options);
    }

    private Image applied(Path masking, Object... options) {
        return run(new Object[]{"apply", picture, masking, "-o", file("o.png")}, options);
    }

    private Image run(Object[] first, Object... options) {
        Object[] args = new Object[first.length + options.length];
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(options, 0, args, first.length, options.length);
        Run.quietly(args);
        return Files.image(file("o.png"));
    }

    private static Image fresh() {
        return Files.disc(WIDTH, HEIGHT);
    }

    @Test
    void aFeatherIsTheProductWithARampWhichIsTheMaskThatIsWritten() {
        SoftMask ramp = new Edge(Edge.Kind.FEATHER, 8).of(DISC, TRUTH).weights();
        Image expected = SoftProduct.inPlace(fresh(), ramp, Background.BLACK, 0);
        assertEquals(expected, segmented("--feather", "8", "--mask", file("soft.png")));
        assertEquals(ramp.weights(), Files.image(file("soft.png")));
        assertEquals(expected, applied(mask, "--feather", "8"));
        assertEquals(expected, applied(file("soft.png"), "--soft"));
        assertNotEquals(expected, applied(mask));
    }

    @Test
    void aMatteIsTheSameFromBothCommands() {
        Image one = segmented("--matte", "5", "--background", "transparent", "--mask", file("soft.png"));
        assertEquals(one, applied(mask, "--matte", "5", "--background", "transparent"));
        SoftMask weights = new Edge(Edge.Kind.MATTE, 5).of(DISC, TRUTH).weights();
        assertEquals(weights.weights(), Files.image(file("soft.png")));
        assertTrue(one.layout().hasAlpha());
    }

    @Test
    void aPictureOfSixteenBitsHasAMaskOfSixteen() {
        Image deep = Pictures.random(new Random(1), WIDTH, HEIGHT, Layout.GRAY, 16);
        picture = Files.write(file("a.png"), deep);
        Image product = segmented("--feather", "9", "--threshold", "0.5", "--fill-holes", "none", "--mask",
                file("soft.png"));
        assertEquals(16, product.bitDepth());
        assertEquals(16, Files.image(file("soft.png")).bitDepth());
        assertEquals(product, applied(file("soft.png"), "--soft"));
    }

    @Test
    void noEdgeIsTheHardProduct() {
        Image hard = Product.of(DISC, TRUTH, Background.BLACK);
        assertEquals(hard, segmented("--feather", "0", "--matte", "0", "--attenuate", "0"));
        assertEquals(hard, applied(mask, "--soft"));
        assertEquals(hard, applied(mask, "--feather", "1"));
    }

    @Test
    void theRestIsDimmed() {
        assertEquals(DISC, segmented("--attenuate", "1"));
        assertEquals(SoftProduct.inPlace(fresh(), SoftMask.of(TRUTH), Background.BLACK, 0.3),
                segmented("--attenuate", "0.3"));
        assertEquals(SoftProduct.inPlace(fresh(), SoftMask.of(TRUTH.inverted()), Background.BLACK, 0.3),
                applied(mask, "--attenuate", ".3", "--invert", "--soft"));
    }

    @Test
    void aDarkMaskIsOneOfSmallWeights() {
        int[] weights = new int[WIDTH * HEIGHT];
        Arrays.fill(weights, 100);
        Image dark = Pictures.of(WIDTH, HEIGHT, Layout.GRAY, 8, weights);
        Path file = Files.write(file("dark.png"), dark);
        assertEquals(SoftProduct.inPlace(fresh(), new SoftMask(dark), Background.BLACK, 0), applied(file, "--soft"));
    }

    @Test
    void zerosAndOnesAreSaidToBeTakenAsAMask() {
        int[] values = new int[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            values[i] = TRUTH.values()[i];
        }
        Files.write(file("ones.png"), Pictures.of(WIDTH, HEIGHT, Layout.GRAY, 8, values));
        Run run = Run.of("apply", picture, file("ones.png"), "--soft", "-o", file("o.png"));
        assertEquals("note: DIR/ones.png: its only samples are 0 and 1, it was taken as a mask of these (1 is in)\n",
                run.err(folder));
        assertEquals(Product.of(DISC, TRUTH, Background.BLACK), Files.image(file("o.png")));
    }

    @Test
    void twoEdgesAreRefused() {
        assertRefused("--matte: makes a soft edge, and so does --feather, expected one of them", "segment", picture,
                "--feather", "3", "--matte", "4");
        assertRefused("--feather: makes a soft edge, and so does --soft, expected one of them", "apply", picture, mask,
                "--soft", "--feather", "3");
        assertRefused("--matte: makes a soft edge, and so does --soft, expected one of them", "apply", picture, mask,
                "--soft", "--matte", "3");
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertRefused("--feather: '501' was found, expected a number of pixels from 0 to 500", "segment", picture,
                "--feather", "501");
        assertRefused("--matte: '-1' was found, expected a number of pixels from 0 to 100", "segment", picture,
                "--matte=-1");
        for (String share : new String[]{"1.01", "-0.1", "NaN", "half", "30%"}) {
            assertRefused("--attenuate: '" + share + "' was found, expected a share from 0 to 1, such as 0.3",
                    "segment", picture, "--attenuate=" + share);
        }
    }

    private void assertRefused(String problem, Object... args) {
        Run run = Run.of(args);
        assertEquals(2, run.status());
        assertTrue(run.err(folder).contains(problem), run.err(folder));
    }
}
