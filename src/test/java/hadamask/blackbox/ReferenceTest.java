package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.codec.ImageDecoder;
import hadamask.image.Mask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the command line makes of the project's own lossless samples equals what NumPy and SciPy make of them, bit for bit:
/// `src/test/resources/hadamask/blackbox/README.md` says how the expected masks were made.
class ReferenceTest {
    @TempDir
    Path folder;

    private static byte[] resource(String name) {
        try (InputStream in = ReferenceTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coins.png", "page.png", "cells.tif"})
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
        Stats.run(Files.SAMPLES.resolve(name), folder, polarity, found, options);
        String expected = name.substring(0, name.indexOf('.')) + "-" + polarity + "-" + stage + ".png";
        assertEquals(Mask.of(ImageDecoder.decode(resource(expected), Files.LIMIT)), Files.mask(found), expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coins.png", "page.png", "cells.tif"})
    void centroidsAndWcssAreThoseOfTheReference(String name) {
        String expected = new String(resource(name.substring(0, name.indexOf('.')) + ".json"), StandardCharsets.UTF_8);
        Stats.run(Files.SAMPLES.resolve(name), folder, "bright", folder.resolve("mask.png")).assertOptimum(expected);
    }
}
