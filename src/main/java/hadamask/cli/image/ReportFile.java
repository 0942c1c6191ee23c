package hadamask.cli.image;

import hadamask.batch.Job;
import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.batch.Report;
import hadamask.batch.ReportEntry;
import hadamask.batch.ReportEntry.State;
import hadamask.batch.ReportPicture;
import hadamask.batch.ReportRun;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.TextEnding;
import hadamask.cli.Version;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.plot.Preview;
import hadamask.segment.Statistics;
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
import org.jspecify.annotations.Nullable;

/// What `--report` writes: a page with the pictures and the statistics of each image, and what failed.
final class ReportFile implements Observer, AutoCloseable {
    /// Pictures to look at, not to keep: half the bytes of the quality at which results are written.
    private static final Encoding SMALL = new Encoding(82, 4);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final TextEnding ENDING = new TextEnding(".html", "html", "htm");

    private final Report report;
    private final Map<String, String> settings;
    private final String started = LocalDateTime.now(ZoneId.systemDefault()).format(MINUTE);
    private final long start = System.nanoTime();
    private final Map<Integer, Figures> figures = new ConcurrentHashMap<>();

    /// What is kept of a preview besides its pictures.
    private record Figures(List<Long> histogram, List<Integer> stagePixels) {}

    /// @param path a file
    /// @param settings the words of the options
    /// @throws InputException if the folder for the pictures would replace something else
    ReportFile(Console console, String path, Map<String, String> settings) {
        report = new Report(console.output(path));
        this.settings = settings;
    }

    /// Refuses a name that asks for another format, such as that of a PDF.
    static void check(Command command, @Nullable String path) {
        if (path != null) {
            ENDING.require(command, "--report", path);
        }
    }

    /// Takes the pictures of an image whose results are written. Several threads may call this at once.
    ///
    /// @throws InputException if they cannot be written
    void add(Job job, Preview preview) {
        ImageFormat format = preview.original().layout().hasAlpha() ? ImageFormat.PNG : ImageFormat.JPEG;
        int index = job.source().index();
        report.add(index, List.of(encoded("card", preview.card(), ImageFormat.JPEG),
                encoded("original", preview.original(), format), encoded("mask", preview.mask(), ImageFormat.PNG),
                encoded("gray", preview.gray(), ImageFormat.JPEG),
                encoded("stages", preview.stages(), ImageFormat.PNG)));
        figures.put(index, new Figures(preview.histogram(), preview.stagePixels()));
    }

    private static ReportPicture encoded(String kind, Image image, ImageFormat format) {
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
            case Outcome.Done(Job job, Statistics found, var seconds, var read) ->
                entry(job, State.DONE, "", found, seconds);
            case Outcome.Skipped(Job job, Statistics found, var seconds) ->
                entry(job, State.SKIPPED, "", found, seconds);
            case Outcome.Failed(Job job, var cause) ->
                entry(job, State.FAILED, Console.wording(cause), null, Map.of());
        });
    }

    /// Adds a folder that could not be searched.
    void add(InputException folder) {
        report.add(new ReportEntry(0, folder.where(), "", State.FAILED, Console.wording(folder), "", List.of(),
                List.of(), List.of()));
    }

    private ReportEntry entry(Job job, State state, String message, @Nullable Statistics found,
            Map<String, Double> seconds) {
        String input = job.source().name();
        String cutout = job.cutout();
        int index = job.source().index();
        String line = found == null ? "" : StatisticsLine.of(input, cutout, found, seconds);
        String output = cutout == null ? "" : cutout;
        Figures its = figures.remove(index);
        return its == null
                ? new ReportEntry(index, input, output, state, message, line, List.of(), List.of(), List.of())
                : new ReportEntry(index, input, output, state, message, line, its.histogram, its.stagePixels,
                        report.pictures(index));
    }

    /// Writes the page.
    ///
    /// @throws InputException if it cannot be written
    void write() {
        report.write(
                new ReportRun("hadamask " + Version.number(), started, (System.nanoTime() - start) * 1e-9, settings));
    }

    /// Removes what was written, unless the page is.
    @Override
    public void close() {
        report.close();
    }
}
