package hadamask.cli.image;

import hadamask.batch.Budget;
import hadamask.batch.FileState;
import hadamask.batch.Job;
import hadamask.batch.Outcome;
import hadamask.batch.Result;
import hadamask.batch.Target;
import hadamask.cli.Console;
import hadamask.codec.format.ImageFormat;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.StandardStreams;
import hadamask.image.Image;
import hadamask.image.Mask;
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
    /// Bytes per pixel that images of a batch leave behind until the heap is cleared.
    private static final int GARBAGE = 2;

    private final Console console;
    private final SegmentationOptions options;
    private final PictureOptions picture;
    private final ReadingOptions reading;
    private final Budget budget;
    private final @Nullable Budget outside;
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

    /// @param budget of the heap for the images that are worked on at once
    /// @param outside budget of the memory beside the heap, which native decoders take; null when there is but one image
    /// @param report takes small pictures of each image; null when nobody asked for it
    /// @param showing draws the cut-outs in the terminal; null when nobody asked for it
    CutOut(Console console, SegmentationOptions options, PictureOptions picture, ReadingOptions reading, Budget budget,
            @Nullable Budget outside, Set<Fact> wanted, @Nullable ReportFile report, @Nullable Showing showing) {
        this.console = console;
        this.options = options;
        this.picture = picture;
        this.reading = reading;
        this.budget = budget;
        this.outside = outside;
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
            return new Outcome.Failed(job, console.memory().exceeded(e).at(job.source().spokenName()));
        }
    }

    /// Decodes an image when there is room for it.
    private Image decoded(Job job, Input input, byte[] content, Budget.Share share) {
        MemoryLimit memory = console.memory();
        Budget beside = outside;
        if (beside == null) {
            return reading.decode(console, input, content,
                    size -> ReadingOptions.require(memory, content.length, size, work(job)));
        }
        try (Budget.Share decoder = beside.share()) {
            return reading.decode(console, input, content, size -> {
                long working = ReadingOptions.require(memory, content.length, size, work(job));
                memory.requireOutside(size.toString(), size.outside());
                share.growTo(content.length + working + GARBAGE * size.pixels());
                if (size.outside() > 0) {
                    decoder.growTo(size.outside());
                }
            });
        }
    }

    /// Bytes per pixel that are taken beside the image to do a job: in turns, so the largest counts.
    private int work(Job job) {
        int most = MaskOptions.memory(options.refinement());
        if (job.target(Result.OVERLAY) != null) {
            most = Math.max(most, 1 + PictureOptions.OVERLAY + 1);
        }
        return Math.max(most, 1 + picture.memory() + 1);
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
        console.await(job.source().name(), "a picture");
        Input input = (file == null ? console.streams().input(StandardStreams.WORD) : Input.file(file))
                .within(console.memory());
        byte[] content = input.bytes();
        FileState read = state == null ? null : state.with(content);
        Image image = decoded(job, input, content, share);
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
            preview = Preview.of(segmentation);
            watch.lap("preview");
        }
        writeProduct(job, image, segmentation.mask(), watch);
        if (report != null && preview != null) {
            report.add(job, preview);
        }
        return new Outcome.Done(job, found, watch.seconds(), read);
    }

    /// Makes the cut-out, where it is wanted as a file or to be looked at; the image is given up.
    private void writeProduct(Job job, Image image, Mask mask, Stopwatch watch) {
        Target cutout = job.target(Result.CUTOUT);
        if (cutout == null && showing == null) {
            return;
        }
        ImageFormat format = cutout == null ? ImageFormat.PNG : cutout.format();
        Image result = picture.cutout(image, mask, format);
        watch.lap("product");
        if (cutout != null) {
            picture.write(result, format, console.output(cutout.output()));
            watch.lap("encode");
        }
        if (showing != null) {
            showing.prepare(job.source(), result);
        }
    }
}
