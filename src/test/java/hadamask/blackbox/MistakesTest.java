package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What users do wrong: one line says what is wrong and what to do, the exit status fits, and every file and folder is as it
/// was before.
class MistakesTest {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @TempDir
    Path folder;

    private Path picture = Path.of("");

    @BeforeEach
    void aPictureInAFolder() {
        picture = Files.write(folder.resolve("a.png"), Files.disc(40, 30));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    /// Asserts all that a mistake must be.
    ///
    /// @param line what stands behind `hadamask: `, the test's folder written as `DIR`
    private void refused(int status, String line, Object... args) {
        Map<String, Long> before = Files.contents(folder);
        Run run = Run.of(args);
        assertEquals("hadamask: " + line + "\n", run.err(folder));
        assertEquals(status, run.status());
        assertArrayEquals(new byte[0], run.out());
        assertEquals(before, Files.contents(folder));
    }

    private void refusedToSegment(int status, String line, Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = "segment";
        System.arraycopy(args, 0, all, 1, args.length);
        refused(status, line, all);
    }

    /// Asserts that an option with this value is refused.
    private void refusedValue(String option, String value, String expected) {
        refusedToSegment(USAGE,
                option + ": '" + value + "' was found, expected " + expected + " (see hadamask segment --help)",
                picture,
                "-o", file("o.png"), option, value);
    }

    @Test
    void standardOutputIsOneResultByAnyOfItsNames() {
        for (String name : new String[]{"-", "/dev/stdout", "/dev/fd/1"}) {
            refusedToSegment(USAGE,
                    "--report: - is standard output, expected the name of a file (see hadamask segment --help)",
                    picture, "-o", file("o.png"), "--report", name);
            refusedToSegment(USAGE,
                    "-: standard output takes one result, 2 were asked for (see hadamask segment --help)",
                    picture, "-o", "-", "--stats", name);
            refused(USAGE, "-: standard output takes one result, 2 were asked for (see hadamask measure --help)",
                    "measure", picture, "--labels", "-", "-o", name);
        }
    }

    @Test
    void theNearestOptionBeginsAsTheWordDoesOrTakesTheFewestChanges() {
        String asked = ": there is no such option, did you mean ";
        refusedToSegment(USAGE, "--max-pixel" + asked + "--max-pixels? (see hadamask segment --help)", picture,
                "--max-pixel", "3");
        refusedToSegment(USAGE, "--max-mem" + asked + "--max-memory? (see hadamask segment --help)", picture,
                "--max-mem=1G");
        refused(USAGE, "--max-memry" + asked + "--max-memory? (see hadamask distances --help)", "distances",
                "--max-memry",
                "1G");
        refusedToSegment(USAGE, "--nonsense: there is no such option (see hadamask segment --help)", picture,
                "--nonsense");
    }

    @Test
    void commandsWithoutTheirImagesSayWhatIsMissing() {
        refused(USAGE, "IMAGE: is missing (see hadamask segment --help)", "segment");
        refused(USAGE, "IMAGE: is missing (see hadamask segment --help)", "segment", "-o", file("o.png"));
        refused(USAGE, "MASK: is missing (see hadamask refine --help)", "refine");
        refused(USAGE, "IMAGE: is missing (see hadamask apply --help)", "apply");
        refused(USAGE, "MASK: is missing (see hadamask apply --help)", "apply", picture);
        refused(USAGE, "TRUTH: is missing (see hadamask score --help)", "score", picture);
    }

    @Test
    void aNameThatBeginsWithAtIsANameAndNoListOfOptions() {
        Path evil = Files.write(file("evil.png"), picture + " -o " + file("out.png"));
        refusedToSegment(FAILED, "@DIR/evil.png: cannot be read: there is no such file", "@" + evil, "-o",
                file("o.png"));
    }

    @Test
    void anUnknownCommandNamesTheNearest() {
        refused(USAGE, "segmnet: there is no such command, did you mean segment? (see hadamask --help)", "segmnet",
                picture);
    }

    @Test
    void anUnknownOptionNamesTheNearest() {
        refusedToSegment(USAGE,
                "--backgroud: there is no such option, did you mean --background? (see hadamask segment --help)",
                picture,
                "--backgroud", "white");
        refusedToSegment(USAGE,
                "--threshhold: there is no such option, did you mean --threshold? (see hadamask segment --help)",
                picture, "--threshhold=0.5");
    }

    @Test
    void anArgumentTooManyIsSaid() {
        refused(USAGE, "extra: is one too many (see hadamask score --help)", "score", picture, picture, "extra");
    }

    @Test
    void anOptionWithoutItsValueIsSaid() {
        refusedToSegment(USAGE, "--output: its value is missing, expected PATH (see hadamask segment --help)", picture,
                "-o");
    }

    @Test
    void anOptionGivenTwiceIsSaid() {
        refusedToSegment(USAGE, "--output: is given twice, expected once (see hadamask segment --help)", picture, "-o",
                file("o.png"), "-o", file("p.png"));
    }

    @Test
    void quietAndVerboseDoNotGoTogether() {
        refusedToSegment(USAGE, "-q: does not go with -v (see hadamask segment --help)", picture, "-q", "-v");
    }

    @Test
    void aMissingFileIsSaid() {
        refusedToSegment(FAILED, "DIR/gone.jpg: cannot be read: there is no such file", file("gone.jpg"), "-o",
                file("o.png"));
    }

    @Test
    void anEmptyNameIsSaid() {
        refusedToSegment(USAGE, "IMAGE: '' was found, expected a name or - (see hadamask segment --help)", "", "-o",
                file("o.png"));
        refusedToSegment(USAGE, "--output: '' was found, expected a name or - (see hadamask segment --help)", picture,
                "-o", "");
    }

    @Test
    void aResultOfAllImagesWithoutAFolderIsRefusedBeforeTheWork() {
        Map.of("--stats", "x.csv", "--errors", "x.csv", "--report", "x.html")
                .forEach((option, name) -> refusedToSegment(
                        FAILED, "DIR/gone/" + name + ": cannot be written: there is no folder DIR/gone", picture, "-o",
                        file("o.png"), option, file("gone/" + name)));
    }

    @Test
    void aFolderIsNoImage() throws IOException {
        Path album = java.nio.file.Files.createDirectory(file("album"));
        refusedToSegment(FAILED, "DIR/album: is a folder, expected a file (use -r to do the images in it)", album, "-o",
                file("o.png"));
    }

    @Test
    void anEmptyFileIsNoImage() {
        Path empty = Files.write(file("empty.jpg"), "");
        refusedToSegment(FAILED, "DIR/empty.jpg: is an empty file", empty, "-o", file("o.png"));
    }

    @Test
    void textNamedJpgIsNoImage() {
        Path text = Files.write(file("text.jpg"), "This is no picture.\n");
        refusedToSegment(FAILED, "DIR/text.jpg: is not an image: none of PNG, JPEG, TIFF, BMP, PNM, GIF, WebP was"
                + " recognised", text, "-o", file("o.png"));
    }

    @Test
    void aTruncatedJpegOrPngIsSaid() {
        byte[] jpeg = Files.read(Files.SAMPLES.resolve("cat.jpg"));
        Path cut = Files.write(file("cut.jpg"), Arrays.copyOf(jpeg, jpeg.length / 2));
        refusedToSegment(FAILED,
                "DIR/cut.jpg: is a truncated JPEG: the data end before the picture does (--tolerant reads what is there)",
                cut, "-o",
                file("o.png"));
        byte[] png = Files.read(picture);
        Path cutPng = Files.write(file("cut.png"), Arrays.copyOf(png, png.length / 2));
        refusedToSegment(FAILED,
                "DIR/cut.png: is a truncated PNG: the data end before the picture does (--tolerant reads what is there)",
                cutPng, "-o", file("o.png"));
    }

    @Test
    void aPngWithAWrongChecksumIsSaid() {
        byte[] png = Files.read(picture);
        png[png.length / 2] ^= 4;
        Path damaged = Files.write(file("damaged.png"), png);
        Run run = Run.of("segment", damaged, "-o", file("o.png"));
        String place = run.err(folder).replaceFirst("at byte \\d+", "at byte N");
        assertEquals(
                "hadamask: DIR/damaged.png: has a wrong checksum in chunk IDAT at byte N: the file is damaged (--tolerant reads what is there)\n",
                place);
        assertEquals(FAILED, run.status());
        assertEquals(false, Files.exists(file("o.png")));
    }

    @Test
    void aHeaderThatClaims60000x60000IsRefusedWithTheOptionThatAllowsIt() {
        Path bomb = Files.write(file("bomb.png"), Files.pngThatClaims(60000, 60000));
        refusedToSegment(FAILED, "DIR/bomb.png: 60000 x 60000 pixels are more than the limit of 250000000"
                + " (use --max-pixels to allow more)", bomb, "-o", file("o.png"));
        refused(FAILED, "DIR/a.png: 40 x 30 pixels are more than the limit of 1199 (use --max-pixels to allow more)",
                "refine", picture, "-o", file("o.png"), "--max-pixels", 1199);
    }

    @Test
    void aMissingOutputFolderIsSaid() {
        refusedToSegment(FAILED, "DIR/missing/o.png: cannot be written: there is no folder DIR/missing", picture, "-o",
                file("missing/o.png"));
    }

    @Test
    void aFileInTheWayOfAnOutputFolderIsSaid() {
        refusedToSegment(FAILED, "DIR/a.png/o.png: cannot be written: DIR/a.png is a file, expected a folder", picture,
                "-o", file("a.png/o.png"));
        refusedToSegment(FAILED, "DIR/a.png/: is a file, expected a folder", picture, "-o", file("a.png") + "/");
        refusedToSegment(FAILED, "DIR/a.png/b/: cannot be made: Not a directory", picture, "-o", file("a.png/b") + "/");
    }

    @Test
    void aFolderThatTakesNoFilesIsSaid() {
        // Not even root makes files there.
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(Path.of("/proc/self")), "needs /proc");
        refusedToSegment(FAILED, "/proc/o.png: cannot be written: no file can be made in /proc", picture, "-o",
                "/proc/o.png");
    }

