package hadamask.codec.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import hadamask.image.Attributes.Description;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The scale that microscopes' programs write into a TIFF.
class PixelScaleTest {
    private static final String OME = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\"><Image ID=\"Image:0\">%s</Image></OME>";

    private static PixelScale ome(String pixels) {
        return Objects.requireNonNull(PixelScale.of(new Description(OME.formatted(pixels), 72, 72, 2)));
    }

    private static PixelScale imageJ(String unit, double pixels, int tag) {
        return Objects.requireNonNull(
                PixelScale.of(new Description("ImageJ=1.53t\nimages=3\nspacing=2.0\n" + unit, pixels, pixels, tag)));
    }

    @ParameterizedTest
    @CsvSource({"250, nm, 0.25", "0.25, \u00b5m, 0.25", "0.25, \u03bcm, 0.25", "0.001, mm, 1", "1, m, 1000000",
        "5, \u00c5, 0.0005", "2, pm, 0.000002", "1, in, 25400"})
    void omeHasUnits(String size, String unit, double micrometres) {
        PixelScale scale = ome("<Pixels PhysicalSizeX=\"" + size + "\" PhysicalSizeXUnit=\"" + unit
                + "\" PhysicalSizeY=\"" + size + "\" PhysicalSizeYUnit=\"" + unit + "\"/>");
        assertEquals(micrometres, scale.x(), 1e-12 * micrometres);
        assertEquals(micrometres, scale.y(), 1e-12 * micrometres);
        assertEquals("", scale.doubt());
    }

    @Test
    void omeWithoutAUnitIsInMicrometres() {
        PixelScale scale = ome("<o:Pixels xmlns:o=\"x\" PhysicalSizeX=\"0.5\" PhysicalSizeY=\"2e-1\"/>");
        assertEquals(0.5, scale.x());
        assertEquals(0.2, scale.y());
        PixelScale half = ome("<Pixels PhysicalSizeX=\"0.5\"/>");
        assertEquals(0.5, half.y());
        assertEquals("its OME-XML says no PhysicalSizeY, which was taken for the same", half.doubt());
        PixelScale two = ome("<Pixels PhysicalSizeX=\"1\" PhysicalSizeY=\"1\"/><Pixels PhysicalSizeX=\"2\""
                + " PhysicalSizeY=\"2\"/>");
        assertEquals(1, two.x());
        assertEquals("its OME-XML has images of several scales, that of the first was taken", two.doubt());
        assertNull(PixelScale.of(new Description(OME.formatted("<Pixels SizeX=\"4\"/>"), 72, 72, 2)));
    }

    @Test
    void omeMayBeCutOffBehindItsSizes() {
        String whole = OME.formatted("<Pixels PhysicalSizeX=\"0.5\" PhysicalSizeY=\"0.5\"><TiffData/></Pixels>");
        assertEquals(0.5, Objects.requireNonNull(PixelScale.of(
                new Description(whole.substring(0, whole.length() - 30), 72, 72, 2))).x());
        assertTrue(problem(whole.substring(0, 100)).startsWith("has OME-XML that is broken"));
    }

    private static String problem(String text) {
        return assertThrows(InputException.class, () -> PixelScale.of(new Description(text, 4, 4, 1))).problem();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE OME [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><OME><Pixels PhysicalSizeX=\"&x;\"/></OME>",
        "<!DOCTYPE OME [<!ENTITY x \"0.5\">]><OME><Pixels PhysicalSizeX=\"&x;\"/></OME>",
        "<OME><Pixels PhysicalSizeX=\"0.5", "<OME>", "<OME><Pixels PhysicalSizeX=\"0\"/></OME>",
        "<OME><Pixels PhysicalSizeX=\"-1\"/></OME>", "<OME><Pixels PhysicalSizeX=\"NaN\"/></OME>",
        "<OME><Pixels PhysicalSizeX=\"x\"/></OME>",
        "<OME><Pixels PhysicalSizeX=\"1\" PhysicalSizeXUnit=\"furlong\"/></OME>",
        "<OME><Pixels PhysicalSizeX=\"1\" PhysicalSizeXUnit=\"pixel\"/></OME>"})
    void omeThatMakesNoSenseIsRefused(String text) {
        assertTrue(problem(text).contains("expected"), problem(text));
    }

    /// No entity is replaced, so none grows; what is no scale does not matter.
    @Test
    void entitiesAreNotReplaced() {
        String bomb = "<!DOCTYPE OME [<!ENTITY a \"" + "a".repeat(1000) + "\"><!ENTITY b \"" + "&a;".repeat(1000)
                + "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\"><!ENTITY d SYSTEM \"http://127.0.0.1:1/\">]>"
                + "<OME>&c;&d;<Pixels PhysicalSizeX=\"1\" PhysicalSizeY=\"1\"/></OME>";
        assertEquals(1, Objects.requireNonNull(PixelScale.of(new Description(bomb, 4, 4, 1))).x());
    }

    @ParameterizedTest
    @CsvSource({"micron, 4, 0.25", "um, 4, 0.25", "\\u00B5m, 4, 0.25", "nm, 2, 0.0005", "mm, 10, 100", "cm, 2, 5000"})
    void imageJSaysItsUnit(String unit, double pixels, double micrometres) {
        PixelScale scale = imageJ("unit=" + unit + "\nloop=false\n", pixels, 1);
        assertEquals(micrometres, scale.x(), 1e-12 * micrometres);
        assertEquals("", scale.doubt());
    }

    @Test
    void imageJAndTheTagsMayContradictEachOther() {
        PixelScale scale = imageJ("unit=micron\n", 4, 2);
        assertEquals(0.25, scale.x());
        assertEquals("its resolution is per inch by its tag, and per micron by ImageJ's description, which was taken",
                scale.doubt());
        assertNull(PixelScale.of(new Description("ImageJ=1\nunit=inch\n", 300, 300, 2)),
                "the resolution says the same");
        assertNull(PixelScale.of(new Description("ImageJ=1\n", 300, 300, 2)));
        assertNull(PixelScale.of(new Description("ImageJ=1\nunit=um\n", 0, 0, 1)));
        assertEquals(0.5, imageJ("unit=um\nyunit=nm\n", 2, 1).x());
        assertEquals(0.0005, imageJ("unit=um\nyunit=nm\n", 2, 1).y(), 1e-15);
        assertTrue(problem("ImageJ=1\nunit=pixel\n").contains("which is no scale"));
        assertTrue(problem("ImageJ=1\nunit=sec\n").contains("expected a unit of length"));
    }
}
