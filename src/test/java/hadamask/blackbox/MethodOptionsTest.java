package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Planes, thresholds, colour clusters and closings on the command line: a green leaf as bright as its ground.
class MethodOptionsTest {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 60;

    @TempDir
    Path folder;

    private Path leaf = Path.of("");

    @BeforeEach
    void aLeafInAFolder() {
        leaf = Files.write(folder.resolve("leaf.png"), leaf());
    }

    private static boolean inLeaf(int i) {
        return Math.hypot(i % WIDTH - 40, 1.5 * (i / WIDTH - 30)) < 22;
    }

    private static Image leaf() {
        Random random = new Random(1);
        byte[] bgr = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int light = random.nextInt(12);
            int[] color = inLeaf(i) ? new int[]{90, 150, 60} : new int[]{120, 80, 100};
            for (int c = 0; c < 3; c++) {
                bgr[3 * i + c] = (byte) (color[2 - c] + light);
            }
        }
        return Image.of8Bit(WIDTH, HEIGHT, Layout.BGR, bgr, Attributes.NONE);
    }

    private static Mask truth() {
        byte[] in = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < in.length; i++) {
            in[i] = (byte) (inLeaf(i) ? 1 : 0);
        }
        return new Mask(WIDTH, HEIGHT, in);
    }

    private Mask mask(String... options) {
        return closed("none", options);
    }

    private Mask closed(String closing, String... options) {
        Object[] args = new Object[8 + options.length];
        Path found = folder.resolve("mask.png");
        System.arraycopy(new Object[]{"segment", leaf, "-o", "none", "--mask", found, "--closing", closing}, 0, args, 0,
                8);
        System.arraycopy(options, 0, args, 8, options.length);
        Run.quietly(args);
        return Mask.of(Files.image(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--plane lab-a", "--plane LAB-A --foreground dark", "--plane exg", "--plane exgr",
        "--plane border", "--plane saturation", "--plane lab-a --threshold otsu", "--plane border --threshold li",
        "--features lab", "--features rgb -k 2", "--features hsv -k auto", "--features lab --foreground #5a963c",
        "--features lab --foreground 40,30", "--plane lab-a --foreground #5a963c",
        "--plane lab-a --threshold mean:61:1 --foreground dark", "--plane lab-a --half-levels"})
    void theLeafIsFound(String options) {
        assertEquals(truth(), mask(options.split(" ")));
    }

    @Test
    void greyDoesNotFindIt() {
        assertTrue(!truth().equals(mask()));
    }

    @Test
    void closingsByNameAreThoseOfTheirNumbers() {
        assertEquals(closed("5x1"), closed("auto")); // 60 pixels: one iteration
        assertEquals(closed("3x4"), closed("3x4", "--element", "square"));
        assertTrue(!closed("3x4").equals(closed("3x4", "--element", "disc")));
    }

    @Test
    void whatIsPrintedAsSettingsIsReadAgain() {
        String printed = Run.quietly("segment", leaf, "--plane", "lab-a", "--threshold", "sauvola:51:0.3", "--flatten",
                "auto", "--foreground", "#5A963C", "--closing", "auto", "--element", "disc", "--print-settings").text();
        for (String line : new String[]{"plane=lab-a", "threshold=sauvola:51:0.3", "flatten=auto",
            "foreground=\\#5a963c", "closing=auto", "element=disc"}) {
            assertTrue(printed.contains(line) || printed.contains(line.replace("\\", "")), line + " in " + printed);
        }
        Path file = Files.write(folder.resolve("s.properties"),
                printed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(printed, Run.quietly("segment", leaf, "--settings", file, "--print-settings").text());
    }

    @Test
    void statisticsSayWhatWasSeen() {
        Path stats = folder.resolve("s.json");
        Run.quietly("segment", leaf, "-o", "none", "--stats", stats, "--features", "lab");
        String colors = Files.text(stats);
        assertTrue(colors.contains("\"features\":\"lab\",\"clusters\":[{\"color\":\"#"), colors);
        Run.quietly("segment", leaf, "-o", "none", "--stats", stats, "--threshold", "wolf");
        String local = Files.text(stats);
        assertTrue(local.contains("\"threshold\":\"wolf:41\""), local);
        Path csv = folder.resolve("s.csv");
        for (String method : new String[]{"--features=lab", "--threshold=wolf", "--plane=exg"}) {
            Run.quietly("segment", leaf, "-o", "none", "--stats", csv, method);
            List<String> lines = Files.text(csv).lines().toList();
            assertEquals(lines.get(0).split(",", -1).length, lines.get(1).split(",", -1).length, lines.get(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--plane=lab-b", "--threshold=sauvola", "--features=rgb", "--plane=border"})
    void allStagesAreDrawn(String method) {
        Path sheet = folder.resolve("sheet.png");
        Path page = folder.resolve("page.html");
        Run.of("segment", leaf, "-o", "none", "--stages", sheet, "--report", page, method, "-v");
        assertEquals(1920, Files.image(sheet).width());
        assertTrue(Files.text(page).contains("leaf"));
    }

    @Test
    void aBatchIsResumedWithWhatWasSeen() {
        for (String method : new String[]{"--features=lab", "--threshold=wolf", "--plane=lab-a", "--flatten=5"}) {
            Path out = folder.resolve("out" + method.hashCode());
            Path stats = folder.resolve("s.json");
            Object[] args = {"segment", leaf, "-r", "-o", out + "/", "--stats", stats, "--resume", method};
            Run.of(args);
            String first = Files.text(stats);
            Run.of(args);
            assertEquals(first, Files.text(stats));
        }
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        refused("--features: looks at colours and not at a plane, expected one of them", "--features", "lab", "--plane",
                "red");
        refused("--features: looks at colours and not at a plane, expected one of them", "--features", "lab",
                "--flatten", "9");
        refused("--features: clusters colours, expected no --threshold and no --half-levels", "--features", "lab",
                "--threshold", "0.5");
        refused("--clusters: auto is for clusters of colours, expected a number or --features", "-k", "auto");
        refused("--half-levels: goes by one threshold for all, expected no local --threshold", "--half-levels",
                "--threshold", "nick");
        refused("--threshold: 'ostu' was found, expected a grey from 0 to 1 or otsu, li, huang, entropy, triangle,"
                + " sauvola, wolf, nick, niblack, mean, gaussian, howe, did you mean otsu?", "--threshold", "ostu");
        refused("--threshold: 'wolf:2' was found, expected a square of 3 to 32001 pixels", "--threshold", "wolf:2");
        refused("--flatten: '0' was found, expected a radius from 1 to 16000 pixels, or auto", "--flatten", "0");
        refused("--clusters: '1' was found, expected a number of clusters from 2 to 64, or auto", "-k", "1");
    }

    private void refused(String problem, String... options) {
        Object[] args = new Object[2 + options.length];
        args[0] = "segment";
        args[1] = leaf;
        System.arraycopy(options, 0, args, 2, options.length);
        Run run = Run.of(args);
        assertEquals(2, run.status());
        assertEquals("hadamask: " + problem + " (see hadamask segment --help)\n", run.err());
    }
}