    @Test
    void anOutputThatIsTheInputIsRefused() throws IOException {
        String line = "--output: %s is also an input, expected another name (see hadamask %s --help)";
        refusedToSegment(USAGE, line.formatted("DIR/a.png", "segment"), picture, "-o", picture);
        refusedToSegment(USAGE, line.formatted("DIR/./a.png", "segment"), picture, "-o", folder + "/./a.png");
        Path link = java.nio.file.Files.createSymbolicLink(file("link.png"), picture);
        refusedToSegment(USAGE, line.formatted("DIR/link.png", "segment"), picture, "-o", link);
        refusedToSegment(USAGE, line.formatted("DIR/a.png", "segment"), link, "-o", picture);
        refusedToSegment(USAGE, line.formatted("DIR/a.png", "segment"), picture, "-o", folder);
        refused(USAGE, line.formatted("DIR/a.png", "refine"), "refine", picture, "-o", picture);
        refused(USAGE, line.formatted("DIR/a.png", "apply"), "apply", file("b.png"), picture, "-o", picture);
        refused(USAGE, line.formatted("DIR/a.png", "score"), "score", file("b.png"), picture, "-o", picture);
    }

    @Test
    void noOtherResultMayReplaceAnInput() {
        for (String option : new String[]{"--mask", "--stats", "--stages"}) {
            refusedToSegment(USAGE,
                    option + ": DIR/a.png is also an input, expected another name (see hadamask segment --help)",
                    picture,
                    "-o", file("o.png"), option, picture);
        }
    }

