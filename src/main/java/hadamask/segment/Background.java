package hadamask.segment;

import java.util.Locale;

/// What stands where the mask is 0.
public sealed interface Background {
    /// Nothing: alpha is 0 there.
    record Transparent() implements Background {
        @Override
        public String word() {
            return "transparent";
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
            return equals(BLACK) ? "black" : hex(red, green, blue);
        }

        boolean isGray() {
            return red == green && green == blue;
        }
    }

    /// As it is written: `black`, `transparent`, or as in `#c03020`.
    String word();

    /// A colour as `#rrggbb`.
    static String hex(int red, int green, int blue) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /// Zero, as the Hadamard product has it.
    Background BLACK = new Color(0, 0, 0);
}
