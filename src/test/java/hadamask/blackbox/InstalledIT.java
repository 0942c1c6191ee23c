package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// What is installed: the archive, the script in it, and the package for Debian; with `mvn -Pdist verify`.
@EnabledIfSystemProperty(named = "packages", matches = ".+", disabledReason = "the packages are made by mvn -Pdist verify")
@Timeout(300)
class InstalledIT {
    private static final Path PACKAGES = Path.of(System.getProperty("packages", "."));
    /// What a program needs that is linked with the C library.
    private static final String LIBC = "libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1";

    @TempDir
    static Path shared;

    /// The tree of the archive, in a folder whose name has a blank.
    private static Path tree = Path.of("/");

    @TempDir
    Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        if (java.nio.file.Files.isDirectory(PACKAGES)) {
            Path place = java.nio.file.Files.createDirectories(shared.resolve("some where"));
            run(shared, "tar -xzf '" + one(".tar.gz") + "' -C '" + place + "'").succeeded();
            tree = only(place);
        }
    }

    private static Path one(String ending) throws IOException {
        try (Stream<Path> files = java.nio.file.Files.list(PACKAGES)) {
            return files.filter(file -> file.toString().endsWith(ending)).findFirst()
                    .orElseThrow(() -> new AssertionError("no " + ending + " in " + PACKAGES));
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = java.nio.file.Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static Launched run(Path folder, String command) {
        return Launched.run(folder, Map.of("HADAMASK_JAVA", "/no/java", "JAVA_HOME", "/no/java"), command);
    }

    private Launched run(String command) {
        return run(folder, command);
    }

    private static String quoted(Path path) {
        return "'" + path + "'";
    }

    private static String program(String name) {
        return quoted(tree.resolve("bin/" + name));
    }

    private byte[] checkoutsCutout() {
        return Launched.run(folder, "\"$SEGMENT\" \"$SAMPLES\"/cat.jpg -o -").out();
    }

    @Test
    void itGivesTheBytesOfACheckoutFromAnyFolder() {
        assertArrayEquals(checkoutsCutout(), run(program("segment") + " \"$SAMPLES\"/cat.jpg -o -").succeeded().out());
        run("ln -s " + program("hadamask") + " hm && ./hm segment \"$SAMPLES\"/cat.jpg -o o.png").succeeded();
        assertArrayEquals(checkoutsCutout(), Files.read(folder.resolve("o.png")));
        assertEquals(Launched.run(folder, "\"$HADAMASK\" distances \"$SAMPLES\"/vectors.csv").text(),
                run("PATH=" + quoted(tree.resolve("bin")) + ":$PATH distances \"$SAMPLES\"/vectors.csv").succeeded()
                        .text());
    }

    /// The runtime has no windows and no X11; pictures are drawn without.
    @Test
    void itDrawsWhatTheCheckoutDraws() {
        for (String words : List.of("distances \"$SAMPLES\"/aliens.csv --heatmap %s.png -o none",
                "mahalanobis \"$SAMPLES\"/aliens.csv --axes weight,height --plot %s.png -o none",
                "mahalanobis \"$SAMPLES\"/aliens.csv --qq %s.png -o none",
                "cluster -k 3 \"$SAMPLES\"/aliens.csv --plot %s.png -o none",
                "segment \"$SAMPLES\"/cells.tif -o none --stages %s.png",
                "segment \"$SAMPLES\"/cat.jpg -o %s.jpg --background white")) {
            assertEquals(0, Launched.run(folder, "\"$HADAMASK\" " + words.replace("%s", "checkout")).status(), words);
            run(program("hadamask") + " " + words.replace("%s", "installed")).succeeded();
            String ending = words.contains("%s.jpg") ? ".jpg" : ".png";
            assertArrayEquals(Files.read(folder.resolve("checkout" + ending)),
                    Files.read(folder.resolve("installed" + ending)), words);
        }
    }

    /// Each start loads nearly all classes from the cache, also where the tree was moved to.
    @Test
    void itStartsFromItsCache() {
        run("HADAMASK_OPTS=-Xlog:class+load:file=loaded.txt " + program("segment")
                + " \"$SAMPLES\"/cat.jpg -o o.png").succeeded();
        List<String> loaded = Files.text(folder.resolve("loaded.txt")).lines().toList();
        long cached = loaded.stream().filter(line -> line.contains("shared objects file")).count();
        assertTrue(cached > 1000 && loaded.size() - cached < 50, cached + " of " + loaded.size());
    }

    /// The jar is opened by a search for what is not in the cache: that took a table of five rows a tenth of its time.
    @Test
    void itOpensNoJar() {
        assumeTrue(run("command -v strace").status() == 0, "needs strace");
        for (String words : List.of("distances \"$SAMPLES\"/vectors.csv", "segment \"$SAMPLES\"/cat.jpg -o o.png",
                "segment \"$SAMPLES\"/page.png -o o.jpg", "measure \"$SAMPLES\"/truth/cat.png -o m.csv")) {
            run("strace -f -e trace=openat -o opened.txt " + program("hadamask") + " " + words).succeeded();
            List<String> opened = Files.text(folder.resolve("opened.txt")).lines().toList();
            assertTrue(opened.stream().anyMatch(line -> line.contains("libjvm.so")), words);
            assertEquals(List.of(), opened.stream().filter(line -> line.contains(".jar\"")).toList(), words);
        }
    }

    @Test
    void itGivesTheVirtualMachineTheOptionsOfTheCheckout() {
        for (String words : List.of("distances x.csv", "segment x.png", "segment -r x", "segment x.tif --page all",
                "segment x.tif --page=all", "segment x.tif --page 2", "--max-memory 300M segment -r x",
                "distances --max-memory 300M x.csv")) {
            String flags = " HADAMASK_OPTS=-XX:+PrintCommandLineFlags ";
            String expected = Launched.run(folder, flags + "\"$HADAMASK\" " + words).err();
            String found = run(flags + program("hadamask") + " " + words).err();
            assertEquals(withoutCache(expected), withoutCache(found), words);
            assertTrue(found.contains("-XX:+UseSerialGC"), found);
        }
    }

    private static String withoutCache(String flags) {
        return flags.replaceAll("-XX:AOTCache=.*?(?= -XX:)", "");
    }

    @Test
    void theAddOnForNetworksIsFoundBesideTheProgram() throws IOException {
        Path addOn = Launched.PROJECT.resolve("target/hadamask-model.jar");
        assumeTrue(Files.exists(addOn), "the add-on for networks (mvn -f src/model/pom.xml package)");
        Files.write(folder.resolve("net.onnx"), OnnxSketch.of("input.1", 320, 320, new double[]{9, 9, 9}, 0, "Sigmoid",
                "1959"));
        String command = program("segment") + " \"$SAMPLES\"/cat.jpg -q -o none --mask m.png --model net.onnx";
        Path place = tree.resolve("lib/hadamask");
        Launched without = run(command);
        assertEquals(
                "hadamask: --model: needs the add-on hadamask-model.jar, which is not there (put that of this version into "
                        + place + "; mvn -f src/model/pom.xml package makes it in a checkout)\n",
                without.err());
        assertEquals(1, without.status());
        java.nio.file.Files.copy(addOn, place.resolve("hadamask-model.jar"));
        try {
            run("HADAMASK_OPTS=-XX:AOTMode=on " + command).succeeded();
            assertTrue(Files.exists(folder.resolve("m.png")));
        } finally {
            java.nio.file.Files.delete(place.resolve("hadamask-model.jar"));
        }
    }

    @Test
    void helpIsThatOfTheCheckout() {
        for (String words : List.of("--help", "help segment", "segment --help", "distances -h")) {
            assertEquals(Launched.run(folder, "\"$HADAMASK\" " + words).text(),
                    run(program("hadamask") + " " + words).succeeded().text());
        }
        Launched none = run(program("hadamask"));
        assertEquals(2, none.status());
        assertTrue(none.err().contains("Commands:"), none.err());
        assertTrue(run(program("similarity") + " --help").succeeded().text().contains("Usage: similarity "));
    }

    @Test
    void mistakesMemoryAndStatusesAreThoseOfTheCheckout() {
        for (String words : List.of("segment missing.jpg", "segment --no-such", "nothing",
                "segment --max-memory 10M a.png",
                "distances --max-memory 70%% x", "segment --max-memory=3 -h", "--version -q --max-memory 200M",
                "segment \"$SAMPLES\"/cat.jpg --max-memory 400M -o o.png", "score \"$SAMPLES\"/truth/cat.png <&-")) {
            Launched expected = Launched.run(folder, "\"$HADAMASK\" " + words);
            Launched found = run(program("hadamask") + " " + words);
            assertEquals(expected.err(), found.err(), words);
            assertEquals(expected.status(), found.status(), words);
            assertEquals(expected.text(), found.text(), words);
        }
    }

    @Test
    void closedStreamsHarmNoFile() {
        for (String closed : List.of("<&-", ">&-", "2>&-", "<&- >&- 2>&-")) {
            run(program("segment") + " \"$SAMPLES\"/cat.jpg -o o.png " + closed);
            assertArrayEquals(checkoutsCutout(), Files.read(folder.resolve("o.png")), closed);
        }
    }

    @Test
    void severalAtOnceAndAnotherUserWork() {
        Launched run = run("for i in 1 2 3 4; do { " + program("segment")
                + " \"$SAMPLES\"/cat.jpg -o $i.png; echo $?; } & done; wait");
        assertEquals("0\n".repeat(4), run.text());
        assertArrayEquals(Files.read(folder.resolve("1.png")), Files.read(folder.resolve("4.png")));
        String nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups ";
        assumeTrue(run(nobody + "true").status() == 0, "needs another user");
        Launched.run(folder, "chmod 755 . .. '" + shared + "' && chmod 777 .");
        run("cd / && " + nobody + program("segment") + " - -o " + quoted(folder.resolve("n.png"))
                + " <\"$SAMPLES\"/cat.jpg").succeeded();
    }

    @Test
    void theCLibraryIsAllItNeeds() {
        assumeTrue(run("chroot / true").status() == 0, "needs to be root");
        Path root = folder.resolve("root");
        run("mkdir -p root/lib64 root/lib/x86_64-linux-gnu root/in root/tmp && cp -L /lib64/ld-linux-x86-64.so.2 root/lib64"
                + " && for l in " + LIBC
                + "; do cp -L /lib/x86_64-linux-gnu/$l root/lib/x86_64-linux-gnu; done && cp -R "
                + quoted(tree) + " root/program && cp \"$SAMPLES\"/cat.jpg root/in").succeeded();
        String inside = "root=$(command -v chroot); env -i $root " + quoted(root);
        run(inside + " /program/bin/segment /in/cat.jpg -o /in/o.png").succeeded();
        assertArrayEquals(checkoutsCutout(), Files.read(root.resolve("in/o.png")));
        assertTrue(run(inside + " /program/bin/hadamask --help").succeeded().text().contains("Commands:"));
    }

    @Test
    void theScriptInstallsUpgradesAndRemoves() throws IOException {
        String install = quoted(tree.resolve("install")) + " ";
        run("mkdir -p prefix/bin && echo mine >prefix/bin/mine").succeeded();
        for (int times = 0; times < 2; times++) {
            Launched installed = run(install + "prefix");
            assertEquals(0, installed.status(), installed.err());
            assertArrayEquals(checkoutsCutout(),
                    run("prefix/bin/segment \"$SAMPLES\"/cat.jpg -o -").succeeded().out());
        }
        assertTrue(Files.exists(folder.resolve("prefix/share/man/man1/segment.1.gz")));
        run(install + "--remove prefix").succeeded();
        assertEquals("prefix/bin/mine\n", run("find prefix -type f -o -type l").text());
        Launched again = run(install + "--remove prefix");
        assertEquals("install: nothing is installed in prefix\n", again.err());
        assertEquals(1, again.status());
    }

    /// Installs the package into a folder that is a system of its own, with a shell and the few programs that the README uses.
    @TestFactory
    Stream<DynamicTest> thePackageRunsTheReadme() throws IOException {
        assumeTrue(run("chroot / true && command -v dpkg").status() == 0, "needs to be root, and dpkg");
        Path root = folder.resolve("debian");
        run("mkdir -p debian/var/lib/dpkg/info debian/var/lib/dpkg/updates debian/bin debian/tmp debian/dev debian/home"
                + " debian/lib64 debian/lib/x86_64-linux-gnu && touch debian/var/lib/dpkg/status debian/var/lib/dpkg/available"
                + " debian/dev/null && cp -L /lib64/ld-linux-x86-64.so.2 debian/lib64 && for p in sh find head cat; do"
                + " p=$(command -v $p); cp -L $p debian/bin; for l in $(ldd $p | grep -o '/lib/[^ ]*'); do"
                + " cp -L $l debian/lib/x86_64-linux-gnu; done; done && for l in " + LIBC
                + "; do cp -L /lib/x86_64-linux-gnu/$l debian/lib/x86_64-linux-gnu; done").succeeded();
        String dpkg = "dpkg --root=" + quoted(root) + " --force-depends --force-script-chrootless --log=/dev/null ";
        String before = run("cd debian && find . | sort").text();
        for (int times = 0; times < 2; times++) {
            Launched installed = run(dpkg + "-i '" + one(".deb") + "'");
            assertEquals(0, installed.status(), installed.err());
        }
        run("cp -R debian/usr/share/doc/hadamask/samples debian/home").succeeded();
        String inside = "root=$(command -v chroot); env -i PATH=/usr/bin:/bin $root "
                + quoted(root) + " sh -c ";
        Stream<DynamicTest> commands = DocumentedCommands.of("README.md").stream()
                .map(command -> DynamicTest.dynamicTest(command, () -> {
                    Files.write(root.resolve("home/command"),
                            command.replace("scripts/hadamask", "hadamask").replace("scripts/", ""));
                    Launched run = run(inside + "'cd /home && . ./command'");
                    assertEquals(0, run.status(), run.err());
                }));
        return Stream.concat(commands, Stream.of(DynamicTest.dynamicTest("removal leaves nothing", () -> {
            assertEquals(0, run(dpkg + "--purge hadamask").status());
            run("rm -rf debian/home/* && rm -rf debian/tmp/*").succeeded();
            assertEquals(before, run("cd debian && find . -not -path './var/lib/dpkg/*' -o -name info -o -name status"
                    + " -o -name updates -o -name available | sort").text());
        })));
    }

    @Test
    void lintianFindsNoError() throws IOException {
        assumeTrue(run("command -v lintian").status() == 0, "needs lintian");
        Launched found = run("lintian --no-cfg --fail-on error --allow-root '" + one(".deb") + "'");
        assertEquals(0, found.status(), found.text());
    }

    @Test
    void manualPagesAreWellFormed() {
        assumeTrue(run("command -v man").status() == 0, "needs man");
        Launched read = run("cd " + quoted(tree.resolve("share/man/man1"))
                + " && for f in *.1.gz; do LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l $f >/dev/null || exit 1; done");
        assertEquals("", read.err());
        assertEquals(0, read.status());
    }
}
