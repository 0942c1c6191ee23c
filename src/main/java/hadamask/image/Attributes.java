package hadamask.image;

import org.jspecify.annotations.Nullable;

/// What travels with the pixels of an image from file to file.
///
/// @param colorProfile the embedded ICC profile as it stood in the file, or null: then samples are sRGB; never modified
/// @param resolution pixels per length, or null where the file does not say
/// @param description what a TIFF says of its scale in words, or null; it is read, and never written
@SuppressWarnings("ArrayRecordComponent") // bytes on their way from file to file: never compared
public record Attributes(byte @Nullable [] colorProfile, @Nullable Resolution resolution,
        @Nullable Description description) {
    /// No profile, no resolution.
    public static final Attributes NONE = new Attributes(null, null);

    /// What files say but microscopes' TIFFs.
    public Attributes(byte @Nullable [] colorProfile, @Nullable Resolution resolution) {
        this(colorProfile, resolution, null);
    }

    /// The same with a description.
    public Attributes describedBy(@Nullable Description words) {
        return words == null ? this : new Attributes(colorProfile, resolution, words);
    }

    /// The same without the colour profile, for a picture whose samples are no colours.
    public Attributes withoutProfile() {
        return new Attributes(null, resolution, description);
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

    /// The words in which microscopes' programs say the size of a pixel, with the tags that go with them.
    ///
    /// @param text the description as it stands in the file, or the beginning of it: OME-XML, or the lines of ImageJ
    /// @param x pixels per unit along a row, as the tag has it; 0 where it is not there
    /// @param y the same along a column
    /// @param unit of the tags: 1 for none, 2 inch, 3 cm; 2 where the tag is not there
    public record Description(String text, double x, double y, int unit) {}
}
