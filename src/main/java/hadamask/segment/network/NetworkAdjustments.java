package hadamask.segment.network;

import org.jspecify.annotations.Nullable;

/// What a user says of a file of a network that does not say it itself; null for what the file is believed to want.
///
/// @param size of the pictures that it takes
/// @param mean what is taken off the samples, on the scale from 0 to 1
/// @param deviation what they are divided by then
/// @param order of the channels
public record NetworkAdjustments(@Nullable Size size, @Nullable Channels mean, @Nullable Channels deviation,
        @Nullable Order order) {
    /// Nothing is said.
    public static final NetworkAdjustments NONE = new NetworkAdjustments(null, null, null, null);

    /// Which sample of a pixel comes first.
    public enum Order {
        /// Red, green, blue.
        RGB,
        /// Blue, green, red.
        BGR
    }

    /// Columns and rows of a picture.
    ///
    /// @param width from 1
    /// @param height from 1
    public record Size(int width, int height) {
        public Size {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("a size of " + width + " x " + height);
            }
        }

        /// As it is written: `320x320`.
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /// A number for each channel, whatever their order is in the network.
    public record Channels(double red, double green, double blue) {
        /// The same for all.
        public static Channels all(double value) {
            return new Channels(value, value, value);
        }

        /// As it is written: `0.485,0.456,0.406`.
        @Override
        public String toString() {
            return red + "," + green + "," + blue;
        }
    }
}
