package hadamask.segment.network;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.segment.network.NetworkAdjustments.Size;

/// How probable it is that a pixel is of the object, as a network says it: from 0 to 1, stretched over the whole picture.
///
/// @param width columns
/// @param height rows
/// @param values row by row; not copied
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record ObjectMap(int width, int height, float[] values) {
    /// The same in another number of columns and rows, row by row: means over areas, or straight lines between the middles of pixels.
    public float[] at(int columns, int rows) {
        return Resampling.of(values, 1, width, height, columns, rows);
    }

    /// The same moved to where it belongs, of a picture that was enlarged with its first pixel in place.
    ///
    /// @param columns of the picture
    /// @param rows of the picture
    /// @param size to which it was enlarged, or reduced, which moves nothing
    ObjectMap fromCorners(int columns, int rows, Size size) {
        return new ObjectMap(width, height, Resampling.moved(values, width, height,
                moved(width, columns, size.width()), moved(height, rows, size.height())));
    }

    /// By how much of its pixels a map is moved: by half a pixel of what it was made of less half a pixel of the picture.
    private static double moved(int length, int from, int to) {
        return from >= to ? 0 : length * (0.5 / to - 0.5 / from);
    }

    /// As a picture: 0 ground, 255 object.
    public Image grey() {
        byte[] samples = new byte[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (int) (255 * values[i] + 0.5f);
        }
        return Image.of8Bit(width, height, Layout.GRAY, samples, Attributes.NONE);
    }
}
