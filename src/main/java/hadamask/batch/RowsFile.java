package hadamask.batch;

import hadamask.file.ClosedPipeException;
import hadamask.file.Draft;
import hadamask.file.Output;
import hadamask.file.Plain;
import hadamask.parallel.Workers;
import hadamask.table.Format;
import hadamask.table.MatrixFrame;
import hadamask.table.MatrixSink;
import hadamask.table.Precision;
import hadamask.table.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One table of the numbers of many images: the name of the image stands in the first column. It grows image by image, and is
/// whole or absent in the end.
///
/// The columns are those of the first image. What another has not is `nan` (null in JSON), what it has more is left out.
public final class RowsFile implements AutoCloseable {
    private final Draft file;
    private final Kind kind;
    private final String corner;
    private final Precision precision;
    private @Nullable List<String> columns;

    /// How the table is written.
    public enum Kind {
        /// Cells between commas, below a header.
        CSV,
        /// Cells between tabs, below a header.
        TSV,
        /// An object of JSON on each line.
        JSON_LINES
    }

    /// @param corner what the first column is called
    public RowsFile(Output output, Kind kind, String corner, Precision precision) {
        this.file = Draft.of(output);
        this.kind = kind;
        this.corner = corner;
        this.precision = precision;
    }

    /// Adds the rows of an image.
    ///
    /// @param names of the columns of these rows
    /// @param values row by row; none gives no line but the header
    /// @return the columns that were left out
    public List<String> add(String image, List<String> names, double[] values) {
        List<String> before = columns;
        boolean first = before == null;
        List<String> all = before == null ? List.copyOf(names) : before;
        columns = all;
        double[] fitting = names.equals(all) ? values : fitting(all, names, values);
        if (kind == Kind.JSON_LINES) {
            addObjects(image, all, fitting);
        } else {
            addCells(image, all, fitting, first);
        }
        return names.stream().filter(name -> !all.contains(name)).toList();
    }

    private static double[] fitting(List<String> all, List<String> names, double[] values) {
        int rows = values.length / names.size();
        double[] fitting = new double[rows * all.size()];
        for (int column = 0; column < all.size(); column++) {
            int from = names.indexOf(all.get(column));
            for (int row = 0; row < rows; row++) {
                fitting[row * all.size() + column] = from < 0 ? Double.NaN : values[row * names.size() + from];
            }
        }
        return fitting;
    }

    private void addCells(String image, List<String> all, double[] values, boolean first) {
        int rows = values.length / all.size();
        Format format = kind == Kind.CSV ? Format.CSV : Format.TSV;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (Workers here = new Workers(1)) {
            MatrixSink sink = format.matrix(text, precision, here);
            sink.begin(new MatrixFrame(Shape.SQUARE, rows, all.size(), Collections.nCopies(rows, Plain.text(image)), all,
                    corner));
            if (!first) {
                text.reset();
            }
            if (rows > 0) {
                sink.accept(0, rows, values);
            }
            sink.finish();
        } catch (IOException e) { // nothing is written but to memory
            throw new UncheckedIOException(e);
        }
        file.add(text.toString(StandardCharsets.UTF_8));
    }

    private void addObjects(String image, List<String> all, double[] values) {
        for (int from = 0; from < values.length; from += all.size()) {
            StringWriter line = new StringWriter();
            try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), line)) {
                json.writeStartObject();
                json.writeStringProperty(corner, image);
                for (int column = 0; column < all.size(); column++) {
                    write(json, all.get(column), values[from + column]);
                }
                json.writeEndObject();
            }
            file.line(line.toString());
        }
    }

    private static void write(JsonGenerator json, String name, double value) {
        if (value == (long) value && Math.abs(value) < 1L << 53) {
            json.writeNumberProperty(name, (long) value);
        } else if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }

    /// Gives the file its name.
    ///
    /// @throws ClosedPipeException if standard output is a pipe that nobody reads any more
    public void finish() {
        file.finish();
    }

    @Override
    public void close() {
        file.close();
    }
}
