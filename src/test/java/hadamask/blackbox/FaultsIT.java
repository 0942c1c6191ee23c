package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hadamask.codec.format.ImageFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the system refuses, takes away or changes while the program runs: one clear line, the right status, nothing half done.
///
/// The table in security.md names these tests.
class FaultsIT {
    /// In a namespace of its own a process may mount what nobody else sees.
    private static final String OWN_MOUNTS = "unshare -rm sh -c ";
    /// Permissions do not hold root back.
    private static final String AS_USER = isRoot() ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";

    @TempDir
    Path folder;

    private static boolean isRoot() {
        return Launched.run(Path.of("."), "id -u").text().strip().equals("0");
    }

    @BeforeEach
    void threePicturesAndATable() throws IOException {
        java.nio.file.Files.createDirectory(file("in"));
        for (String name : new String[]{"a.png", "in/p1.png", "in/p2.png", "in/p3.png"}) {
            Files.write(file(name), Files.disc(90, 70));
        }
        Files.write(file("t.csv"), TableTexts.normal(60, 3, 1, false));
        // For the user that is not root.
        java.nio.file.Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Launched run(String command) {
        return Launched.run(folder, command);
    }

    private void failed(String said, String command) {
        Launched run = run(command);
        assertEquals(said, run.err());
        assertEquals(1, run.status());
    }

    /// The names in a folder, without those of tests.
    private String names(String below) {
        TreeSet<String> names = new TreeSet<>(Files.contents(file(below)).keySet());
        names.remove("");
        return String.join(" ", names);
    }

    private void needsUser() {
        assumeTrue(run(AS_USER + "test -r $HADAMASK").status() == 0, "needs another user that may run the program");
    }

    private void needsMounts() {
        assumeTrue(run(OWN_MOUNTS + "'mount -t tmpfs none /mnt'").status() == 0, "needs a namespace for mounts");
    }

    /// Runs commands where the folder `small` is a file system of 40 KB.
    private Launched inSmallFileSystem(String commands) {
        needsMounts();
        return run("mkdir small; " + OWN_MOUNTS + "'mount -t tmpfs -o size=40k none small && " + commands + "'");
    }

    @Test
    void onAFullDiskTheOldFileStays() {
        Files.write(file("large.png"), Files.disc(600, 400));
        Files.write(file("many.csv"), TableTexts.normal(200, 3, 1, false));
        Launched run = inSmallFileSystem("cd small && echo old >o.png && cp o.png d.csv && cp o.png d.npy;"
                + " $SEGMENT ../large.png -o o.png; echo $?; $HADAMASK distances ../many.csv -o d.csv; echo $?;"
                + " $HADAMASK distances ../many.csv -o d.npy; echo $?; cat o.png d.csv d.npy; ls -A");
        String full = ": cannot be written: No space left on device\n";
        assertEquals("hadamask: o.png" + full + "hadamask: d.csv" + full + "hadamask: d.npy" + full, run.err());
        assertEquals("1\n1\n1\nold\nold\nold\nd.csv\nd.npy\no.png\n", run.text());
    }

    @Test
    void aBatchOnAFullDiskDoesWhatFitsAndIsResumedWhenThereIsRoom() {
        Launched run = inSmallFileSystem("for i in 1 2 3 4 5 6; do cp in/p1.png in/q$i.png; done;"
                + " $SEGMENT in -r -o small/ -j 1 --compression 0 2>err; echo $?; mount -o remount,size=4m small;"
                + " $SEGMENT in -r -o small/ -j 1 --compression 0 --resume -q; echo $?; ls -A small");
        assertEquals(
                "1\n0\n.hadamask-journal\np1.png\np2.png\np3.png\nq1.png\nq2.png\nq3.png\nq4.png\nq5.png\nq6.png\n",
                run.text());
        assertTrue(Files.text(file("err")).lines().allMatch(line -> line.matches(
                "hadamask: small/.*: cannot be written: No space left on device|\\d of 9 images done, \\d failed")),
                Files.text(file("err")));
    }

    @Test
    void fullDevicesAreSaidInOneLine() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
        String full = "cannot be written: No space left on device\n";
        failed("hadamask: /dev/full: " + full, "$HADAMASK distances t.csv -o /dev/full");
        failed("hadamask: standard output: " + full, "$HADAMASK distances t.csv >/dev/full");
        failed("hadamask: /dev/full: " + full, "$SEGMENT in -r -o out/ --stats /dev/full");
        failed("hadamask: /dev/full: " + full, "$SEGMENT a.png -o o.png --errors /dev/full");
        assertEquals(1, run("$SEGMENT gone.png -o p.png 2>/dev/full").status());
    }

