package hadamask.segment.edge;

import hadamask.image.Image;
import hadamask.image.SoftMask;
import org.jspecify.annotations.Nullable;

/// A soft mask, and what is known of the colours at its edge.
public final class SoftEdge {
    private final SoftMask weights;
    private final @Nullable LocalColors colors;

    SoftEdge(SoftMask weights, @Nullable LocalColors colors) {
        this.weights = weights;
        this.colors = colors;
    }

    /// The edge of a soft mask, with the colours that the picture has.
    public static SoftEdge of(SoftMask weights) {
        return new SoftEdge(weights, null);
    }

    /// The weights.
    public SoftMask weights() {
        return weights;
    }

    /// Frees the colours of pixels whose weight is neither 0 nor 1 from their share of background, in place: what is left
    /// is the colour of the object alone. Does nothing where the edge knows no colours, as a feather.
    ///
    /// @throws IllegalArgumentException if the image has another size than the mask
    public void free(Image image) {
        if (image.width() != weights.width() || image.height() != weights.height()) {
            throw new IllegalArgumentException(image + " and " + weights.weights());
        }
        if (colors != null) {
            colors.free(image, weights);
        }
    }
}
