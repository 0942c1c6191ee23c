package hadamask.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.region.NaiveRegions.Place;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.refine.NaiveMorphology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for the measures of regions on any mask, checked on seeded random masks of odd shapes.
class RegionLawsTest {
    private static final double CLOSE = 1e-10;

    private static List<Mask> masks(int seed) {
        Random random = new Random(seed);
        int[][] shapes = {{1, 1}, {1, 9}, {14, 1}, {2, 2}, {5, 4}, {17, 6}, {9, 14}, {13, 13}};
        List<Mask> masks = new ArrayList<>();
        for (int[] shape : shapes) {
            for (int i = 0; i < 15; i++) {
                masks.add(NaiveMorphology.random(random, shape[0], shape[1]));
            }
        }
        return masks;
    }

    private static List<RegionShape> shapes(Mask mask, Connectivity connectivity) {
        RegionLabels labels = RegionLabels.of(mask, connectivity);
        RegionShapes shapes = RegionShapes.of(labels);
        List<RegionShape> all = new ArrayList<>();
        for (int label = 1; label <= labels.count(); label++) {
            all.add(shapes.of(label));
        }
        return all;
    }

    /// A mask inside a larger one of background.
    private static Mask moved(Mask mask, int dx, int dy) {
        int width = mask.width() + dx + 3;
        byte[] values = new byte[width * (mask.height() + dy + 2)];
        for (int y = 0; y < mask.height(); y++) {
            System.arraycopy(mask.values(), y * mask.width(), values, (y + dy) * width + dx, mask.width());
        }
        return new Mask(width, mask.height() + dy + 2, values);
    }

