package hadamask.batch;

import hadamask.file.ClosedPipeException;
import hadamask.file.Draft;
import hadamask.file.Output;
import hadamask.file.Plain;
import hadamask.parallel.Workers;
import hadamask.table.write.Format;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.MatrixSink;
import hadamask.table.write.NpyRows;
import hadamask.table.write.Precision;
import hadamask.table.write.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One table of the numbers of many images: the name of the image stands in the first column, its page in the second where
/// each page of a file is an image. It grows image by image, and is whole or absent in the end.
///
/// The columns are those of the first image. What another has not is `nan` (null in JSON), what it has more is left out.
///
/// A `.npy` has no room for names: its first column is the place of the image among all, from 1, and the names stand in a
/// table beside it, `cells-images.csv` for `cells.npy`. A `.npy` that goes to a stream is kept in memory until it is whole.
public final class RowsFile implements AutoCloseable {
    private static final String PAGE = "page";

    private final Draft file;
    private final @Nullable Draft names;
    private final Kind kind;
    private final String corner;
    private final Precision precision;
    private final boolean pages;
    private final List<byte[]> kept = new ArrayList<>();
    private @Nullable List<String> columns;
    private long rows;

    /// How the table is written.
    public enum Kind {
        /// Cells between commas, below a header.
        CSV,
        /// Cells between tabs, below a header.
        TSV,
        /// An object of JSON on each line.
        JSON_LINES,
        /// Numbers alone, as NumPy has them.
        NPY
    }

    /// @param corner what the first column is called
    /// @param pages whether each page of a file is an image, which has a column for its number
    public RowsFile(Output output, Kind kind, String corner, Precision precision, boolean pages) {
        this.kind = kind;
        this.corner = corner;
        this.precision = precision;
        this.pages = pages;
        Path table = output.path();
        boolean named = kind == Kind.NPY && table != null && output.hasPlaces();
        this.file = Draft.of(output);
        this.names = named ? Draft.of(Output.file(names(Objects.requireNonNull(table)))) : null;
        if (names != null) {
            names.line(CsvLine.of(pages ? List.of("index", corner, PAGE) : List.of("index", corner)));
        }
    }

    /// The table of the names of the images beside a `.npy`.
    public static Path names(Path table) {
        String name = String.valueOf(table.getFileName());
        int dot = name.lastIndexOf('.');
        return table.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "-images.csv");
    }

    /// Adds the rows of an image.
    ///
    /// @return the columns that were left out
    public List<String> add(Source image, Measured measured) {
        Page page = image.page();
        double number = page == null ? 1 : page.number();
        if (names != null) {
            List<Object> cells = new ArrayList<>(List.of(image.index(), image.given()));
            if (pages) {
                cells.add((int) number);
            }
            names.line(CsvLine.of(cells));
        }
        return add(image.given(), image.index(), number, measured);
    }

    /// Adds a row of all images together, such as their mean.
    public void add(String word, Measured measured) {
        add(word, Double.NaN, Double.NaN, measured);
    }

    private List<String> add(String image, double index, double page, Measured measured) {
        List<String> before = columns;
        boolean first = before == null;
        List<String> all = before == null ? measured.columns() : before;
        columns = all;
        double[] fitting = measured.columns().equals(all)
                ? measured.values()
                : fitting(all, measured.columns(), measured.values());
        List<String> named = all;
        if (kind == Kind.NPY) {
            fitting = led(fitting, all.size(), pages ? new double[]{index, page} : new double[]{index});
        } else if (pages) {
            named = new ArrayList<>(List.of(PAGE));
            named.addAll(all);
            fitting = led(fitting, all.size(), page);
        }
        switch (kind) {
            case NPY -> addNumbers(fitting, all.size() + (pages ? 2 : 1), first);
            case JSON_LINES -> addObjects(image, named, fitting);
            case CSV, TSV -> addCells(image, named, fitting, first);
        }
        return measured.columns().stream().filter(name -> !all.contains(name)).toList();
    }

    /// The rows with numbers before each.
    private static double[] led(double[] values, int columns, double... leading) {
        int all = leading.length + columns;
        double[] led = new double[values.length / columns * all];
        for (int from = 0, to = 0; from < values.length; from += columns, to += all) {
            System.arraycopy(leading, 0, led, to, leading.length);
            System.arraycopy(values, from, led, to + leading.length, columns);
        }
        return led;
    }

    private void addNumbers(double[] values, int columns, boolean first) {
        if (first && file.isFile()) {
            file.add(NpyRows.header(0, columns));
        }
        rows += values.length / columns;
        byte[] bytes = NpyRows.bytes(values);
        if (file.isFile()) {
            file.add(bytes);
        } else {
            kept.add(bytes);
        }
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
        if (kind == Kind.NPY) {
            byte[] header = NpyRows.header(rows, columns == null ? 0 : columns.size() + (pages ? 2 : 1));
            if (columns == null || !file.isFile()) {
                file.add(header);
            } else {
                file.begin(header);
            }
            kept.forEach(file::add);
        }
        if (names != null) {
            names.finish();
        }
        file.finish();
    }

    @Override
    public void close() {
        file.close();
        if (names != null) {
            names.close();
        }
    }
}
