package hadamask.image;

/// A picture whose samples are numbers of objects: 0 is background, and the pixels of one number are one object.
///
/// Memory: 4 bytes per pixel. The array is not copied: whoever takes it to write over it must be the last who needs it.
///
/// @param width columns, at least 1
/// @param height rows, at least 1
/// @param numbers a number from 0 on for each pixel, row by row from the top left
/// @param attributes what travels with the pixels
@SuppressWarnings("ArrayRecordComponent") // pixels, never compared
public record LabelImage(int width, int height, int[] numbers, Attributes attributes) {
    public LabelImage {
        if (width < 1 || height < 1 || (long) width * height != numbers.length) {
            throw new IllegalArgumentException(width + " x " + height + " does not have " + numbers.length + " pixels");
        }
    }

    /// The largest number.
    public int largest() {
        int largest = 0;
        for (int number : numbers) {
            largest = Math.max(largest, number);
        }
        return largest;
    }

    /// Whether a number other than 0 and this one is there.
    boolean hasOther(int number) {
        for (int n : numbers) {
            if (n != 0 && n != number) {
                return true;
            }
        }
        return false;
    }

    /// The pixels of all objects.
    public Mask mask() {
        byte[] values = new byte[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (numbers[i] > 0 ? 1 : 0);
        }
        return new Mask(width, height, values);
    }
}
