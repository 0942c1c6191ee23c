package hadamask.cli;

import hadamask.batch.Job;
import hadamask.batch.Outcome;
import hadamask.batch.Result;
import hadamask.batch.Target;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.plot.Preview;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.Statistics;
import hadamask.segment.Stopwatch;
import org.jspecify.annotations.Nullable;

/// Takes one image from file to file: reads it, segments it, writes its results.
///
/// It has no state: several threads may use it at once.
final class CutOut {
    private final Console console;
    private final SegmentationOptions options;
    private final PictureOptions picture;
    private final ReadingOptions reading;
    private final boolean statistics;
    private final @Nullable ReportFile report;

    /// @param statistics whether outcomes carry them; counting regions takes as long as closing the mask
    /// @param report takes small pictures of each image; null when nobody asked for it
    CutOut(Console console, SegmentationOptions options, PictureOptions picture, ReadingOptions reading,
            boolean statistics, @Nullable ReportFile report) {
        this.console = console;
        this.options = options;
        this.picture = picture;
        this.reading = reading;
        this.statistics = statistics;
        this.report = report;
    }

    /// Does a job; what is wrong with the image is an outcome, too.
    Outcome of(Job job) {
        try {
            return done(job);
        } catch (InputException e) {
            return new Outcome.Failed(job, e.where().isEmpty() ? e.at(job.source().spokenName()) : e);
        }
    }

    private Outcome.Done done(Job job) {
        Stopwatch watch = new Stopwatch();
        Image image = reading.read(console.input(job.source()));
        watch.lap("decode");
        Segmentation segmentation = Segmenter.of(options).segment(image);
        watch.skip(segmentation.seconds());
        Statistics found = statistics ? Statistics.of(segmentation) : null;
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
        Preview preview = null;
        if (report != null) {
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
            watch.lap("report");
        }
        return new Outcome.Done(job, found, watch.seconds());
    }
}
