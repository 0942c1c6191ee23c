package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hadamask.codec.format.ImageFormat;
import hadamask.image.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The packaged program through `scripts/`: what only a process of its own can show.
class LauncherIT {
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;

    @BeforeEach
    void aPictureInAFolder() {
        Files.write(folder.resolve("a.png"), Files.disc(90, 70));
    }

    private Launched run(String command) {
        return Launched.run(folder, command);
    }

    private Image picture(String name) {
        return Files.image(folder.resolve(name));
    }

    private Set<String> names() {
        return Files.contents(folder).keySet();
    }

    @Test
    void aPictureIsCutOutUnderItsDefaultNameInTheWorkingFolder() {
        run("$SEGMENT a.png").succeeded();
        assertEquals(Set.of("", "a.png", "a-cutout.png"), names());
        run("$HADAMASK refine a.png -q").succeeded(); // a picture is no mask, which is said otherwise
        run("$HADAMASK apply a.png a-refined.png").succeeded();
        assertEquals(Set.of("", "a.png", "a-cutout.png", "a-refined.png"), names());
    }

    @Test
    void aFolderWhoseNameEndsInAColonKeepsItsName() {
        run("mkdir scans: && cp a.png scans:").succeeded();
        String line = run("$SEGMENT scans:/a.png -o scans:/b.png --stats -").succeeded().text();
        assertTrue(line.startsWith("{\"input\":\"scans:/a.png\",\"output\":\"scans:/b.png\""), line);
    }

    @Test
    void theLauncherTellsATerminalFromAPipe() {
        assumeTrue(run("command -v script >/dev/null").status() == 0, "script(1) gives a command a terminal");
        Launched shown = run("script -qec \"$SEGMENT a.png -o -\" /dev/null </dev/null");
        assertEquals(2, shown.status(), shown.text());
        assertTrue(shown.text().contains("standard output is a terminal, which does not show a picture"), shown.text());
        assertEquals(Set.of("", "a.png"), names());
        Launched typed = run("printf '1,2\\n3,4\\n\\004' | script -qec \"$HADAMASK distances\" /dev/null");
        assertTrue(typed.text().contains("waiting for a table (Ctrl-D ends it"), typed.text());
        assertTrue(typed.text().contains("0,2.8284271247461903"), typed.text());
        run("$SEGMENT a.png -o - | cat >o.png").succeeded();
        assertEquals(90, picture("o.png").width());
    }

    @Test
    void commandsFormAPipe() {
        run("$SEGMENT - <a.png >o.png && $SEGMENT a.png -o none --mask - | $HADAMASK refine - -o - |"
                + " $HADAMASK apply a.png - -o p.png").succeeded();
        assertEquals(90, picture("o.png").width());
        assertEquals(90, picture("p.png").width());
    }

    @Test
    void exitStatusesPassThrough() {
        assertEquals(0, run("$SEGMENT a.png -o o.png").status());
        assertEquals(1, run("$SEGMENT gone.png -o o.png").status());
        assertEquals(2, run("$SEGMENT a.png --colour").status());
        assertEquals(2, run("$HADAMASK").status());
        assertEquals(2, run("$SEGMENT").status());
    }

    /// Pattern switches are linked when they are first met, which takes up to 10 ms each; the AOT cache keeps lambdas, but not
    /// these.
    @Test
    void aSmallPictureMeetsNoPatternSwitch() {
        Path log = folder.resolve("classes");
        Launched.run(folder, Map.of("HADAMASK_OPTS", "-Xlog:class+load:file=" + log), "$SEGMENT a.png -o o.png")
                .succeeded();
        List<String> made = Files.text(log).lines()
                .filter(line -> line.contains("hadamask") && line.contains("TypeSwitch")).toList();
        assertEquals(List.of(), made);
        assertTrue(Files.text(log).contains("hadamask.cli.image.SegmentCommand "), "classes are logged");
    }