    @Test
    void aFileThatMayNotGrowIsDropped() {
        Files.write(file("large.png"), Files.disc(600, 400));
        failed("hadamask: o.png: cannot be written: File too large\n", "ulimit -f 8; $SEGMENT large.png -o o.png");
        failed("hadamask: o.csv: cannot be written: File too large\n",
                "ulimit -f 8; $HADAMASK distances t.csv -o o.csv");
        assertEquals("a.png in in/p1.png in/p2.png in/p3.png large.png t.csv", names(""));
    }

    @Test
    void whereNothingMayBeWrittenNothingChanges() {
        needsUser();
        run("mkdir shut; echo old >shut/o.png; chmod 666 shut/o.png; chmod 755 shut");
        String denied = ": cannot be written: permission denied\n";
        failed("hadamask: shut/o.png" + denied, AS_USER + "$SEGMENT a.png -o shut/o.png");
        failed("hadamask: shut/d.csv" + denied, AS_USER + "$HADAMASK distances t.csv -o shut/d.csv");
        failed("hadamask: shut/.hadamask-journal" + denied, AS_USER + "$SEGMENT in -r -o shut/");
        failed("hadamask: shut/new/: cannot be made: permission denied\n", AS_USER + "$SEGMENT in -r -o shut/new/");
        assertEquals("o.png", names("shut"));
    }

    @Test
    void aFileSystemThatIsOnlyReadIsSaid() {
        needsMounts();
        Launched run = run(
                "mkdir still; " + OWN_MOUNTS + "'mount -t tmpfs -o ro none still; $SEGMENT a.png -o still/o.png'");
        assertEquals("hadamask: still/o.png: cannot be written: Read-only file system\n", run.err());
        assertEquals(1, run.status());
    }

    @Test
    void aFileThatMayNotBeWrittenIsNotReplaced() {
        needsUser();
        run("echo old >o.png; cp o.png d.csv; cp o.png s.json; chmod 444 o.png d.csv s.json");
        String denied = ": cannot be written: permission denied\n";
        failed("hadamask: o.png" + denied, AS_USER + "$SEGMENT a.png -o o.png");
        failed("hadamask: d.csv" + denied, AS_USER + "$HADAMASK distances t.csv -o d.csv");
        failed("hadamask: s.json" + denied, AS_USER + "$SEGMENT a.png -o p.png --stats s.json");
        assertEquals("old\nold\nold\n", run("cat o.png d.csv s.json").text());
    }

    @Test
    void aGroupThatIsNotKeptGetsNoMoreThanEverybodyHas() {
        needsUser();
        assumeTrue(isRoot(), "only root makes a file of a group that its owner is not in");
        run("chmod 777 .; echo old >o.png; chown 65534:0 o.png; chmod 664 o.png; " + AS_USER
                + "$SEGMENT a.png -o o.png")
                .succeeded();
        assertEquals("65534:65534 644\n", run("stat -c '%u:%g %a' o.png").text());
    }