    @Test
    void noResultMayReplaceAnother() {
        for (String option : new String[]{"--mask", "--stats", "--stages"}) {
            refusedToSegment(USAGE,
                    option + ": DIR/./o.png is also written by --output, expected another name"
                            + " (see hadamask segment --help)",
                    picture, "-o", file("o.png"), option, folder + "/./o.png");
        }
        Path other = Files.write(file("b.png"), Files.disc(20, 20));
        refusedToSegment(USAGE, "--mask: DIR/out/a.png is also written by --output, expected another name"
                + " (see hadamask segment --help)", picture, other, "-o", file("out") + "/", "--mask",
                file("out") + "/");
    }

    @Test
    void twoInputsThatWouldGetOneNameAreRefused() throws IOException {
        java.nio.file.Files.createDirectory(file("sub"));
        Path twin = Files.write(file("sub/a.jpg"), Files.disc(20, 20));
        refusedToSegment(USAGE, "--output: DIR/a.png and DIR/sub/a.jpg would both be written to DIR/out/a.png"
                + ", expected --output 'DIR/out/{name}-{ext}.png' (see hadamask segment --help)", picture, twin, "-o",
                file("out") + "/");
        refusedToSegment(USAGE, "--output: DIR/a.png and DIR/sub/a.jpg would both be written to a-cutout.png"
                + ", expected --output '{name}-{ext}-cutout.png' (see hadamask segment --help)", picture, twin);
    }

