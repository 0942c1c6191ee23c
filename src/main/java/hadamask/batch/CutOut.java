package hadamask.batch;

import hadamask.codec.ImageEncoder;
import hadamask.codec.format.ImageFormat;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Output;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.plot.ObjectPreview;
import hadamask.plot.Preview;
import hadamask.segment.Segmentation;
import hadamask.segment.Segmenter;
import hadamask.segment.Statistics;
import hadamask.segment.Stopwatch;
import hadamask.segment.edge.Edge;
import hadamask.segment.edge.SoftEdge;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Takes one image from file to file: reads it, segments it, writes its results.
///
/// It has no state: several threads may use it at once.
public final class CutOut {
    private final CutOutOptions options;
    private final Storage storage;
    private final MemoryLimit memory;
    private final Budget budget;
    private final SourceReader reader;
    private final Set<Fact> wanted;
    private final @Nullable ReportFile report;
    private final @Nullable BiConsumer<Source, Image> viewer;

    /// What is found out beside the results.
    public enum Fact {
        /// What is in the image; counting regions takes as long as closing the mask.
        STATISTICS,
        /// Size, time and checksum of the file.
        FILE_STATE,
        /// The rows of a table of its regions.
        MEASURES
    }

    /// @param storage where images are and results go
    /// @param memory that there is
    /// @param budget of the heap for the images that are worked on at once
    /// @param outside budget of the memory beside the heap, which native decoders take; null when there is but one image
    /// @param report takes small pictures of each image; null when nobody asked for it
    /// @param viewer is shown the cut-outs, by several threads at once; null when nobody asked for it
    public CutOut(CutOutOptions options, Storage storage, MemoryLimit memory, Budget budget,
            @Nullable Budget outside, Set<Fact> wanted, @Nullable ReportFile report,
            @Nullable BiConsumer<Source, Image> viewer) {
        this.options = options;
        this.storage = storage;
        this.memory = memory;
        this.budget = budget;
        reader = new SourceReader(options.reading(), storage, memory, outside);
        this.wanted = Set.copyOf(wanted);
        this.report = report;
        this.viewer = viewer;
    }

    /// Does a job; what is wrong with the image is an outcome, too.
    public Outcome of(Job job) {
        try (Budget.Share share = budget.share()) {
            return done(job, share);
        } catch (InputException e) {
            return new Outcome.Failed(job, e.where().isEmpty() ? e.at(job.source().spokenName()) : e);
        } catch (OutOfMemoryError e) {
            return new Outcome.Failed(job, memory.exceeded(e).at(job.source().spokenName()));
        }
    }

    private Outcome.Done done(Job job, Budget.Share share) {
        FileState state = wanted.contains(Fact.FILE_STATE) ? storage.state(job.source()) : null;
        if (state != null) {
            share.growTo(state.size());
        }
        PictureWriter writer = options.writer();
        Stopwatch watch = new Stopwatch();
        Input input = reader.input(job.source());
        byte[] content = input.bytes();
        FileState read = state == null ? null : state.with(content, job.source().page());
        Image image = reader.decoded(input, content, share, options.memory(job), options.outside(job));
        watch.lap("decode");
        Segmentation segmentation = Segmenter.of(options.segmentation()).segment(image);
        watch.skip(segmentation.seconds());
        Statistics found = wanted.contains(Fact.STATISTICS) ? Statistics.of(segmentation) : null;
        watch.skip();
        Measurer.Found regions = measured(job, segmentation, watch);
        Target mask = job.target(Result.MASK);
        SoftEdge soft = mask != null || hasProduct(job) ? softEdge(image, segmentation.mask(), watch) : null;
        if (mask != null) {
            writeMask(mask, image, segmentation.mask(), soft);
            watch.lap("mask");
        }
        Target stages = job.target(Result.STAGES);
        if (stages != null) { // before the product, which is written over the image
            writer.writeStages(job.source().spokenName(), segmentation, options.segmentation(), stages.format(),
                    storage.output(stages));
            watch.lap("stages");
        }
        Target overlay = job.target(Result.OVERLAY);
        if (overlay != null) {
            encode(Result.OVERLAY, overlay, image,
                    () -> writeOverlay(overlay, image, segmentation.mask(), regions));
            watch.lap("overlay");
        }
        if (regions != null && LabelWriter.isWanted(job)) {
            LabelWriter.write(job, regions.regions(), image.attributes(), storage);
            watch.lap("labels");
        }
        Measured measured = regions == null ? null : regions.measured();
        Preview preview = null;
        ObjectPreview objects = null;
        if (report != null) { // like the stages
            preview = Preview.of(segmentation);
            objects = measured == null || regions == null ? null : ObjectPreview.of(image, regions.regions());
            watch.lap("preview");
        }
        writeProduct(job, image, segmentation.mask(), soft, watch);
        if (report != null && preview != null) {
            report.add(job, preview, objects, measured);
        }
        String odd = oddity(segmentation);
        if (odd != null) {
            options.notes().accept(job.source().spokenName(), odd);
        }
        return new Outcome.Done(job, found, watch.seconds(), read, null, measured);
    }

