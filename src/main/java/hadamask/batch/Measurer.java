package hadamask.batch;

import hadamask.segment.Segmentation;

/// Measures what was found in an image, before its results are written; several threads may ask at once.
public interface Measurer {
    /// The rows of an image.
    ///
    /// @throws hadamask.file.InputException if the image does not allow what is asked for
    Measured of(Source source, Segmentation segmentation);

    /// Bytes per pixel that are taken beside the image and its mask.
    int memory();
}