    @Test
    void oneFileForTwoImagesIsRefused() {
        refusedToSegment(USAGE, "--output: DIR/o.png is one file for 2 images, expected a folder such as DIR/o/, or a"
                + " pattern such as 'DIR/o/{name}.png' (see hadamask segment --help)", picture, file("b.png"), "-o",
                file("o.png"));
    }

    @Test
    void oneStreamTakesOneResult() {
        refusedToSegment(USAGE,
                "-: standard output takes one result, 2 were asked for (see hadamask segment --help)", picture, "-o",
                "-",
                "--mask", "-");
        refused(USAGE, "-: standard input can be read once (see hadamask apply --help)", "apply", "-", "-");
        refused(USAGE, "-: standard input can be read once (see hadamask score --help)", "score", "-", "-");
        refusedToSegment(USAGE, "-: standard input can be read once (see hadamask segment --help)", "-", "-", "-o",
                folder);
    }

    @Test
    void anUnknownEndingIsRefusedWithTheKnownOnes() {
        String expected = " names no format that can be written, expected .png, .jpg, .jpeg, .jpe, .tif, .tiff, .bmp,"
                + " .dib, .ppm, .pgm, .pnm, .webp (see hadamask segment --help)";
        refusedToSegment(USAGE, "--output: the ending of DIR/o.xyz" + expected, picture, "-o", file("o.xyz"));
        refusedToSegment(USAGE, "--output: the ending of DIR/o.gif" + expected, picture, "-o", file("o.gif"));
        refusedToSegment(USAGE, "--output: the ending of DIR/o" + expected, picture, "-o", file("o"));
        refusedToSegment(USAGE, "--mask: the ending of DIR/m.txt" + expected, picture, "-o", file("o.png"), "--mask",
                file("m.txt"));
    }

    @Test
    void valuesOutOfRangeAreRefusedWithTheRange() {
        refusedValue("--threshold", "2", "a grey from 0 to 1");
        refusedValue("--threshold", "NaN",
                "a grey from 0 to 1 or otsu, li, huang, entropy, triangle, sauvola, wolf, nick, niblack,"
                        + " mean, gaussian, howe");
        refusedValue("--clusters", "1", "a number of clusters from 2 to 64, or auto");
        refusedValue("--clusters", "2.5", "a number of clusters from 2 to 64, or auto");
        refusedValue("--quality", "0", "a quality from 1 to 100");
        refusedValue("--compression", "10", "a level from 0 to 9");
        refusedValue("--min-area", "-1", "a number of pixels");
        refusedValue("--trim", "-5", "a number of pixels");
        refusedToSegment(USAGE, "--trim: 'x' was found, expected a number of pixels (see hadamask segment --help)",
                picture, "-o", file("o.png"), "--trim=x");
        refusedValue("--seed", "x", "a whole number");
    }

    @Test
    void aClosingWithoutAMiddlePixelIsRefused() {
        String expected = "SIDExITERATIONS with an odd side, such as 5x10, auto or none";
        refusedValue("--closing", "4x1", expected);
        refusedValue("--closing", "5", expected);
        refusedValue("--closing", "0x1", expected);
        refusedValue("--closing", "5x99999", "a square that reaches no further than 16000 pixels");
    }

