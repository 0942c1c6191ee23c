package hadamask.cli;

import hadamask.batch.Job;
import hadamask.batch.Outcome;
import hadamask.batch.Result;
import hadamask.batch.Target;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.Statistics;
import hadamask.segment.Stopwatch;

/// Takes one image from file to file: reads it, segments it, writes its results.
///
/// It has no state: several threads may use it at once.
final class CutOut {
    private final Console console;
    private final SegmentationOptions options;
    private final PictureOptions picture;
    private final ReadingOptions reading;
    private final Showing showing;
    private final boolean statistics;

    /// @param statistics whether outcomes carry them; counting regions takes as long as closing the mask
    CutOut(Console console, SegmentationOptions options, PictureOptions picture, ReadingOptions reading,
            Showing showing, boolean statistics) {
        this.console = console;
        this.options = options;
        this.picture = picture;
        this.reading = reading;
        this.showing = showing;
        this.statistics = statistics;
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
        Target overlay = job.target(Result.OVERLAY);
        if (overlay != null) {
            picture.writeOverlay(image, segmentation.mask(), overlay.format(), console.output(overlay.output()));
            watch.lap("overlay");
        }
        Target cutout = job.cutout();
        Image result = picture.cutout(image, segmentation.mask(), cutout.format());
        watch.lap("product");
        picture.write(result, cutout.format(), console.output(cutout.output()));
        watch.lap("encode");
        showing.prepare(job.source(), result);
        return new Outcome.Done(job, found, watch.seconds());
    }
}
