package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `segment --report`: when there is a page, and what it says of each image.
class ReportTest {
    @TempDir
    Path folder;

    private Path picture = Path.of("");
    private Path other = Path.of("");
    private Path page = Path.of("");

    @BeforeEach
    void twoPicturesInAFolder() {
        picture = Files.write(folder.resolve("a.png"), Files.disc(90, 70));
        other = Files.write(folder.resolve("b.png"), Files.disc(70, 90));
        page = folder.resolve("report.html");
    }

    private Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    @Test
    void resultsAreTheSameWithAReport() {
        Run.quietly("segment", picture, "-o", folder.resolve("plain.png"));
        Run.quietly("segment", picture, "-o", folder.resolve("reported.png"), "--report", page);
        assertEquals(Files.image(folder.resolve("plain.png")), Files.image(folder.resolve("reported.png")));
        assertTrue(Files.text(page).contains("\"state\":\"done\""));
        assertTrue(Files.text(page).contains("\"--closing\":\"auto\""));
    }

    @Test
    void imagesOfAnEarlierRunAreShownAsSuch() {
        Run.of("segment", picture, other, "-o", folder + "/out/", "--report", page);
        Run again = Run.of("segment", picture, other, "-o", folder + "/out/", "--report", page, "--resume");
        assertEquals(0, again.status(), again.err());
        String html = Files.text(page);
        assertEquals(3, html.split("\"state\":\"skipped\",\"message\":\"\",\"statistics\":\\{", -1).length);
        assertFalse(html.contains("id=\"pictures-"));
    }

    @Test
    void aPageIsAFile() {
        Run run = Run.of("segment", picture, "-o", out("a.png"), "--report", "-");
        assertEquals(2, run.status());
        assertEquals("hadamask: --report: - is standard output, expected the name of a file (see hadamask segment "
                + "--help)\n", run.err());
    }

    @Test
    void resultsDoNotLieInTheFolderOfTheReport() {
        Map<String, Long> before = Files.contents(folder);
        Run run = Run.of("segment", picture, "-o", folder + "/report-files/", "--report", page);
        assertEquals(2, run.status());
        assertEquals("hadamask: --output: DIR/report-files takes the pictures of the report, expected another folder "
                + "(see hadamask segment --help)\n", run.err(folder));
        assertEquals(before, Files.contents(folder));
    }

    @Test
    void aPageDoesNotReplaceAnImage() {
        Run run = Run.of("segment", picture, other, "-o", folder + "/out/", "--report", picture);
        assertEquals(2, run.status());
        assertEquals("hadamask: --report: DIR/a.png is also an input, expected another name (see hadamask segment "
                + "--help)\n", run.err(folder));
    }

    @Test
    void aFolderOfSomebodyElseStays() throws IOException {
        Path mine = java.nio.file.Files.createDirectory(folder.resolve("report-files")).resolve("mine.txt");
        Files.write(mine, "mine");
        Run run = Run.of("segment", picture, "-o", folder.resolve("cut.png"), "--report", page);
        assertEquals(1, run.status());
        assertEquals(
                "hadamask: DIR/report-files: stands where the pictures of the report belong, and no report made it "
                        + "(move it, or give the report another name)\n",
                run.err(folder));
        assertFalse(Files.exists(folder.resolve("cut.png")));
        assertEquals("mine", Files.text(mine));
    }

    @Test
    void picturesOfAReportAreNoImagesOfTheNextRun() throws IOException {
        Path pictures = java.nio.file.Files.createDirectories(folder.resolve("report-files/0"));
        Files.write(folder.resolve("report-files/.hadamask"), "");
        Files.write(pictures.resolve("00001-card.png"), Files.disc(30, 30));
        Run run = Run.of("segment", "-r", folder, "-o", folder + "/out/", "--report", page);
        assertEquals(0, run.status(), run.err());
        assertFalse(Files.text(page).contains("00001-card"));
        assertTrue(Files.text(page).contains("b.png"));
    }
}
