package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.network.Network;
import hadamask.segment.network.NetworkProvider;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// `segment --model` with small networks of the test, computed by the add-on.
class ModelIT {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 90;
    /// Levels of the disc and of its ground.
    private static final int IN = 140;
    private static final int OUT = 110;
    private static final double[] IMAGENET_MEAN = {0.485, 0.456, 0.406};
    private static final double[] IMAGENET_STD = {0.229, 0.224, 0.225};
    private static final double[] HALF = {0.5, 0.5, 0.5};
    private static final double[] ONE = {1, 1, 1};

    @TempDir
    Path folder;
    private Path picture = Path.of("");

    @BeforeEach
    void drawPicture() {
        assumeTrue(NetworkProvider.first().isPresent(), "the add-on for networks (mvn -f src/model/pom.xml package)");
        picture = Files.write(file("disc.png"), disc(Layout.BGR, 3, new int[]{IN, IN, IN}, new int[]{OUT, OUT, OUT}));
    }

    private static Image disc(Layout layout, int samples, int[] in, int[] out) {
        byte[] values = new byte[samples * WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (isIn(i / samples % WIDTH, i / samples / WIDTH, 45, 20) ? in : out)[i % samples];
        }
        return Image.of8Bit(WIDTH, HEIGHT, layout, values, Attributes.NONE);
    }

