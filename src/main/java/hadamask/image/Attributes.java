package hadamask.image;

import org.jspecify.annotations.Nullable;

/// What travels with the pixels of an image from file to file.
///
/// @param colorProfile the embedded ICC profile as it stood in the file, or null: then samples are sRGB; never modified
/// @param resolution pixels per length, or null where the file does not say
@SuppressWarnings("ArrayRecordComponent") // bytes on their way from file to file: never compared
public record Attributes(byte @Nullable [] colorProfile, @Nullable Resolution resolution) {
    /// No profile, no resolution.
    public static final Attributes NONE = new Attributes(null, null);

    /// The same without the colour profile, for a picture whose samples are no colours.
    public Attributes withoutProfile() {
        return new Attributes(null, resolution);
    }

    /// Pixels per inch.
    ///
    /// @param x along a row, > 0
    /// @param y along a column, > 0
    public record Resolution(double x, double y) {
        public Resolution {
            if (!(x > 0 && y > 0)) {
                throw new IllegalArgumentException(x + " x " + y + " dpi");
            }
        }
    }
}
