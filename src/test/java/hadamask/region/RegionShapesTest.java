package hadamask.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.segment.Pictures;
import hadamask.segment.refine.Connectivity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Single regions: worked by hand, and as scikit-image 0.19 measures them.
class RegionShapesTest {
    private static final double CLOSE = 1e-12;

    private static Mask mask(String... rows) {
        return Pictures.mask(rows[0].length(), String.join("", rows).chars().map(c -> c - '0').toArray());
    }

    private static RegionShape shape(String... rows) {
        RegionLabels labels = RegionLabels.of(mask(rows), Connectivity.EIGHT);
        assertEquals(1, labels.count());
        return RegionShapes.of(labels).of(1);
    }

    /// The numbers in the order in which scikit-image was asked for them.
    private static void assertShape(RegionShape shape, double... expected) {
        double[] found = {shape.area(), shape.perimeter(), shape.x(), shape.y(), shape.equivalentDiameter(),
            shape.majorAxis(), shape.minorAxis(), shape.eccentricity(), shape.orientation(), shape.solidity()};
        expected[8] = turned(expected[8]);
        for (int i = 0; i < found.length; i++) {
            assertEquals(expected[i], found[i], CLOSE, Arrays.toString(found));
        }
    }

    /// The orientation of scikit-image, which counts from the columns, counted from the rows.
    private static double turned(double orientation) {
        return orientation > 0 ? orientation - Math.PI / 2 : orientation + Math.PI / 2;
    }

    @Test
    void regionsMeasureWhatTheReferenceMeasures() {
        assertShape(shape("01110", "10001", "10001", "01110"), 10, 11.65685424949238, 2.0, 1.5, 3.5682482323055424,
                5.656854249492381, 4.8166378315169185, 0.5244044240850758, 1.5707963267948966, 0.625);
        assertShape(shape("1100000", "0111000", "0011110", "0000011"), 11, 11.414213562373096, 2.909090909090909,
                1.5454545454545454, 3.742410318509555, 8.153897795357947, 1.6742780358124256, 0.9786918141640684,
                1.1059028731962988, 0.7857142857142857);
        assertShape(shape("000100000", "001110000", "011111000", "111111111", "000111000", "000011100"), 24,
                18.935028842544405, 3.75, 2.7916666666666665, 5.527906391541368, 7.878825974058311, 4.714833700785176,
                0.8011838302228503, 1.2316838921267468, 0.75);
        assertShape(shape("1000001", "0100010", "0010100", "0001000", "0001000", "0001100"), 10, 10.071067811865476,
                3.1, 2.3, 3.5682482323055424, 7.336317437548082, 6.6165282781476815, 0.43197233310707184,
                0.5179206265044, 0.37037037037037035);
        assertShape(shape("110", "011"), 4, 4.414213562373095, 1.0, 0.5, 2.256758334191025, 3.23606797749979,
                1.2360679774997898, 0.9241763718304448, 1.0172219678978514, 1.0);
    }

    @Test
    void aCornerLeansTheWayItLooks() {
        // scikit-image 0.19 has the other sign where both variances are equal: here it says -pi/4.
        RegionShape corner = shape("10000", "10000", "10000", "11110");
        assertShape(corner, 7, 5.0, 0.8571428571428571, 2.142857142857143, 2.985410660720923, 5.656854249492381,
                2.9137254363387335, 0.8571428571428572, 0.7853981633974483, 0.7);
        assertEquals(-Math.PI / 4, corner.orientation());
    }

    @Test
    void aSinglePixelHasNoLengthAndNoDirection() {
        RegionShape pixel = shape("000", "001");
        assertEquals(new Rectangle(2, 1, 1, 1), pixel.box());
        assertEquals(0, pixel.perimeter());
        assertEquals(0, pixel.majorAxis());
        assertEquals(0, pixel.eccentricity());
        assertEquals(1, pixel.solidity());
        assertEquals(Math.sqrt(4 / Math.PI), pixel.equivalentDiameter());
        assertTrue(Double.isNaN(pixel.orientation()));
    }

    @Test
    void linesHaveAnEccentricityOfOneAndTheirDirection() {
        assertEquals(0, shape("11111").orientation());
        assertEquals(Math.PI / 2, shape("1", "1", "1").orientation());
        assertEquals(Math.PI / 4, shape("001", "010", "100").orientation());
        assertEquals(-Math.PI / 4, shape("100", "010", "001").orientation());
        for (RegionShape line : new RegionShape[]{shape("11111"), shape("1", "1", "1"), shape("001", "010", "100")}) {
            assertEquals(1, line.eccentricity());
            assertEquals(0, line.minorAxis());
            assertEquals(1, line.solidity());
        }
        // n columns have the variance (n^2 - 1) / 12.
        assertEquals(4 * Math.sqrt(2), shape("11111").majorAxis());
    }

    @Test
    void aSquareIsRoundAndHasNoDirection() {
        RegionShape square = shape("1111", "1111", "1111", "1111");
        assertEquals(0, square.eccentricity());
        assertTrue(Double.isNaN(square.orientation()));
        assertEquals(12, square.perimeter());
        assertEquals(square.majorAxis(), square.minorAxis());
    }

    @Test
    void aLongRowIsMeasuredExactly() {
        int n = 3_000_001;
        byte[] values = new byte[n];
        Arrays.fill(values, (byte) 1);
        RegionShape row = RegionShapes.of(RegionLabels.of(new Mask(n, 1, values), Connectivity.FOUR)).of(1);
        assertEquals((n - 1) / 2.0, row.x());
        assertEquals(((double) n * n - 1) / 12, row.varianceX());
        assertEquals(n, row.convexArea());
        assertEquals(n - 2, row.perimeter());
    }

    @Test
    void anEmptyMaskHasNoRegions() {
        RegionLabels none = RegionLabels.of(Pictures.mask(3, new int[9]), Connectivity.EIGHT);
        assertEquals(0, none.count());
        assertThrows(IndexOutOfBoundsException.class, () -> RegionShapes.of(none).of(1));
    }
}
