package hadamask.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
