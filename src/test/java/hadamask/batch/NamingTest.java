package hadamask.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {
    private static final Source FOUND = new Source(Path.of("shoot/day1/a.b.jpg"), Path.of("day1"), 7);

    private static Source named(String file) {
        return new Source(Path.of(file), null, 7);
    }

    @ParameterizedTest
    @CsvSource({"out/{name}.png, out/a.b.png", "out/{dir}/{name}.{ext}, out/day1/a.b.jpg",
        "out/{index}.png, out/007.png", "{name}-{name}.png, a.b-a.b.png", "o{ut}{dir}-{1}.png, ",
        "{}/{1}.png, {}/{1}.png",
        "/out/{dir}/{name}.png, /out/day1/a.b.png", "../out/{name}.png, ../out/a.b.png"})
    void fieldsAreReplacedAndOtherBracesAreThemselves(String pattern, String expected) {
        if (expected == null) {
            assertThrows(IllegalArgumentException.class, () -> Naming.pattern(pattern));
        } else {
            assertEquals(expected, Naming.pattern(pattern).of(FOUND, 500));
        }
    }

    @Test
    void theTreeBelowASearchedFolderIsMirrored() {
        Naming naming = Naming.mirrored(Path.of("out"), ".png");
        assertEquals("out/day1/a.b.png", naming.of(FOUND, 1));
        assertEquals("out/a.png", naming.of(new Source(Path.of("shoot/a.jpg"), Source.TOP, 1), 1));
        assertEquals("out/a.png", naming.of(named("x/y/a.jpg"), 1));
    }

    @ParameterizedTest
    @CsvSource({"../day1/a.jpg, out/day1/a.png", "/day1/a.jpg, out/day1/a.png", "./a.jpg, out/a.png",
        "a.jpg, out/a.png",
        "x/../../y/a.jpg, out/x/y/a.png"})
    void theFolderOfANamedImageLeadsOutOfNoOther(String file, String expected) {
        assertEquals(expected, Naming.pattern("out/{dir}/{name}.png").of(named(file), 1));
    }

    @Test
    void anEmptyFolderAtTheStartIsNotTheRoot() {
        assertEquals("a.png", Naming.pattern("{dir}/{name}.png").of(named("a.jpg"), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"out/{name}/x.png", "{name}/x.png", "../{name}/x.png", "/{name}/../../x.png"})
    void aNameOfDotsLeadsNowhere(String pattern) {
        Source dots = named("...jpg");
        assertEquals("..", dots.stem());
        if (pattern.startsWith("/")) {
            assertEquals("/../../../x.png", Naming.pattern(pattern).of(dots, 1)); // there is nothing above the root
        } else {
            assertThrows(IllegalArgumentException.class, () -> Naming.pattern(pattern).of(dots, 1));
        }
    }

    /// On Windows folders are parted by slashes of either kind, and paths begin with a drive or a share.
    @ParameterizedTest
    @CsvSource({"out\\{dir}\\{name}.png, C:\\shoot\\day1\\a.jpg, out/shoot/day1/a.png",
        "'D:\\cut\\{dir}/{name}-{ext}.png', C:\\shoot\\day1\\a.jpg, D:/cut/shoot/day1/a-jpg.png",
        "{dir}\\{name}.png, a.jpg, a.png", "{dir}\\{name}.png, C:\\a.jpg, a.png",
        "\\\\nas\\cut\\{dir}\\{name}.png, ..\\shoot\\a.jpg, //nas/cut/shoot/a.png"})
    void onWindowsPatternsHaveBackslashesAndDrives(String pattern, String file, String expected) throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Naming naming = Naming.pattern(pattern, windows);
            assertEquals(expected, naming.of(new Source(windows.getPath(file), null, 1), 1));
        }
    }

    @Test
    void onWindowsTheTreeIsMirroredBelowADriveAndNothingLeadsOut() throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Naming naming = Naming.mirrored(windows.getPath("D:\\cut"), ".png");
            Source found = new Source(windows.getPath("C:\\shoot\\day1\\x\\a.jpg"), windows.getPath("day1\\x"), 1);
            assertEquals("D:/cut/day1/x/a.png", naming.of(found, 1));
            assertEquals(windows.getPath("D:\\cut"), Naming.pattern("D:\\cut\\{name}.png", windows).ground());
            Source dots = new Source(windows.getPath("...jpg"), null, 1);
            assertThrows(IllegalArgumentException.class,
                    () -> Naming.pattern("D:\\cut\\{name}\\x.png", windows).of(dots, 1));
        }
    }
}