    @Test
    void newFilesFollowTheMaskOfTheProcessAndOldOnesKeepModeAndOwner() {
        assertEquals("600 640 664\n", run("umask 077; $SEGMENT a.png -o x.png; umask 027; $SEGMENT a.png -o y.png;"
                + " umask 002; $SEGMENT a.png -o z.png; stat -c %a x.png y.png z.png | tr '\\n' ' ' | sed 's/ $/\\n/'")
                .succeeded().text());
        assertEquals("604\n", run("chmod 604 x.png; umask 077; $SEGMENT a.png -o x.png; stat -c %a x.png").text());
        assumeTrue(isRoot(), "only root gives files away");
        assertEquals("1234:4321 604\n", run("chown 1234:4321 x.png; $SEGMENT a.png -o x.png; stat -c '%u:%g %a' x.png")
                .succeeded().text());
        // Somebody else's file in a folder of one's own becomes one's own.
        needsUser();
        assertEquals("65534 666\n", run("chown 1234 x.png; chmod 666 x.png; " + AS_USER
                + "$SEGMENT a.png -o x.png; stat -c '%u %a' x.png").succeeded().text());
    }

    @Test
    void devicesPipesAndOpenFilesAreWrittenAsTheyAre() {
        Files.write(file("one.csv"), "1\n2\n");
        assertEquals("x\n1\n4\ny\n", run("{ echo x; $HADAMASK hadamard one.csv one.csv -o /dev/stdout; echo y; } >all;"
                + " cat all").succeeded().text());
        assertEquals("x\n1\n4\ny\n", run("{ echo x; $HADAMASK hadamard one.csv one.csv -o /dev/fd/3; } 3>>all >all;"
                + " echo y >>all; cat all").succeeded().text());
        assertEquals("1\n4\nprw\n", run("mkfifo p.csv; cat p.csv & $HADAMASK hadamard one.csv one.csv -o p.csv; wait;"
                + " stat -c %A p.csv | cut -c1-3").succeeded().text());
        assertEquals("crw\n", run("$HADAMASK hadamard one.csv one.csv -o /dev/null; stat -c %A /dev/null | cut -c1-3")
                .succeeded().text());
    }

    /// While the first image, a pipe, is waited for, the others are changed.
    private Launched meanwhile(String change, String options) {
        return run("mkfifo first.png; printf 'first.png\\nin/p1.png\\nin/p2.png\\n' >list;"
                + " { while [ ! -e out/.hadamask-journal ]; do sleep 0.02; done; " + change
                + "; cat a.png; } >first.png &"
                + " $SEGMENT --files-from list -o 'out/{name}.png' -j 1 " + options);
    }

    @Test
    void anImageThatVanishesIsSaidAndTheOthersAreDone() {
        Launched run = meanwhile("rm in/p1.png", "");
        assertEquals("hadamask: in/p1.png: cannot be read: there is no such file\n2 of 3 images done, 1 failed\n",
                run.err());
        assertEquals(1, run.status());
        assertEquals(".hadamask-journal first.png p2.png", names("out"));
    }

    @Test
    void imagesThatShrinkOrAreReplacedAreReadAsTheyAreThen() {
        Launched run = meanwhile("head -c 300 a.png >in/p1.png; cp in/p3.png new; mv new in/p2.png", "");
        assertTrue(run.err().startsWith("hadamask: in/p1.png: "), run.err());
        assertEquals(2, run.err().lines().count(), run.err());
        assertEquals(1, run.status());
        assertEquals(".hadamask-journal first.png p2.png", names("out"));
    }

    @Test
    void anInputThatGrowsAndShrinksWhileItIsReadGivesAResultOrOneLine() {
        Files.write(file("large.ppm"), Files.encoded(Files.disc(1500, 1000), ImageFormat.PNM));
        Files.write(file("many.csv"), TableTexts.normal(4000, 8, 1, false));
        Launched run = run("{ while [ ! -e done ]; do head -c 3000000 large.ppm >w.ppm; cat large.ppm >>w.ppm;"
                + " head -c 300000 many.csv >w.csv; cat many.csv >>w.csv; done; } & sleep 0.1;"
                + " for i in 1 2 3; do $SEGMENT w.ppm -o o.png; echo $?; $HADAMASK distances w.csv --knn 1 -o d.csv;"
                + " echo $?; done; touch done; wait");
        assertTrue(run.text().matches("([01]\n){6}"), run.text());
        assertEquals(run.text().chars().filter(c -> c == '1').count(), run.err().lines().count(), run.err());
        assertTrue(run.err().lines().allMatch(line -> line.matches("hadamask: w\\.(ppm|csv): .*")), run.err());
    }

