package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `segment --choices`: options of single images, from a table.
class ChoicesTest {
    @TempDir
    Path folder;

    private Path first = Path.of("");
    private Path second = Path.of("");

    @BeforeEach
    void twoPictures() {
        first = Files.write(folder.resolve("a.png"), Files.disc(90, 70));
        second = Files.write(folder.resolve("b, \"c\".png"), Files.disc(70, 90));
    }

    private Path table(String... rows) {
        return Files.write(folder.resolve("choices.csv"), "image,options\n" + String.join("\n", rows) + "\n");
    }

    private String row(Path image, String options) {
        return "\"" + image.toString().replace("\"", "\"\"") + "\",\"" + options + "\"";
    }

    private Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    private byte[] alone(Path image, Object... options) {
        Object[] all = new Object[options.length + 6];
        System.arraycopy(new Object[]{"segment", image, "-o", "none", "--mask", "-"}, 0, all, 0, 6);
        System.arraycopy(options, 0, all, 6, options.length);
        return Run.quietly(all).out();
    }

    private void refused(String line, Object... args) {
        Map<String, Long> before = Files.contents(folder);
        Object[] all = new Object[args.length + 1];
        all[0] = "segment";
        System.arraycopy(args, 0, all, 1, args.length);
        Run run = Run.of(all);
        assertEquals("hadamask: " + line + " (see hadamask segment --help)\n", run.err(folder));
        assertEquals(2, run.status());
        assertEquals(before, Files.contents(folder));
    }

    private void wrong(String problem, String words) {
        refused("DIR/choices.csv: row 2: " + problem, "--choices", table(row(first, words)), "-o", folder + "/out/");
    }

    @Test
    void eachImageIsDoneWithItsOptionsAsIfTheyWereTyped() {
        Path table = table(row(first, "--invert --closing none"),
                row(second, "--method graphcut --box 10,10,50,60 --keep 35,45"));
        Run run = Run.of("segment", "--choices", table, "-o", "none", "--mask", folder + "/out/", "-q");
        assertEquals(0, run.status(), run.err());
        assertArrayEquals(alone(first, "--invert", "--closing", "none"), Files.read(out("a.png")));
        assertArrayEquals(alone(second, "--method", "graphcut", "--box", "10,10,50,60", "--keep", "35,45"),
                Files.read(out("b, \"c\".png")));
    }

    @Test
    void theCommandLineHoldsForAllAndARowForItsImage() {
        Path table = table(row(first, "--closing 3x1"));
        Run run = Run.of("segment", second, first, "--choices", table, "--invert", "--closing", "none", "-o", "none",
                "--mask",
                folder + "/out/", "-q");
        assertEquals(0, run.status(), run.err());
        assertArrayEquals(alone(first, "--invert", "--closing", "3x1"), Files.read(out("a.png")));
        assertArrayEquals(alone(second, "--invert", "--closing", "none"), Files.read(out("b, \"c\".png")));
    }

    @Test
    void presetsAndLooksAreThoseOfTheRow() {
        Path table = table(row(first, "--preset product"), row(second, "--background transparent --trim=3"));
        Run run = Run.of("segment", "--choices", table, "-o", folder + "/out/", "--preset", "plant", "--background",
                "#102030", "-q");
        assertEquals(0, run.status(), run.err());
        Path one = folder.resolve("one.png");
        Run.quietly("segment", first, "-o", one, "--preset", "product", "--background", "#102030");
        assertArrayEquals(Files.read(one), Files.read(out("a.png")));
        Run.quietly("segment", second, "-o", one, "--preset", "plant", "--background", "transparent", "--trim=3");
        assertArrayEquals(Files.read(one), Files.read(out("b, \"c\".png")));
    }

    @Test
    void rowsThatCannotBeAreOneLineAndNothingIsDone() {
        wrong("--closng: there is no such option, did you mean --closing?", "--closng none");
        wrong("--output: is an option of the command line alone", "--output x.png");
        wrong("--settings: is an option of the command line alone", "--settings x");
        wrong("--hints: is an option of the command line alone", "--method graphcut --hints x.png");
        wrong("--box: is a hint to a graph cut, expected --method graphcut", "--box 1,2,3,4");
        wrong("--largest: is given twice, expected once", "--largest --largest");
        wrong("more: is one too many", "--largest more");
    }

    @Test
    void tablesThatAreNoneAreOneLine() {
        Path file = folder.resolve("choices.csv");
        Object[] args = {"--choices", file, "-o", folder + "/out/"};
        Files.write(file, "image,option\na.png,x\n");
        refused("DIR/choices.csv: its columns are image, option, expected image and options", args);
        Files.write(file, "image,options\na.png,--box 1,2,3,4\n");
        refused("DIR/choices.csv: row 2 has 5 fields, expected 2 (a cell with a comma stands between quotes)", args);
        Files.write(file, "");
        refused("DIR/choices.csv: is empty, expected rows", args);
        table(row(first, "--largest"), row(folder.resolve("./a.png"), "--invert"));
        refused("DIR/choices.csv: row 3: DIR/./a.png has a row already, expected one", args);
        table(row(second, "--largest"));
        refused("DIR/choices.csv: row 2: DIR/b, \"c\".png is none of the images, expected one of them", first,
                "--choices", file,
                "-o", folder + "/out/");
        refused("--settings: does not go with --choices, whose rows have options (give them as options)", "--choices",
                file,
                "--settings", Files.write(folder.resolve("x"), "closing=none\n"), "-o", folder + "/out/");
    }

    @Test
    void anImageThatIsNotThereFailsAndTheOthersAreDone() {
        Path table = table(row(folder.resolve("gone.png"), ""), row(first, ""));
        Run run = Run.of("segment", "--choices", table, "-o", folder + "/out/");
        assertEquals("hadamask: DIR/gone.png: cannot be read: there is no such file\n1 of 2 images done, 1 failed\n",
                run.err(folder));
        assertEquals(1, run.status());
        assertTrue(Files.exists(out("a.png")));
    }

    @Test
    void resumeSeesAnotherChoice() {
        String rest = row(second, "");
        Run.of("segment", "--choices", table(row(first, "--closing none"), rest), "-o", folder + "/out/");
        int before = Files.read(out("a.png")).length;
        Run same = Run.of("segment", "--choices", table(row(first, "--closing none"), rest), "-o", folder + "/out/",
                "--resume");
        assertTrue(same.err().contains("2 done before"), same.err());
        Run other = Run.of("segment", "--choices", table(row(first, "--invert"), rest), "-o", folder + "/out/",
                "--resume");
        assertEquals(0, other.status(), other.err());
        assertNotEquals(before, Files.read(out("a.png")).length);
    }
}
