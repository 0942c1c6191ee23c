package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `segment --suggest` on a red disc of the brightness of its green ground, and on a bright disc on a dark one.
class SuggestTest {
    private static final int SIDE = 90;

    @TempDir
    Path folder;
    private Path equal = Path.of("");
    private Path bright = Path.of("");

    @BeforeEach
    void drawPictures() {
        equal = Files.write(folder.resolve("equal.png"), disc(new int[]{60, 60, 180}, new int[]{60, 180, 60}));
        bright = Files.write(folder.resolve("bright.png"), disc(new int[]{190, 200, 210}, new int[]{30, 60, 40}));
    }

    private static Image disc(int[] inside, int[] outside) {
        Random random = new Random(8);
        byte[] bgr = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < bgr.length; i++) {
            int place = i / 3;
            int x = place % SIDE;
            int y = place / SIDE;
            boolean in = Math.hypot(x - 44.5, y - 44.5) < 24;
            bgr[i] = (byte) ((in ? inside : outside)[i % 3] + random.nextInt(24));
        }
        return Image.of8Bit(SIDE, SIDE, Layout.BGR, bgr, Attributes.NONE);
    }

    /// The table without the seconds, which no two runs share.
    private static String timeless(String table) {
        return table.replaceAll("\\d+\\.\\d{3}", "").replaceAll(" +", " ").replaceAll("(?m) $", "");
    }

    private void refused(String problem, Object... more) {
        Object[] all = new Object[more.length + 3];
        System.arraycopy(new Object[]{"segment", "--suggest", equal}, 0, all, 0, 3);
        System.arraycopy(more, 0, all, 3, more.length);
        Run run = Run.of(all);
        assertEquals("hadamask: " + problem + " (see hadamask segment --help)\n", run.err(folder));
        assertEquals(2, run.status());
        assertEquals("", run.text());
    }

    @Test
    void theObjectOfEqualBrightnessIsFoundByItsColourFirst() {
        List<String> lines = Run.quietly("segment", "--suggest", equal).text().lines().toList();
        assertEquals(equal + ": 90 x 90 pixels", lines.get(0));
        assertTrue(lines.get(1).startsWith("proposal "), lines.get(1));
        assertTrue(lines.get(1).endsWith("the same with"), lines.get(1));
        // pi 24^2 / 90^2 = 0.2234
        assertTrue(lines.get(2)
                .matches("--preset photo .* 22\\.\\d % +1 +0\\.\\d\\d +-?[01]\\.\\d\\d +\\d+\\.\\d{3}.*"),
                lines.get(2));
    }

    @Test
    void waysThatAgreeAreOneLineNamedByTheFirst() {
        String table = Run.quietly("segment", "--suggest", bright).text();
        String line = table.lines().filter(each -> each.startsWith("--preset photo  ")).findFirst().orElse(table);
        assertTrue(line.contains("  --preset photo --ground all --centre 0, "), table);
        assertTrue(line.contains(", --closing auto, "), table);
        assertFalse(table.contains("\n--closing auto"), table);
    }

    @Test
    void sixWaysAreShownAndTheOthersNamed() {
        List<String> lines = Run.quietly("segment", "--suggest", equal).text().lines().toList();
        long shown = lines.stream().filter(line -> line.startsWith("--")).count();
        assertTrue(shown <= 6, lines.toString());
        assertTrue(shown < 6 || lines.stream().anyMatch(line -> line.startsWith("not shown: --")), lines.toString());
    }

    @Test
    void aProposalIsWhatItsWordsMakeOfTheImage() {
        String table = Run.quietly("segment", "--suggest", equal).text();
        for (String line : table.lines().filter(each -> each.startsWith("--")).toList()) {
            String[] words = line.split("  +", 3);
            Path stats = folder.resolve("s.csv");
            List<Object> args = new java.util.ArrayList<>(
                    List.of("segment", "-q", equal, "-o", "none", "--stats", stats));
            args.addAll(List.of(words[0].split(" ")));
            Run.quietly(args.toArray());
            List<String> csv = Files.text(stats).lines().toList();
            int column = List.of(csv.get(0).split(",", -1)).indexOf("foregroundFraction");
            double share = Double.parseDouble(csv.get(1).split(",", -1)[column]);
            assertEquals(100 * share, Double.parseDouble(words[1].replace(" %", "")), 0.0501, line);
        }
    }

    @Test
    void tablesDoNotDependOnTheNumberOfJobs() {
        Object[] args = {"segment", "--suggest", equal, bright, "-q", "-j", 1};
        String one = timeless(Run.quietly(args).text());
        args[6] = 3;
        assertEquals(one, timeless(Run.quietly(args).text()));
        assertTrue(one.indexOf("equal.png") < one.indexOf("bright.png"), one);
    }

    @Test
    void thePageShowsAnEntryForEachGroupInTheOrderOfTheTable() {
        Path page = folder.resolve("page.html");
        String table = Run.quietly("segment", "--suggest", bright, equal, "-q", "--report", page).text();
        String html = Files.text(page);
        int at = 0;
        String image = "";
        for (String line : table.lines().toList()) {
            image = line.endsWith(" pixels") ? line.substring(0, line.indexOf(": 90")) : image;
            if (line.startsWith("--") && !line.contains(": ")) {
                int next = html.indexOf(image + ": " + line.substring(0, line.indexOf("  ")) + "\"", at);
                assertTrue(next > at, line + " in " + html.substring(0, Math.min(html.length(), 20_000)));
                at = next;
            }
        }
        assertTrue(html.contains("\"state\":\"done\""));
        assertEquals(List.of(), java.util.Arrays.asList(folder.toFile().list((dir, name) -> name.contains("cutout"))));
    }

    @Test
    void anImageThatFailsIsSaidAndTheOthersAreTried() {
        Path flat = Files.write(folder.resolve("flat.png"),
                Image.of8Bit(3, 3, Layout.GRAY, new byte[9], Attributes.NONE));
        Path page = folder.resolve("page.html");
        Run run = Run.of("segment", "--suggest", "-q", folder.resolve("gone.png"), flat, bright, "--report", page);
        assertEquals(1, run.status());
        assertEquals("hadamask: DIR/gone.png: cannot be read: there is no such file",
                run.err(folder).lines().findFirst().orElse(""));
        assertTrue(run.text().contains("bright.png: 90 x 90 pixels\n"), run.text());
        assertTrue(Files.text(page).contains("\"state\":\"failed\""));
    }

    @Test
    void aWayThatThePictureDoesNotAllowSaysSo() {
        byte[] ramp = new byte[SIDE * SIDE];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (byte) (i % SIDE);
        }
        Image gray = Image.of8Bit(SIDE, SIDE, Layout.GRAY, ramp, Attributes.NONE);
        String table = Run.quietly("segment", "--suggest", Files.write(folder.resolve("gray.png"), gray)).text();
        assertTrue(table.contains("\n--plane saturation: has a single grey level: there is nothing to separate\n"),
                table);
    }

    @Test
    void resultsAndOtherWaysAreRefused() {
        String problem = " does not go with --suggest, which tries ways of its own and writes no result (choose first)";
        refused("--output:" + problem, "-o", folder.resolve("o.png"));
        refused("--mask:" + problem, "--mask", folder.resolve("o.png"));
        refused("--preset:" + problem, "--preset", "photo");
        refused("--closing:" + problem, "--closing", "auto");
        refused("--resume:" + problem, "--resume");
        refused("--report: - is standard output, expected the name of a file", "--report", "-");
        refused("--report: the ending of page.txt names no format that can be written, expected .html", "--report",
                "page.txt");
        Run.quietly("segment", "--suggest", equal, "-o", "none");
    }
}
