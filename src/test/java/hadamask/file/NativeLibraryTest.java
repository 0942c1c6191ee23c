package hadamask.file;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    private static final String NAME = "webp-imageio";

    @Test
    void theFileOfThisMachineIsPutBesideTheJarAndReplaced(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("native").resolve(System.mapLibraryName(NAME));
        new NativeLibrary(NAME).unpackInto(folder);
        long size = Files.size(file);
        assertTrue(size > 100_000, "" + size);
        Files.write(file, new byte[7]);
        new NativeLibrary(NAME).unpackInto(folder);
        assertEquals(size, Files.size(file));
        try (var all = Files.list(file.getParent())) {
            assertEquals(List.of(file), all.toList());
        }
    }

    @Test
    void whatThereIsNoneOfIsSaidAtEachTry(@TempDir Path folder) {
        NativeLibrary library = new NativeLibrary("no-such-library");
        for (int i = 0; i < 2; i++) {
            String reason = String.valueOf(assertThrows(IOException.class, library::load).getMessage());
            assertTrue(reason.startsWith("there is none for "), reason);
        }
        assertThrows(IOException.class, () -> library.unpackInto(folder));
    }

    /// Where nothing can be written any more, a second copy would be refused.
    @Test
    void loadingTwiceIsLoadingOnce(@TempDir Path folder) throws IOException {
        String before = System.getProperty("java.io.tmpdir");
        NativeLibrary library = new NativeLibrary(NAME);
        try {
            System.setProperty("java.io.tmpdir", folder.toString());
            library.load();
            System.setProperty("java.io.tmpdir", folder.resolve("missing").toString());
            assertDoesNotThrow(library::load);
            assertThrows(IOException.class, () -> new NativeLibrary("no-such-library").load());
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
