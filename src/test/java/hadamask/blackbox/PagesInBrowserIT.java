package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages on which somebody counts, chooses and gives hints, used in a browser; what they save is given back to the program, which
/// makes what the page showed.
class PagesInBrowserIT {
    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path saved = Path.of("");

    @BeforeAll
    static void startABrowser() throws IOException {
        assumeTrue(Browser.isInstalled(),
                "needs Chromium and its driver (on Debian: apt-get install chromium chromium-driver)");
        browser = Browser.start(java.nio.file.Files.createDirectory(folder.resolve("profile")), 1280, 900);
        saved = java.nio.file.Files.createDirectory(folder.resolve("saved"));
        browser.saveTo(saved);
    }

    @AfterAll
    static void endTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(Path page) {
        browser.show(1280, 900, "light");
        browser.open(page);
        browser.eval("localStorage.clear()");
        browser.open(page);
    }

    private static void assertSilent() {
        assertEquals(List.of(), browser.console());
    }

    private static void awaitFile(Path file) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!Files.exists(file)) {
            assertTrue(System.nanoTime() < end, file + " is not saved");
            browser.await("true");
        }
    }

    /// Takes a file that the page saves when a button is clicked.
    private static Path savedBy(String button, String name) throws IOException {
        Path file = saved.resolve(name);
        java.nio.file.Files.deleteIfExists(file);
        browser.click(button);
        awaitFile(file);
        return file;
    }

    /// Rows of discs that grow, as a mask and as an image.
    private static void discs(Path mask, Path image, int side, int columns, int rows) {
        Random random = new Random(5);
        byte[] in = new byte[side * columns * side * rows];
        byte[] gray = new byte[in.length];
        for (int i = 0; i < in.length; i++) {
            int x = i % (side * columns);
            int y = i / (side * columns);
            double radius = side * (0.2 + 0.25 * (x / side + y / side * columns) / (columns * rows));
            boolean inside = Math.hypot(x % side - side / 2.0, y % side - side / 2.0) < radius;
            in[i] = (byte) (inside ? 1 : 0);
            gray[i] = (byte) ((inside ? 160 : 40) + random.nextInt(20));
        }
        Files.write(mask, new Mask(side * columns, side * rows, in).toImage(Attributes.NONE));
        Files.write(image, Image.of8Bit(side * columns, side * rows, Layout.GRAY, gray, Attributes.NONE));
    }

    @Test
    void objectsAreCountedRemovedAndSaved() throws IOException {
        Path mask = folder.resolve("count.png");
        Path image = folder.resolve("x\"><img src=y onerror=alert(1)>.png");
        discs(mask, image, 40, 5, 4);
        Path page = folder.resolve("count.html");
        String table = Run.quietly("measure", mask, image, "--measures", "shape", "--report", page).text();
        open(page);
        browser.await("document.querySelectorAll('#rows tbody tr:not(.spacer)').length > 5");
        assertEquals("20 objects", browser.eval("document.getElementById('counted').textContent"));
        assertEquals("0", browser.eval("document.querySelectorAll('img').length"));
        // A click on the object in the middle of the picture shows its row, the one on a row shows its object.
        clickObject(8);
        assertEquals("8", browser.eval("counting.selected.label"));
        assertEquals("8", browser.eval("document.querySelector('#rows tr.selected td:nth-child(2)').textContent"));
        browser.click("#rows tbody tr:nth-child(4) td:nth-child(2)");
        assertEquals("3", browser.eval("counting.selected.label"));
        assertTrue(browser.eval("document.getElementById('pointed').textContent").startsWith("Object 3, area "));
        // Sorted by area, downwards: the largest is the last disc.
        browser.click("#rows th[data-column='1'] button");
        browser.click("#rows th[data-column='1'] button");
        assertEquals("descending",
                browser.eval("document.querySelector('[data-column=\"1\"]').getAttribute('aria-sort')"));
        String largest = table.lines().skip(1).max(java.util.Comparator.comparingInt(PagesInBrowserIT::area))
                .orElseThrow();
        assertEquals(largest.replaceFirst(",.*", ""), browser.eval("counting.rows[0].label"));
        // Three ways to remove, one of which is taken back.
        browser.press("x");
        String bars = browser.eval("document.getElementById('bars').getAttribute('aria-label')");
        assertTrue(bars.startsWith("Histogram of area: 19 objects"), bars);
        browser.click("#rows tbody tr:nth-child(2) .act button");
        browser.click("#by-click");
        clickObject(12);
        assertEquals("17 objects of 20, 3 removed", browser.eval("document.getElementById('counted').textContent"));
        browser.press("z");
        assertEquals("18 objects of 20, 2 removed", browser.eval("document.getElementById('counted').textContent"));
        browser.screenshot("count");
        Path kept = savedBy("#save-table", "objects.csv");
        List<String> expected = new ArrayList<>(table.lines().toList());
        expected.removeIf(line -> line.startsWith("3,") || line.equals(largest));
        assertEquals(String.join("\n", expected) + "\n", Files.text(kept));
        Path labels = savedBy("#save-labels", "kept.csv");
        Path numbers = folder.resolve("numbers.png");
        assertEquals(Files.text(kept),
                Run.quietly("measure", mask, image, "--measures", "shape", "--keep-labels", labels,
                        "--labels", numbers).text());
        for (String line : table.lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            int x = Integer.parseInt(cells[3]) + Integer.parseInt(cells[5]) / 2;
            int y = Integer.parseInt(cells[4]) + Integer.parseInt(cells[6]) / 2;
            assertEquals(expected.contains(line) ? Integer.parseInt(cells[0]) : 0, Files.image(numbers).sample(x, y, 0),
                    line);
        }
        // What was removed is remembered.
        browser.open(page);
        browser.await("document.getElementById('counted').textContent.startsWith('18')");
        browser.show(420, 800, "dark");
        browser.screenshot("count-narrow");
        assertEquals("true", browser.eval("document.documentElement.scrollWidth <= innerWidth"));
        assertSilent();
    }

    private static int area(String line) {
        return Integer.parseInt(line.split(",", 3)[1]);
    }

    private static void clickObject(int label) {
        browser.eval("document.getElementById('field').scrollIntoView({block: 'nearest'})");
        browser.await("counting.shape && document.getElementById('field').clientWidth > 0");
        String place = "counting.shape.places[" + (label - 1) + "]";
        String box = "document.getElementById('field').getBoundingClientRect()";
        browser.clickAt(
                Double.parseDouble(
                        browser.eval(box + ".left + counting.view.x + counting.view.scale * " + place + ".x")),
                Double.parseDouble(
                        browser.eval(box + ".top + counting.view.y + counting.view.scale * " + place + ".y")));
    }

    @Test
    void objectsOfAFolderAreOneTable() throws IOException {
        Path masks = java.nio.file.Files.createDirectories(folder.resolve("masks"));
        Path images = java.nio.file.Files.createDirectories(folder.resolve("images"));
        discs(masks.resolve("a.png"), images.resolve("a.png"), 30, 3, 2);
        discs(masks.resolve("b, c.png"), images.resolve("b, c.png"), 24, 4, 2);
        Path page = folder.resolve("many.html");
        String table = Run.quietly("measure", masks, images, "-r", "--report", page).text();
        open(page);
        browser.await("counting.shape");
        browser.eval(
                "(s => { s.value = 'all'; s.dispatchEvent(new Event('input')); })(document.getElementById('scope'))");
        assertEquals("14", browser.eval("counting.rows.length"));
        browser.click("#rows tbody tr:nth-child(10) td:nth-child(2)");
        browser.await("counting.selected.image.short === 'b, c.png'");
        assertEquals("b, c.png (8)",
                browser.eval("document.getElementById('picture-of').selectedOptions[0].textContent"));
        browser.press("x");
        Path kept = savedBy("#save-table", "objects.csv");
        assertEquals(table.lines().count() - 1, Files.text(kept).lines().count());
        Path labels = savedBy("#save-labels", "kept.csv");
        assertEquals(Files.text(kept), Run.quietly("measure", masks, images, "-r", "--keep-labels", labels).text());
        assertSilent();
    }

    @Test
    void theReportOfARunCountsItsObjectsToo() throws IOException {
        Path images = java.nio.file.Files.createDirectories(folder.resolve("plate"));
        discs(folder.resolve("unused.png"), images.resolve("a.png"), 40, 3, 2);
        discs(folder.resolve("unused.png"), images.resolve("b.png"), 40, 4, 2);
        Path page = folder.resolve("run.html");
        Path table = folder.resolve("run.csv");
        List<Object> words = new ArrayList<>(List.of("segment", images, "-r", "--closing", "none", "-o", "none",
                "--measure", table, "--resume", "--report", page));
        Run.quietly(words.toArray());
        open(page);
        browser.await("document.querySelectorAll('.card canvas').length === 2");
        assertEquals("none", browser.eval("getComputedStyle(document.getElementById('counting')).display"));
        // From an image that is open to its objects.
        browser.click("#grid li[aria-posinset='2'] .card");
        browser.await("document.getElementById('result').width > 1");
        browser.click("#count-on");
        browser.await("counting.shape && document.getElementById('picture-of').value === '1'");
        assertEquals("14 objects; 8 in this image", browser.eval("document.getElementById('counted').textContent"));
        clickObject(5);
        assertEquals("5", browser.eval("counting.selected.label"));
        assertEquals("5", browser.eval("document.querySelector('#rows tr.selected td:nth-child(3)').textContent"));
        browser.press("x");
        browser.click("#rows th[data-column='1'] button");
        assertEquals("ascending",
                browser.eval("document.querySelector('[data-column=\"1\"]').getAttribute('aria-sort')"));
        String bars = browser.eval("document.getElementById('bars').getAttribute('aria-label')");
        assertTrue(bars.startsWith("Histogram of area: 7 objects"), bars);
        browser.screenshot("count-run");
        Path kept = savedBy("#save-table", "objects.csv");
        List<String> expected = new ArrayList<>(Files.text(table).lines().toList());
        assertTrue(expected.removeIf(line -> line.startsWith(images.resolve("b.png") + ",5,")));
        assertEquals(String.join("\n", expected) + "\n", Files.text(kept));
        Path labels = savedBy("#save-labels", "kept.csv");
        Run.quietly("segment", images, "-r", "--closing", "none", "-o", "none", "--measure",
                folder.resolve("again.csv"),
                "--keep-labels", labels);
        assertEquals(Files.text(kept), Files.text(folder.resolve("again.csv")));
        // Back to the images, and what an earlier run did is counted without its picture.
        browser.click("#view-images");
        browser.await("document.querySelectorAll('.card canvas').length === 2");
        assertSilent();
        assertEquals("0 of 2 images done, 2 done before\n", Run.of(words.toArray()).err());
        open(page);
        browser.click("#view-objects");
        browser.await("counting.shape");
        clickObject(3);
        browser.click("#rows tbody tr:nth-child(3) td:nth-child(3)");
        assertEquals("2", browser.eval("counting.selected.label"));
        assertEquals(Files.text(table), Files.text(savedBy("#save-table", "objects.csv")));
        assertSilent();
    }

    @Test
    void fiveThousandObjectsStayFluent() {
        Path mask = folder.resolve("large.png");
        discs(mask, folder.resolve("large-image.png"), 12, 80, 63);
        Path page = folder.resolve("large.html");
        Run.quietly("measure", mask, "-o", folder.resolve("large.csv"), "--report", page);
        open(page);
        browser.await("counting.shape");
        assertEquals("5040", browser.eval("counting.rows.length"));
        assertTrue(Integer.parseInt(browser.eval("document.querySelectorAll('#rows tr').length")) < 100);
        browser.eval("document.getElementById('rows').scrollTop = 1e7");
        browser.await(
                "[...document.querySelectorAll('#rows td:nth-child(2)')].some(cell => cell.textContent === '5040')");
        double sorted = Double
                .parseDouble(browser.eval("(start => { document.querySelector('[data-column=\"2\"] button').click();"
                        + " return performance.now() - start; })(performance.now())"));
        assertTrue(sorted < 2000, sorted + " ms");
        assertTrue(Files.read(page).length < 400L * 5040 + 1_000_000, Files.read(page).length + " bytes");
        assertSilent();
    }

    @Test
    void aProposalIsChosenAndHintsAreDrawn() throws IOException {
        Path one = Files.write(folder.resolve("one.png"), Files.disc(120, 90));
        Path two = Files.write(folder.resolve("two, 2.png"), Files.disc(90, 120));
        Path page = folder.resolve("proposals.html");
        Run.of("segment", "--suggest", one, two, "-q", "--report", page);
        open(page);
        browser.await("document.querySelectorAll('.card canvas').length > 1");
        assertEquals("0 of 2 images chosen", browser.eval("document.getElementById('chosen').textContent"));
        String last = "shown.filter(entry => entry.image.endsWith('one.png')).at(-1)";
        String words = browser.eval(last + ".options");
        browser.click("#grid li[aria-posinset='" + browser.eval("shown.indexOf(" + last + ") + 1") + "'] .choose");
        browser.click("#choose-rest");
        assertEquals("2 of 2 images chosen", browser.eval("document.getElementById('chosen').textContent"));
        browser.screenshot("choose");
        assertEquals("true", browser.eval(last + " && isChosen(" + last + ")"));
        String others = browser.eval("chosen.get(choosables[1])");
        compare(savedBy("#save-choices", "choices.csv"), List.of(one, two), List.of(words, others));

        // On the page of a run, hints are drawn upon the first image.
        Path report = folder.resolve("report.html");
        Run.of("segment", one, two, "--preset", "photo", "-o", folder + "/cut/", "-q", "--report", report);
        open(report);
        browser.await("document.querySelectorAll('.card canvas').length > 1");
        browser.click("#grid li[aria-posinset='1'] .card");
        browser.await("document.getElementById('original').width > 1");
        browser.press("h");
        browser.await("document.getElementById('hints').getBoundingClientRect().width > 100");
        browser.dragTo("#hints", 0.2, 0.1, 0.8, 0.9);
        browser.click("input[value='keep']");
        browser.click("#hints");
        browser.click("input[value='drop']");
        browser.dragTo("#hints", 0.05, 0.5, 0.05, 0.5);
        browser.screenshot("hints");
        String drawn = browser.eval("document.getElementById('hint-words').value");
        assertTrue(drawn.matches("--preset photo --box \\d+,\\d+,\\d+,\\d+ --keep \\d+,\\d+ --drop \\d+,\\d+"), drawn);
        double[] box = java.util.Arrays.stream(drawn.replaceAll(".*--box (\\S+).*", "$1").split(",", -1))
                .mapToDouble(Double::parseDouble).toArray();
        assertArrayEquals(new double[]{24, 9, 73, 73}, box, 1.5);
        browser.press(Browser.ESCAPE);
        browser.await("!document.getElementById('detail').open");
        compare(savedBy("#save-choices", "choices.csv"), List.of(one), List.of(drawn));
        assertSilent();
    }

    @Test
    void whatIsKnownOfAnImageDependsOnItsMethod() {
        List<String> options = List.of("--method graphcut", "--features lab", "--threshold sauvola", "--clusters 3",
                "--half-levels");
        StringBuilder table = new StringBuilder("image,options\n");
        for (int i = 0; i < options.size(); i++) {
            table.append(Files.write(folder.resolve("method" + i + ".png"), Files.disc(70, 60))).append(',')
                    .append(options.get(i)).append('\n');
        }
        Path page = folder.resolve("methods.html");
        Run run = Run.of("segment", "--choices", Files.write(folder.resolve("methods.csv"), table.toString()), "-o",
                "none", "-q",
                "--report", page);
        assertEquals(0, run.status(), run.err());
        open(page);
        for (int i = 0; i < options.size(); i++) {
            browser.eval("open(" + i + ")");
            browser.await("document.getElementById('result').width > 1");
            browser.eval(
                    "document.getElementById('stages-on').getAttribute('aria-expanded') === 'true' ? showStages() : toggleStages()");
            browser.await("document.querySelectorAll('#stages figure').length === 6");
            assertEquals(options.get(i), browser.eval("document.getElementById('hint-words').value"));
            assertEquals("false",
                    browser.eval("/undefined|NaN|none/.test(document.getElementById('facts').textContent)"));
        }
        assertSilent();
    }

    /// Runs a batch with what was saved: the masks are those of the options alone.
    private static void compare(Path choices, List<Path> images, List<String> words) {
        Path masks = folder.resolve("chosen");
        Run run = Run.of("segment", "--choices", choices, "-o", "none", "--mask", masks + "/", "-q");
        assertEquals(0, run.status(), run.err());
        for (int i = 0; i < images.size(); i++) {
            List<Object> args = new ArrayList<>(List.of("segment", images.get(i), "-o", "none", "--mask", "-", "-q"));
            args.addAll(List.of(words.get(i).split(" ", -1)));
            assertArrayEquals(Run.of(args.toArray()).out(), Files.read(masks.resolve(images.get(i).getFileName())));
        }
    }
}
