package hadamask.segment;

/// Everything that decides what [Segmenter] makes of an image.
///
/// @param gray the grey of a pixel
/// @param separation how grey levels become clusters
/// @param foreground which clusters are the object
/// @param refinement what is done to the mask
/// @param invert whether the rest is kept instead of the object
public record SegmentationOptions(GrayScale gray, Separation separation, Foreground foreground, Refinement refinement,
        boolean invert) {
    /// Mean grey, 2-means, automatic foreground, all holes filled, closed by 5 x 5 ten times.
    public static final SegmentationOptions DEFAULT = new SegmentationOptions(GrayScale.MEAN,
            new Separation.KMeans(2, 0), new Foreground.Auto(), Refinement.DEFAULT, false);

    /// The same options with another way to separate grey levels.
    public SegmentationOptions with(Separation other) {
        return new SegmentationOptions(gray, other, foreground, refinement, invert);
    }

    /// The same options with another choice of the object.
    public SegmentationOptions with(Foreground other) {
        return new SegmentationOptions(gray, separation, other, refinement, invert);
    }

    /// The same options with another refinement of the mask.
    public SegmentationOptions with(Refinement other) {
        return new SegmentationOptions(gray, separation, foreground, other, invert);
    }
}
