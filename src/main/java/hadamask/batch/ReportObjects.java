package hadamask.batch;

import hadamask.parallel.Workers;
import hadamask.plot.ObjectPreview;
import hadamask.table.write.Format;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.MatrixSink;
import hadamask.table.write.Precision;
import hadamask.table.write.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// The objects of an image in a report: what was measured of them, and where they are.
///
/// @param width columns of the image
/// @param height rows of the image
/// @param side of the squares of pixels that are one pixel of the picture in the report
/// @param columns names of what was measured; the first is the number of the object
/// @param rows a line of CSV for each object, as `measure` writes it
/// @param shapes runs of pixels of the objects in the picture, as [ObjectPreview] tells, in Base64; empty where there is no picture
public record ReportObjects(int width, int height, int side, List<String> columns, String rows, String shapes) {
    public ReportObjects {
        columns = List.copyOf(columns);
    }

    /// The objects of an image of which there is a picture.
    ///
    /// @param columns names of what was measured
    /// @param values row by row
    static ReportObjects of(ObjectPreview preview, List<String> columns, double[] values, Precision precision) {
        return new ReportObjects(preview.width(), preview.height(), preview.side(), columns,
                lines(columns, values, precision),
                Base64.getEncoder().encodeToString(preview.shapes()));
    }

    /// The objects of an image of which there is no picture.
    static ReportObjects unseen(int width, int height, Measured measured, Precision precision) {
        return new ReportObjects(width, height, 1, measured.columns(),
                lines(measured.columns(), measured.values(), precision), "");
    }

    private static String lines(List<String> columns, double[] values, Precision precision) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (Workers here = new Workers(1)) {
            int rows = values.length / columns.size();
            MatrixSink sink = Format.CSV.matrix(text, precision, here);
            sink.begin(new MatrixFrame(Shape.SQUARE, rows, columns.size(), null, null));
            if (rows > 0) {
                sink.accept(0, rows, values);
            }
            sink.finish();
        } catch (IOException e) { // nothing is written but to memory
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }
}