    /// Each class that the AOT cache lacks is looked for in the jar, and a lambda is made: 10 ms for the first, in a run of 100.
    @Test
    void tablesFindAllTheirClassesInTheCache() {
        String large = Stream.iterate(1, n -> n + 1).limit(2000L * 64)
                .map(n -> n * 0x9E3779B9 + (n % 64 == 0 ? "\n" : ",")).collect(Collectors.joining());
        Files.write(folder.resolve("large.csv"), large);
        Files.write(folder.resolve("small.csv"), "a,b\n1.37,0.2\n0.4,1.9\n1.1,2.3\n3.7,0.6\n2.9,4.1\n");
        Files.write(folder.resolve("bits.csv"), "a,b\n1,0\n0,1\n1,1\n");
        Path log = folder.resolve("classes");
        Map<String, String> logged = Map.of("HADAMASK_OPTS", "-Xlog:class+load:file=" + log);
        for (String words : List.of("distances --metric chebyshev large.csv", "distances --metric cosine large.csv",
                "distances --metric minkowski --p 2.5 small.csv", "distances --metric canberra small.csv",
                "distances --metric jaccard bits.csv", "distances --metric gower small.csv",
                "distances --max-distance 1 --format csv small.csv", "whiten small.csv", "covariance small.csv")) {
            Launched.run(folder, logged, "$HADAMASK " + words + " -o o.npy").succeeded();
            List<String> fetched = Files.text(log).lines().filter(line -> line.contains("hadamask."))
                    .filter(line -> !line.contains("shared objects file")).toList();
            assertEquals(List.of(), fetched, words);
            assertTrue(Files.text(log).contains("hadamask.table.text.TextReader "), "classes are logged");
        }
    }

    @Test
    void mistakesOfTheShortNamePointToItsHelp() {
        assertEquals("hadamask: IMAGE: is missing (see segment --help)\n", run("$SEGMENT").err());
        assertEquals("hadamask: MASK: is missing (see hadamask refine --help)\n", run("$HADAMASK refine").err());
    }

    @Test
    void aReaderThatHasEnoughIsNoError() {
        Launched run = run("{ $SEGMENT a.png -o -; echo $? >status; } | head -c 10");
        assertEquals("", run.err());
        assertEquals(10, run.out().length);
        assertEquals("0\n", Files.text(folder.resolve("status")));
        Launched help = run("$SEGMENT --help | head -c 10").succeeded();
        assertEquals(10, help.out().length);
    }

    @Test
    void aClosedStandardOutputIsSaidInOneLine() {
        Launched run = run("$SEGMENT a.png -o - >&-");
        assertEquals(1, run.status());
        assertEquals("hadamask: standard output: cannot be written: Bad file descriptor\n", run.err());
        assertEquals("", run("$SEGMENT a.png -o p.png 2>&- && $SEGMENT gone.png -o q.png 2>&-").err());
        run("$SEGMENT a.png -o o.png >&-").succeeded();
        assertEquals(90, picture("o.png").width());
    }

