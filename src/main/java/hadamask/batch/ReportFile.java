package hadamask.batch;

import hadamask.batch.ReportEntry.State;
import hadamask.batch.ReportRun.Kind;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.file.InputException;
import hadamask.file.Output;
import hadamask.image.Image;
import hadamask.plot.ObjectPreview;
import hadamask.plot.Preview;
import hadamask.segment.Statistics;
import hadamask.table.write.Precision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page with the pictures and the statistics of each image, and what failed.
public final class ReportFile implements Observer, AutoCloseable {
    /// Pictures to look at, not to keep: half the bytes of the quality at which results are written.
    private static final Encoding SMALL = new Encoding(82, 4);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Report report;
    private final String program;
    private final Map<String, String> settings;
    private final Function<InputException, String> wording;
    private final Function<Source, @Nullable String> words;
    private final String started = LocalDateTime.now(ZoneId.systemDefault()).format(MINUTE);
    private final long start = System.nanoTime();
    private Kind kind = Kind.CUT_OUTS;
    private final Map<Integer, Figures> figures = new ConcurrentHashMap<>();

    /// Of the numbers of objects.
    private Precision precision = Precision.SHORTEST;

    /// What is kept of a preview besides its pictures.
    private record Figures(List<Long> histogram, List<Integer> stagePixels, @Nullable ReportObjects objects) {}

    /// @param output a file
    /// @param program name and version of the program
    /// @param settings the words of the options
    /// @param wording the words of a failure
    /// @throws InputException if the folder for the pictures would replace something else
    public ReportFile(Output output, String program, Map<String, String> settings,
            Function<InputException, String> wording) {
        this(output, program, settings, wording, source -> null);
    }

    /// @param output a file
    /// @param program name and version of the program
    /// @param settings the words of the options
    /// @param wording the words of a failure
    /// @param words what is typed to have the mask of an image; null where that is not known
    /// @throws InputException if the folder for the pictures would replace something else
    public ReportFile(Output output, String program, Map<String, String> settings,
            Function<InputException, String> wording, Function<Source, @Nullable String> words) {
        this.words = words;
        report = new Report(output);
        this.program = program;
        this.settings = settings;
        this.wording = wording;
    }

    /// Takes the pictures of an image whose results are written. Several threads may call this at once.
    ///
    /// @throws InputException if they cannot be written
    ///
    /// @param objects in it; null where none were measured
    /// @param measured what was measured of them; null as well
    void add(Job job, Preview preview, @Nullable ObjectPreview objects, @Nullable Measured measured) {
        ReportObjects its = null;
        if (objects != null && measured != null) {
            its = ReportObjects.of(objects, measured.columns(), measured.values(), precision);
        }
        add(job.source().index(), preview, objects == null ? preview.original() : objects.picture(), its);
    }

    /// The same by the place among all entries of the page, from 1.
    void add(int index, Preview preview) {
        add(index, preview, preview.original(), null);
    }

    private void add(int index, Preview preview, Image original, @Nullable ReportObjects objects) {
        ImageFormat format = original.layout().hasAlpha() ? ImageFormat.PNG : ImageFormat.JPEG;
        report.add(index, List.of(encoded("card", preview.card(), ImageFormat.JPEG),
                encoded("original", original, format), encoded("mask", preview.mask(), ImageFormat.PNG),
                encoded("gray", preview.gray(), ImageFormat.JPEG),
                encoded("stages", preview.stages(), ImageFormat.PNG)));
        figures.put(index, new Figures(preview.histogram(), preview.stagePixels(), objects));
    }

    /// Says how the numbers of objects are written.
    public void count(Precision of) {
        precision = of;
    }

    static ReportPicture encoded(String kind, Image image, ImageFormat format) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            ImageEncoder.encode(image, format, SMALL, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory takes every byte
        }
        return new ReportPicture(kind + '.' + format.endings().getFirst(), content.toByteArray());
    }

    @Override
    public void inOrder(Outcome outcome) {
        report.add(switch (outcome) {
            case Outcome.Done(Job job, Statistics found, var seconds, var read, var partner, var measured) ->
                entry(job, State.DONE, "", found, seconds);
            case Outcome.Skipped(Job job, Statistics found, var seconds, var measured) ->
                entry(job, State.SKIPPED, "", found, seconds).withObjects(unseen(found, measured));
            case Outcome.Failed(Job job, var cause) ->
                entry(job, State.FAILED, wording.apply(cause), null, Map.of());
        });
    }

    /// Adds ways of segmenting an image, an entry for each group of them, the best first.
    public void add(Job job, Ranking ranking) {
        for (Ranking.Group group : ranking.groups()) {
            Trial first = group.first();
            String name = job.source().name() + ": " + first.proposal().words();
            report.add(entry(ranking.index(first), name, null, State.DONE, "", first.statistics(), first.seconds())
                    .withOptions(job.source().given(),
                            job.source().isOneOfPages() ? null : first.proposal().words()));
            kind = Kind.PROPOSALS;
        }
    }

    /// Adds a folder that could not be searched.
    public void add(InputException folder) {
        report.add(new ReportEntry(0, folder.where(), "", State.FAILED, wording.apply(folder), "", List.of(),
                List.of(), List.of()));
    }

    private ReportEntry entry(Job job, State state, String message, @Nullable Statistics found,
            Map<String, Double> seconds) {
        return entry(job.source().index(), job.source().name(), job.cutout(), state, message, found, seconds)
                .withOptions(job.source().given(), job.source().isOneOfPages() ? null : words.apply(job.source()));
    }

    private ReportEntry entry(int index, String input, @Nullable String cutout, State state, String message,
            @Nullable Statistics found, Map<String, Double> seconds) {
        String line = found == null ? "" : StatisticsLine.of(input, cutout, found, seconds);
        String output = cutout == null ? "" : cutout;
        Figures its = figures.remove(index);
        return its == null
                ? new ReportEntry(index, input, output, state, message, line, List.of(), List.of(), List.of())
                : new ReportEntry(index, input, output, state, message, line, its.histogram, its.stagePixels,
                        report.pictures(index)).withObjects(its.objects);
    }

    private @Nullable ReportObjects unseen(@Nullable Statistics found, @Nullable Measured measured) {
        return found == null || measured == null
                ? null
                : ReportObjects.unseen(found.width(), found.height(), measured, precision);
    }

    /// Writes the page.
    ///
    /// @throws InputException if it cannot be written
    public void write() {
        report.write(
                new ReportRun(program, started, (System.nanoTime() - start) * 1e-9, settings, kind));
    }

    /// Removes what was written, unless the page is.
    @Override
    public void close() {
        report.close();
    }
}
