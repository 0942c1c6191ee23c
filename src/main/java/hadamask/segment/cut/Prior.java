package hadamask.segment.cut;

import hadamask.image.Image;

/// What stands out from a picture, as something else than its saliency knows it, such as a network.
@FunctionalInterface
public interface Prior {
    /// @param image what is looked at: a whole picture, or what is in and around a box
    /// @param width columns of the map
    /// @param height rows of the map
    /// @return how probable it is that each pixel is of the object, row by row, from 0 to 1
    float[] of(Image image, int width, int height);
}
