package hadamask.batch;

import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.Reading;
import hadamask.plot.Overlay;
import hadamask.segment.SegmentationOptions;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// All that decides what becomes of an image.
///
/// @param reading how it is read
/// @param segmentation how its mask is found
/// @param writer how its results are written
/// @param measurer what is measured in it; null when nothing is
/// @param notes takes what is odd about its mask: the name of the image, and what was found
public record CutOutOptions(Reading reading, SegmentationOptions segmentation, PictureWriter writer,
        @Nullable Measurer measurer, BiConsumer<String, String> notes) {
    /// Bytes per pixel that native encoders are handed.
    private static final int COPY = 4;

    /// Bytes per pixel that are taken beside the heap to write the results of a job: one after the other, so the largest counts.
    int outside(Job job) {
        int most = 0;
        for (Result result : new Result[]{Result.CUTOUT, Result.MASK, Result.OVERLAY}) {
            Target target = job.target(result);
            if (target != null) {
                most = Math.max(most, ImageEncoder.outside(target.format(), encoding(result)));
            }
        }
        return most;
    }

    /// How a result is encoded.
    Encoding encoding(Result result) {
        return result == Result.MASK ? Encoding.MASK : writer.encoding();
    }

    /// Bytes per pixel that are taken beside the image to do a job: in turns, so the largest counts.
    int memory(Job job) {
        int most = Math.max(Math.max(segmentation.method().memory(), segmentation.refinement().memory()),
                1 + writer.product().memory() + 1);
        int measured = measurer == null ? most : Math.max(most, measurer.memory() + 1);
        int drawn = job.target(Result.OVERLAY) == null ? measured : Math.max(measured, Overlay.MEMORY + 1);
        return outside(job) == 0 ? drawn : Math.max(drawn, 1 + writer.product().memory() + COPY);
    }
}
