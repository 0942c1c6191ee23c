package hadamask.region;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;

/// How much the colour changes across the outline of a mask: an outline that follows the edge of a thing crosses a step of the
/// colours everywhere, one that wanders through a surface does not.
///
/// Wherever one of two neighbours in a row or a column is in and the other is out, the colours a few pixels off on both sides
/// are compared: the distance of red, green and blue, as a share of that from black to white. The contrast is the mean of all.
public final class OutlineContrast {
    /// The pixels that are compared are as far from the outline as this part of the shorter side.
    private static final int PART = 150;
    private static final int MIN_REACH = 2;

    private final Image image;
    private final Layout layout;
    private final int reach;
    private double sum;
    private long places;

    private OutlineContrast(Image image) {
        this.image = image;
        layout = image.layout();
        reach = Math.max(MIN_REACH, Math.min(image.width(), image.height()) / PART);
    }

    /// The contrast along the outline of a mask, in [0, 1]; 0 where there is no outline.
    ///
    /// @param mask of the size of the image
    public static double of(Image image, Mask mask) {
        return new OutlineContrast(image).mean(mask);
    }

    private double mean(Mask mask) {
        int width = mask.width();
        int height = mask.height();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean in = mask.contains(x, y);
                if (x + 1 < width && in != mask.contains(x + 1, y)) {
                    add(Math.max(0, x + 1 - reach), y, Math.min(width - 1, x + reach), y);
                }
                if (y + 1 < height && in != mask.contains(x, y + 1)) {
                    add(x, Math.max(0, y + 1 - reach), x, Math.min(height - 1, y + reach));
                }
            }
        }
        return places == 0 ? 0 : sum / places / (Math.sqrt(3) * image.maxSample());
    }

    private void add(int x1, int y1, int x2, int y2) {
        double red = image.sample(x1, y1, layout.red()) - image.sample(x2, y2, layout.red());
        double green = image.sample(x1, y1, layout.green()) - image.sample(x2, y2, layout.green());
        double blue = image.sample(x1, y1, layout.blue()) - image.sample(x2, y2, layout.blue());
        sum += Math.sqrt(red * red + green * green + blue * blue);
        places++;
    }
}
