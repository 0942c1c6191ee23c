package hadamask.segment;

/// What stands where the mask is 0.
public sealed interface Background {
    /// Nothing: alpha is 0 there.
    record Transparent() implements Background {}

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

        boolean isGray() {
            return red == green && green == blue;
        }
    }

    /// Zero, as the Hadamard product has it.
    Background BLACK = new Color(0, 0, 0);
}