    @Test
    void unknownWordsAreRefusedWithTheKnownOnes() {
        String color = "a colour (a name of CSS, #rgb, #rrggbb or rgb(R,G,B))";
        refusedValue("--background", "puce", "transparent, " + color + " or a picture");
        refusedValue("--background", "#12345", "transparent, " + color + " or a picture");
        refusedValue("--background", "stelblue", "transparent, " + color + " or a picture, did you mean steelblue?");
        refusedValue("--background", "rgb(300,0,0)", "rgb(R,G,B) with numbers from 0 to 255, or 0% to 100%");
        refusedValue("--foreground", "left", "auto, bright, dark, a pixel X,Y or " + color);
        refusedValue("--foreground", "-1,0", "auto, bright, dark, a pixel X,Y or " + color);
        refusedValue("--foreground", "#ff00007f",
                "a colour without alpha, as it is compared with those of the clusters");
        refusedValue("--fill-holes", "some", "all, none or an area in pixels");
        refusedValue("--gray", "red", "mean, rec601, rec709 or lightness");
        refusedValue("--border", "mirror", "extend or zero");
    }

    @Test
    void aTransparentJpegIsRefused() {
        refusedToSegment(USAGE, "--background: transparent was found, but JPEG has no alpha, expected PNG, TIFF or WebP"
                + " (see hadamask segment --help)", picture, "--background", "transparent", "-o", file("o.jpg"));
        refused(USAGE, "--background: transparent was found, but BMP has no alpha, expected PNG, TIFF or WebP"
                + " (see hadamask apply --help)", "apply", picture, picture, "--background", "transparent", "-o",
                file("o.bmp"));
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        Path large = Files.write(file("b.png"), Files.disc(41, 30));
        refused(FAILED, "DIR/b.png: has 41 x 30 pixels, expected 40 x 30 as DIR/a.png has", "apply", picture, large,
                "-o", file("o.png"));
        refused(FAILED, "DIR/b.png: has 41 x 30 pixels, expected 40 x 30 as DIR/a.png has", "score", picture, large);
    }

    @Test
    void aPlaceOutsideOfTheImageIsRefused() {
        refusedToSegment(FAILED, "DIR/a.png: has no pixel 9999,0: it is 40 x 30 pixels"
                + " (--foreground X,Y counts from 0 at the top left)", picture, "--foreground", "9999,0", "-o",
                file("o.png"));
        refusedToSegment(FAILED, "DIR/a.png: has no pixel 40,0: it is 40 x 30 pixels"
                + " (--foreground X,Y counts from 0 at the top left)", picture, "--foreground", "40,0", "-o",
                file("o.png"));
    }

    @Test
    void aSingleColourHasNothingToSeparate() {
        Path plain = Files.write(file("plain.ppm"), "P6 8 8 255\n" + "U".repeat(192));
        refusedToSegment(FAILED, "DIR/plain.ppm: has a single grey level: there is nothing to separate"
                + " (use --threshold to cut at a grey of your own)", plain, "-o", file("o.png"));
    }

    @Test
    void tooFewLevelsForTheClustersAreSaid() {
        Path two = Files.write(file("two.pgm"), "P5 4 1 255\nUUVV");
        refusedToSegment(FAILED, "DIR/two.pgm: has 2 grey levels, expected at least 3 for as many clusters"
                + " (use a smaller --clusters)", two, "-k", 3, "-o", file("o.png"));
    }

    @Test
    void nothingToCropToIsSaid() {
        refusedToSegment(FAILED, "DIR/a.png: its mask is empty: there is nothing to crop to (leave --trim away)",
                picture, "--threshold", 1, "--foreground", "bright", "--trim", "-o", file("o.png"));
        Path none = Files.write(file("none.pgm"), "P5 2 2 255\n\0\0\0\0");
        refused(FAILED, "DIR/none.pgm: its mask is empty: there is nothing to crop to (leave --trim away)", "apply",
                none, none, "--trim", "-o", file("o.png"));
    }

    @Test
    void aNameWithALineBreakStaysOnOneLine() {
        refusedToSegment(FAILED, "DIR/a\\u000ab.png: cannot be read: there is no such file", file("a\nb.png"), "-o",
                file("o.png"));
    }
}
