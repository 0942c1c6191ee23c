package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the command line makes of real photographs equals what NumPy and SciPy make of them, bit for bit.
///
/// The folder with the photographs and the expected masks is named by the system property `conformance`; where it is absent
/// these tests are skipped. [ReferenceTest] does the like on the project's own pictures.
class ConformanceTest {
    private static final Path OUTSIDE = Path.of(System.getProperty("conformance", "../shared/conformance"));

    @TempDir
    Path folder;

    @BeforeAll
    static void needsTheFolder() {
        Assumptions.assumeTrue(Files.exists(OUTSIDE.resolve("photographs")),
                () -> "there is no folder " + OUTSIDE.toAbsolutePath().normalize()
                        + ": name it with -Dconformance=DIR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chelsea", "coffee", "coins", "rocket"})
    void everyStageEqualsTheReferenceBitForBit(String name) {
        for (String polarity : List.of("bright", "dark")) {
            assertStage(name, polarity, "clustered", "--fill-holes", "none", "--closing", "none");
            assertStage(name, polarity, "filled", "--closing", "none");
            assertStage(name, polarity, "closed-zero", "--preset", "textbook");
            assertStage(name, polarity, "closed-extend", "--closing", "5x10");
        }
    }

    private void assertStage(String name, String polarity, String stage, Object... options) {
        Path found = folder.resolve("mask.png");
        Stats.run(OUTSIDE.resolve("photographs/" + name + ".png"), folder, polarity, found, options);
        String expected = name + "-" + polarity + "-" + stage + ".png";
        assertEquals(Files.mask(OUTSIDE.resolve("masks/" + expected)), Files.mask(found), expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chelsea", "coffee", "coins", "rocket"})
    void centroidsAndWcssAreThoseOfTheReference(String name) {
        String expected = Files.text(OUTSIDE.resolve("masks/" + name + ".json"));
        Stats stats = Stats.run(OUTSIDE.resolve("photographs/" + name + ".png"), folder, "bright",
                folder.resolve("mask.png"));
        stats.assertOptimum(expected);
    }

    @Test
    void theReferenceHasThirtyTwoMasks() {
        long masks = Files.contents(OUTSIDE.resolve("masks")).keySet().stream().filter(n -> n.endsWith(".png")).count();
        assertTrue(masks >= 32, () -> masks + " masks");
    }
}
