package hadamask.cli.image.measure;

import hadamask.region.RegionEuler;
import hadamask.region.RegionFeret;
import hadamask.region.RegionGrays;
import hadamask.region.RegionHu;
import hadamask.region.RegionIntensities;
import hadamask.region.RegionLabels;
import hadamask.region.RegionNeighbours;
import hadamask.region.RegionRings;
import hadamask.region.RegionShape;
import hadamask.region.RegionShapes;
import hadamask.segment.refine.Connectivity;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.MatrixSink;
import hadamask.table.write.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The table that `measure` writes: a row of numbers per region.
public final class RegionRows {
    /// Rows that are in memory at a time.
    private static final int BLOCK = 1 << 12;
    private static final int[] PERCENTS = {0, 5, 25, 50, 75, 95, 100};
    private static final List<String> PERCENTILES = List.of("gray_min", "gray_p5", "gray_p25", "gray_median",
            "gray_p75",
            "gray_p95", "gray_max");

    private final RegionLabels labels;
    private final RegionShapes shapes;
    private final @Nullable RegionIntensities intensities;
    private final PixelSize size;
    /// The names of what is measured beside, and what it is of a region, at its label.
    private final List<String> moreNames = new ArrayList<>();
    private final List<IntToDoubleFunction> more = new ArrayList<>();

    /// @param labels the regions
    /// @param shapes of the regions
    /// @param intensities of the regions, or null without a picture
    /// @param size of a pixel
    RegionRows(RegionLabels labels, RegionShapes shapes, @Nullable RegionIntensities intensities, PixelSize size) {
        this.labels = labels;
        this.shapes = shapes;
        this.intensities = intensities;
        this.size = size;
    }

    /// The size of a pixel.
    public PixelSize size() {
        return size;
    }

    private void add(String name, IntToDoubleFunction measure) {
        moreNames.add(name);
        more.add(measure);
    }

    /// Adds columns of the outlines.
    void addShape(Connectivity connectivity) {
        RegionFeret feret = RegionFeret.of(labels);
        RegionEuler euler = RegionEuler.of(labels, connectivity);
        add("circularity", label -> shapes.of(label).circularity());
        add("convex_area" + size.areaSuffix(), label -> size.area(shapes.of(label).convexArea()));
        add("feret_max" + size.lengthSuffix(), label -> size.length(feret.largest(label)));
        add("feret_min" + size.lengthSuffix(), label -> size.length(feret.smallest(label)));
        add("euler_number", euler::of);
    }

    /// Adds columns of Hu's moments.
    void addHu() {
        RegionHu hu = RegionHu.of(labels, shapes);
        for (int i = 0; i < 7; i++) {
            int place = i;
            add("hu_" + (i + 1), label -> hu.of(label)[place]);
        }
    }

    /// Adds columns of the regions around.
    void addNeighbours() {
        RegionNeighbours neighbours = RegionNeighbours.of(labels, shapes);
        add("touching", neighbours::touching);
        add("nearest" + size.lengthSuffix(), label -> size.length(neighbours.nearest(label)));
    }

    /// Adds columns of how the greys are spread.
    void addGrays(RegionGrays grays) {
        for (int i = 0; i < PERCENTS.length; i++) {
            int percent = PERCENTS[i];
            add(PERCENTILES.get(i), label -> grays.percentile(label, percent));
        }
        add("gray_sum", grays::sum);
        add("gray_ground", label -> grays.ground());
        add("gray_sum_above_ground", grays::sumAboveGround);
    }

    /// Adds columns of the ground around each region.
    void addBackground(RegionRings rings, RegionIntensities greys) {
        add("ring_area" + size.areaSuffix(), label -> size.area(rings.area(label)));
        add("gray_ring", rings::median);
        add("gray_mean_above_ring", label -> greys.mean(0, label) - rings.median(label));
        add("gray_sum_above_ring",
                label -> shapes.of(label).area() * (greys.mean(0, label) - rings.median(label)));
    }

    /// The names of the columns, with their units.
    public List<String> columns() {
        String length = size.lengthSuffix();
        List<String> names = new ArrayList<>(List.of("label", "area" + size.areaSuffix(), "perimeter" + length, "x",
                "y", "width", "height", "centroid_x", "centroid_y", "equivalent_diameter" + length,
                "major_axis" + length, "minor_axis" + length, "eccentricity", "orientation_deg", "solidity"));
        if (intensities != null) {
            for (String channel : intensities.channels()) {
                names.add(channel + "_mean");
                names.add(channel + "_sd");
            }
        }
        names.addAll(moreNames);
        return names;
    }

    private int count() {
        return labels.count();
    }

    /// Writes the rows block by block.
    public void write(MatrixSink sink) throws IOException {
        List<String> columns = columns();
        sink.begin(new MatrixFrame(Shape.SQUARE, count(), columns.size(), null, columns));
        for (int first = 0; first < count(); first += BLOCK) {
            int rows = Math.min(BLOCK, count() - first);
            double[] block = new double[rows * columns.size()];
            for (int row = 0; row < rows; row++) {
                fill(first + row + 1, block, row * columns.size());
            }
            sink.accept(first, rows, block);
        }
        sink.finish();
    }

    /// All rows, one after the other.
    public double[] values() {
        int columns = columns().size();
        double[] values = new double[Math.multiplyExact(count(), columns)];
        for (int label = 1; label <= count(); label++) {
            fill(label, values, (label - 1) * columns);
        }
        return values;
    }

    private void fill(int label, double[] block, int start) {
        RegionShape shape = shapes.of(label);
        double[] numbers = {labels.name(label), size.area(shape.area()), size.length(shape.perimeter()),
            shape.box().x(),
            shape.box().y(), shape.box().width(), shape.box().height(), shape.x(), shape.y(),
            size.length(shape.equivalentDiameter()), size.length(shape.majorAxis()), size.length(shape.minorAxis()),
            shape.eccentricity(), Math.toDegrees(shape.orientation()), shape.solidity()};
        System.arraycopy(numbers, 0, block, start, numbers.length);
        int at = start + numbers.length;
        if (intensities != null) {
            for (int channel = 0; channel < intensities.channels().size(); channel++) {
                block[at++] = intensities.mean(channel, label);
                block[at++] = intensities.deviation(channel, label);
            }
        }
        for (IntToDoubleFunction measure : more) {
            block[at++] = measure.applyAsDouble(label);
        }
    }
}
