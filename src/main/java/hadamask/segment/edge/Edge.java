package hadamask.segment.edge;

import hadamask.image.Image;
import hadamask.image.Mask;

/// How the edge of a mask is made soft.
///
/// @param kind of the edge
/// @param width pixels, not negative: of a feather the whole ramp, of a matte the band on either side of the edge; 0 is hard
public record Edge(Kind kind, int width) {
    /// The widest feather.
    public static final int MAX_FEATHER = 500;
    /// The widest matte.
    public static final int MAX_MATTE = 100;
    /// The edge as it is: in or out.
    public static final Edge HARD = new Edge(Kind.FEATHER, 0);

    /// Where the weights of a soft edge come from.
    public enum Kind {
        /// From the distance to the edge alone.
        FEATHER,
        /// From the colours of the picture, which are freed from those of the background.
        MATTE
    }

    public Edge {
        if (width < 0 || width > (kind == Kind.FEATHER ? MAX_FEATHER : MAX_MATTE)) {
            throw new IllegalArgumentException("an edge of " + width);
        }
    }

    /// Whether the mask stays as it is.
    public boolean isHard() {
        return width == 0;
    }

    /// Bytes per pixel that it takes at most beside the picture and the mask.
    public int memory() {
        return isHard() ? 0 : kind == Kind.FEATHER ? 3 : 10;
    }

    /// The soft edge of a mask, in steps of 1/255 or 1/65535 as the picture is of 8 or 16 bits.
    ///
    /// Time: linear in the pixels, and in the pixels near the edge times the width. The same for any number of threads.
    ///
    /// @throws IllegalArgumentException if the mask has another size than the image
    public SoftEdge of(Image image, Mask mask) {
        if (image.width() != mask.width() || image.height() != mask.height()) {
            throw new IllegalArgumentException(image + " and " + mask);
        }
        return kind == Kind.FEATHER || isHard()
                ? new SoftEdge(Feather.of(mask, width, image.bitDepth()), null)
                : Matte.of(image, mask, width);
    }
}