    /// Turned by a quarter, clockwise: row `y` becomes column `height - 1 - y`.
    private static Mask turned(Mask mask) {
        byte[] values = new byte[mask.values().length];
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                values[x * mask.height() + mask.height() - 1 - y] = mask.values()[y * mask.width() + x];
            }
        }
        return new Mask(mask.height(), mask.width(), values);
    }

    @ParameterizedTest
    @EnumSource
    void regionsAgreeWithTheDefinitionsPixelByPixel(Connectivity connectivity) {
        for (Mask mask : masks(1)) {
            List<RegionShape> shapes = shapes(mask, connectivity);
            List<List<Place>> regions = NaiveRegions.of(mask, connectivity);
            assertEquals(regions.size(), shapes.size());
            for (int i = 0; i < regions.size(); i++) {
                assertMeasures(regions.get(i), shapes.get(i));
            }
        }
    }

    private static void assertMeasures(List<Place> region, RegionShape shape) {
        int n = region.size();
        double x = region.stream().mapToInt(Place::x).average().orElseThrow();
        double y = region.stream().mapToInt(Place::y).average().orElseThrow();
        int left = region.stream().mapToInt(Place::x).min().orElseThrow();
        int top = region.stream().mapToInt(Place::y).min().orElseThrow();
        int right = region.stream().mapToInt(Place::x).max().orElseThrow();
        int bottom = region.stream().mapToInt(Place::y).max().orElseThrow();
        assertEquals(n, shape.area());
        assertEquals(new Rectangle(left, top, right - left + 1, bottom - top + 1), shape.box());
        assertEquals(x, shape.x(), CLOSE);
        assertEquals(y, shape.y(), CLOSE);
        assertEquals(region.stream().mapToDouble(p -> (p.x() - x) * (p.x() - x)).sum() / n, shape.varianceX(), CLOSE);
        assertEquals(region.stream().mapToDouble(p -> (p.y() - y) * (p.y() - y)).sum() / n, shape.varianceY(), CLOSE);
        assertEquals(region.stream().mapToDouble(p -> (p.x() - x) * (p.y() - y)).sum() / n, shape.covariance(), CLOSE);
        assertEquals(NaiveRegions.perimeter(region), shape.perimeter(), CLOSE);
        assertEquals(NaiveRegions.convexArea(region), shape.convexArea(), () -> shape + " " + region);
    }

    @ParameterizedTest
    @EnumSource
    void areasAddUpToTheMaskAndShapesStayInTheirRanges(Connectivity connectivity) {
        for (Mask mask : masks(2)) {
            List<RegionShape> shapes = shapes(mask, connectivity);
            assertEquals(mask.count(), shapes.stream().mapToLong(RegionShape::area).sum());
            for (RegionShape shape : shapes) {
                assertTrue(shape.solidity() > 0 && shape.solidity() <= 1, shape::toString);
                assertTrue(shape.eccentricity() >= 0 && shape.eccentricity() <= 1, shape::toString);
                assertTrue(shape.majorAxis() >= shape.minorAxis() && shape.minorAxis() >= 0, shape::toString);
                assertTrue(Double.isNaN(shape.orientation()) || (shape.orientation() > -Math.PI / 2
                        && shape.orientation() <= Math.PI / 2), shape::toString);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMovedRegionHasTheSameShapeInAnotherPlace(Connectivity connectivity) {
        for (Mask mask : masks(3)) {
            List<RegionShape> before = shapes(mask, connectivity);
            List<RegionShape> after = shapes(moved(mask, 5, 7), connectivity);
            assertEquals(before.size(), after.size());
            for (int i = 0; i < before.size(); i++) {
                RegionShape b = before.get(i);
                RegionShape a = after.get(i);
                assertEquals(b.x() + 5, a.x(), CLOSE);
                assertEquals(b.y() + 7, a.y(), CLOSE);
                assertEquals(new Rectangle(b.box().x() + 5, b.box().y() + 7, b.box().width(), b.box().height()),
                        a.box());
                assertEquals(b.convexArea(), a.convexArea());
                assertEquals(b.perimeter(), a.perimeter());
                assertEquals(b.eccentricity(), a.eccentricity(), CLOSE);
                assertEquals(b.orientation(), a.orientation(), CLOSE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQuarterTurnSwapsTheAxesAndTurnsTheOrientation(Connectivity connectivity) {
        Comparator<RegionShape> byPlace = Comparator.comparingDouble(RegionShape::x)
                .thenComparingDouble(RegionShape::y).thenComparingLong(RegionShape::area);
        for (Mask mask : masks(4)) {
            // Turned back by arithmetic, both lists have the same order.
            List<RegionShape> before = new ArrayList<>(shapes(mask, connectivity));
            List<RegionShape> after = new ArrayList<>();
            for (RegionShape t : shapes(turned(mask), connectivity)) {
                after.add(new RegionShape(t.area(), t.perimeter(), t.box(), t.y(), mask.height() - 1 - t.x(),
                        t.varianceX(), t.varianceY(), t.covariance(), t.convexArea()));
            }
            before.sort(byPlace);
            after.sort(byPlace);
            assertEquals(before.size(), after.size());
            for (int i = 0; i < before.size(); i++) {
                assertTurned(before.get(i), after.get(i));
            }
        }
    }

    private static void assertTurned(RegionShape before, RegionShape after) {
        assertEquals(before.x(), after.x(), CLOSE);
        assertEquals(before.y(), after.y(), CLOSE);
        assertEquals(before.area(), after.area());
        assertEquals(before.convexArea(), after.convexArea());
        assertEquals(before.perimeter(), after.perimeter());
        assertEquals(before.box().width(), after.box().height());
        assertEquals(before.varianceX(), after.varianceY(), CLOSE);
        assertEquals(before.varianceY(), after.varianceX(), CLOSE);
        assertEquals(before.covariance(), -after.covariance(), CLOSE);
        assertEquals(before.majorAxis(), after.majorAxis(), CLOSE);
        if (before.eccentricity() > 1e-3) {
            double turn = before.orientation() - after.orientation(); // clockwise is less
            assertEquals(Math.PI / 2, Math.abs(turn), 1e-9);
        }
    }
}
