package hadamask.segment;

/// What a mask rests on: what a [SegmentationMethod] saw in an image, without its pixels.
public sealed interface Evidence permits GrayClusters, LocalLevels, ColorClusters, ObjectCut, NetworkMask {
}
