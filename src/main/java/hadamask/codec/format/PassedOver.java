package hadamask.codec.format;

/// Pictures of a file that are not read, as one is read of each file.
///
/// @param kind what they are
/// @param words what the file holds and which picture was taken, in a phrase
public record PassedOver(Kind kind, String words) {
    /// What a file may have several of.
    public enum Kind {
        /// Pages of a stack, each of which can be read.
        PAGES,
        /// Frames of an animation, of which the first alone can be read.
        FRAMES
    }

    /// The same, with the name of the file before it.
    public PassedOver of(String file) {
        return new PassedOver(kind, file + ": " + words);
    }
}
