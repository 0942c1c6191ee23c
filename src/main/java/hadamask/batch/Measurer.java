package hadamask.batch;

import hadamask.region.RegionLabels;
import hadamask.segment.Segmentation;
import org.jspecify.annotations.Nullable;

/// Finds the regions of what was segmented, and measures them, before results are written; several threads may ask at once.
public interface Measurer {
    /// The regions of an image.
    ///
    /// @param regions as they are numbered in pictures and tables
    /// @param measured their rows; null where no table is asked for
    record Found(RegionLabels regions, @Nullable Measured measured) {}

    /// Looks at an image.
    ///
    /// @throws hadamask.file.InputException if the image does not allow what is asked for
    Found of(Source source, Segmentation segmentation);

    /// Bytes per pixel that are taken beside the image and its mask.
    int memory();
}
