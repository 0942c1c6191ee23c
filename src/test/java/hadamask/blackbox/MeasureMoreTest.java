package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Mask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `measure` measures on request, and which regions it leaves out.
class MeasureMoreTest {
    @TempDir
    Path folder;

    private Path mask = Path.of("");

    /// A square of 3 by 3 with a hole, a dot, and a bar on the border.
    @BeforeEach
    void aMask() {
        mask = write("m.png", null);
    }

    private Path write(String name, Attributes.@Nullable Resolution resolution) {
        String rows = "000000000" + "011100000" + "010100100" + "011100000" + "000000000" + "111000000";
        byte[] values = new byte[rows.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (rows.charAt(i) - '0');
        }
        return Files.write(folder.resolve(name),
                new Mask(9, 6, values).toImage(new Attributes(null, resolution)));
    }

    private static List<String> cells(Run run, int row) {
        return Arrays.asList(run.text().lines().skip(row).findFirst().orElseThrow().split(",", -1));
    }

    private static String cell(Run run, int row, String column) {
        return cells(run, row).get(cells(run, 0).indexOf(column));
    }

    @Test
    void groupsAddTheirColumns() {
        int usual = cells(Run.quietly("measure", mask), 0).size();
        List<String> names = new ArrayList<>(cells(Run.quietly("measure", mask, mask, "--measures", "all"), 0));
        assertEquals(List.of("circularity", "convex_area", "feret_max", "feret_min", "euler_number", "hu_1", "hu_2",
                "hu_3", "hu_4", "hu_5", "hu_6", "hu_7", "touching", "nearest", "gray_min", "gray_p5", "gray_p25",
                "gray_median", "gray_p75", "gray_p95", "gray_max", "gray_sum", "gray_ground",
                "gray_sum_above_ground", "ring_area", "gray_ring", "gray_mean_above_ring", "gray_sum_above_ring"),
                names.subList(usual + 2, names.size()));
        assertEquals(usual + 14, cells(Run.quietly("measure", mask, "--measures", "all"), 0).size());
        assertEquals(usual + 2, cells(Run.quietly("measure", mask, "--measures", "neighbours"), 0).size());
    }

    @Test
    void valuesAreThoseOfTheirDefinitions() {
        Run run = Run.quietly("measure", mask, mask, "--measures", "shape,neighbours,grays");
        assertEquals("0", cell(run, 1, "euler_number"));
        assertEquals("9", cell(run, 1, "convex_area"));
        assertEquals(3 * Math.sqrt(2), Double.parseDouble(cell(run, 1, "feret_max")), 1e-12);
        assertEquals("3", cell(run, 1, "feret_min"));
        assertEquals(Math.sqrt(10), Double.parseDouble(cell(run, 1, "nearest")), 1e-12);
        assertEquals("0", cell(run, 1, "touching"));
        assertEquals("8", cell(run, 1, "gray_sum"));
        assertEquals("0", cell(run, 1, "gray_ground"));
        assertEquals("1", cell(run, 2, "gray_median"));
        assertEquals("nan", cell(run, 2, "circularity"));
        assertEquals("6", cell(Run.quietly("measure", mask, "--measures", "shape", "--pixel-size", "2mm"), 1,
                "feret_min_mm"));
        assertEquals("0", cell(Run.quietly("measure", mask, "--measures", "shape", "--connectivity", 4), 1,
                "euler_number"));
    }

    @Test
    void whatIsAboveTheRingIsMeasured() {
        Run run = Run.quietly("measure", mask, mask, "--measures", "background", "--ring", 1, "--pixel-size", "2um");
        assertEquals("52", cell(run, 1, "ring_area_um2"), "12 around it and one in the middle");
        assertEquals("0", cell(run, 1, "gray_ring"));
        assertEquals("1", cell(run, 1, "gray_mean_above_ring"));
        assertEquals("8", cell(run, 1, "gray_sum_above_ring"));
        Run none = Run.of("measure", mask, "--measures", "background");
        assertEquals("hadamask: --measures: there is no IMAGE whose grey could be measured, expected one"
                + " (see hadamask measure --help)\n", none.err());
        Run useless = Run.of("measure", mask, mask, "--ring", 3);
        assertEquals("hadamask: --ring: is for the ring of --measures background, expected that with it"
                + " (see hadamask measure --help)\n", useless.err());
        assertEquals(2, useless.status());
    }

    @Test
    void whatTouchesTheBorderOrIsTooLargeIsLeftOut() {
        assertEquals(4, Run.quietly("measure", mask).text().lines().count());
        assertEquals(3, Run.quietly("measure", mask, "--clear-border").text().lines().count());
        assertEquals(3, Run.quietly("measure", mask, "--max-area", 3).text().lines().count());
        assertEquals(2, Run.quietly("measure", mask, "--max-area", 3, "--clear-border").text().lines().count());
    }

    @Test
    void otherNamesAreRefused() {
        Run run = Run.of("measure", mask, "--measures", "shape,x");
        assertEquals("hadamask: --measures: 'x' was found, expected all, none or names between commas of shape, hu,"
                + " neighbours, grays, background (see hadamask measure --help)\n", run.err());
        assertEquals(2, run.status());
    }

    @Test
    void thePictureSaysTheSizeOfAPixel() {
        Path scaled = write("s.tif", new Attributes.Resolution(25_400, 25_400));
        Run run = Run.quietly("measure", scaled, "--pixel-size", "auto");
        assertEquals("8", cell(run, 1, "area_um2"));
        Run of = Run.quietly("measure", mask, write("i.tif", new Attributes.Resolution(50_800, 50_800)), "--pixel-size",
                "auto");
        assertEquals("2", cell(of, 1, "area_um2"));
    }

    @Test
    void whatIsNoLengthIsNoSizeOfAPixel() {
        for (String word : List.of("0.5px", "300dpi", "2Pixels", "0", "-1um", "0.65 um", "um")) {
            Run run = Run.of("measure", mask, "--pixel-size", word);
            assertEquals("hadamask: --pixel-size: '" + word
                    + "' was found, expected a length above 0 and its unit, such as 0.65um, or auto"
                    + " (see hadamask measure --help)\n", run.err());
            assertEquals(2, run.status());
        }
    }

    @Test
    void aSizeThatMakesNoSenseIsSaid() {
        Run screen = Run.of("measure", write("s.png", new Attributes.Resolution(72, 72)), "--pixel-size", "auto");
        assertEquals(
                "warning: DIR/s.png: says 72.0000 dpi, a pixel of 352.778 um: programs write this when they know no scale"
                        + " (give it, as in --pixel-size 0.65um)\n",
                screen.err(folder).replaceAll("says 7[12].\\d+ dpi", "says 72.0000 dpi")
                        .replaceAll("352.\\d+ um", "352.778 um"));
        assertEquals(0, screen.status());
        Run none = Run.of("measure", mask, "--pixel-size", "auto");
        assertEquals(
                "hadamask: DIR/m.png: says no resolution, expected one for --pixel-size auto (give it, as in 0.65um)\n",
                none.err(folder));
        assertEquals(1, none.status());
        Run flat = Run.of("measure", write("f.tif", new Attributes.Resolution(300, 150)), "--pixel-size", "auto");
        assertTrue(flat.err().contains("has a resolution of 300.000 x 150.000 dpi, expected square pixels"),
                flat.err());
        assertEquals(1, flat.status());
    }
}
