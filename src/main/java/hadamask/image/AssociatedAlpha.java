package hadamask.image;

/// Colours that were stored multiplied by alpha.
///
/// @hidden public for other packages of Hadamask alone
public final class AssociatedAlpha {
    private AssociatedAlpha() {
    }

    /// An image whose colours were stored multiplied by alpha, with the colours themselves:
    /// `min(max, round(v * max / alpha))`.
    public static Image divided(Image image) {
        Layout layout = image.layout();
        int n = layout.samples();
        int max = image.maxSample();
        int count = image.width() * image.height() * n;
        boolean deep = image.bitDepth() == 16;
        for (int i = 0; i < count; i += n) {
            int a = i + layout.alpha();
            long alpha = deep ? image.shorts()[a] & 0xFFFF : image.bytes()[a] & 0xFF;
            for (int s = i; s < i + n && alpha > 0; s++) {
                if (s != a) {
                    long v = deep ? image.shorts()[s] & 0xFFFF : image.bytes()[s] & 0xFF;
                    long divided = Math.min(max, (v * max + alpha / 2) / alpha);
                    if (deep) {
                        image.shorts()[s] = (short) divided;
                    } else {
                        image.bytes()[s] = (byte) divided;
                    }
                }
            }
        }
        return image;
    }
}