    @Test
    void withoutStandardStreamsABatchAndATableAreDone() {
        run("$SEGMENT in -r -o out/ --stats s.json <&- >&- 2>&-").succeeded();
        assertEquals(".hadamask-journal p1.png p2.png p3.png", names("out"));
        run("$HADAMASK distances t.csv -o d.csv <&- >&- 2>&-").succeeded();
        failed("hadamask: standard output: cannot be written: Bad file descriptor\n", "$HADAMASK distances t.csv >&-");
        failed("hadamask: standard input: cannot be read: Bad file descriptor\n", "$HADAMASK distances <&-");
        failed("hadamask: standard input: cannot be read: Bad file descriptor\n",
                "$SEGMENT --files-from - -o more/ <&-");
    }

    /// Waits until a process writes a file, and sends it a signal.
    private int signalled(String signal, String command) throws IOException, InterruptedException {
        Process process = Launched.start(folder, Map.of(), "exec " + command);
        while (process.isAlive() && !names("").contains(".tmp")) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        assertTrue(process.isAlive(), "it was still writing");
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return process.exitValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUP", "TERM", "INT"})
    void aSignalEndsATableWithNoFileLeft(String signal) throws IOException, InterruptedException {
        Files.write(file("many.csv"), TableTexts.normal(12000, 3, 1, false));
        Files.write(file("d.csv"), "old");
        String before = names("");
        int status = signalled(signal, "$HADAMASK distances many.csv -o d.csv");
        assertEquals(Map.of("HUP", 129, "INT", 130, "TERM", 143).get(signal), status);
        assertEquals(before, names(""));
        assertEquals("old", Files.text(file("d.csv")));
    }

    /// The virtual machine answers that signal with the state of its threads.
    @Test
    void whatTheVirtualMachineSaysDoesNotGetIntoTheData() {
        Files.write(file("many.csv"), TableTexts.normal(1500, 3, 1, false));
        assertEquals("0\n1\n", run("$HADAMASK distances many.csv >all 2>err & while [ ! -s all ]; do sleep 0.01; done;"
                + " kill -QUIT $!; wait $!; grep -c 'thread dump' all err | cut -d: -f2").text());
    }

    @Test
    void whatKillLeavesIsClearedByTheNextRunThatWritesThere() throws IOException, InterruptedException {
        Files.write(file("many.csv"), TableTexts.normal(12000, 3, 1, false));
        assertEquals(137, signalled("KILL", "$HADAMASK distances many.csv -o d.csv"));
        assertTrue(names("").contains(".tmp"), names(""));
        run("$SEGMENT a.png -o o.png").succeeded();
        for (int more = 0; more < 5 && names("").contains(".tmp"); more++) { // who is quick does not wait for it
            run("$SEGMENT a.png -o o.png").succeeded();
        }
        assertEquals("a.png in in/p1.png in/p2.png in/p3.png many.csv o.png t.csv", names(""));
    }

    @Test
    void twoProcessesWithOneOutputLeaveOneWholeFile() {
        int rounds = Integer.getInteger("rounds", 5);
        run("$SEGMENT a.png -o one.png; $SEGMENT a.png --background white -o two.png").succeeded();
        Launched run = run(
                "for i in $(seq " + rounds + "); do $SEGMENT a.png -o o.png & $SEGMENT a.png --background white"
                        + " -o o.png & wait; cmp -s o.png one.png || cmp -s o.png two.png || echo broken; done");
        run.succeeded();
        assertEquals("", run.text());
        assertEquals("a.png in in/p1.png in/p2.png in/p3.png o.png one.png t.csv two.png", names(""));
    }

    @Test
    void twentyOpenFilesAreEnough() {
        run("ulimit -n 20; $SEGMENT a.png -o o.png --stages s.png && $SEGMENT in -r -o out/ --report r.html --stats s.json"
                + " && $HADAMASK distances t.csv -o d.csv").succeeded();
        assertEquals(".hadamask-journal p1.png p2.png p3.png", names("out"));
    }

    /// What the virtual machine needs is near 14 threads; below, it says itself that it cannot start.
    @ParameterizedTest
    @ValueSource(ints = {10, 14, 15, 16, 17, 18})
    void tooFewThreadsEndInALineNotInAWait(int threads) {
        needsUser();
        assumeTrue(isRoot(), "needs a user without other processes");
        String limit = "timeout -k 5 20 prlimit --nproc=" + threads
                + " setpriv --reuid=54321 --regid=54321 --clear-groups ";
        Launched run = run("chmod -R a+rX .; mkdir -m 777 out; " + limit + "$SEGMENT in -r -o out/ -j 4");
        assertTrue(run.status() <= 1, run.status() + run.err());
        assertEquals(run.status() == 0, run.err().isEmpty(), run.err());
        assertTrue(!run.err().contains("\tat ") || run.err().startsWith("Error occurred during initialization of VM"),
                run.err());
        assertEquals("", run.text());
        assertTrue(!names("out").contains(".tmp"), names("out"));
    }

    @Test
    void homeTemporaryFolderAndTerminalAreNotNeeded() {
        run("env -u HOME TMPDIR=/nowhere TERM=nonsense LANG=xx_YY.nonsense $SEGMENT in -r -o out/ --report r.html"
                + " --stages stages/").succeeded();
        run("env -i PATH=\"$PATH\" \"$SEGMENT\" a.png -o o.png --overlay v.png").succeeded();
        run("env HOME=/nowhere $HADAMASK distances t.csv -o d.csv --heatmap h.png").succeeded();
        // The platform's library for pictures would buffer in that folder, and says itself that it is not there.
        Launched run = Launched.run(folder, Map.of("HADAMASK_OPTS", "-Djava.io.tmpdir=/nowhere"),
                "$SEGMENT a.png -o p.jpg --stages s.png; echo $?");
        assertEquals("0\n", run.text());
    }

    @Test
    void casesOfLettersDoNotDependOnTheLanguage() {
        String command = "$SEGMENT a.png -o O.TIFF --gray LIGHTNESS --foreground BRIGHT --stats S.CSV --background WHITE"
                + " && $HADAMASK distances t.csv -m MINKOWSKI -f PHYLIP --missing PAIRWISE -o D.TXT"
                + " && head -n 1 S.CSV && cat D.TXT && cksum O.TIFF";
        String root = run(command).succeeded().text();
        for (String language : new String[]{"tr -Duser.country=TR", "ar -Duser.country=EG", "th -Duser.country=TH"}) {
            Launched run = Launched.run(folder, Map.of("HADAMASK_OPTS", "-Duser.language=" + language), command);
            assertEquals(root, run.succeeded().text(), language);
        }
    }

    @Test
    void aClockThatJumpsChangesNothing() throws IOException {
        run("$SEGMENT in -r -o out/ --stats s.json").succeeded();
        FileTime past = FileTime.from(Instant.parse("1955-11-05T06:15:00Z"));
        FileTime future = FileTime.from(Instant.parse("2255-10-21T16:29:00Z"));
        java.nio.file.Files.setLastModifiedTime(file("in/p1.png"), past);
        java.nio.file.Files.setLastModifiedTime(file("in/p2.png"), future);
        java.nio.file.Files.setLastModifiedTime(file("out/p3.png"), future);
        java.nio.file.Files.setLastModifiedTime(file("out/.hadamask-journal"), past);
        // What was changed is done again, whatever the clock says of it, and then known.
        assertEquals("", run("$SEGMENT in -r -o out/ --resume").err());
        assertEquals("0 of 3 images done, 3 done before\n", run("$SEGMENT in -r -o out/ --resume").err());
    }
}
