package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphCutCommandsTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 80;

    @TempDir
    Path folder;
    private Path picture = Path.of("");

    /// Two brown discs on a noisy blue ground.
    @BeforeEach
    void drawPicture() {
        Random random = new Random(3);
        byte[] bgr = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            boolean in = isIn(i % WIDTH, i / WIDTH, 35) || isIn(i % WIDTH, i / WIDTH, 85);
            int noise = random.nextInt(25);
            bgr[3 * i] = (byte) (noise + (in ? 30 : 150));
            bgr[3 * i + 1] = (byte) (noise + 90);
            bgr[3 * i + 2] = (byte) (noise + (in ? 140 : 40));
        }
        picture = Files.write(file("discs.png"), Image.of8Bit(WIDTH, HEIGHT, Layout.BGR, bgr, Attributes.NONE));
    }

    private static boolean isIn(int x, int y, int middle) {
        return Math.hypot(x - middle, y - 40) < 17;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Mask mask(String name, Object... args) {
        Object[] all = new Object[args.length + 6];
        System.arraycopy(new Object[]{"segment", picture, "-o", "none", "--mask", file(name)}, 0, all, 0, 6);
        System.arraycopy(args, 0, all, 6, args.length);
        Run.quietly(all);
        return Mask.of(Files.image(file(name)));
    }

    private void refused(String problem, Object... args) {
        Object[] all = new Object[args.length + 4];
        System.arraycopy(new Object[]{"segment", picture, "-o", file("o.png")}, 0, all, 0, 4);
        System.arraycopy(args, 0, all, 4, args.length);
        Run run = Run.of(all);
        assertEquals("hadamask: " + problem + "\n", run.err().replace(picture.toString(), "IMAGE")
                .replace(folder.toString(), "FOLDER"));
        assertFalse(java.nio.file.Files.exists(file("o.png")));
    }

    @Test
    void thePresetForPhotographsFindsBothDiscs() {
        Mask found = mask("m.png", "--preset", "photo");
        assertTrue(found.contains(35, 40) && found.contains(85, 40));
        assertFalse(found.contains(60, 5) || found.contains(2, 2));
        assertArrayEquals(found.values(),
                mask("n.png", "--method", "graphcut", "--closing", "none", "--fill-holes", "none", "-j", 1).values());
    }

    @Test
    void hintsAreFollowed() {
        Mask left = mask("l.png", "--preset", "photo", "--box", "10,15,50,50");
        assertTrue(left.contains(35, 40));
        assertFalse(left.contains(85, 40));
        Mask points = mask("p.png", "--preset", "photo", "--keep", "35,40", "--keep", "5,5", "--drop", "85,40");
        assertTrue(points.contains(35, 40) && points.contains(5, 5));
        assertFalse(points.contains(85, 40));
        assertArrayEquals(points.values(),
                mask("q.png", "--preset", "photo", "--keep", "35,40 5,5", "--drop", "85,40").values());
        Path settings = Files.write(file("s.txt"), "preset=photo\nkeep=35,40 5,5\ndrop=85,40\n");
        assertArrayEquals(points.values(), mask("r.png", "--settings", settings).values());
    }

    @Test
    void aPictureOfHintsIsFollowed() {
        byte[] gray = new byte[WIDTH * HEIGHT];
        java.util.Arrays.fill(gray, (byte) 128);
        gray[40 * WIDTH + 35] = (byte) 255;
        gray[40 * WIDTH + 85] = 0;
        Path hints = Files.write(file("h.png"), Image.of8Bit(WIDTH, HEIGHT, Layout.GRAY, gray, Attributes.NONE));
        Mask found = mask("m.png", "--preset", "photo", "--hints", hints);
        assertTrue(found.contains(35, 40));
        assertFalse(found.contains(85, 40));
        java.util.Arrays.fill(gray, (byte) 128);
        Files.write(file("h.png"), Image.of8Bit(WIDTH, HEIGHT, Layout.GRAY, gray, Attributes.NONE));
        refused("FOLDER/h.png: gives no hint: none of it is white or black", "--preset", "photo", "--hints", hints);
        Files.write(file("h.png"), Image.of8Bit(4, 1, Layout.GRAY, new byte[4], Attributes.NONE));
        refused("IMAGE: has 120 x 80 pixels, but the hints have 4 x 1", "--preset", "photo", "--hints", hints);
        refused("--resume: does not see whether the picture of --hints has changed, expected no --resume with it"
                + " (see hadamask segment --help)", "--preset", "photo", "--hints", hints, "--resume");
        refused("--hints: FOLDER/h.png is for one image, 2 were found (see hadamask segment --help)", picture,
                "--preset", "photo", "--hints", hints);
    }

    @Test
    void whatIsSeenIsShownAndWritten() {
        Run run = Run.of("segment", picture, "-o", "none", "--stats", "-", "--stages", file("s.png"), "--report",
                file("r.html"), "--preset", "portrait", "-v");
        assertEquals(0, run.status(), run.err());
        String json = new String(run.out(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(json.contains("\"method\":\"graphcut\",\"ground\":[\"top\",\"left\",\"right\"]"), json);
        assertTrue(json.contains("\"energy\":"), json);
        assertTrue(run.err().contains("no other cut of the reduced picture costs less than"), run.err());
        assertEquals(1920, Files.image(file("s.png")).width());
        Run.quietly("segment", picture, "-o", "none", "--stats", file("s.csv"), "--preset", "photo");
        String[] lines = Files.text(file("s.csv")).lines().toArray(String[]::new);
        assertEquals(lines[0].split(",", -1).length, lines[1].split(",", -1).length);
    }

    @Test
    void theWayThatWasChosenAndItsConfidenceAreSaid() {
        Run run = Run.of("segment", picture, "-o", "none", "--stats", "-", "--preset", "photo", "-v");
        assertEquals(0, run.status(), run.err());
        assertTrue(new String(run.out(), java.nio.charset.StandardCharsets.UTF_8)
                .matches("(?s).*\"centre\":0\\.5,.*\"ways\":2,\"confidence\":0\\.\\d+,.*"), run::text);
        assertTrue(run.err().matches("(?s).*: the best of 2 cuts: ground at [a-z, ]+, the middle counts 0\\.5;"
                + " confidence [01]\\.\\d\\d\n.*"), run.err());
        Path one = file("one.csv");
        Run.quietly("segment", picture, "-o", "none", "--stats", one, "--preset", "photo", "--ground", "all",
                "--centre", "0");
        String[] lines = Files.text(one).lines().toArray(String[]::new);
        int column = java.util.List.of(lines[0].split(",", -1)).indexOf("confidence");
        assertEquals("", lines[1].split(",", -1)[column]);
    }

    @Test
    void aFrameThatIsLeftOutIsSaid() {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        Random random = new Random(4);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            boolean frame = x < 5 || y < 5 || x >= WIDTH - 5 || y >= HEIGHT - 5;
            boolean object = Math.hypot(x - 60, y - 40) < 15;
            int noise = random.nextInt(30);
            rgb[3 * i] = (byte) (frame ? 250 : object ? 160 + noise : 60 + noise);
            rgb[3 * i + 1] = (byte) (frame ? 250 : object ? 60 + noise : 160 + noise);
            rgb[3 * i + 2] = (byte) (frame ? 250 : 50 + noise);
        }
        Path framed = Files.write(file("framed.png"),
                Image.of8Bit(WIDTH, HEIGHT, Layout.RGB, rgb, Attributes.NONE));
        Run run = Run.of("segment", framed, "-o", "none", "--stats", "-", "--mask", file("framed-mask.png"), "--preset",
                "photo", "-v");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.err().contains("looked at 110 x 70 pixels from 5,5 on: what is around them is a frame"),
                run.err());
        String json = new String(run.out(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(json.contains("\"region\":[5,5,110,70]"), json);
        Mask found = Mask.of(Files.image(file("framed-mask.png")));
        assertTrue(found.contains(60, 40));
        assertFalse(found.contains(2, 2) || found.contains(20, 20));
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        String help = " (see hadamask segment --help)";
        refused("--box: is a hint to a graph cut, expected --method graphcut" + help, "--box", "1,1,5,5");
        refused("--centre: tells how a graph cut is made, expected --method graphcut" + help, "--centre", "0.5");
        refused("--centre: '2' was found, expected a share from 0 to 1, such as 0.3" + help, "--centre", "2");
        refused("--smoothness: '201' was found, expected a cost from 0 to 200, such as 10" + help, "--smoothness",
                "201");
        refused("--keep: is a hint to a graph cut, expected --method graphcut" + help, "--keep", "1,1");
        refused("--clusters: tells how clusters are made, expected no --method graphcut" + help, "--method", "graphcut",
                "-k", "3");
        refused("--box: '1,2,3' was found, expected X,Y,WIDTH,HEIGHT in pixels, such as 120,40,300,200" + help,
                "--box", "1,2,3");
        refused("--keep: '1' was found, expected a pixel X,Y" + help, "--keep", "1");
        refused("--ground: 'botom' was found, expected auto, all, or some of top, left, bottom and right, as in top,left,right,"
                + " did you mean bottom?" + help, "--ground", "top,botom");
        refused("IMAGE: the point 120,3 is not inside of its 120 x 80 pixels (--box, --keep and --drop count from 0 at the"
                + " top left)", "--method", "graphcut", "--keep", "120,3");
    }
}
