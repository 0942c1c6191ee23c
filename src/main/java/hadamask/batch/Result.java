package hadamask.batch;

/// A file that is written for each image.
public enum Result {
    /// The product of the image and its mask.
    CUTOUT,
    /// The mask.
    MASK,
    /// The picture of all stages.
    STAGES,
    /// The image with the outline of the mask and a tint.
    OVERLAY,
    /// The numbers of the regions, for programs.
    LABELS,
    /// The regions in colours, for people.
    LABELS_COLOR
}
