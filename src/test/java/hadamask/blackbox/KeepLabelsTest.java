package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Mask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `measure --keep-labels`, `--report` and `--overlay`: four squares in a mask, and a folder of two such masks.
class KeepLabelsTest {
    @TempDir
    Path folder;

    private Path mask = Path.of("");
    private Path image = Path.of("");

    private static Mask squares(int more) {
        byte[] values = new byte[60 * 40];
        for (int i = 0; i < 4; i++) {
            for (int y = 5 + i; y < 12 + i + more; y++) {
                for (int x = 3 + 14 * i; x < 12 + 14 * i; x++) {
                    values[y * 60 + x] = 1;
                }
            }
        }
        return new Mask(60, 40, values);
    }

    @BeforeEach
    void draw() throws IOException {
        Path masks = java.nio.file.Files.createDirectories(folder.resolve("masks"));
        mask = Files.write(masks.resolve("a.png"), squares(0).toImage(Attributes.NONE));
        Files.write(masks.resolve("b, c.png"), squares(3).toImage(Attributes.NONE));
        image = Files.write(folder.resolve("image.png"), Files.disc(60, 40));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static String without(String table, int... lines) {
        List<String> all = new java.util.ArrayList<>(table.lines().toList());
        for (int line : lines) {
            all.remove(line);
        }
        return String.join("\n", all) + "\n";
    }

    @Test
    void theTableItselfIsTheListOfWhatIsKept() {
        String table = Run.quietly("measure", mask, image).text();
        Path kept = Files.write(file("kept.csv"), without(table, 2));
        Path labels = file("labels.png");
        assertEquals(Files.text(kept),
                Run.quietly("measure", mask, image, "--keep-labels", kept, "--labels", labels).text());
        Image numbers = Files.image(labels);
        assertEquals(1, numbers.sample(5, 8, 0));
        assertEquals(0, numbers.sample(19, 9, 0));
        assertEquals(3, numbers.sample(33, 10, 0));
        // The picture of labels gives the same table.
        assertEquals(Files.text(kept), Run.of("measure", labels, image, "--read-as", "labels").text());
    }

    @Test
    void aListOfNumbersWillDo() {
        String table = Run.quietly("measure", mask).text();
        assertEquals(without(table, 4, 1),
                Run.withInput("3\n2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), "measure", mask,
                        "--keep-labels", "-").succeeded().text());
        Files.write(file("none.csv"), "label\n");
        assertEquals(1, Run.quietly("measure", mask, "--keep-labels", file("none.csv")).text().lines().count());
    }

    @Test
    void numbersAreThoseOfTheOtherOptions() {
        String table = Run.quietly("measure", mask, "--clear-border", "--min-area", "5", "--split").text();
        Path kept = Files.write(file("kept.csv"), without(table, 1));
        assertEquals(Files.text(kept),
                Run.quietly("measure", mask, "--clear-border", "--min-area", "5", "--split", "--keep-labels", kept)
                        .text());
    }

    @Test
    void whatDoesNotFitIsOneLine() {
        Path kept = file("kept.csv");
        Files.write(kept, "label\n2\n9\n");
        Run run = Run.of("measure", mask, "-o", file("o.csv"), "--keep-labels", kept);
        assertEquals("hadamask: DIR/kept.csv: row 3: there is no region 9 among the 4 regions of DIR/masks/a.png"
                + " (measure with the options that the list was made with)\n", run.err(folder));
        assertEquals(1, run.status());
        Files.write(kept, "label\ntwo\n");
        assertEquals("hadamask: DIR/kept.csv: row 2: \"two\" is no number of a region\n",
                Run.of("measure", mask, "--keep-labels", kept).err(folder));
        Files.write(kept, "area,x\n1,2\n");
        assertEquals("hadamask: DIR/kept.csv: has no column label, expected one, or a number a line\n",
                Run.of("measure", mask, "--keep-labels", kept).err(folder));
        Files.write(kept, "image,label\nother.png,1\n");
        assertEquals("hadamask: DIR/kept.csv: names no region of DIR/masks/a.png, expected it in the column image\n",
                Run.of("measure", mask, "--keep-labels", kept).err(folder));
        Files.write(kept, "label\n1\n");
        assertEquals("hadamask: DIR/kept.csv: has no column image, expected one for the images of a folder\n",
                Run.of("measure", file("masks"), "-r", "-o", file("o.csv"), "--keep-labels", kept).err(folder));
        assertEquals(
                "hadamask: --output: DIR/kept.csv is also an input, expected another name (see hadamask measure --help)\n",
                Run.of("measure", mask, "-o", kept, "--keep-labels", kept).err(folder));
        assertTrue(!Files.exists(file("o.csv")));
    }

    @Test
    void aFolderIsToldByTheColumnOfImages() {
        String table = Run.quietly("measure", file("masks"), "-r").text();
        assertEquals(9, table.lines().count());
        Path kept = Files.write(file("kept.csv"), without(table, 7, 2));
        assertEquals(Files.text(kept), Run.quietly("measure", file("masks"), "-r", "--keep-labels", kept).text());
        Files.write(kept, without(table, 8, 7, 6, 5));
        Run run = Run.of("measure", file("masks"), "-r", "--keep-labels", kept);
        assertEquals(Files.text(kept), run.text());
        assertEquals("note: DIR/kept.csv: names no region of 1 mask, of which none is kept: DIR/masks/b, c.png\n",
                run.err(folder));
        Files.write(kept, "image,label\nother.png,1\n");
        assertEquals("hadamask: DIR/kept.csv: row 2: other.png is none of the masks, expected one of them\n",
                Run.of("measure", file("masks"), "-r", "--keep-labels", kept).err(folder));
    }

    @Test
    void thePageHasTheLinesOfTheTable() {
        Path page = file("page.html");
        String table = Run.quietly("measure", mask, image, "--report", page, "--digits", 6).text();
        String html = Files.text(page);
        assertTrue(html.contains("\"kind\":\"objects\""), html.substring(0, 200));
        table.lines().skip(1).forEach(line -> assertTrue(html.contains(line + "\\n"), line));
        Run.quietly("measure", file("masks"), "-r", "--report", page, "-o", file("t.csv"));
        assertTrue(Files.text(page).contains("\"kind\":\"objects_of_many\""));
        assertEquals(2, Run.of("measure", mask, "--report", file("page.txt")).status());
        assertEquals(2, Run.of("measure", mask, "--report", "-").status());
    }

    @Test
    void theOverlayOfMeasureIsThatOfSegment() {
        Path overlay = file("overlay.png");
        Run.quietly("measure", mask, image, "-o", "none", "--overlay", overlay);
        Path whole = Files.write(file("whole.png"), Files.disc(90, 70));
        Path theirs = file("theirs.png");
        Path found = file("found.png");
        Run.quietly("segment", whole, "-o", "none", "--overlay", theirs, "--mask", found);
        Path ours = file("ours.png");
        Run.quietly("measure", found, whole, "-o", "none", "--overlay", ours);
        assertArrayEquals(Files.read(theirs), Files.read(ours));
        assertEquals(
                "hadamask: --overlay: there is no IMAGE to draw upon, expected one (see hadamask measure --help)\n",
                Run.of("measure", mask, "--overlay", overlay).err());
    }
}
