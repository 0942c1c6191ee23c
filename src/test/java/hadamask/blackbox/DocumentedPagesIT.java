package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hadamask.codec.tiff.TiffStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Every command that the tutorials, the recipes and the reference of pictures show runs as it is written, with what is
/// installed; the README's examples for other programs, too. With `mvn -Pdist verify`.
@EnabledIfSystemProperty(named = "packages", matches = ".+", disabledReason = "the packages are made by mvn -Pdist verify")
@Timeout(300)
class DocumentedPagesIT {
    private static final Path PACKAGES = Path.of(System.getProperty("packages", "."));
    private static final String PAGES = "src/site/markdown/";
    private static final int SIDE = 64;

    @TempDir
    static Path folder;

    /// What readers are expected to have: pictures of their own, in folders, and a stack.
    @BeforeAll
    static void prepare() throws IOException {
        if (!java.nio.file.Files.isDirectory(PACKAGES)) {
            return;
        }
        Launched.run(folder, "tar -xzf '" + PACKAGES + "'/*.tar.gz && mv hadamask-* installed && cp -R '"
                + Launched.PROJECT
                + "/samples' . && mkdir -p shoot/spring plates scans masks images"
                + " && cp samples/teapot.jpg samples/squirrel.jpg shoot && cp samples/cat.jpg shoot/spring"
                + " && cp samples/cells.tif plates/a.tif && cp samples/cells.tif plates/b.tif && cp samples/page.png scans"
                + " && cp samples/truth/cells.png masks/a.png && cp samples/cells.tif images/a.tif"
                + " && cp samples/truth/cells.png labels.png && cp samples/truth/cells.png cells-mask.png && cp samples/cells.tif ."
                + " && printf 'image,options\\nshoot/teapot.jpg,\"--preset photo --keep 230,292\"\\n' >choices.csv"
                + " && printf 'label\\n1\\n2\\n' >kept.csv && printf 'image,label\\na.png,1\\n' >objects.csv")
                .succeeded();
        byte[][] stack = new byte[12][SIDE * SIDE];
        byte[][] labels = new byte[12][SIDE * SIDE];
        for (int page = 0; page < stack.length; page++) {
            for (int i = 0; i < SIDE * SIDE; i++) {
                int row = i / SIDE;
                boolean in = Math.hypot(i % SIDE - 30.0, row - 30.0) <= 8 + page;
                stack[page][i] = (byte) (in ? 200 : 20);
                labels[page][i] = (byte) (in ? 1 : 0);
            }
        }
        Files.write(folder.resolve("stack.tif"), TiffStack.plain().of(SIDE, stack));
        Files.write(folder.resolve("labels.tif"), TiffStack.plain().of(SIDE, labels));
    }

    @TestFactory
    Stream<DynamicTest> everyCommandRunsAsItIsWritten() throws IOException {
        return pages().stream().flatMap(page -> DocumentedCommands.of(page).stream()
                .map(command -> dynamicTest(page + ": " + command, () -> succeeds(command.replace("scripts/", "")))));
    }

    /// All pages of the site but those of tables, whose examples are compared with their results elsewhere.
    private static List<String> pages() throws IOException {
        try (Stream<Path> pages = java.nio.file.Files.walk(Launched.PROJECT.resolve(PAGES))) {
            return pages.map(page -> Launched.PROJECT.relativize(page).toString())
                    .filter(page -> page.endsWith(".md")
                            && PageExamplesTest.PAGES.stream().noneMatch(table -> page.equals(PAGES + table)))
                    .sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> pythonRunsAsItIsWritten() {
        return Stream.of("README.md", PAGES + "recipes.md")
                .flatMap(page -> DocumentedCommands.blocks(page, "python").stream()
                        .map(block -> dynamicTest(page + ": " + block, () -> {
                            assumeTrue(Launched.run(folder, "command -v python3").status() == 0, "needs Python");
                            Files.write(folder.resolve("example.py"), block);
                            succeeds("python3 example.py");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> makeRunsAsItIsWritten() {
        return Stream.of("README.md", PAGES + "recipes.md")
                .flatMap(page -> DocumentedCommands.blocks(page, "make").stream()
                        .map(block -> dynamicTest(page + ": " + block, () -> {
                            assumeTrue(Launched.run(folder, "command -v make").status() == 0, "needs make");
                            Files.write(folder.resolve("Makefile"), block);
                            succeeds(
                                    "rm -rf cutouts && mkdir cutouts && make cutouts/cat.png && test -s cutouts/cat.png");
                        })));
    }

    private static void succeeds(String command) {
        Launched run = Launched.run(folder, "PATH=$PWD/installed/bin:$PATH; " + command);
        assertEquals(0, run.status(), run.err());
    }
}
