package hadamask.batch;

import hadamask.batch.ReportEntry.State;
import hadamask.batch.ReportRun.Kind;
import hadamask.codec.format.ImageFormat;
import hadamask.file.InputException;
import hadamask.file.Output;
import hadamask.plot.ObjectPreview;
import hadamask.table.write.Precision;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A page for counting: the pictures of images with their objects, and the table of what was measured of these.
///
/// Pictures are added by the threads that make them, images in their order.
public final class ObjectsFile implements Observer, AutoCloseable {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Report report;
    private final String program;
    private final Map<String, String> settings;
    private final Function<InputException, String> wording;
    private final Precision precision;
    private final String started = LocalDateTime.now(ZoneId.systemDefault()).format(MINUTE);
    private final long start = System.nanoTime();
    private final Map<Integer, Objects> waiting = new ConcurrentHashMap<>();

    /// The objects of an image, ready for the page.
    ///
    /// @param picture of the image
    /// @param objects what was measured
    @SuppressWarnings("ArrayRecordComponent") // on its way to the page, never compared
    public record Objects(ReportPicture picture, ReportObjects objects) {}

    /// @param output a file
    /// @param program name and version of the program
    /// @param settings the words of the options
    /// @param wording the words of a failure
    /// @param precision of the numbers in the table
    /// @throws InputException if the folder for the pictures would replace something else
    public ObjectsFile(Output output, String program, Map<String, String> settings,
            Function<InputException, String> wording, Precision precision) {
        report = new Report(output);
        this.program = program;
        this.settings = settings;
        this.wording = wording;
        this.precision = precision;
    }

    /// Makes the picture and the lines of an image; several threads may do so at once.
    ///
    /// @param preview the picture and the objects
    /// @param columns names of what was measured
    /// @param values row by row
    public Objects of(ObjectPreview preview, List<String> columns, double[] values) {
        ImageFormat format = preview.picture().layout().hasAlpha() ? ImageFormat.PNG : ImageFormat.JPEG;
        return new Objects(ReportFile.encoded("picture", preview.picture(), format),
                ReportObjects.of(preview, columns, values, precision));
    }

    /// Takes the objects of an image, until it is its turn; several threads may do so at once.
    ///
    /// @param index of the image, from 1
    public void prepare(int index, Objects objects) {
        waiting.put(index, objects);
    }

    /// Adds the next image, whose objects were prepared.
    public void add(int index, String name) {
        Objects image = java.util.Objects.requireNonNull(waiting.remove(index));
        report.add(index, List.of(image.picture));
        report.add(new ReportEntry(index, name, "", State.DONE, "", "", List.of(), List.of(), report.pictures(index),
                name, null, image.objects));
    }

    @Override
    public void inOrder(Outcome outcome) {
        Source source = outcome.job().source();
        if (outcome instanceof Outcome.Failed failed) {
            add(source.name(), failed.cause());
        } else if (waiting.containsKey(source.index())) {
            add(source.index(), source.name());
        }
    }

    /// Adds what could not be measured.
    public void add(String name, InputException cause) {
        report.add(new ReportEntry(0, name, "", State.FAILED, wording.apply(cause), "", List.of(), List.of(),
                List.of()));
    }

    /// Writes the page.
    ///
    /// @param many whether the table has a column of images
    /// @throws InputException if it cannot be written
    public void write(boolean many) {
        report.write(new ReportRun(program, started, (System.nanoTime() - start) * 1e-9, settings,
                many ? Kind.OBJECTS_OF_MANY : Kind.OBJECTS));
    }

    /// Removes what was written, unless the page is.
    @Override
    public void close() {
        report.close();
    }
}
