package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of files that are no text, that do harm where they are shown, or that lead elsewhere.
class NamesIT {
    /// A line break, an escape sequence, a carriage return, one of eight bits, a line separator, and a turn of direction.
    private static final String FORGED = "a\nhadamask: x\u001b[2J\r\u009b\u2028\u202egnp";

    @TempDir
    Path folder;

    @BeforeEach
    void aPicture() throws IOException {
        java.nio.file.Files.createDirectory(folder.resolve("in"));
        Files.write(folder.resolve("in/a.png"), Files.disc(60, 40));
    }

    private Launched run(String locale, String command) {
        return Launched.run(folder, Map.of("LC_ALL", locale, "FORGED", FORGED), command);
    }

    private static void assertShowsNothingHidden(String text) {
        assertTrue(text.codePoints().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F)), text);
    }

    @Test
    void aNameForgesNoLineAndNoEscapeSequence() {
        String command = "cp in/a.png \"in/$FORGED.png\"; echo broken >\"in/broken $FORGED.png\"; $SEGMENT in -r -o out/";
        Launched run = run("C.UTF-8", command + " -v -j 1 --stats s.csv --errors e.csv --report r.html;"
                + " $SEGMENT in -r -o out/ --stats s.json -q --dry-run; $SEGMENT in -r -o new/ --stats s.json -q");
        assertTrue(run.err().lines().allMatch(line -> line.matches("(hadamask: )?in/.*|2 of 3 images done, 1 failed")),
                run.err());
        assertShowsNothingHidden(run.err());
        assertEquals(3, run.text().lines().count(), run.text());
        assertShowsNothingHidden(run.text());
        for (Map.Entry<String, Integer> file : Map.of("s.csv", 3, "e.csv", 2, "s.json", 2).entrySet()) {
            String text = Files.text(folder.resolve(file.getKey()));
            assertEquals((long) file.getValue(), text.lines().count(), text);
            assertShowsNothingHidden(text);
        }
        assertEquals(2, Files.text(folder.resolve("out/.hadamask-journal")).split("\n", -1).length - 1);
        assertFalse(Files.text(folder.resolve("r.html")).contains("\u001b"));
    }

    @Test
    void aListLeadsNoResultOutOfItsFolder() {
        Launched run = run("C.UTF-8", "mkdir work; cd work; cp ../in/a.png ../-o.png; cp ../in/a.png ./--report=x.png;"
                + " printf '../-o.png\\n--report=x.png\\n../in/../in/a.png\\n' >list;"
                + " $SEGMENT --files-from list -o 'out/{dir}/{name}.png'").succeeded();
        assertEquals("", run.text());
        assertEquals(Set.of("", ".hadamask-journal", "-o.png", "--report=x.png", "in", "in/in", "in/in/a.png"),
                Files.contents(folder.resolve("work/out")).keySet());
        assertEquals(Set.of("", "in", "in/a.png", "-o.png", "work", "work/list", "work/--report=x.png"),
                without("work/out"));
    }

    private Set<String> without(String below) {
        Set<String> names = new java.util.TreeSet<>(Files.contents(folder).keySet());
        names.removeIf(name -> name.startsWith(below));
        return names;
    }

    @Test
    void theLongestNamesAreWrittenOrSaid() {
        String longest = "n".repeat(251);
        run("C.UTF-8", "mv in/a.png in/" + longest + ".jpg; $SEGMENT in -r -o out/").succeeded();
        Launched run = run("C.UTF-8", "$SEGMENT in/*.jpg");
        assertEquals("hadamask: " + longest + "-cutout.png: cannot be written: File name too long\n", run.err());
        assertEquals(1, run.status());
        assertEquals(Set.of("", "in", "in/" + longest + ".jpg"), without("out"));
    }

    /// As in cron and in containers.
    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
    void namesOfUtf8NeedNoLocale(String locale) {
        run(locale,
                "cp in/a.png in/\u00e9\u6f22.png; $SEGMENT in -r -o out/ && $SEGMENT in/\u00e9\u6f22.png -o \u00e8.png"
                        + " && echo in/\u00e9\u6f22.png >list && $SEGMENT --files-from list -o 'more/{name}.png'"
                        + " && ls \u00e8.png out/\u00e9\u6f22.png more/\u00e9\u6f22.png >found")
                .succeeded();
        assertEquals(3, Files.text(folder.resolve("found")).lines().count());
    }

    /// The byte 351 (octal) is a letter of Latin-1, and no text in UTF-8.
    private static final String LATIN = "d=in/$(printf 'd\\351'); mkdir \"$d\"; cp in/a.png \"$d/b.png\";"
            + " cp in/a.png in/\"$(printf 'x\\351')\".png; ";

    @Test
    void namesThatAreNoTextAreFoundInFoldersAndAreOneLineElsewhere() {
        run("C", LATIN + "$SEGMENT in -r -o out/ --stats s.json --errors e.csv --report r.html").succeeded();
        assertEquals(3, Files.text(folder.resolve("s.json")).lines().count());
        assertEquals("0 of 3 images done, 3 done before\n", run("C", "$SEGMENT in -r -o out/ --resume").err());
        for (String command : new String[]{"$SEGMENT in/x* -o o.png", "$HADAMASK distances in/x*"}) {
            Launched run = run("C", command);
            assertEquals(
                    "hadamask: in/x\ufffd.png: cannot be read: there is no such file, or its name has bytes that are"
                            + " no text (rename it, or name its folder)\n",
                    run.err());
            assertEquals(1, run.status());
        }
    }

    @Test
    void inALocaleThatIsNotThereNamesBeyondAsciiAreOneLine() {
        for (String command : new String[]{"$SEGMENT in -r -o out/", "$SEGMENT in/x* -o o.png",
            "find in -name '*.png' | $SEGMENT --files-from - -o out/", "$HADAMASK distances in/x*"}) {
            Launched run = run("xx_YY.UTF-8", "[ -e in/d* ] || { " + LATIN + "}; " + command);
            assertEquals(1, run.err().lines().count(), run.err());
            assertTrue(run.err().contains(" is not a name that a file can have in this locale")
                    || run.err().contains(": is not a name that a file can have in this locale (set LC_ALL=C.UTF-8"),
                    run.err());
            assertTrue(run.status() == 1 || run.status() == 2, run.err());
        }
    }
}
