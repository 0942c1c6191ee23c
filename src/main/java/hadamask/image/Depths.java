package hadamask.image;

/// Other forms of the same picture, for encoders that do not have all.
public final class Depths {
    private Depths() {
    }

    /// The image with each sample rounded to the nearest of 8 bits: `(v * 255 + 32767) / 65535`. Itself where it has 8
    /// bits already.
    public static Image to8Bit(Image image) {
        if (image.bitDepth() == 8) {
            return image;
        }
        Layout from = image.layout();
        Layout to = from.isColor() ? Layout.color(8, from.hasAlpha()) : from;
        short[] deep = image.shorts();
        byte[] samples = new byte[deep.length];
        int n = from.samples();
        int[] places = {to.red(), to.green(), to.blue(), to.alpha()};
        int[] origins = {from.red(), from.green(), from.blue(), from.alpha()};
        for (int c = from.isColor() ? 0 : 2; c < (from.hasAlpha() ? 4 : 3); c++) {
            for (int i = origins[c], o = places[c]; o < samples.length; i += n, o += n) {
                samples[o] = (byte) (((deep[i] & 0xFFFF) * 255 + 32767) / 65535);
            }
        }
        return Image.of8Bit(image.width(), image.height(), to, samples, image.attributes());
    }
}
