package hadamask.cli.image;

import hadamask.file.Input;
import hadamask.image.Image;
import hadamask.image.SoftMask;
import hadamask.image.SoftMaskReading;

/// A picture that a command takes as a soft mask, and what was guessed about it.
///
/// @param weights of the pixels
/// @param hard what counts as in where a mask of two is needed, with what is to be said of the guess
record SoftMaskInput(SoftMask weights, MaskInput hard) {
    /// Reads a picture as a soft mask, as [SoftMaskReading#of(Image)] does.
    ///
    /// @param input the name of the picture
    /// @param inverted whether each weight is taken from 1
    static SoftMaskInput of(Input input, Image picture, boolean inverted) {
        SoftMaskReading reading = SoftMaskReading.of(picture);
        String words = switch (reading.finding()) {
            case ZERO_AND_ONE -> "its only samples are 0 and 1, it was taken as a mask of these (1 is in)";
            case ALPHA -> "what is seen of it has one colour, its alpha was taken as the mask";
            default -> "";
        };
        SoftMask weights = inverted ? reading.mask().inverted() : reading.mask();
        return new SoftMaskInput(weights,
                new MaskInput(weights.hard(), words.isEmpty() ? "" : "note: " + input.name() + ": " + words));
    }
}
