package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.Hadamask;
import hadamask.cli.Console;
import hadamask.cli.Console.Standard;
import hadamask.image.Image;
import hadamask.image.Mask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people try first: results in a terminal, tables that are typed, outputs named as other programs want them, results
/// that are not wanted, and words that mean a name of ours. A remedy that a message gives is typed, and works.
class FirstUseTest {
    private static final int USAGE = 2;

    @TempDir
    Path folder;

    private Path picture = Path.of("");
    private Path table = Path.of("");

    @BeforeEach
    void aPictureAndATable() {
        picture = Files.write(file("cat.jpg"), Files.disc(40, 30));
        table = Files.write(file("a.csv"), "x,y\n1,2\n3,5\n4,1\n2,2\n");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    /// Runs a command whose standard streams are terminals, or some of them.
    private static Run at(Set<Standard> terminals, byte[] in, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Console console = new Console(new ByteArrayInputStream(in), out, new PrintWriter(err, true), terminals);
        int status = Hadamask.commands().run(Arrays.stream(args).map(Object::toString).toArray(String[]::new), console);
        return new Run(status, out.toByteArray(), err.toString());
    }

    private Run refused(Run run, Map<String, Long> before) {
        assertEquals(USAGE, run.status(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertArrayEquals(new byte[0], run.out());
        assertEquals(before, Files.contents(folder));
        return run;
    }

    /// Refused with a line that holds these words, and nothing is written.
    private Run refused(String words, Object... args) {
        Run run = refused(Run.of(args), Files.contents(folder));
        assertTrue(run.err(folder).contains(words), run.err(folder));
        return run;
    }

    // --- Terminals ---

    @Test
    void noBytesOfAPictureAreWrittenToATerminal() {
        Path mask = Files.write(file("m.png"), Files.discMask(40, 30).toImage(hadamask.image.Attributes.NONE));
        List<List<Object>> commands = List.of(List.of("segment", picture, "-o", "-"), List.of("segment", "-"),
                List.of("segment", picture, "-o", file("o.png"), "--mask", "-"),
                List.of("segment", picture, "-o", file("o.png"), "--stages", "-"),
                List.of("segment", picture, "-o", file("o.png"), "--overlay", "/dev/stdout"),
                List.of("refine", mask, "-o", "-"), List.of("refine", "-"), List.of("apply", picture, mask, "-o", "-"),
                List.of("apply", picture, mask, "-o", file("o.png"), "--overlay", "-"),
                List.of("measure", mask, "-o", file("o.csv"), "--labels", "-"),
                List.of("distances", table, "-f", "npy"), List.of("similarity", table, "-f", "npy", "-o", "-"),
                List.of("mahalanobis", table, "-f", "npy"), List.of("covariance", table, "-f", "npy"),
                List.of("whiten", table, "-f", "npy"), List.of("axes", table, "-f", "npy"),
                List.of("hadamard", table, table, "-f", "npy"), List.of("measure", mask, "-f", "npy"));
        Map<String, Long> before = Files.contents(folder);
        for (List<Object> command : commands) {
            Run run = refused(at(EnumSet.of(Standard.OUTPUT), Files.read(picture), command.toArray()), before);
            assertTrue(run.err().contains(": standard output is a terminal, which does not show a"), run.err());
        }
    }

    @Test
    void textIsWrittenToATerminal() {
        Set<Standard> output = EnumSet.of(Standard.OUTPUT);
        for (String command : List.of("distances", "similarity", "mahalanobis", "covariance", "whiten", "axes")) {
            Run run = at(output, new byte[0], command, table).succeeded();
            assertArrayEquals(Run.quietly(command, table).out(), run.out());
        }
        assertFalse(at(output, new byte[0], "segment", picture, "-o", file("o.png"), "--stats", "-").succeeded().text()
                .isEmpty());
    }

    @Test
    void whatIsToBeTypedIsSaid() {
        byte[] typed = Files.read(table);
        for (List<Object> command : List.<List<Object>>of(List.of("distances"), List.of("covariance", "-"),
                List.of("axes"), List.of("hadamard", "-", table), List.of("distances", table, "--with", "-"),
                List.of("mahalanobis", table, "--cov-from", "-"))) {
            Run run = at(EnumSet.of(Standard.INPUT), typed, command.toArray());
            assertEquals(
                    "note: standard input is the terminal: waiting for a table (Ctrl-D ends it, Ctrl-C gives up)\n",
                    run.err());
            assertEquals(0, run.status());
            assertEquals("", Run.withInput(typed, command.toArray()).err());
        }
        Object[] silent = {"distances", "-q"};
        assertEquals("", at(EnumSet.of(Standard.INPUT), typed, silent).err());
        Run run = at(EnumSet.of(Standard.INPUT), Files.read(picture), "segment", "-", "-o", file("o.png"));
        assertEquals("note: standard input is the terminal: waiting for a picture (Ctrl-D ends it, Ctrl-C gives up)\n",
                run.err());
        Run list = at(EnumSet.of(Standard.INPUT), (picture + "\n").getBytes(StandardCharsets.UTF_8), "segment",
                "--files-from", "-", "-o", file("out") + "/");
        assertTrue(list.err().contains("waiting for names of images"), list.err());
    }

    // --- Endings ---

    @ParameterizedTest
    @CsvSource({"distances a.csv -o x.foo, .csv", "covariance a.csv -o x.csv.gz, .csv",
        "axes a.csv -o x.xlsx, --format",
        "whiten a.csv -o x.txt, .npy", "mahalanobis a.csv -o x.png, .csv", "similarity a.csv -o x.parquet, .json",
        "hadamard a.csv a.csv -o x.mat, .csv", "score m.png m.png -o x.foo, .json", "measure m.png -o x.xls, .csv",
        "segment cat.jpg --stats x.tsv, .jsonl", "segment cat.jpg --errors x.json, .csv",
        "segment cat.jpg --report x.pdf, .html"})
    void anEndingThatNamesNoFormatIsRefused(String command, String known) {
        Files.write(file("m.png"), Files.discMask(40, 30).toImage(hadamask.image.Attributes.NONE));
        Run run = refused("names no format that can be written, expected ", here(command));
        assertTrue(run.err().contains(known), run.err());
    }

    @Test
    void aFormatThatIsNamedMayHaveAnyEnding() {
        Run.quietly("distances", table, "-f", "csv", "-o", file("x.txt"));
        Run.quietly("distances", table, "-o", file("plain"));
        assertEquals(Files.text(file("x.txt")), Files.text(file("plain")));
        Path mask = Files.write(file("m.png"), Files.discMask(40, 30).toImage(hadamask.image.Attributes.NONE));
        Run.quietly("score", mask, mask, "-o", file("x.JSON"));
        assertTrue(Files.text(file("x.JSON")).startsWith("{"));
    }

    /// The words of a command, names of files in the folder of the test.
    private Object[] here(String command) {
        return Stream.of(command.split(" "))
                .map(word -> word.matches("[^-].*[./].*") ? file(word) + (word.endsWith("/") ? "/" : "") : word)
                .toArray();
    }

    // --- Folders ---

    @Test
    void aNameWithoutAnEndingIsAFolderForManyImages() {
        Path other = Files.write(file("dog.png"), Files.disc(30, 30));
        Run.quietly("segment", picture, other, "-o", file("out"), "--mask", file("masks-1.2"));
        for (String name : List.of("out/cat.png", "out/dog.png", "masks-1.2/cat.png", "masks-1.2/dog.png")) {
            assertTrue(Files.exists(file(name)), name);
        }
    }

    @Test
    void itIsForOneImageThatWasFoundOrListed() {
        Files.write(file("list"), picture + "\n");
        Run.quietly("segment", "--files-from", file("list"), "-o", file("listed"));
        assertTrue(Files.exists(file("listed/cat.png")));
        Run.quietly("segment", "-r", folder, "-o", file("found"));
        assertTrue(Files.exists(file("found/cat.png")));
    }

    @Test
    void oneFileForManyIsAnErrorWhoseRemediesWork() {
        Path other = Files.write(file("dog.png"), Files.disc(30, 30));
        refused("--output: DIR/out.png is one file for 2 images, expected a folder such as DIR/out/, or a pattern such as"
                + " 'DIR/out/{name}.png'", "segment", picture, other, "-o", file("out.png"));
        refused("one file for 2 images", "segment", picture, other, "-o", file("out.heic"));
        refused("a folder such as results/", "segment", picture, other, "-o", "-");
        Run.quietly("segment", picture, other, "-o", file("out") + "/");
        Run.quietly("segment", picture, other, "-o", file("out2/{name}.png"));
        assertTrue(Files.exists(file("out/dog.png")) && Files.exists(file("out2/dog.png")));
    }

    @Test
    void twoImagesOfOneNameAreToldHowToDiffer() {
        Path twin = Files.write(file("cat.png"), Files.disc(30, 30));
        refused("would both be written to DIR/out/cat.png, expected --output 'DIR/out/{name}-{ext}.png'", "segment",
                picture, twin, "-o", file("out") + "/");
        Run.quietly("segment", picture, twin, "-o", file("out/{name}-{ext}.png"));
        assertTrue(Files.exists(file("out/cat-jpg.png")) && Files.exists(file("out/cat-png.png")));
        refused("expected --mask 'DIR/{name}-{ext}-mask.png'", "segment", picture, twin, "-o", "none", "--mask",
                file("{name}-mask.png"));
        refused("expected --mask 'DIR/m-{ext}-{index}-{name}.png'", "segment", picture, picture, "-o", "none", "--mask",
                file("m.png").toString().replace("m.png", "m-{ext}.png"));
    }

    @Test
    void aTreeKeepsItsFolders() throws java.io.IOException {
        Path tree = java.nio.file.Files.createDirectories(file("shoot/a"));
        Files.write(tree.resolve("cat.jpg"), Files.disc(30, 30));
        Files.write(tree.resolve("cat.png"), Files.disc(30, 30));
        refused("expected --output 'DIR/o/{dir}/{name}-{ext}.png'", "segment", "-r", file("shoot"), "-o", file("o"));
        Run.quietly("segment", "-r", file("shoot"), "-o", file("o/{dir}/{name}-{ext}.png"));
        assertTrue(Files.exists(file("o/a/cat-jpg.png")));
    }

    // --- The output behind the input ---

    @ParameterizedTest
    @CsvSource({"segment cat.jpg out.png", "segment cat.jpg out/", "segment cat.jpg cat.jpg out/",
        "refine m.png out.png",
        "apply cat.jpg m.png out.jpg", "distances a.csv out.csv", "similarity a.csv out.npy",
        "covariance a.csv out.tsv", "mahalanobis a.csv out.json", "whiten a.csv out.csv", "axes a.csv out.csv",
        "hadamard a.csv a.csv out.csv", "score m.png m.png out.json", "measure m.png out.csv",
        "measure m.png m.png out.csv"})
    void anOutputBehindTheInputIsAskedFor(String command) {
        Files.write(file("m.png"), Files.discMask(40, 30).toImage(hadamask.image.Attributes.NONE));
        Object[] words = here(command);
        String last = words[words.length - 1].toString();
        refused("did you mean -o " + last.replace(folder.toString(), "DIR") + "?", words);
        boolean twice = command.startsWith("segment cat.jpg cat.jpg");
        Object[] meant = Stream.concat(Arrays.stream(words, 0, words.length - (twice ? 2 : 1)), Stream.of("-o", last))
                .toArray();
        Run.quietly(meant);
        assertTrue(Files.exists(Path.of(last)));
    }

    @Test
    void anOutputWithABlankIsQuoted() {
        refused("did you mean -o 'DIR/my out.png'?", "segment", picture, file("my out.png"));
        refused("did you mean -o 'DIR/my out.csv'?", "distances", table, file("my out.csv"));
    }

    /// As `*.jpg` gives it.
    @Test
    void aFileWhoseNameBeginsWithADashIsSeen() throws IOException {
        Path name = java.nio.file.Files.createTempFile(Path.of(""), "-Zoo of a shop", ".png");
        try {
            refused(name + ": there is no such option, did you mean the file './" + name + "'?", "segment", name, "-o",
                    file("o.png"));
            refused(name + ": there is no such option, did you mean the file './" + name + "'?", "distances", name);
        } finally {
            java.nio.file.Files.delete(name);
        }
    }

    @Test
    void aSecondImageIsNoOutput() {
        assertEquals(1, Run.of("segment", picture, file("gone.png"), "-o", file("out") + "/").status());
        assertEquals(1, Run.of("segment", picture, file("gone.gif"), "-o", file("out") + "/").status());
        Run two = Run.of("distances", table, table);
        assertFalse(two.err().contains("did you mean"), two.err());
    }

    // --- none ---

    @Test
    void masksAloneAreWritten() {
        Run.quietly("segment", picture, "-o", "none", "--mask", file("m.png"));
        assertEquals(Set.of("", "a.csv", "cat.jpg", "m.png"), Files.contents(folder).keySet());
        Run.quietly("segment", picture, "-o", file("o.png"), "--mask", file("same.png"));
        assertArrayEquals(Files.read(file("same.png")), Files.read(file("m.png")));
        Run piped = Run.withInput(Files.read(picture), "segment", "-", "-o", "none", "--mask", "-").succeeded();
        assertArrayEquals(Files.read(file("same.png")), piped.out());
        Run scored = Run.withInput(piped.out(), "score", "-", file("same.png")).succeeded();
        assertTrue(scored.text().endsWith("1.0,1.0,1.0,1.0,1.0\n"), scored.text());
    }

    @Test
    void statisticsAndReportsWithoutCutOutsHaveNoOutput() {
        Path other = Files.write(file("dog.png"), Files.disc(30, 30));
        Run run = Run.quietly("segment", picture, other, "-o", "none", "--stats", "-");
        assertEquals(2, run.text().lines().filter(line -> line.contains("\"output\":null")).count(), run.text());
        Run.quietly("segment", picture, other, "-o", "none", "--stats", file("s.csv"), "--report", file("r.html"));
        assertTrue(Files.text(file("s.csv")).contains("cat.jpg,,40,30"), Files.text(file("s.csv")));
        assertTrue(Files.text(file("r.html")).contains("\"output\":\"\""));
        assertFalse(Files.exists(file("none")));
        Run explained = Run.of("segment", picture, "-o", "none", "--mask", file("m.png"), "-v");
        assertTrue(explained.err().contains("in no cut-out"), explained.err());
    }

    @Test
    void masksAloneAreResumed() {
        Path other = Files.write(file("dog.png"), Files.disc(30, 30));
        Object[] command = {"segment", picture, other, "-o", "none", "--mask", file("masks") + "/", "--resume"};
        Run.quietly(command);
        assertTrue(Run.of(command).err().contains("2 done before"), Run.of(command).err());
        refused("--resume: goes by the files of results, of which none is written", "segment", picture, other, "-o",
                "none", "--stats", "-", "--resume");
    }

    @Test
    void noneAloneLeavesNothingToDo() {
        String nothing = "--output: none leaves nothing to do, expected ";
        refused(nothing + "--mask", "segment", picture, "-o", "none");
        refused(nothing + "--overlay", "apply", picture, picture, "-o", "none");
        refused(nothing + "--heatmap", "distances", table, "-o", "none");
        refused(nothing + "--plot", "mahalanobis", table, "-o", "none");
        refused(nothing + "--labels", "measure", picture, "-o", "none");
        refused(nothing + "a file", "covariance", table, "-o", "none");
    }

    @Test
    void picturesOfTablesAloneAreWritten() {
        assertEquals("", Run.quietly("distances", table, "-o", "none", "--heatmap", file("h.png")).text());
        assertEquals("", Run.quietly("mahalanobis", table, "-o", "none", "--plot", file("p.png")).text());
        Path mask = Files.write(file("m.png"), Files.discMask(40, 30).toImage(hadamask.image.Attributes.NONE));
        assertEquals("", Run.quietly("measure", mask, "-o", "none", "--labels", file("l.png")).text());
        Run.quietly("apply", picture, mask, "-o", "none", "--overlay", file("v.png"));
        for (String name : List.of("h.png", "p.png", "l.png", "v.png")) {
            Image drawn = Files.image(file(name));
            assertTrue(drawn.width() > 0, name);
        }
        assertFalse(Files.exists(file("none")));
    }

    // --- Names that are meant ---

    @ParameterizedTest
    @CsvSource({"segment a.csv -b white, --background", "segment a.csv -bwhite, --background",
        "segment a.csv --bg white, --background", "segment a.csv --threads 4, --jobs",
        "segment a.csv -t 0.5, --threshold", "segment a.csv --output-dir o, --output",
        "segment a.csv -recursive, --recursive", "segment a.csv -mask m.png, --mask",
        "segment a.csv --crop, --trim", "distances a.csv --jobs 2, --threads", "distances a.csv --sep tab, --delimiter",
        "distances a.csv --neighbors 3, --knn", "distances a.csv --precision 3, --digits",
        "distances a.csv --cols 1, --columns", "mahalanobis a.csv --heatmap x.png, --plot"})
    void anOptionThatIsMeantIsNamed(String command, String meant) {
        refused("there is no such option, did you mean " + meant + "?", here(command));
    }

    @ParameterizedTest
    @CsvSource({"euclid, euclidean", "EUCLIDEAN_DISTANCE, euclidean", "l2norm, l2", "l2-norm, l2", "maha, mahalanobis",
        "mahal, mahalanobis", "cos, cosine", "cosine-similarity, cosine", "manhatten, manhattan", "taxicab, manhattan",
        "max, chebyshev", "inf, chebyshev", "l_inf, linf", "pearson, correlation", "bray-curtis, braycurtis",
        "sq, sqeuclidean", "squared-euclidean, sqeuclidean", "city, cityblock", "mink, minkowski",
        "tanimoto, jaccard", "ham, hamming", "edit-distance, levenshtein", "great-circle, haversine",
        "JSD, jensenshannon", "chi-squared, chisquare", "jensen-shannon, jensenshannon"})
    void aMetricThatIsMeantIsNamed(String word, String meant) {
        refused(", did you mean " + meant + "?", "distances", table, "--metric", word);
    }

    @Test
    void otherWordsThatAreMeantAreNamed() {
        refused("did you mean dot?", "similarity", table, "-m", "inner-product");
        refused("did you mean npy?", "distances", table, "-f", "numpy");
        refused("did you mean lower?", "distances", table, "--shape", "triangle");
        refused("did you mean drop?", "distances", table, "--missing", "omit");
        refused("did you mean bright?", "segment", picture, "--foreground", "light");
        refused("did you mean transparent?", "segment", picture, "--background", "transparant");
        refused("did you mean rec601?", "segment", picture, "--gray", "luma");
        refused("did you mean blocks?", "segment", picture, "--show=block");
        Run none = refused("'zzzz' was found", "distances", table, "-m", "zzzz");
        assertFalse(none.err().contains("did you mean"), none.err());
    }

    @Test
    void aCommandThatTakesOneInputSaysSoOfJobs() {
        refused("-j: there is no such option, one input is worked on at a time", "refine", picture, "-j", "4");
        refused("-j4: there is no such option, one input is worked on at a time", "apply", picture, picture, "-j4");
        refused("--jobs: is for many masks, expected -r with it", "score", picture, picture, "--jobs=4");
    }

    // --- Masks that lose ---

    @Test
    void aLossyMaskIsSaid() {
        Run run = Run.of("segment", picture, "-o", "none", "--mask", file("m.jpg"));
        assertEquals(
                "note: --mask: DIR/m.jpg is a JPEG, which is lossy: not all of its greys are 0 or 255 (use .png)\n",
                run.err(folder));
        assertEquals(0, run.status());
        Run refined = Run.of("refine", file("m.jpg"), "-o", file("m.jpg").resolveSibling("n.jpg"));
        assertTrue(refined.err(folder).contains("note: --output: DIR/n.jpg is a JPEG"), refined.err(folder));
        assertEquals("", Run.of("segment", picture, "-q", "-o", "none", "--mask", file("m.jpg")).err());
        Run.quietly("segment", picture, "-o", file("o.jpg"), "--mask", file("m.png"));
        Mask kept = Files.mask(file("m.png"));
        assertTrue(kept.count() > 0);
    }
}
