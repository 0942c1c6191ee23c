package hadamask.codec.format;

import java.util.function.Consumer;

/// How an image file is read.
///
/// @param maxPixels an image whose header claims more pixels is refused before a pixel is decoded; at least 1
/// @param damaged what becomes of a file that is damaged or cut off
/// @param memory is told, before a pixel is decoded, what the image will take; it may wait until there is as much, or refuse
///        it by a [hadamask.file.InputException]
/// @param warnings is told, at most once for a file, what is damaged in an image that is read all the same
/// @param passedOver is told, at most once for a file, which pictures it holds beside the one that is read
public record Reading(long maxPixels, Damaged damaged, Consumer<PictureSize> memory, Consumer<String> warnings,
        Consumer<PassedOver> passedOver) {
    /// 250 megapixels, nothing that is damaged.
    public static final Reading DEFAULT = upTo(250_000_000);

    /// What becomes of a damaged file.
    public enum Damaged {
        /// It is refused: a picture that is not whole would be segmented as if it was.
        REFUSED,
        /// What can be decoded of it is read, the rest is black, grey or transparent, as the decoder leaves it.
        READ
    }

    /// Refuses damaged files and those of more pixels.
    public static Reading upTo(long maxPixels) {
        return new Reading(maxPixels, Damaged.REFUSED, size -> {
            // There is no other picture to wait for.
        }, warning -> {
            // There is none without damaged files.
        }, others -> {
            // The caller knows that it is the first.
        });
    }

    /// The same, with damaged files read as far as they go.
    ///
    /// @param listener is told, at most once for a file, what is damaged
    public Reading tolerant(Consumer<String> listener) {
        return new Reading(maxPixels, Damaged.READ, memory, listener, passedOver);
    }

    /// The same, with another who is told of damage.
    public Reading warning(Consumer<String> listener) {
        return new Reading(maxPixels, damaged, memory, listener, passedOver);
    }

    /// The same, with somebody who knows how much memory there is.
    public Reading within(Consumer<PictureSize> owner) {
        return new Reading(maxPixels, damaged, owner, warnings, passedOver);
    }

    /// The same, with somebody who is told of files that hold more than the picture that is read.
    public Reading passingOver(Consumer<PassedOver> listener) {
        return new Reading(maxPixels, damaged, memory, warnings, listener);
    }
}
