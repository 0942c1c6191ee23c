package hadamask.image;

/// A picture whose pixels are places in a palette, as files have it: such as the numbers of objects or classes in the files of
/// Pascal VOC, which show them in colours.
///
/// @param indices a grey picture of 8 bits without alpha: a sample is a place in the palette, from 0
/// @param colors red, green and blue of each entry, at most 256; an index beyond them is black
/// @param transparent whether the first entry is not seen
@SuppressWarnings("ArrayRecordComponent") // looked at, never compared
public record PaletteImage(Image indices, byte[] colors, boolean transparent) {
    /// The place that Pascal VOC has for pixels that belong to nothing for sure, such as those between two objects.
    public static final int VOID = 255;

    public PaletteImage {
        if (indices.layout() != Layout.GRAY || indices.bitDepth() != 8) {
            throw new IllegalArgumentException(indices.toString());
        }
    }

    /// The colour of an entry, as 0xRRGGBB.
    int color(int index) {
        return 3 * index + 2 < colors.length
                ? (colors[3 * index] & 0xFF) << 16 | (colors[3 * index + 1] & 0xFF) << 8
                        | (colors[3 * index + 2] & 0xFF)
                : 0;
    }

    /// Whether the first entry is what one expects behind objects: black, or nothing.
    boolean hasBackground() {
        return transparent || color(0) == 0;
    }

    /// Whether every entry that occurs is a grey: then it is a grey picture that was packed by a palette.
    boolean isGray() {
        boolean[] used = used();
        for (int i = 0; i < used.length; i++) {
            int color = color(i);
            if (used[i] && ((color >> 16) != (color >> 8 & 0xFF) || (color >> 8 & 0xFF) != (color & 0xFF))) {
                return false;
            }
        }
        return true;
    }

    /// Whether every entry that occurs has the colour of Pascal VOC, so that there is no doubt what it is.
    boolean isVoc() {
        boolean[] used = used();
        for (int i = 0; i < used.length; i++) {
            if (used[i] && color(i) != vocColor(i)) {
                return false;
            }
        }
        return true;
    }

    boolean hasVoid() {
        return used()[VOID];
    }

    /// The colour of Pascal VOC: the bits of the number, the lowest first, are dealt out to red, green and blue, the highest first.
    static int vocColor(int index) {
        int color = 0;
        for (int bit = 0; bit < 8; bit++) {
            color |= (index >> bit & 1) << (16 - 8 * (bit % 3) + 7 - bit / 3);
        }
        return color;
    }

    /// The numbers of the pixels.
    ///
    /// @param out the number that is background beside 0; 0 for none
    LabelImage labels(int out) {
        byte[] samples = indices.bytes();
        int[] numbers = new int[samples.length];
        for (int i = 0; i < numbers.length; i++) {
            int number = samples[i] & 0xFF;
            numbers[i] = number == out ? 0 : number;
        }
        return new LabelImage(indices.width(), indices.height(), numbers, indices.attributes().withoutProfile());
    }

    private boolean[] used() {
        boolean[] used = new boolean[256];
        for (byte sample : indices.bytes()) {
            used[sample & 0xFF] = true;
        }
        return used;
    }
}
