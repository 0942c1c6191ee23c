package hadamask.segment.network;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;

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

    /// As a picture: 0 ground, 255 object.
    public Image grey() {
        byte[] samples = new byte[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (int) (255 * values[i] + 0.5f);
        }
        return Image.of8Bit(width, height, Layout.GRAY, samples, Attributes.NONE);
    }
}
