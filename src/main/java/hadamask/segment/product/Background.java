package hadamask.segment.product;

import hadamask.image.Image;
import java.util.Locale;

/// What stands where the mask is 0.
public sealed interface Background {
    /// Nothing: alpha is 0 there.
    record Transparent() implements Background {
        @Override
        public String word() {
            return "transparent";
        }

        @Override
        public boolean isOpaque() {
            return false;
        }
    }

    /// A colour, opaque.
    ///
    /// @param red from 0 to 255
    /// @param green from 0 to 255
    /// @param blue from 0 to 255
    record Color(int red, int green, int blue) implements Background {
        public Color {
            if (((red | green | blue) & ~0xFF) != 0) {
                throw new IllegalArgumentException(red + ", " + green + ", " + blue);
            }
        }

        @Override
        public String word() {
            return (red | green | blue) == 0 ? "black" : hex(red, green, blue);
        }

        @Override
        public boolean isOpaque() {
            return true;
        }

        boolean isGray() {
            return red == green && green == blue;
        }
    }

    /// A colour that lets a part of what is behind it through.
    ///
    /// @param red from 0 to 255, not multiplied by alpha
    /// @param green from 0 to 255
    /// @param blue from 0 to 255
    /// @param alpha from 1 to 254: with 0 it is [Transparent], with 255 [Color]
    record Translucent(int red, int green, int blue, int alpha) implements Background {
        public Translucent {
            if (((red | green | blue) & ~0xFF) != 0 || alpha < 1 || alpha > 0xFE) {
                throw new IllegalArgumentException(red + ", " + green + ", " + blue + ", " + alpha);
            }
        }

        @Override
        public String word() {
            return hex(red, green, blue) + String.format(Locale.ROOT, "%02x", alpha);
        }

        @Override
        public boolean isOpaque() {
            return false;
        }
    }

    /// A picture, scaled to cover the image and cropped at its centre.
    ///
    /// Its samples are taken as they are, whatever colour profile it has. Depth and layout are those of the product, which has
    /// colours where the picture has, and alpha where the picture has.
    ///
    /// @param image the picture, upright; its pixels are read and never written
    record Picture(Image image) implements Background {
        @Override
        public String word() {
            return image.toString();
        }

        @Override
        public boolean isOpaque() {
            return !image.layout().hasAlpha();
        }
    }

    /// As it is written: `black`, `transparent`, or as in `#c03020`.
    String word();

    /// Whether nothing shines through: a product on it needs no alpha.
    boolean isOpaque();

    /// A colour as `#rrggbb`.
    static String hex(int red, int green, int blue) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /// Zero, as the Hadamard product has it.
    Background BLACK = new Color(0, 0, 0);
}
