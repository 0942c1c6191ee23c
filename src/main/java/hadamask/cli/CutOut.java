package hadamask.cli;

import hadamask.batch.Budget;
import hadamask.batch.FileState;
import hadamask.batch.Job;
import hadamask.batch.Outcome;
import hadamask.batch.Result;
import hadamask.batch.Target;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.plot.Preview;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.Statistics;
import hadamask.segment.Stopwatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes one image from file to file: reads it, segments it, writes its results.
///
/// It has no state: several threads may use it at once.
final class CutOut {
    private final Console console;
    private final SegmentationOptions options;
    private final PictureOptions picture;
    private final ReadingOptions reading;
    private final Budget budget;
    private final Set<Fact> wanted;
    private final @Nullable ReportFile report;
    private final @Nullable Showing showing;

    /// What is found out beside the results.
    enum Fact {
        /// What is in the image; counting regions takes as long as closing the mask.
        STATISTICS,
        /// Size, time and checksum of the file.
        FILE_STATE
    }

    /// @param budget of the images that are worked on at once
    /// @param report takes small pictures of each image; null when nobody asked for it
    /// @param showing draws the cut-outs in the terminal; null when nobody asked for it
    CutOut(Console console, SegmentationOptions options, PictureOptions picture, ReadingOptions reading, Budget budget,
            Set<Fact> wanted, @Nullable ReportFile report, @Nullable Showing showing) {
        this.console = console;
        this.options = options;
        this.picture = picture;
        this.reading = reading;
        this.budget = budget;
        this.wanted = Set.copyOf(wanted);
        this.report = report;
        this.showing = showing;
    }

    /// Does a job; what is wrong with the image is an outcome, too.
    Outcome of(Job job) {
        try (Budget.Share share = budget.share()) {
            return done(job, share);
        } catch (InputException e) {
            return new Outcome.Failed(job, e.where().isEmpty() ? e.at(job.source().spokenName()) : e);
        } catch (OutOfMemoryError e) {
            InputException cause = Console.isOfThreads(e)
                    ? Console.exhausted(e)
                    : new InputException("needs more memory than there is", "give it more with HADAMASK_OPTS=-Xmx8g");
            return new Outcome.Failed(job, cause.at(job.source().spokenName()));
        }
    }

    private Outcome.Done done(Job job, Budget.Share share) {
        Path file = job.source().file();
        FileState state = file != null && wanted.contains(Fact.FILE_STATE) ? FileState.of(file) : null;
        if (state != null) {
            share.growTo(state.size());
        }
        Stopwatch watch = new Stopwatch();
        if (file != null && Files.isDirectory(file)) {
            throw new InputException("is a folder, expected a file", "use -r to do the images in it");
        }
        Input input = console.input(job.source());
        byte[] content = input.bytes();
        FileState read = state == null ? null : state.with(content);
        Image image = reading.decode(input, content, bytes -> share.growTo(content.length + bytes));
        watch.lap("decode");
        Segmentation segmentation = Segmenter.of(options).segment(image);
        watch.skip(segmentation.seconds());
        Statistics found = wanted.contains(Fact.STATISTICS) ? Statistics.of(segmentation) : null;
        watch.skip();
        Target mask = job.target(Result.MASK);
        if (mask != null) {
            PictureOptions.writeMask(segmentation.mask(), image, mask.format(), console.output(mask.output()));
            watch.lap("mask");
        }
        Target stages = job.target(Result.STAGES);
        if (stages != null) { // before the product, which is written over the image
            picture.writeStages(job.source().spokenName(), segmentation, options, stages.format(),
                    console.output(stages.output()));
            watch.lap("stages");
        }
        Target overlay = job.target(Result.OVERLAY);
        if (overlay != null) {
            picture.writeOverlay(image, segmentation.mask(), overlay.format(), console.output(overlay.output()));
            watch.lap("overlay");
        }
        Preview preview = null;
        if (report != null) { // like the stages
            preview = Preview.of(segmentation, options.gray());
            watch.lap("preview");
        }
        Target cutout = job.cutout();
        Image result = picture.cutout(image, segmentation.mask(), cutout.format());
        watch.lap("product");
        picture.write(result, cutout.format(), console.output(cutout.output()));
        watch.lap("encode");
        if (report != null && preview != null) {
            report.add(job, preview);
        }
        if (showing != null) {
            showing.prepare(job.source(), result);
        }
        return new Outcome.Done(job, found, watch.seconds(), read);
    }
}