    /// What a person should know of a mask that parts nothing; null of all others.
    private static @Nullable String oddity(Segmentation segmentation) {
        Mask mask = segmentation.mask();
        if (!mask.isUniform()) {
            return null;
        }
        if (mask.contains(0, 0)) {
            return "all of it was taken: nothing is cut away";
        }
        return segmentation.foreground().isUniform()
                ? "nothing was found in it: the mask is empty"
                : "no region is left of what was found in it: the mask is empty";
    }

    /// Measures before anything is written: an image that cannot be measured has failed. Null when nothing is asked for.
    private Measurer.@Nullable Found measured(Job job, Segmentation segmentation, Stopwatch watch) {
        Measurer measurer = options.measurer();
        if (measurer == null) {
            return null;
        }
        Measurer.Found regions = measurer.of(job.source(), segmentation);
        LabelWriter.requireFits(job, regions.regions());
        watch.lap("measure");
        return regions;
    }

    private void writeOverlay(Target target, Image image, Mask mask, Measurer.@Nullable Found regions) {
        Output output = storage.output(target);
        if (regions == null) {
            options.writer().writeOverlay(image, mask, target.format(), output);
        } else {
            options.writer().writeOverlay(image, regions.regions(), target.format(), output);
        }
    }

    /// Has a picture written when there is room for the native code that writes it.
    private void encode(Result result, Target target, Image picture, Runnable work) {
        int bytes = ImageEncoder.outside(target.format(), options.encoding(result));
        Budget beside = reader.outside();
        if (beside == null || bytes == 0) {
            work.run();
            return;
        }
        try (Budget.Share share = beside.share()) {
            share.growTo((long) bytes * picture.width() * picture.height());
            work.run();
        }
    }

    private boolean hasProduct(Job job) {
        return job.target(Result.CUTOUT) != null || viewer != null;
    }

    /// The mask with the soft edge that was asked for; null when none was.
    private @Nullable SoftEdge softEdge(Image image, Mask mask, Stopwatch watch) {
        Edge edge = options.writer().product().edge();
        if (edge.isHard()) {
            return null;
        }
        SoftEdge soft = edge.of(image, mask);
        watch.lap("edge");
        return soft;
    }

    private void writeMask(Target target, Image image, Mask mask, @Nullable SoftEdge soft) {
        Output output = storage.output(target);
        encode(Result.MASK, target, image, () -> {
            if (soft == null) {
                PictureWriter.writeMask(mask, image.attributes(), target.format(), output);
            } else {
                PictureWriter.writeMask(soft.weights(), image.attributes(), target.format(), output);
            }
        });
    }

    /// Makes the cut-out, where it is wanted as a file or to be looked at; the image is given up.
    private void writeProduct(Job job, Image image, Mask mask, @Nullable SoftEdge soft, Stopwatch watch) {
        if (!hasProduct(job)) {
            return;
        }
        Target cutout = job.target(Result.CUTOUT);
        PictureWriter writer = options.writer();
        ImageFormat format = cutout == null ? ImageFormat.PNG : cutout.format();
        Image result = soft == null ? writer.cutout(image, mask, format) : writer.cutout(image, soft, format);
        watch.lap("product");
        if (cutout != null) {
            encode(Result.CUTOUT, cutout, result,
                    () -> writer.write(result, format, storage.output(cutout)));
            watch.lap("encode");
        }
        if (viewer != null) {
            viewer.accept(job.source(), result);
        }
    }
}
