package hadamask.cli.image;

import hadamask.region.RegionIntensities;
import hadamask.region.RegionLabels;
import hadamask.region.RegionShape;
import hadamask.region.RegionShapes;
import hadamask.table.MatrixFrame;
import hadamask.table.MatrixSink;
import hadamask.table.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table that `measure` writes: a row of numbers per region.
///
/// @param labels the regions
/// @param shapes of the regions
/// @param intensities of the regions, or null without a picture
/// @param size of a pixel
record RegionRows(RegionLabels labels, RegionShapes shapes, @Nullable RegionIntensities intensities, PixelSize size) {
    /// Rows that are in memory at a time.
    private static final int BLOCK = 1 << 12;

    /// The names of the columns, with their units.
    List<String> columns() {
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
        return names;
    }

    private int count() {
        return labels.count();
    }

    void write(MatrixSink sink) throws IOException {
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
    double[] values() {
        int columns = columns().size();
        double[] values = new double[Math.multiplyExact(count(), columns)];
        for (int label = 1; label <= count(); label++) {
            fill(label, values, (label - 1) * columns);
        }
        return values;
    }

    private void fill(int label, double[] block, int start) {
        RegionShape shape = shapes.of(label);
        double[] numbers = {labels.name(label), size.area(shape.area()), size.length(shape.perimeter()), shape.box().x(),
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
    }
}
