package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher in a fresh checkout: it ends with a working program, or with one line that says what to do.
///
/// Most of the time is spent waiting, so they wait together.
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class FirstRunIT {
    private static final String BUILT = "built hadamask.aot hadamask.jar help java-home";
    private static final String SEGMENT = "hadamask/scripts/segment a.png -o o.png";
    /// Root may write everywhere, whatever the permissions say.
    private static final String AS_USER = "setpriv --reuid=65534 --regid=65534 --clear-groups ";

    @TempDir
    Path folder;

    private Checkout checkout;

    @BeforeEach
    void aFreshCheckout() {
        checkout = new Checkout(folder);
    }

    private void built() {
        assertEquals(0, checkout.run(SEGMENT).status());
        assertEquals(BUILT, checkout.target());
    }

    private void works() {
        assertEquals(90, Files.image(checkout.file("o.png")).width());
    }

    private void refused(String line, String command) {
        Launched run = checkout.run(command);
        assertEquals("hadamask: " + line + "\n",
                run.err().replace(checkout.file("hadamask").toString(), "HERE").replace(folder.toString(), "DIR"));
        assertEquals(1, run.status());
    }

    private void change(String source) throws IOException {
        Path file = checkout.file("hadamask/" + source);
        Files.write(file, Files.text(file) + "\n");
        touch("hadamask/" + source);
    }

    /// As git does when it has changed sources: its index is written anew.
    private void touch(String name) throws IOException {
        java.nio.file.Files.setLastModifiedTime(checkout.file(name), FileTime.from(Instant.now().plusSeconds(2)));
    }

    private void gitIndex() throws IOException {
        java.nio.file.Files.createDirectories(checkout.file("hadamask/.git"));
        Files.write(checkout.file("hadamask/.git/index"), "DIRC");
        touch("hadamask/.git/index");
    }

    @Test
    void itBuildsSaysSoAndWorks() {
        Launched run = checkout.run(SEGMENT);
        assertEquals(0, run.status());
        assertTrue(run.err().matches(
                "hadamask: the program is not built yet: building it, .*130 MB\\.\\.\\.\nhadamask: built in \\d+ s\n"),
                run.err());
        works();
        assertEquals(BUILT, checkout.target());
        checkout.run(SEGMENT).succeeded();
        checkout.run("hadamask/scripts/hadamask --help").succeeded();
        assertEquals(1, checkout.calls().size());
    }

    @Test
    void whatIsPipedIntoTheFirstRunIsLeftForIt() {
        checkout.program("mvn",
                Files.text(checkout.file("bin/mvn")).replace("#!/bin/sh\n", "#!/bin/sh\ncat >/dev/null\n"));
        assertEquals(0, checkout.run("hadamask/scripts/segment - -o o.png <a.png").status());
        works();
    }

    @ParameterizedTest
    @CsvSource({"HUP, 129", "INT, 130", "TERM, 143"})
    void aSignalEndsItSoonAndLeavesNothing(String signal, int status) throws InterruptedException, IOException {
        Files.write(checkout.file("takes"), "60");
        Process process = checkout.start(SEGMENT);
        while (checkout.calls().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        signal(signal, process.pid());
        assertTrue(process.waitFor(5, TimeUnit.SECONDS));
        assertEquals(status, process.exitValue());
        assertEquals("", checkout.target());
        assertEquals(1, Files.text(checkout.file("err")).lines().count());
        java.nio.file.Files.delete(checkout.file("takes"));
        built();
        works();
    }

    private static void signal(String signal, long process) throws InterruptedException, IOException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process)).start().waitFor();
    }

    @Test
    void afterOneThatWasKilledTheNextBuildsAtOnce() throws InterruptedException, IOException {
        Files.write(checkout.file("takes"), "2");
        Process process = checkout.start(SEGMENT);
        while (checkout.calls().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        signal("KILL", process.pid());
        process.waitFor();
        Files.write(checkout.file("takes"), "0");
        long begin = System.nanoTime();
        built();
        assertTrue(System.nanoTime() - begin < 10e9, "it did not wait");
        works();
    }

    @Test
    void ofTwoAtOnceOneBuildsAndBothWork() throws InterruptedException {
        Files.write(checkout.file("takes"), "2");
        Process first = checkout.start(SEGMENT);
        while (checkout.calls().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        Launched second = checkout.run("hadamask/scripts/segment a.png -o p.png");
        assertEquals(0, second.status());
        assertEquals("hadamask: another process (" + first.pid() + ") builds the program, waiting for it...\n",
                second.err());
        assertEquals(0, first.waitFor());
        assertEquals(1, checkout.calls().size());
        assertEquals(BUILT, checkout.target());
        works();
    }

    @Test
    void manyAtTheSameMomentAllWork() {
        Files.write(checkout.file("takes"), "1");
        Launched run = checkout
                .run("for i in 1 2 3 4 5 6; do { hadamask/scripts/segment a.png -o $i.png; echo $?; } & done; wait");
        assertEquals("0\n".repeat(6), run.text());
        assertEquals(1, checkout.calls().size());
        assertEquals(BUILT, checkout.target());
    }

    @Test
    void whoWaitsBuildsWhenTheOtherIsKilled() throws InterruptedException, IOException {
        Files.write(checkout.file("takes"), "60");
        Process first = checkout.start(SEGMENT);
        while (checkout.calls().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        Files.write(checkout.file("takes"), "0");
        Process second = checkout.start("hadamask/scripts/segment a.png -o p.png");
        TimeUnit.SECONDS.sleep(1);
        signal("KILL", first.pid());
        assertTrue(second.waitFor(10, TimeUnit.SECONDS));
        assertEquals(0, second.exitValue());
        assertEquals(BUILT, checkout.target());
    }

    /// After a restart of the machine another process may have the number of one that was building, and a machine that shares
    /// the folder may have gone.
    @ParameterizedTest
    @ValueSource(strings = {"$(uname -n)-$$", "elsewhere-1"})
    void aLockWithoutASignOfLifeIsNotWaitedForForEver(String owner) {
        Launched run = checkout.run("mkdir -p hadamask/target/building-" + owner + " && ln -s " + owner
                + " hadamask/target/lock && " + SEGMENT);
        assertEquals(0, run.status());
        assertEquals(3, run.err().lines().count(), run.err());
        assertEquals(BUILT, checkout.target());
    }

    @Test
    void aFailureIsOneLineAndNothingOfItIsRun() {
        Files.write(checkout.file("fails"), "");
        Files.write(checkout.file("says"), """
                [WARNING] something
                [ERROR] COMPILATION ERROR :
                [ERROR] Foo.java:[1,2] no
                java.lang.IllegalStateException: x
                \tat a.b.c(D.java:1)
                """);
        for (int i = 0; i < 2; i++) {
            Launched run = checkout.run(SEGMENT);
            assertEquals(1, run.status());
            assertEquals(
                    "hadamask: the build failed: COMPILATION ERROR : (all that Maven said is in "
                            + checkout.file("hadamask/target/build.log") + ")",
                    run.err().lines().toList().getLast());
            assertEquals(2, run.err().lines().count());
            assertEquals("build.log", checkout.target());
        }
        Files.write(checkout.file("says"),
                "[ERROR] Plugin x: Could not transfer artifact x from/to central: Unknown host\n");
        assertTrue(checkout.run(SEGMENT).err().contains("Maven could not fetch the libraries (is there a network"));
    }

    @Test
    void withoutMavenOrACompilerItSaysWhatIsNeeded() throws IOException {
        java.nio.file.Files.delete(checkout.file("bin/mvn"));
        checkout.with("PATH", tools());
        refused("the program is not built yet, and to build it Maven is needed, which was not found (on Debian: apt-get install maven)",
                SEGMENT);
        Path runtime = java.nio.file.Files.createDirectories(folder.resolve("jre/bin"));
        Files.write(folder.resolve("jre/release"), "JAVA_VERSION=\"25.0.3\"\n");
        checkout.program("mvn", "#!/bin/sh\n");
        java.nio.file.Files.copy(checkout.file("bin/mvn"), runtime.resolve("java"));
        runtime.resolve("java").toFile().setExecutable(true);
        checkout.with("HADAMASK_JAVA", folder.resolve("jre").toString());
        refused("the program is not built yet, and to build it a JDK 25 is needed: DIR/jre has no javac (name a JDK in HADAMASK_JAVA)",
                SEGMENT);
    }

    /// A path with the usual commands, and without Maven.
    private String tools() throws IOException {
        for (String name : new String[]{"cat", "cp", "cut", "env", "find", "cksum", "sort", "grep", "ln", "mkdir", "mv",
            "readlink", "rm", "sh", "sleep", "touch", "uname", "head"}) {
            String found = checkout.run("command -v " + name).text().strip();
            java.nio.file.Files.createSymbolicLink(checkout.file("bin/" + name), Path.of(found));
        }
        return checkout.file("bin").toString();
    }

    @Test
    void whereNoJdkIsFoundItSaysSo() {
        String hide = "unshare -r -m sh -c 'for d in /usr/lib/jvm /usr/java /opt; do [ ! -d $d ] || mount -t tmpfs none $d; done; "
                + SEGMENT + "'";
        checkout.with("HADAMASK_JAVA", "").with("HOME", folder.toString());
        assumeTrue(checkout.run("unshare -r -m true").status() == 0, "needs a namespace for mounts");
        refused("no JDK 25 was found (install one, or name it in HADAMASK_JAVA)", hide);
    }

    @Test
    void aJdkThatOnlyTheLauncherKnowsIsUsedToBuild() {
        checkout.with("JAVA_HOME", "/no/such/jdk");
        built();
        assertTrue(checkout.calls().getFirst().endsWith(" " + System.getProperty("java.home")),
                checkout.calls().toString());
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAndAProgramThatIsThereWorksInIt() throws IOException {
        assumeTrue(checkout.run(AS_USER + "true").status() == 0, "needs another user");
        Launched.run(folder, "chmod 755 . && mkdir -m 777 out").succeeded();
        assumeTrue(checkout.run(AS_USER + "test -r '" + folder + "/a.png' -a -x " + System.getProperty("java.home")
                + "/bin/java").status() == 0, "needs a folder that others may read");
        String asUser = AS_USER + "hadamask/scripts/segment a.png -o out/o.png";
        String remedy = ", and HERE/target cannot be written (let somebody who may write there run: HERE/scripts/hadamask --version)";
        refused("the program is not built yet" + remedy, asUser);
        built();
        checkout.run(asUser).succeeded();
        gitIndex();
        checkout.run(asUser).succeeded();
        change("src/main/java/hadamask/Hadamask.java");
        refused("the sources are newer than the program" + remedy, asUser);
    }

    @Test
    void sourcesThatGitHasChangedAreBuilt() throws IOException {
        built();
        gitIndex();
        checkout.run(SEGMENT).succeeded();
        change("src/main/java/hadamask/Hadamask.java");
        gitIndex();
        Launched run = checkout.run(SEGMENT);
        assertEquals(0, run.status());
        assertTrue(run.err().startsWith("hadamask: the sources are newer than the program: building it, "), run.err());
        assertEquals(2, checkout.calls().size());
        change("pom.xml");
        assertEquals(2, checkout.run("hadamask/scripts/segment --help").err().lines().count());
        java.nio.file.Files.delete(checkout.file("hadamask/src/main/java/hadamask/Training.java"));
        touch("hadamask/src/main/java/hadamask");
        assertEquals(2, checkout.run(SEGMENT).err().lines().count());
        assertEquals(4, checkout.calls().size());
    }

    @Test
    void aWorkTreeOfGitIsRebuiltToo() throws IOException {
        built();
        java.nio.file.Files.createDirectories(checkout.file("hadamask/elsewhere"));
        Files.write(checkout.file("hadamask/.git"), "gitdir: elsewhere\n");
        Files.write(checkout.file("hadamask/elsewhere/index"), "DIRC");
        touch("hadamask/elsewhere/index");
        Path source = checkout.file("hadamask/src/main/java/hadamask/Hadamask.java");
        Files.write(source, Files.text(source) + "\n");
        assertEquals(2, checkout.run(SEGMENT).err().lines().count());
    }

    @Test
    void anOldProgramIsNotRunWhereTheNewOneCannotBeBuilt() throws IOException {
        built();
        change("pom.xml");
        Files.write(checkout.file("fails"), "");
        assertEquals(1, checkout.run(SEGMENT).status());
        checkout.with("HADAMASK_BUILD", "no");
        checkout.run(SEGMENT).succeeded();
    }

    @Test
    void aCopyThatWasMadeWithNewTimesIsNotBuiltAgain() throws IOException {
        built();
        checkout.run("cp -R hadamask/target . && rm -r hadamask/target && mv target hadamask/").succeeded();
        touch("hadamask/src/main/java/hadamask");
        touch("hadamask/pom.xml");
        checkout.run(SEGMENT).succeeded();
        assertEquals(1, checkout.calls().size());
    }

    @Test
    void aCopyOfTheScriptAloneSaysThatALinkIsNeeded() {
        Launched.run(folder, "cp hadamask/scripts/segment cut").succeeded();
        refused("./cut: is a copy, which cannot find the program (make a link instead, as in: ln -s FOLDER/scripts/segment ./cut)",
                "./cut a.png -o o.png");
        Launched.run(folder, "mkdir alone && cp -R hadamask/scripts alone").succeeded();
        refused("the program is not built yet, and DIR/alone holds no sources to build it from (clone it anew)",
                "alone/scripts/segment a.png -o o.png");
    }

    @Test
    void aLinkToTheFolderOfScriptsBuildsWhereTheSourcesAre() throws IOException {
        Launched.run(folder, "mkdir work && ln -s ../hadamask/scripts work/scripts").succeeded();
        String command = "work/scripts/segment a.png -o o.png";
        assertEquals(0, checkout.run(command).status());
        assertEquals(BUILT, checkout.target());
        touch("hadamask/pom.xml");
        checkout.run(command).succeeded();
        works();
    }

    @Test
    void aLinkMayHaveAnyName() {
        built();
        Launched.run(folder, "ln -s hadamask/scripts/segment cut; ln -s cut cut2; ln -s hadamask/scripts/hadamask hm;"
                + " ln -s hadamask/scripts/hadamask refine").succeeded();
        checkout.run(
                "./cut a.png -o o.png && ./cut2 a.png -o p.png && ./hm segment a.png -o q.png && ./refine a.png -o r.png -q")
                .succeeded();
        works();
        assertTrue(checkout.run("./cut --help").succeeded().text().contains("Usage: segment "));
        assertTrue(checkout.run("./refine --help").succeeded().text().contains("Usage: refine "));
        assertTrue(checkout.run("./hm --help").succeeded().text().contains("Usage: hadamask "));
    }

    @Test
    void aJavaWithoutAReleaseFileIsAsked() {
        built();
        Path old = checkout.program("old-java", "#!/bin/sh\necho 'openjdk version \"17.0.15\" 2025-04-15' >&2\n");
        Path none = checkout.program("no-java", "#!/bin/sh\necho hello\n");
        Path shim = checkout.program("shim",
                "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' \"$@\"\n");
        checkout.with("HADAMASK_JAVA", old.toString());
        refused("HADAMASK_JAVA: DIR/bin/old-java is older than Java 25", SEGMENT);
        checkout.with("HADAMASK_JAVA", none.toString());
        refused("HADAMASK_JAVA: DIR/bin/no-java is no java that can be run", SEGMENT);
        checkout.with("HADAMASK_JAVA", shim.toString());
        checkout.run(SEGMENT).succeeded();
        checkout.with("HADAMASK_JAVA", folder.toString());
        refused("HADAMASK_JAVA: DIR is no java that can be run", SEGMENT);
    }

    @Test
    void aCacheOfAnotherJarIsNotUsedAndNotSpokenOf() throws IOException {
        built();
        checkout.run(SEGMENT).succeeded();
        byte[] expected = Files.read(checkout.file("o.png"));
        Path jar = checkout.file("hadamask/target/hadamask.jar");
        byte[] content = Files.read(jar);
        // A longer comment at the end: another jar of the same classes.
        byte[] other = java.util.Arrays.copyOf(content, content.length + 3);
        other[content.length - 2] = 3;
        Files.write(jar, other);
        checkout.run(SEGMENT).succeeded();
        assertEquals(java.util.HexFormat.of().formatHex(expected),
                java.util.HexFormat.of().formatHex(Files.read(checkout.file("o.png"))));
        assertFalse(checkout.target().contains("lock"));
    }
}
