package hadamask.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.batch.ReportEntry.State;
import hadamask.file.InputException;
import hadamask.file.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the pictures of a report go, and that nothing an input is called gets out of its place in the page.
class ReportTest {
    private static final int PICTURE = 1000;

    @TempDir
    Path folder;

    private Path page = Path.of("");
    private Path pictures = Path.of("");

    @BeforeEach
    void nameThePage() {
        page = folder.resolve("report.html");
        pictures = folder.resolve("report-files");
    }

    private static byte[] bytes(int index) {
        byte[] bytes = new byte[PICTURE];
        Arrays.fill(bytes, (byte) index);
        return bytes;
    }

    private static ReportEntry entry(int index, String input, List<String> names) {
        return new ReportEntry(index, input, "out.png", State.DONE, "", "{\"regions\":" + index + "}", List.of(1L, 2L),
                List.of(3), names);
    }

    private static void fill(Report report, int images) {
        // The last image is done first.
        IntStream.iterate(images, i -> i > 0, i -> i - 1).parallel()
                .forEach(i -> report.add(i, List.of(new ReportPicture("card.jpg", bytes(i)))));
        IntStream.rangeClosed(1, images)
                .forEach(i -> report.add(entry(i, "image " + i, report.pictures(i))));
    }

    private String written(int images, long limit) throws IOException {
        try (Report report = new Report(Output.file(page), limit)) {
            fill(report, images);
            report.write(run("now"));
        }
        return Files.readString(page);
    }

    private static ReportRun run(String started) {
        return new ReportRun("hadamask", started, 1.5, Map.of("--gray", "mean"));
    }

    private List<String> around() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void fewPicturesAreInThePage() throws IOException {
        String html = written(5, 5 * PICTURE);
        assertEquals(List.of("report.html"), around());
        for (int i = 1; i <= 5; i++) {
            String content = Base64.getEncoder().encodeToString(bytes(i));
            assertTrue(html.contains("<script type=\"text/plain\" id=\"pictures-" + i + "\">\ncard.jpg " + content
                    + "\n</script>"));
        }
    }

    @Test
    void manyPicturesAreBesideIt() throws IOException {
        String html = written(1005, 20 * PICTURE);
        assertEquals(List.of("report-files", "report.html"), around());
        assertFalse(html.contains("id=\"pictures-"));
        assertTrue(html.contains("\"folder\":\"report-files\""));
        for (int i : new int[]{1, 20, 21, 999}) {
            assertEquals(bytes(i)[0], Files.readAllBytes(pictures.resolve(String.format("0/%05d-card.jpg", i)))[0]);
        }
        assertEquals(bytes(1005)[0], Files.readAllBytes(pictures.resolve("1/01005-card.jpg"))[0]);
    }

    @Test
    void theFolderOfALargerReportGoesWithIt() throws IOException {
        written(10, PICTURE);
        assertEquals(List.of("report-files", "report.html"), around());
        written(10, 100 * PICTURE);
        assertEquals(List.of("report.html"), around());
    }

    @Test
    void aReportThatIsNotWrittenLeavesNothing() throws IOException {
        try (Report report = new Report(Output.file(page), PICTURE)) {
            fill(report, 10);
        }
        assertEquals(List.of(), around());
    }

    @Test
    void anEarlierReportStaysWhenTheNewOneCannotBeWritten() throws IOException {
        String before = written(10, PICTURE);
        try (Report report = new Report(Output.file(page), PICTURE)) {
            fill(report, 3);
            report.add(new ReportEntry(4, "x", "y", State.DONE, "", "", List.of(), List.of(), List.of()));
            Files.delete(page);
            Files.createDirectory(page);
            assertThrows(InputException.class, () -> report.write(run("now")));
            Files.delete(page);
        }
        assertTrue(Files.exists(pictures.resolve("0/00010-card.jpg")));
        assertTrue(before.contains("image 10"));
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedBeforeAnythingIsDone() throws IOException {
        Files.createDirectory(pictures);
        Files.writeString(pictures.resolve("mine.txt"), "mine");
        assertThrows(InputException.class, () -> new Report(Output.file(page)));
    }

    @Test
    void namesCannotEndTheirElement() throws IOException {
        String hostile = "</script><script>alert(1)</script><!--<b>&\"'\n\u2028\u202e]]>";
        try (Report report = new Report(Output.file(page))) {
            report.add(entry(1, hostile, List.of()));
            report.add(new ReportEntry(2, hostile, hostile, State.FAILED, hostile, "", List.of(), List.of(),
                    List.of()));
            report.write(new ReportRun(hostile, hostile, 1, Map.of(hostile, hostile)));
        }
        String html = Files.readString(page);
        for (String id : List.of("run", "entries")) {
            MatchResult data = Pattern.compile("id=\"" + id + "\">(.*?)<", Pattern.DOTALL).matcher(html).results()
                    .findFirst().orElseThrow();
            assertTrue(html.startsWith("</script>\n", data.end() - 1), id + " ends where its element does");
            assertTrue(data.group(1).contains("\\u003c/script>\\u003cscript>alert(1)"), data.group(1));
        }
        assertEquals(1, html.split("<script>", -1).length - 1, "one script of the page itself");
    }

    @Test
    void thePolicyNamesTheStyleAndTheScriptByTheirChecksums() throws Exception {
        String html = written(1, PICTURE);
        for (String element : List.of("style", "script")) {
            MatchResult content = Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                    .matcher(html).results().findFirst().orElseThrow();
            byte[] sum = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(content.group(1).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertTrue(html.contains(element + "-src 'sha256-" + Base64.getEncoder().encodeToString(sum) + "'"));
        }
        assertFalse(html.contains("unsafe"));
        assertFalse(Pattern.compile("(src|href|url)\\s*[=(]\\s*[\"']?(https?:)?//").matcher(html).find());
    }
}
