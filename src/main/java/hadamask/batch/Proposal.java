package hadamask.batch;

import hadamask.segment.SegmentationOptions;

/// A way of segmenting that is tried.
///
/// @param words what is typed to have it
/// @param options the same as options
public record Proposal(String words, SegmentationOptions options) {
    /// Bytes per pixel that are taken beside the image.
    int memory() {
        return Math.max(options.method().memory(), options.refinement().memory());
    }
}