    @Test
    void aClosedStandardInputIsSaidInOneLine() {
        Launched run = run("$SEGMENT - -o o.png <&-");
        assertEquals(1, run.status());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("hadamask: standard input: "), run.err());
    }

    @Test
    void aFullDiskIsSaidInOneLine() {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
        Launched run = run("$SEGMENT a.png -o - >/dev/full");
        assertEquals(1, run.status());
        assertEquals("hadamask: standard output: cannot be written: No space left on device\n", run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void aSignalEndsItWithNoFileLeft(String signal) throws IOException, InterruptedException {
        Files.write(folder.resolve("large.bmp"), Files.encoded(Files.disc(3000, 2000), ImageFormat.BMP));
        // Noise at the best compression takes long enough for a signal to arrive in the middle.
        Process process = Launched.start(folder, Map.of(),
                "exec $SEGMENT large.bmp --threshold 0 --foreground bright --compression 9 -o o.png");
        while (process.isAlive() && names().stream().noneMatch(name -> name.endsWith(".tmp"))) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        assertTrue(process.isAlive(), "it was still writing");
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        assertEquals(signal.equals("TERM") ? 143 : 130, process.exitValue());
        assertEquals(Set.of("", "a.png", "large.bmp"), names());
    }

    @Test
    void itWorksThroughLinksFromAnotherFolder() throws IOException {
        Path bin = java.nio.file.Files.createDirectory(folder.resolve("my bin"));
        java.nio.file.Files.createSymbolicLink(bin.resolve("segment"), Launched.PROJECT.resolve("scripts/segment"));
        java.nio.file.Files.createSymbolicLink(folder.resolve("segment"), Path.of("my bin/segment"));
        run("./segment a.png -o o.png && PATH=\"$PWD/my bin:$PATH\" && segment a.png -o p.png").succeeded();
        assertEquals(picture("o.png"), picture("p.png"));
    }

    /// A copy of the packaged program elsewhere.
    private Path house(String name) throws IOException {
        Path house = folder.resolve(name);
        java.nio.file.Files.createDirectories(house.resolve("target"));
        Launched.run(Launched.PROJECT,
                "cp -R scripts '" + house + "' && cd target && cp -R hadamask.jar hadamask.aot help"
                        + " java-home built '" + house.resolve("target") + "'")
                .succeeded();
        return house;
    }

    @Test
    void itWorksInAFolderWithBlanksInItsName() throws IOException {
        house("a house with 'blanks'".replace("'", ""));
        run("cd a\\ house* && scripts/segment ../a.png -o '../my picture.png' && scripts/segment --help >help")
                .succeeded();
        assertEquals(90, picture("my picture.png").width());
    }

    @Test
    void itWorksWithoutTheCacheAndWithABrokenOneSilently() throws IOException {
        Path house = house("house");
        Path cache = house.resolve("target/hadamask.aot");
        run("house/scripts/segment a.png -o o.png").succeeded();
        byte[] content = Files.read(cache);
        Files.write(cache, "broken");
        run("house/scripts/segment a.png -o p.png").succeeded();
        Files.write(cache, java.util.Arrays.copyOf(content, content.length / 2));
        run("house/scripts/segment a.png -o q.png").succeeded();
        Files.write(cache, "");
        run("house/scripts/segment a.png -o r.png").succeeded();
        java.nio.file.Files.delete(cache);
        run("house/scripts/segment a.png -o s.png").succeeded();
        for (String name : List.of("p.png", "q.png", "r.png", "s.png")) {
            assertEquals(picture("o.png"), picture(name));
        }
    }

    @Test
    void theJavaThatIsNamedIsUsed() {
        for (Path named : List.of(JAVA, JAVA.resolve("bin/java"))) {
            Launched.run(folder, Map.of("HADAMASK_JAVA", named.toString()), "$SEGMENT a.png -o o.png").succeeded();
        }
        Launched none = Launched.run(folder, Map.of("HADAMASK_JAVA", "/no/java"), "$SEGMENT a.png -o p.png");
        assertEquals("hadamask: HADAMASK_JAVA: /no/java is no java that can be run\n", none.err());
        assertEquals(1, none.status());
    }

    @Test
    void aJavaOnThePathMayBeNamedByItsNameAlone() {
        String path = JAVA.resolve("bin") + ":" + System.getenv("PATH");
        Launched.run(folder, Map.of("HADAMASK_JAVA", "java", "PATH", path), "$SEGMENT a.png -o o.png").succeeded();
    }

    /// A folder that looks like an old JDK, whose java fails.
    private Path oldJdk() throws IOException {
        Path old = folder.resolve("jdk-17");
        java.nio.file.Files.createDirectories(old.resolve("bin"));
        Files.write(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.15\"\n");
        Path launcher = Files.write(old.resolve("bin/java"), "#!/bin/sh\necho old >&2\nexit 9\n");
        java.nio.file.Files.setPosixFilePermissions(launcher, EnumSet.allOf(PosixFilePermission.class));
        return old;
    }

    @Test
    void anOlderJavaHomeIsPassedOver() throws IOException {
        Map<String, String> old = Map.of("JAVA_HOME", oldJdk().toString());
        Launched.run(folder, old, "$SEGMENT a.png -o o.png").succeeded();
        Launched.run(folder, Map.of("JAVA_HOME", "/no/such/folder"), "$SEGMENT a.png -o p.png").succeeded();
    }

    @Test
    void anOlderJavaThatIsNamedIsRefused() throws IOException {
        String old = oldJdk().toString();
        Launched run = Launched.run(folder, Map.of("HADAMASK_JAVA", old), "$SEGMENT a.png -o o.png");
        assertEquals("hadamask: HADAMASK_JAVA: " + old + " is older than Java 25\n", run.err());
        assertEquals(1, run.status());
    }

    @Test
    void optionsForJavaMayBeSeveralWords() {
        Launched run = Launched
                .run(folder, Map.of("HADAMASK_OPTS", "-Xmx200m -XX:ActiveProcessorCount=1 -Dsome.thing=x"),
                        "$SEGMENT a.png -o o.png")
                .succeeded();
        assertEquals(0, run.out().length);
    }

    @Test
    void tooLittleMemoryIsSaidInOneLineWithTheOption() {
        Files.write(folder.resolve("large.bmp"), Files.encoded(Files.disc(4000, 2500), ImageFormat.BMP));
        for (String memory : List.of("-Xmx20m", "-Xmx50m", "-Xmx80m")) {
            Launched run = Launched.run(folder, Map.of("HADAMASK_OPTS", memory), "$SEGMENT large.bmp -o o.png");
            assertEquals(1, run.status());
            assertTrue(run.err().matches("hadamask: .*more (memory )?than the [0-9]+ MB that are allowed.*\n"),
                    run.err());
            assertEquals(Set.of("", "a.png", "large.bmp"), names());
        }
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfProcessors() {
        String command = "$SEGMENT $SAMPLES/cat.jpg -o o.png --mask m.png --background transparent; cat m.png o.png; rm *.png";
        Files.write(folder.resolve("b.png"), Files.disc(10, 10));
        byte[] one = Launched.run(folder, Map.of("HADAMASK_OPTS", "-XX:ActiveProcessorCount=1"), command).succeeded()
                .out();
        byte[] two = Launched.run(folder, Map.of("HADAMASK_OPTS", "-XX:ActiveProcessorCount=2"), command).succeeded()
                .out();
        assertArrayEquals(one, two);
    }

    @Test
    void theVersionIsSaidWithThatOfJava() {
        Launched run = run("$HADAMASK --version").succeeded();
        assertTrue(run.text().matches("hadamask \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\nJava 2[5-9].*\nGPL-3.0-or-later\n"),
                run.text());
        assertEquals(run.text(), run("$SEGMENT -V").succeeded().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"segment", "refine", "apply", "score"})
    void theHelpOfACommandFitsAHundredColumnsAndShowsExamplesAndExitStatuses(String command) {
        String help = run("$HADAMASK " + command + " --help").succeeded().text();
        assertTrue(help.lines().allMatch(line -> line.codePointCount(0, line.length()) <= 100), help);
        assertTrue(help.startsWith("Usage: hadamask " + command) || help.contains("Usage: hadamask " + command), help);
        String examples = help.substring(help.indexOf("Examples:"));
        assertTrue(examples.lines().filter(line -> line.contains(command + " ")).count() >= 3, help);
        for (String status : List.of("0 ", "1 ", "2 ", "70 ")) {
            assertTrue(help.lines().anyMatch(line -> line.strip().startsWith(status)), help);
        }
        assertEquals(help, run("$HADAMASK " + command + " -h").succeeded().text());
    }

    @Test
    void theHelpOfTheShortNameIsItsOwnAndThatOfTheProgramNamesTheCommands() {
        assertTrue(run("$SEGMENT --help").succeeded().text().contains("Usage: segment "));
        String overview = run("$HADAMASK --help").succeeded().text();
        for (String command : List.of("segment", "refine", "apply", "score")) {
            assertTrue(overview.lines().anyMatch(line -> line.strip().startsWith(command + " ")), overview);
        }
    }

    @Test
    void helpIsFoundInAnyOrderWithoutAVirtualMachine() {
        Map<String, String> none = Map.of("HADAMASK_JAVA", "/no/java");
        String help = run("$HADAMASK segment --help").succeeded().text();
        for (String words : List.of("help segment", "-h segment", "--help segment", "segment -h")) {
            assertEquals(help, Launched.run(folder, none, "$HADAMASK " + words).succeeded().text());
        }
        String overview = run("$HADAMASK -q --help").succeeded().text();
        for (String words : List.of("help", "-h", "--help")) {
            assertEquals(overview, Launched.run(folder, none, "$HADAMASK " + words).succeeded().text());
        }
        Launched alone = Launched.run(folder, none, "$HADAMASK");
        assertEquals(overview, alone.err());
        assertEquals(2, alone.status());
        assertEquals(0, alone.out().length);
        assertEquals(run("$SEGMENT --help").succeeded().text(), run("$SEGMENT help").succeeded().text());
        assertEquals(run("$HADAMASK --version").text(), run("$HADAMASK version").succeeded().text());
        assertEquals(2, run("$HADAMASK help ../help/segment").status());
    }

    @Test
    void optionsBeforeTheCommandDoNotChangeTheMachineItRunsOn() {
        Map<String, String> flags = Map.of("HADAMASK_OPTS", "-XX:+PrintCommandLineFlags");
        for (String words : List.of("-q", "--max-memory 500M", "--max-memory=500M -q")) {
            String said = Launched.run(folder, flags, "$HADAMASK " + words + " segment a.png -o o.png").err();
            assertTrue(said.contains("-XX:TieredStopAtLevel=1 "), said);
        }
        String said = Launched.run(folder, flags, "printf '1,2\\n3,4\\n' | $HADAMASK -q distances -o d.csv").err();
        assertFalse(said.contains("-XX:TieredStopAtLevel=1 "), said);
    }

    @Test
    void helpRenderedAtBuildTimeIsWhatTheProgramSays() {
        // With another argument the launcher cannot answer by itself.
        byte[] rendered = run("$SEGMENT --help").succeeded().out();
        assertArrayEquals(rendered, run("$SEGMENT -q --help").succeeded().out());
    }

    @Test
    void inAPipeNothingIsShownAndNoEscapeCodeIsWritten() {
        for (String how : List.of("", "=kitty", "=sixel", "=blocks", "=256")) {
            Launched run = Launched.run(folder, Map.of("TERM", "xterm-kitty", "COLORTERM", "truecolor"),
                    "$SEGMENT --show" + how + " a.png -o o.png");
            assertEquals(0, run.status());
            assertEquals("--show: nothing is shown, standard error is no terminal\n", run.err());
            assertEquals(0, run.out().length);
        }
        run("$SEGMENT a.png -o p.png -q --show").succeeded();
    }

    /// What a tmux window of 80 x 24 holds when a command of the shell is done.
    private String inTmux(String environment, String command) {
        Launched tmux = run("command -v tmux");
        org.junit.jupiter.api.Assumptions.assumeTrue(tmux.status() == 0, "needs tmux");
        String script = "t='tmux -S ./socket-$$ -f /dev/null'; $t new-session -d -x 80 -y 24 \"env " + environment
                + " sh -c '" + command
                + "; touch done; sleep 60'\"; for i in $(seq 100); do [ -f done ] && break; sleep 0.1; done;"
                + " sleep 0.5; $t capture-pane -e -p; $t kill-server; rm -f done";
        return Launched.run(folder, Map.of("LC_ALL", "C.UTF-8", "TERM", "xterm-256color"), script).text();
    }

    @Test
    void inATerminalTheCutOutIsShownInItsWidth() {
        String shown = inTmux("COLORTERM=truecolor", "$SEGMENT a.png -o o.png --show");
        assertTrue(shown.contains("\u001B[38;2;") && shown.contains("\u2580"), shown);
        assertTrue(shown.contains("a.png: 90 x 70"), shown);
        String few = inTmux("COLORTERM=", "$SEGMENT a.png -o o.png --show");
        assertTrue(few.contains("38;5;") && !few.contains("38;2;"), few);
    }

    @Test
    void inATerminalWithoutColoursNoEscapeCodeIsWritten() {
        String shown = inTmux("NO_COLOR=1 COLORTERM=truecolor", "$SEGMENT a.png -o o.png --show");
        assertTrue(shown.contains("--show: nothing is shown, NO_COLOR is set"), shown);
        assertFalse(shown.contains("\u001B"), shown);
    }

    @Test
    void nothingIsWrittenBesideTheResult() {
        run("$SEGMENT a.png -o o.png --mask m.png --stats s.json --stages t.png").succeeded();
        assertEquals(Set.of("", "a.png", "o.png", "m.png", "s.json", "t.png"), names());
        assertFalse(Objects.requireNonNull(folder.toFile().list()).length > 5);
    }
}
