package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hadamask.batch.Report;
import hadamask.batch.ReportEntry;
import hadamask.batch.ReportEntry.State;
import hadamask.batch.ReportPicture;
import hadamask.batch.ReportRun;
import hadamask.codec.format.ImageFormat;
import hadamask.file.Output;
import hadamask.image.Image;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of `segment --report`, opened in a browser and used: 60 images, some with names that try to break it, three of
/// which fail; and a report of 5,000.
class ReportInBrowserIT {
    private static final int IMAGES = 60;
    private static final int FAILED = 3;

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path page = Path.of("");
    private static List<String> failures = List.of();

    @BeforeAll
    static void aReportOfManyImages() throws IOException {
        assumeTrue(Browser.isInstalled(),
                "needs Chromium and its driver (on Debian: apt-get install chromium chromium-driver)");
        page = folder.resolve("report.html");
        List<Object> arguments = new ArrayList<>(List.of("segment"));
        arguments.addAll(images());
        arguments.addAll(List.of("-o", folder + "/cutouts/", "--closing", "none", "--report", page, "--errors",
                folder.resolve("errors.csv")));
        Run run = Run.of(arguments.toArray());
        assertEquals(1, run.status(), run.err());
        failures = run.err().lines().filter(line -> line.startsWith("hadamask: "))
                .map(line -> line.substring("hadamask: ".length())).toList();
        assertEquals(FAILED, failures.size(), run.err());
        browser = Browser.start(java.nio.file.Files.createDirectory(folder.resolve("profile")), 1280, 900);
    }