    private static boolean isIn(int x, int y, int middle, int radius) {
        return Math.hypot(x - middle, y - 45) < radius;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    /// A network that sees what is brighter than a part of the largest sample, if it gets what it expects.
    private static byte[] bright(String input, Object side, double[] mean, double[] std, double part,
            String activation, String... outputs) {
        double gain = 200;
        double[] weights = {gain * std[0] / 3, gain * std[1] / 3, gain * std[2] / 3};
        double bias = gain * ((mean[0] + mean[1] + mean[2]) / 3 - part);
        return OnnxSketch.of(input, side, side instanceof String ? "w" : side, weights, bias, activation, outputs);
    }

    private Path u2net() {
        return Files.write(file("u2net.onnx"), bright("input.1", 320, IMAGENET_MEAN, IMAGENET_STD, 0.9, "Sigmoid",
                "1959", "1960", "1961", "1962", "1963", "1964", "1965"));
    }

    private Mask mask(Object... args) {
        Path result = file("mask.png");
        Object[] all = Stream.concat(Stream.of("segment", picture, "-o", "none", "--mask", result), Arrays.stream(args))
                .toArray();
        Run.quietly(all);
        return Files.mask(result);
    }

    private static void assertDisc(Mask found) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (isIn(x, y, 45, 18)) {
                    assertTrue(found.contains(x, y), x + "," + y);
                }
                if (!isIn(x, y, 45, 22)) {
                    assertFalse(found.contains(x, y), x + "," + y);
                }
            }
        }
    }

    static Stream<Arguments> kinds() {
        double half = 125 / 255.0; // between the levels, where samples are divided by the largest that there can be
        return Stream.of(
                Arguments.of("U2-Net: 320 x 320 pixels", bright("input.1", 320, IMAGENET_MEAN, IMAGENET_STD, 0.9,
                        "Sigmoid", "1959", "1960", "1961")),
                Arguments.of("ISNet: 1024 x 1024 pixels",
                        bright("input_data", 1024, HALF, ONE, 0.9, "Sigmoid", "d1", "d2")),
                Arguments.of("ISNet of @imgly: 1024 x 1024 pixels",
                        bright("input", 1024, HALF, ONE, half, "Sigmoid", "output", "1890")),
                Arguments.of("MODNet: its shorter side 512 pixels",
                        bright("input", "height", HALF, HALF, half, "Sigmoid", "output")),
                Arguments.of("BiRefNet: 1024 x 1024 pixels", bright("input_image", 1024, IMAGENET_MEAN, IMAGENET_STD,
                        0.9, "Identity", "output_image")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindOfFileGetsWhatItExpects(String description, byte[] network) {
        Path model = Files.write(file("net.onnx"), network);
        boolean mayBeAnother = description.startsWith("MODNet");
        Object[] sure = mayBeAnother ? new Object[]{"--model-mean", "0.5", "--model-std", "0.5"} : new Object[0];
        assertDisc(mask(Stream.concat(Stream.of("--model", model), Arrays.stream(sure)).toArray()));
        Run run = Run.of("segment", picture, "-o", "none", "--mask", file("m.png"), "--model", model, "-v");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.err().contains("net.onnx: " + description), run.err());
        assertEquals(mayBeAnother, run.err().contains("note:"), run.err());
    }

    @Test
    void aFileThatMayBeAnotherIsSaidToBeAGuess() {
        Path model = Files.write(file("net.onnx"), bright("input", "height", HALF, HALF, 0.5, "Sigmoid", "output"));
        Run guessed = Run.of("segment", picture, "-o", "none", "--mask", file("m.png"), "--model", model);
        assertEquals(
                "note: DIR/net.onnx: is taken for MODNet: its shorter side 512 pixels, RGB, mean 0.5, deviation 0.5 (say"
                        + " --model-size 1024 --model-mean 0.5 --model-std 1 if it is RMBG-1.4, --model-mean 0.5 --model-std 0.5"
                        + " if this is right)\n",
                guessed.err(folder));
        Run told = Run.of("segment", picture, "-o", "none", "--mask", file("m.png"), "--model", model, "--model-size",
                1024, "--model-mean", "0.5", "--model-std", "1");
        assertEquals("", told.err());
    }

    @Test
    void whatAFileDoesNotSayIsSaidByOptions() {
        double[] red = {30 * 0.25, 0, 0}; // (red - 0.1) / 0.25, above 0.5
        Path model = Files.write(file("odd.onnx"),
                OnnxSketch.of("x", "h", "w", red, 30 * (0.1 - 0.5), "Sigmoid", "y"));
        picture = Files.write(file("red.png"), disc(Layout.BGR, 3, new int[]{50, 50, 160}, new int[]{160, 50, 50}));
        assertDisc(mask("--model", model, "--model-size", "64x48", "--model-mean", "0.1", "--model-std",
                "0.25,0.25,0.25"));
        Mask blue = mask("--model", model, "--model-mean", "0.1", "--model-std", "0.25", "--model-order", "bgr");
        assertFalse(blue.contains(45, 45));
        assertTrue(blue.contains(5, 5));
        Run guessed = Run.of("segment", picture, "-o", "none", "--mask", file("m.png"), "--model", model);
        assertTrue(guessed.err(folder).startsWith(
                "note: DIR/odd.onnx: is taken for a network that is not known by its shapes and names: its shorter side 512"
                        + " pixels, RGB, mean 0.485,0.456,0.406, deviation 0.229,0.224,0.225 (say --model-mean and"),
                guessed.err());
    }

    private void refused(String problem, byte[] network, Object... args) {
        Path model = Files.write(file("bad.onnx"), network);
        Object[] all = Stream.concat(Stream.of("segment", picture, "-o", file("o.png"), "--model", model),
                Arrays.stream(args)).toArray();
        Run run = Run.of(all);
        String said = run.err(folder);
        assertTrue(said.startsWith("hadamask: DIR/bad.onnx: " + problem), said);
        assertEquals(1, said.lines().count(), said);
        assertEquals(1, run.status());
        assertFalse(Files.exists(file("o.png")));
    }

    @Test
    void aFileThatIsNoSuchNetworkIsRefusedByOneLine() {
        refused("is no network that can be computed, expected the format ONNX (", new byte[]{1, 2, 3});
        refused("is empty, expected a network in the format ONNX", new byte[0]);
        byte[] whole = bright("input", 320, HALF, ONE, 0.5, "Sigmoid", "output");
        refused("is no network that can be computed, expected the format ONNX (",
                Arrays.copyOf(whole, whole.length / 2));
        refused("takes 2 inputs (input, other), expected one picture of 1 x 3 x HEIGHT x WIDTH", OnnxSketch.sum());
        refused("takes 3 x 320 x 320, expected 1 x 3 x HEIGHT x WIDTH",
                OnnxSketch.identity(OnnxSketch.FLOAT, 3, 320, 320));
        refused("takes a picture as 1 x 320 x 320 x 3, its channels last, expected 1 x 3 x HEIGHT x WIDTH",
                OnnxSketch.identity(OnnxSketch.FLOAT, 1, 320, 320, 3));
        refused("takes numbers of the kind UINT8 in \"input\", expected FLOAT or FLOAT16",
                OnnxSketch.identity(OnnxSketch.BYTE, 1, 3, 320, 320));
        refused("gives 1 x 3 x 320 x 320 as its first output, expected 1 x 1 x HEIGHT x WIDTH",
                OnnxSketch.identity(OnnxSketch.FLOAT, 1, 3, 320, 320));
        refused("gives 1 x 1 x 1 x 1 as its first output, expected 1 x 1 x HEIGHT x WIDTH", OnnxSketch.odd(false));
        refused("gives numbers that are none (NaN), expected probabilities or the logarithms of odds",
                OnnxSketch.odd(true));
        refused("takes pictures of 320 x 320 pixels alone, not of 64 x 64", whole, "--model-size", 64);
    }

    @Test
    void aFileThatIsNotThereIsRefusedAndNothingIsMade() {
        Run run = Run.of("segment", picture, "-o", folder + "/out/", "--model", file("none.onnx"));
        assertEquals("hadamask: DIR/none.onnx: cannot be read: there is no such file\n", run.err(folder));
        assertFalse(Files.exists(file("out")));
        Run folderRun = Run.of("segment", picture, "-o", file("o.png"), "--model", folder);
        assertEquals("hadamask: DIR: is a folder, expected a file\n", folderRun.err(folder));
    }

    @Test
    void aBatchIsTheSameForAnyNumberOfJobsAndResumesWhileTheNetworkIsTheSame() {
        Path model = u2net();
        assertTrue(file("in").toFile().mkdir());
        for (int i = 0; i < 5; i++) {
            Files.write(file("in/" + i + ".png"), Files.disc(80 + 10 * i, 70));
        }
        Run one = Run.of("segment", file("in"), "-r", "-o", folder + "/a/", "--model", model, "-j", 1);
        assertEquals(0, one.status(), one.err());
        Run three = Run.of("segment", file("in"), "-r", "-o", folder + "/b/", "--model", model, "-j", 3);
        assertEquals(0, three.status(), three.err());
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(Files.read(file("a/" + i + ".png")), Files.read(file("b/" + i + ".png")));
        }
        Run again = Run.of("segment", file("in"), "-r", "-o", folder + "/a/", "--model", model, "--resume", "--stats",
                file("s.jsonl"));
        assertFalse(again.err().contains("done before"), again.err()); // statistics were not kept
        Run skipped = Run.of("segment", file("in"), "-r", "-o", folder + "/a/", "--model", model, "--resume", "--stats",
                file("s.jsonl"));
        assertTrue(skipped.err().contains("5 done before"), skipped.err());
        assertTrue(Files.text(file("s.jsonl")).contains("\"method\":\"network\",\"network\":"),
                Files.text(file("s.jsonl")));
        Files.write(model, bright("input.1", 320, IMAGENET_MEAN, IMAGENET_STD, 0.5, "Sigmoid", "1959"));
        Run changed = Run.of("segment", file("in"), "-r", "-o", folder + "/a/", "--model", model, "--resume");
        assertFalse(changed.err().contains("done before"), changed.err());
    }

    @Test
    void hintsAndStepsOfTheMaskGoWithIt() {
        byte[] values = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            int x = i / 3 % WIDTH;
            int y = i / 3 / WIDTH;
            values[i] = (byte) (isIn(x, y, 30, 20) || isIn(x, y, 90, 16) ? IN : OUT);
        }
        picture = Files.write(file("two.png"), Image.of8Bit(WIDTH, HEIGHT, Layout.BGR, values, Attributes.NONE));
        Path model = u2net();
        Mask both = mask("--model", model);
        assertTrue(both.contains(30, 45) && both.contains(90, 45));
        Mask largest = mask("--model", model, "--largest");
        assertTrue(largest.contains(30, 45));
        assertFalse(largest.contains(90, 45));
        Mask dropped = mask("--model", model, "--drop", "30,45", "--keep", "5,5");
        assertTrue(dropped.contains(5, 5) && dropped.contains(90, 45));
        assertFalse(dropped.contains(30, 45));
        Mask boxed = mask("--model", model, "--box", "65,20,50,50");
        assertTrue(boxed.contains(90, 45));
        assertFalse(boxed.contains(30, 45));
        Run run = Run.of("segment", picture, "-o", file("o.png"), "--model", model, "--keep", "30,45", "--stats", "-",
                "-v", "--stages", file("s.png"), "--report", file("r.html"), "--matte", 3);
        assertEquals(0, run.status(), run.err());
        assertTrue(run.text().contains("\"method\":\"graphcut\",\"prior\":\"" + model + "\""), run.text());
        assertTrue(run.err().contains("by " + model), run.err());
        mask("--model", model, "--split", "--stages", file("t.png"), "--report", file("r.html"), "--preset",
                "product");
        assertEquals(1920, Files.image(file("t.png")).width());
    }

    /// They are computed as numbers of 32 bits, but where they stand in a file beside.
    @Test
    void numbersMayHaveSixteenBits() {
        double[] weights = {200 * 0.229 / 3, 200 * 0.224 / 3, 200 * 0.225 / 3};
        double bias = 200 * (0.449 - 0.9); // above 0.9 of the largest sample
        Files.write(file("weights"), OnnxSketch.raw(OnnxSketch.HALF, weights));
        Files.write(file("bias"), OnnxSketch.raw(OnnxSketch.HALF, bias));
        for (OnnxSketch.Storage storage : OnnxSketch.Storage.values()) {
            Path half = Files.write(file("half.onnx"), OnnxSketch.of(OnnxSketch.HALF, storage, "input.1", 320, 320,
                    weights, bias, "Sigmoid", "1959", "1960"));
            assertDisc(mask("--model", half));
            try (Network network = NetworkProvider.first().orElseThrow().open(half, 1)) {
                assertEquals(storage == OnnxSketch.Storage.FILES ? "FLOAT16" : "FLOAT",
                        network.inputs().getFirst().type());
            }
        }
        Path odds = Files.write(file("odds.onnx"), OnnxSketch.of(OnnxSketch.HALF, "input_image", 1024, 1024, weights,
                bias, "Identity", "output_image"));
        assertDisc(mask("--model", odds));
    }

    @Test
    void aPlaneGoesWithItAndWithHints() {
        Path model = u2net();
        assertDisc(mask("--model", model, "--plane", "red"));
        assertDisc(mask("--model", model, "--flatten", 60, "--plane", "red", "--gray", "mean", "--largest"));
        Mask dropped = mask("--model", model, "--plane", "red", "--drop", "45,45", "--keep", "5,5");
        assertTrue(dropped.contains(5, 5));
        assertFalse(dropped.contains(45, 45));
        assertDisc(mask("--model", model, "--preset", "plant"));
        Run run = Run.of("segment", picture, "-o", file("o.png"), "--model", model, "--threshold", "otsu");
        assertTrue(run.err().startsWith("hadamask: --threshold: tells how clusters are made, expected no --model"),
                run.err());
        assertEquals(2, run.status());
    }

    @Test
    void theSameNetworkAndThreadsGiveTheSameBytes() {
        Path model = u2net();
        for (int i = 0; i < 2; i++) {
            Run.quietly("segment", picture, "-o", file(i + ".png"), "--mask", file("m" + i + ".png"), "--model", model,
                    "-j",
                    2);
        }
        assertArrayEquals(Files.read(file("0.png")), Files.read(file("1.png")));
        assertArrayEquals(Files.read(file("m0.png")), Files.read(file("m1.png")));
    }

    @Test
    void whatIsTransparentIsGround() {
        byte[] bgra = new byte[4 * WIDTH * HEIGHT];
        for (int i = 0; i < bgra.length; i++) {
            int x = i / 4 % WIDTH;
            int y = i / 4 / WIDTH;
            bgra[i] = (byte) (i % 4 == 3 ? x < 45 ? 0 : 255 : isIn(x, y, 45, 20) ? IN : OUT);
        }
        picture = Files.write(file("alpha.png"), Image.of8Bit(WIDTH, HEIGHT, Layout.RGBA, bgra, Attributes.NONE));
        Mask found = mask("--model", u2net());
        assertTrue(found.contains(50, 45));
        assertFalse(found.contains(40, 45));
        assertTrue(mask("--model", u2net(), "--alpha", "ignore").contains(40, 45));
    }

    @Test
    void itIsTheFirstOfTheProposalsAndAChoice() {
        Path model = u2net();
        Run run = Run.of("segment", "--suggest", picture, "--model", model);
        assertEquals(0, run.status(), run.err());
        assertTrue(run.text().lines().skip(2).findFirst().orElse("").startsWith("--model " + model), run.text());
        Path choices = Files.write(file("choices.csv"), "image,options\n" + picture + ",--model " + model + "\n");
        Run chosen = Run.quietly("segment", "--choices", choices, "-o", "none", "--mask", file("c.png"));
        assertEquals(0, chosen.status());
        assertArrayEquals(mask("--model", model).values(), Files.mask(file("c.png")).values());
        Path named = Files.write(file("a b.onnx"), Files.read(model));
        Run blank = Run.of("segment", "--suggest", picture, "--model", named);
        assertTrue(blank.text().lines().skip(2).findFirst().orElse("").startsWith("--model '" + named + "'"),
                blank.text());
        assertArrayEquals(mask("--model", model).values(), mask("--model", named).values());
    }

    /// A cache that does not fit the class path would end the virtual machine here.
    @Test
    void theLauncherPutsTheAddOnBehindTheProgram() {
        assumeTrue(Files.exists(Launched.PROJECT.resolve("target/hadamask-model.jar")),
                "the add-on beside the program");
        Launched run = Launched.run(folder, Map.of("HADAMASK_OPTS", "-XX:AOTMode=on"),
                "$SEGMENT '" + picture + "' -o none --mask launched.png --model '" + u2net() + "'");
        assertEquals("", run.err());
        assertEquals(0, run.status());
        assertDisc(Files.mask(file("launched.png")));
        for (String settings : List.of("--choices choices.csv", "'" + picture + "' --settings s.properties")) {
            Files.write(file("choices.csv"), "image,options\n" + picture + ",--model " + file("u2net.onnx") + "\n");
            Files.write(file("s.properties"), "model=" + file("u2net.onnx") + "\n");
            Launched other = Launched.run(folder, Map.of(), "$SEGMENT " + settings + " -o none --mask m.png");
            assertEquals("", other.err());
            assertDisc(Files.mask(file("m.png")));
        }
    }
}
