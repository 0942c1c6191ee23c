package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `measure` when all goes well.
class MeasureCommandTest {
    private static final String HEADER = "label,area,perimeter,x,y,width,height,centroid_x,centroid_y,"
            + "equivalent_diameter,major_axis,minor_axis,eccentricity,orientation_deg,solidity";
    /// A square, and a line that touches it at a corner.
    private static final byte[] SHAPES = {
        0, 0, 0, 0, 0, 0, 0,
        0, 1, 1, 0, 0, 0, 0,
        0, 1, 1, 0, 0, 0, 0,
        0, 0, 0, 1, 1, 1, 0};

    @TempDir
    Path folder;

    private Path mask = Path.of("");

    @BeforeEach
    void aMaskInAFolder() {
        mask = Files.write(folder.resolve("m.png"), new Mask(7, 4, SHAPES).toImage(Attributes.NONE));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static String[] cells(Run run, int row) {
        return run.text().lines().skip(row).findFirst().orElseThrow().split(",", -1);
    }

    @Test
    void aRowPerRegionInTheOrderOfTheirFirstPixels() {
        Run run = Run.quietly("measure", mask, "--connectivity", "4");
        List<String> lines = run.text().lines().toList();
        assertEquals(3, lines.size());
        assertEquals(HEADER, lines.getFirst());
        assertEquals("1,4,4,1,1,2,2,1.5,1.5,2.256758334191025,2,2,0,nan,1", lines.get(1));
        assertEquals("2,3,1,3,3,3,1,4,3,1.9544100476116797,3.265986323710904,0,1,0,1", lines.get(2));
    }

    @Test
    void cornersConnectUnlessOnlySidesDo() {
        assertEquals("7", cells(Run.quietly("measure", mask), 1)[1]);
        assertArrayEquals(Run.quietly("measure", mask).out(), Run.quietly("measure", mask, "--connectivity", 8).out());
    }

    @Test
    void lengthsAreTimesThePixelSizeAndAreasTimesItsSquareWhilePlacesStay() {
        Run pixels = Run.quietly("measure", mask, "--connectivity", 4);
        Run scaled = Run.quietly("measure", mask, "--connectivity", 4, "--pixel-size", "0.25um");
        assertEquals("label,area_um2,perimeter_um,x,y,width,height,centroid_x,centroid_y,equivalent_diameter_um,"
                + "major_axis_um,minor_axis_um,eccentricity,orientation_deg,solidity",
                scaled.text().lines().findFirst().orElseThrow());
        List<Integer> lengths = List.of(2, 9, 10, 11);
        for (int row = 1; row <= 2; row++) {
            String[] before = cells(pixels, row);
            String[] after = cells(scaled, row);
            for (int i = 0; i < before.length; i++) {
                double factor = i == 1 ? 0.0625 : lengths.contains(i) ? 0.25 : 1;
                if (factor == 1) {
                    assertEquals(before[i], after[i]);
                } else {
                    assertEquals(Double.parseDouble(before[i]) * factor, Double.parseDouble(after[i]));
                }
            }
        }
        assertTrue(Run.quietly("measure", mask, "--pixel-size", "2").text().startsWith("label,area_unit2,"));
    }

    @Test
    void smallRegionsAreLeftOut() {
        Run run = Run.quietly("measure", mask, "--connectivity", 4, "--min-area", 4, "--labels", file("l.png"));
        assertEquals(2, run.text().lines().count());
        Image labels = Files.image(file("l.png"));
        assertEquals(1, labels.sample(1, 1, 0));
        assertEquals(0, labels.sample(3, 3, 0));
    }

    @Test
    void theLabelsAreASixteenBitImageInEveryFormatThatHasThem() {
        for (String name : List.of("l.png", "l.tif", "l.pgm")) {
            Run.quietly("measure", mask, "--connectivity", 4, "--labels", file(name), "-o", file("o.csv"));
            Image labels = Files.image(file(name));
            assertEquals(16, labels.bitDepth());
            assertEquals(Layout.GRAY, labels.layout());
            for (int i = 0; i < SHAPES.length; i++) {
                assertEquals(SHAPES[i] == 0 ? 0 : i / 7 < 3 ? 1 : 2, labels.sample(i % 7, i / 7, 0));
            }
        }
    }

    @Test
    void greysAndColoursAreMeasuredByName() {
        byte[] samples = new byte[3 * SHAPES.length];
        for (int i = 0; i < SHAPES.length; i++) {
            samples[3 * i] = (byte) 255; // blue
            samples[3 * i + 2] = (byte) (i / 7 < 3 ? 51 : 153); // red
        }
        Path image = Files.write(file("i.png"), Image.of8Bit(7, 4, Layout.BGR, samples, Attributes.NONE));
        Run run = Run.quietly("measure", mask, image, "--connectivity", 4);
        assertEquals(HEADER + ",gray_mean,gray_sd,red_mean,red_sd,green_mean,green_sd,blue_mean,blue_sd",
                run.text().lines().findFirst().orElseThrow());
        assertEquals(List.of("0.4", "0", "0.2", "0", "0", "0", "1", "0"),
                Stream.of(cells(run, 1)).skip(15).toList());
        String luma = cells(Run.quietly("measure", mask, image, "--connectivity", 4, "--gray", "rec601"), 2)[15];
        assertEquals(0.299 * 0.6 + 0.114, Double.parseDouble(luma), 1e-5);
        Run grey = Run.quietly("measure", mask, mask, "--connectivity", 4);
        assertEquals(List.of("1", "0"), Stream.of(cells(grey, 1)).skip(15).toList());
    }

    @Test
    void theEndingOrTheOptionGivesTheFormat() {
        Run.quietly("measure", mask, "-o", file("o.tsv"));
        assertTrue(Files.text(file("o.tsv")).startsWith("label\tarea\t"));
        Run.quietly("measure", mask, "-o", file("o.json"));
        String json = Files.text(file("o.json"));
        assertTrue(json.startsWith("{\"columns\": [\"label\",\"area\","), json);
        assertArrayEquals(Files.read(file("o.json")), Run.quietly("measure", mask, "-f", "json").out());
        assertEquals("2.99", cells(Run.quietly("measure", mask, "--digits", 3), 1)[9]);
    }

    @Test
    void noDirectionIsNullInJson() {
        Path dot = Files.write(file("d.png"), new Mask(1, 1, new byte[]{1}).toImage(Attributes.NONE));
        assertTrue(Run.quietly("measure", dot, "-f", "json").text().contains("[1,1,0,0,0,1,1,0,0,1.1283791670955126,"
                + "0,0,0,null,1]"));
    }

    @Test
    void anEmptyMaskHasAHeaderAndNoRows() {
        Path empty = Files.write(file("e.png"), new Mask(3, 2, new byte[6]).toImage(Attributes.NONE));
        Run run = Run.quietly("measure", empty, empty, "--labels", file("l.png"));
        assertEquals(HEADER + ",gray_mean,gray_sd\n", run.text());
        assertEquals(0, Files.image(file("l.png")).sample(2, 1, 0));
        for (String format : List.of("json", "tsv", "npy")) {
            Run.quietly("measure", empty, "-f", format);
        }
    }

    @Test
    void standardInputIsTheMaskOrTheImage() {
        byte[] in = Files.read(mask);
        byte[] expected = Run.quietly("measure", mask, mask).out();
        assertArrayEquals(expected, Run.withInput(in, "measure", "-", mask).succeeded().out());
        assertArrayEquals(expected, Run.withInput(in, "measure", mask, "-").succeeded().out());
        Image labels = Run.quietly("measure", mask, "-o", file("o.csv"), "--labels", "-").image();
        assertEquals(1, labels.sample(1, 1, 0));
    }

    @Test
    void theResultIsTheSameForAnyNumberOfThreads() {
        Path disc = Files.write(file("n.png"), Files.disc(300, 200));
        byte[] one = Run.quietly("measure", disc, disc, "-j", 1, "-q").out();
        assertArrayEquals(one, Run.quietly("measure", disc, disc, "-j", 4, "-q").out());
    }

    @Test
    void whatIsDoneIsExplainedOnRequest() {
        Run run = Run.of("measure", mask, "-v");
        assertEquals("DIR/m.png: 7 x 4 pixels, regions: 1\n", run.err(folder));
        assertEquals(0, run.status());
    }
}