    private static List<Path> images() throws IOException {
        List<Path> images = new ArrayList<>();
        Path pictures = java.nio.file.Files.createDirectories(folder.resolve("pictures"));
        // Together with the name below it, a folder called < closes a script.
        Path hostile = java.nio.file.Files.createDirectories(pictures.resolve("<"));
        List<Path> names = List.of(hostile.resolve("script><script>alert('no')<!--.png"),
                pictures.resolve("\"><img src=x onerror=alert(1)>&amp;.png"), pictures.resolve("line\nbreak.png"),
                pictures.resolve("turned\u202egnp.png"));
        for (Path name : names) {
            images.add(Files.write(name, Files.disc(120, 90)));
        }
        images.add(Files.write(pictures.resolve("text.png"), "<b>no picture</b>"));
        images.add(Files.write(pictures.resolve("cut\noff.jpg"), new byte[]{(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}));
        images.add(pictures.resolve("missing.png"));
        while (images.size() < IMAGES) {
            int i = images.size();
            Image disc = Files.disc(100 + 8 * i, 100 + 37 * i % 160);
            images.add(Files.write(pictures.resolve("disc-" + i + ".png"), disc));
        }
        return images;
    }

    @AfterAll
    static void endTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openThePage() {
        browser.show(1280, 900, "light");
        browser.open(page);
        if (!browser.eval("localStorage.length").equals("0")) { // marks of another test
            browser.eval("localStorage.clear()");
            browser.open(page);
        }
        browser.await("document.querySelectorAll('.card canvas').length > 3");
        browser.await("[...document.querySelectorAll('.card canvas')].every(canvas => canvas.width > 1)");
    }

    private static void assertSilent() {
        assertEquals(List.of(), browser.console());
    }

    private static List<String> names() {
        return browser.eval("[...document.querySelectorAll('.card .name')].map(name => name.textContent).join('|')")
                .lines().flatMap(line -> List.of(line.split("\\|")).stream()).toList();
    }

    private static void openImage(String name) {
        type("name", name);
        browser.await("document.querySelectorAll('.card').length === 1");
        browser.click(".card");
        browser.await("document.getElementById('result').width > 1");
    }

    private static void type(String field, String text) {
        browser.eval("document.getElementById('" + field + "').focus()");
        browser.press(text.split(""));
    }

    private static int alpha(String canvas, double x, double y) {
        return Integer.parseInt(browser.eval("""
                (canvas => {
                  const copy = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
                  copy.drawImage(canvas, -Math.floor(%s * canvas.width), -Math.floor(%s * canvas.height));
                  return copy.getImageData(0, 0, 1, 1).data[3];
                })(%s)""".formatted(x, y, canvas)));
    }

    @Test
    void theFailuresAreThoseOfStandardError() {
        String list = browser.eval("[...document.querySelectorAll('#failures li')].map(li => li.textContent)"
                + ".join('\\n')");
        assertEquals(failures, list.lines().toList());
        String errors = Files.text(folder.resolve("errors.csv"));
        for (String input : browser.eval("having('failed').map(entry => entry.input).join('|')").split("\\|", -1)) {
            assertTrue(errors.contains(input.replace("\n", "\\u000a")), errors);
        }
        assertEquals("3 failures", browser.eval("document.querySelector('#failures summary').textContent"));
        assertSilent();
    }

    @Test
    void namesOfFilesAreTextAndNothingElse() {
        assertEquals("1", browser.eval("document.querySelectorAll('body script:not([type])').length"));
        assertEquals("0", browser.eval("document.querySelectorAll('img').length"));
        assertTrue(names().contains("script><script>alert('no')<!--.png"), names().toString());
        assertTrue(names().contains("line\\u000abreak.png"), names().toString());
        assertTrue(names().contains("turned\\u202egnp.png"), names().toString());
        openImage("onerror");
        assertTrue(browser.eval("document.getElementById('detail-name').textContent")
                .endsWith("/\"><img src=x onerror=alert(1)>&amp;.png"));
        assertSilent();
    }

    @Test
    void thePolicyAllowsNothingButThePage() {
        browser.eval("document.body.appendChild(Object.assign(document.createElement('script'), "
                + "{textContent: 'window.broken = true'}))");
        browser.eval("document.body.appendChild(Object.assign(new Image(), {src: 'http://127.0.0.1:9/x.png'}))");
        assertEquals("undefined", browser.eval("window.broken"));
        browser.await("true");
        List<String> refused = browser.console();
        assertTrue(refused.stream().allMatch(line -> line.contains("Content Security Policy")), refused.toString());
        assertEquals(2, refused.size(), refused.toString());
    }

    @Test
    void cardsShowTheCutoutOverACheckerboard() {
        type("name", "disc-20.png");
        browser.await("document.querySelectorAll('.card').length === 1");
        browser.await("document.querySelector('.card canvas').width > 1");
        assertEquals(255, alpha("document.querySelector('.card canvas')", 0.5, 0.5));
        assertEquals(0, alpha("document.querySelector('.card canvas')", 0.02, 0.02));
        assertTrue(browser.eval("getComputedStyle(document.querySelector('.card .picture')).backgroundImage")
                .contains("conic-gradient"));
        assertSilent();
    }

    @Test
    void theSliderShowsTheOriginalAndTheResult() {
        openImage("disc-20.png");
        assertEquals("50%", browser.eval("document.getElementById('edge').style.left"));
        browser.drag("#slider", 0.5, 0.8);
        double edge = Double.parseDouble(browser.eval("document.getElementById('slider').value"));
        assertEquals(80, edge, 4);
        assertTrue(browser.eval("document.getElementById('original').style.clipPath").startsWith("inset(0"));
        browser.press(Browser.ARROW_RIGHT);
        assertEquals(edge + 1, Double.parseDouble(browser.eval("document.getElementById('slider').value")));
        assertEquals(255, alpha("document.getElementById('original')", 0.02, 0.02));
        assertEquals(0, alpha("document.getElementById('result')", 0.02, 0.02));
        browser.screenshot("report-slider");
        assertSilent();
    }

    @Test
    void theOutlineIsShownAndHidden() {
        openImage("disc-20.png");
        byte[] without = browser.screenshot("report-detail");
        browser.press("o");
        browser.await("!document.getElementById('outline').hidden");
        assertEquals(0, alpha("document.getElementById('outline')", 0.5, 0.5));
        assertNotEquals(0, without.length);
        byte[] with = browser.screenshot("report-outline");
        assertTrue(!java.util.Arrays.equals(without, with));
        browser.click("#outline-on");
        browser.await("document.getElementById('outline').hidden");
        assertSilent();
    }

    @Test
    void theStagesAreShownOnDemand() {
        openImage("disc-20.png");
        assertEquals("0", browser.eval("document.querySelectorAll('#stages figure').length"));
        browser.click("#stages-on");
        browser.await("document.querySelectorAll('#stages figure').length === 6");
        assertEquals("true", browser.eval("document.getElementById('stages-on').getAttribute('aria-expanded')"));
        browser.await("[...document.querySelectorAll('#stages canvas')].every(canvas => canvas.width > 1)");
        browser.screenshot("report-stages");
        assertSilent();
    }

    @Test
    void aNameFilters() {
        type("name", "disc-1");
        browser.await("document.getElementById('count').textContent.startsWith('10 of')");
        assertTrue(names().stream().allMatch(name -> name.startsWith("disc-1")), names().toString());
        browser.click("#clear");
        browser.await("document.getElementById('count').textContent === '60 images'");
        assertSilent();
    }

    @Test
    void shareAndRegionsFilter() {
        String shares = "shown.map(entry => entry.share).join(' ')";
        type("share-from", "20");
        type("share-to", "30");
        double[] kept = numbers(browser.eval(shares));
        assertTrue(kept.length > 0 && kept.length < IMAGES - FAILED, kept.length + " images");
        assertTrue(java.util.Arrays.stream(kept).allMatch(share -> share >= 0.2 && share <= 0.3));
        type("regions-from", "2");
        browser.await("!document.getElementById('none').hidden");
        assertSilent();
    }

    @Test
    void sharesAndNamesSortInBothDirections() {
        browser.eval("(sort => { sort.value = 'share'; sort.dispatchEvent(new Event('input')); })"
                + "(document.getElementById('sort'))");
        double[] up = numbers(browser.eval("shown.filter(entry => entry.share !== null).map(entry => entry.share)"
                + ".join(' ')"));
        assertEquals(IMAGES - FAILED, up.length);
        assertTrue(IntStream.range(1, up.length).allMatch(i -> up[i - 1] <= up[i]));
        browser.click("#direction");
        assertEquals(String.valueOf(up[up.length - 1]), browser.eval("shown[0].share"));
        assertEquals("failed", browser.eval("shown.at(-1).state"));
        browser.eval("(sort => { sort.value = 'name'; sort.dispatchEvent(new Event('input')); })"
                + "(document.getElementById('sort'))");
        assertTrue(names().getFirst().startsWith("turned"), names().toString());
        browser.screenshot("report-sorted");
        assertSilent();
    }

    private static double[] numbers(String text) {
        return java.util.Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty())
                .mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void everythingIsReachedByTheKeyboard() {
        browser.press("/");
        assertEquals("name", browser.eval("document.activeElement.id"));
        browser.press("d", "i", "s", "c", Browser.ENTER, Browser.ARROW_RIGHT);
        assertEquals("1", browser.eval("active"));
        browser.press(Browser.ARROW_DOWN);
        assertEquals(browser.eval("1 + columns"), browser.eval("active"));
        browser.press(Browser.ENTER);
        browser.await("document.getElementById('detail').open");
        String first = browser.eval("document.getElementById('detail-name').textContent");
        browser.press(Browser.ARROW_RIGHT);
        assertNotEquals(first, browser.eval("document.getElementById('detail-name').textContent"));
        browser.press("s");
        browser.await("document.querySelectorAll('#stages figure').length === 6");
        browser.press(Browser.ESCAPE);
        browser.await("!document.getElementById('detail').open");
        browser.await("active === 2 + columns && document.activeElement.classList.contains('card')");
        assertSilent();
    }

    @Test
    void allImagesArePrintedWithTheirPictures() {
        assertTrue(Integer.parseInt(browser.eval("document.querySelectorAll('.card').length")) < IMAGES);
        String pdf = new String(browser.print("report-print"), StandardCharsets.ISO_8859_1);
        int withoutCards = pages(pdf);
        assertTrue(withoutCards >= 3, withoutCards + " pages");
        assertTrue(count(pdf, "/Subtype /Image") >= IMAGES - FAILED, count(pdf, "/Subtype /Image") + " pictures");
        assertEquals("0", browser.eval("document.getElementById('sheet').childElementCount"));
        type("name", "disc-20.png");
        browser.await("document.querySelectorAll('.card').length === 1");
        String one = new String(browser.print("report-print-filtered"), StandardCharsets.ISO_8859_1);
        assertTrue(pages(one) <= 2, pages(one) + " pages");
        assertSilent();
    }

    private static int pages(String pdf) {
        return count(pdf, "/Type /Page\n");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void nothingIsCutOffOnPaper() {
        browser.show(700, 1000, "dark"); // A4 between margins of 12 mm
        browser.medium("print");
        try {
            browser.eval("dispatchEvent(new Event('beforeprint'))");
            assertEquals(String.valueOf(IMAGES), browser.eval("document.querySelectorAll('#sheet > li').length"));
            assertEquals("none", browser.eval("getComputedStyle(document.getElementById('grid')).display"));
            assertEquals("true", browser.eval("document.documentElement.scrollWidth <= 700"));
            assertEquals("[]", browser
                    .eval("""
                            JSON.stringify([...document.querySelectorAll('#sheet li, #sheet li *, #failures li, #settings dd, #totals div')]
                              .filter(node => !node.closest('svg')).filter(node => {
                                const box = node.getBoundingClientRect();
                                return box.left < 0 || box.right > 700.5 || node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0;
                              }).map(node => node.className + ' ' + node.textContent))"""));
            assertEquals("true", browser.eval("(list => list.scrollHeight <= list.clientHeight + 1)"
                    + "(document.querySelector('#failures ol'))"));
            assertEquals("true true", browser.eval("document.getElementById('failures').open + ' ' "
                    + "+ document.getElementById('settings').open"));
            assertEquals("rgb(28, 33, 42)", browser.eval("getComputedStyle(document.body).color"));
            browser.eval("dispatchEvent(new Event('afterprint'))");
            assertEquals("0 false", browser.eval("document.getElementById('sheet').childElementCount + ' ' "
                    + "+ document.getElementById('settings').open"));
        } finally {
            browser.medium("");
        }
        assertSilent();
    }

    @Test
    void theKeyForPrintingAndTheButtonWaitForThePictures() {
        browser.eval("window.printed = 0, window.print = () => { window.printed++; "
                + "window.ready = document.querySelectorAll('#sheet image').length; }");
        browser.press("d");
        browser.eval(
                "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'p', ctrlKey: true, cancelable: true}))");
        browser.await("window.printed === 1");
        assertEquals(String.valueOf(2 * (IMAGES - FAILED)), browser.eval("window.ready"));
        browser.eval("dispatchEvent(new Event('afterprint'))");
        browser.click("#print");
        browser.await("window.printed === 2");
        browser.eval("dispatchEvent(new Event('afterprint'))");
        assertSilent();
    }

    @Test
    void anImageThatIsOpenIsPrintedAlone() {
        openImage("disc-30.png");
        String pdf = new String(browser.print("report-print-detail"), StandardCharsets.ISO_8859_1);
        assertTrue(pages(pdf) <= 2, pages(pdf) + " pages");
        assertTrue(browser.eval("document.getElementById('detail').open").equals("true"));
        assertSilent();
    }

    @Test
    void marksAreMadeByKeysAndSavedAsAListThatSegmentReads() throws IOException {
        Path saved = java.nio.file.Files.createDirectory(folder.resolve("saved-keys"));
        browser.saveTo(saved);
        assertEquals("true", browser.eval("document.getElementById('save-keep').disabled"));
        type("name", "disc-1");
        browser.await("document.getElementById('count').textContent.startsWith('10 of')");
        browser.press(Browser.ENTER, "k", Browser.ARROW_RIGHT, "x", Browser.ARROW_RIGHT, "k", Browser.ARROW_RIGHT, "k",
                "k");
        assertEquals("2 kept, 1 rejected", browser.eval("document.getElementById('marked').textContent"));
        browser.screenshot("report-marks");
        browser.eval("document.getElementById('save-keep').focus()");
        browser.press(Browser.ENTER);
        Path list = saved.resolve("kept.txt");
        awaitFile(list);
        List<String> expected = List
                .of(browser.eval("havingMark('keep').map(entry => entry.input).join('|')").split("\\|"));
        assertEquals(expected, Files.text(list).lines().toList());
        assertEquals("2 names for segment --files-from kept.txt",
                browser.eval("document.getElementById('saved').textContent"));
        Run.quietly("segment", "--files-from", list, "-o", folder.resolve("again"));
        assertEquals(2, Files.contents(folder.resolve("again")).keySet().stream().filter(name -> name.endsWith(".png"))
                .count());
        browser.click("#save-reject");
        awaitFile(saved.resolve("rejected.txt"));
        assertEquals(1, Files.text(saved.resolve("rejected.txt")).lines().count());
        assertSilent();
    }

    @Test
    void namesWithLineBreaksAreSavedWithZeroBytes() throws IOException {
        Path saved = java.nio.file.Files.createDirectory(folder.resolve("saved-zero"));
        browser.saveTo(saved);
        openImage("break.png");
        browser.press("x");
        assertEquals("true", browser.eval("document.getElementById('reject').getAttribute('aria-pressed')"));
        browser.screenshot("report-marked-detail");
        browser.press(Browser.ESCAPE);
        browser.click("#clear");
        browser.eval("[...document.querySelectorAll('.card')].find(card => card.textContent.includes('disc-8.png'))"
                + ".parentNode.querySelector('.mark .reject').click()");
        browser.click("#save-reject");
        Path list = saved.resolve("rejected.list0");
        awaitFile(list);
        assertEquals(2, count(Files.text(list), "\0"));
        assertTrue(Files.text(list).contains("line\nbreak.png\0"));
        Run.quietly("segment", "--files0-from", list, "-o", folder.resolve("again0"));
        assertEquals(2, Files.contents(folder.resolve("again0")).keySet().stream().filter(name -> name.endsWith(".png"))
                .count());
        assertSilent();
    }

    @Test
    void marksFilterAndStayWhenThePageIsOpenedAgain() {
        type("name", "disc-2");
        browser.await("document.getElementById('count').textContent.startsWith('10 of')");
        browser.press(Browser.ENTER, "k", Browser.ARROW_RIGHT, "x");
        browser.open(page);
        browser.await("document.getElementById('marked').textContent === '1 kept, 1 rejected'");
        browser.eval("(mark => { mark.value = 'keep'; mark.dispatchEvent(new Event('input')); })"
                + "(document.getElementById('mark'))");
        assertEquals("1", browser.eval("shown.length"));
        browser.eval("(mark => { mark.value = 'none'; mark.dispatchEvent(new Event('input')); })"
                + "(document.getElementById('mark'))");
        assertEquals(String.valueOf(IMAGES - 2), browser.eval("shown.length"));
        browser.click("#unmark");
        assertEquals("0 kept, 0 rejected", browser.eval("document.getElementById('marked').textContent"));
        assertSilent();
    }

    private static void awaitFile(Path file) {
        browser.await("true");
        long end = System.nanoTime() + 30_000_000_000L;
        while (!Files.exists(file) || Files.read(file).length == 0) {
            assertTrue(System.nanoTime() < end, () -> file + " is there after 30 seconds");
            Thread.onSpinWait();
        }
    }

    @Test
    void itFitsATelephone() {
        browser.show(360, 740, "dark");
        browser.open(page);
        browser.await("document.querySelectorAll('.card').length > 0");
        assertEquals("true", browser.eval("document.documentElement.scrollWidth <= 360"));
        browser.screenshot("report-narrow");
        openImage("disc-20.png");
        assertEquals("true", browser.eval("document.documentElement.scrollWidth <= 360"));
        assertEquals("true", browser.eval("(body => body.scrollWidth <= body.clientWidth)"
                + "(document.querySelector('.body'))"));
        browser.screenshot("report-narrow-detail");
        assertSilent();
    }

    @Test
    void itIsLightOrDarkAsTheUserLikes() {
        String ground = "getComputedStyle(document.body).backgroundColor";
        String light = browser.eval(ground);
        browser.screenshot("report-light");
        browser.show(1280, 900, "dark");
        String dark = browser.eval(ground);
        assertNotEquals(light, dark);
        browser.screenshot("report-dark");
        browser.click("#theme");
        assertEquals(light, browser.eval(ground));
        assertSilent();
    }

    @Test
    void fiveThousandImagesOpenInThreeSecondsAndScroll() {
        int images = 5_000;
        Path large = folder.resolve("large.html");
        try (Report report = new Report(Output.file(large))) {
            byte[] jpeg = Files.encoded(Files.disc(320, 240), ImageFormat.JPEG);
            byte[] mask = Files.encoded(Files.disc(320, 240), ImageFormat.PNG);
            String statistics = statistics();
            for (int index = 1; index <= images; index++) {
                report.add(index, List.of(new ReportPicture("card.jpg", jpeg), new ReportPicture("mask.png", mask)));
                report.add(new ReportEntry(index, "in/image-" + index + ".jpg", "out/image-" + index + ".png",
                        State.DONE, "", statistics, List.of(), List.of(), report.pictures(index)));
            }
            report.write(new ReportRun("hadamask", "2026-11-22 05:10", 1, Map.of()));
        }
        assertTrue(Files.exists(folder.resolve("large-files/5/05000-card.jpg")));
        browser.open(large);
        browser.await("document.querySelectorAll('.card').length > 3");
        String opened = browser.eval("performance.getEntriesByType('navigation')[0].loadEventEnd");
        assertTrue(Double.parseDouble(opened) < 3000, opened + " ms");
        browser.await("[...document.querySelectorAll('.card canvas')].every(canvas => canvas.width > 1)");
        for (double place : new double[]{0.3, 0.7, 1}) {
            browser.eval("scrollTo(0, " + place + " * document.documentElement.scrollHeight)");
            browser.await("[...document.querySelectorAll('.card')].some(card => {"
                    + " const box = card.getBoundingClientRect(); return box.top < 500 && box.bottom > 400; })");
            browser.await("[...document.querySelectorAll('.card canvas')].every(canvas => canvas.width > 1)");
        }
        assertTrue(names().contains("image-5000.jpg"), names().toString());
        assertTrue(Integer.parseInt(browser.eval("document.querySelectorAll('.card').length")) < 200);
        browser.screenshot("report-large");
        assertSilent();
    }

    /// A line of `--stats`.
    private static String statistics() {
        Path picture = Files.write(folder.resolve("one.png"), Files.disc(320, 240));
        return Run.quietly("segment", picture, "-o", folder.resolve("one-cutout.png"), "--stats", "-").text().strip();
    }
}
