package hadamask.cli.option;

import org.jspecify.annotations.Nullable;

/// A part of a whole from 0 to 1, or `auto`: then the picture decides.
///
/// @param share null for auto
public record AutoShare(@Nullable Double share) {
    /// The picture decides.
    public static final AutoShare AUTO = new AutoShare(null);

    /// The value of a word.
    public static AutoShare of(String word) {
        return word.equalsIgnoreCase("auto") ? AUTO : new AutoShare(OptionValues.share(word));
    }

    /// As it is written.
    @Override
    public String toString() {
        return share == null ? "auto" : Double.toString(share);
    }
}
