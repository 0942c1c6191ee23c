package hadamask.cli.image.mask;

import hadamask.file.Input;
import hadamask.image.Image;
import hadamask.image.MaskReading;
import hadamask.image.SoftMask;
import hadamask.image.SoftMaskReading;

/// A picture that a command takes as a soft mask, and what was guessed about it.
///
/// @param weights of the pixels
/// @param hard what counts as in where a mask of two is needed, with what is to be said of the guess
public record SoftMaskInput(SoftMask weights, MaskInput hard) {
    /// Reads a picture as a soft mask, as [SoftMaskReading#of(Image)] does.
    ///
    /// @param input the name of the picture
    /// @param inverted whether each weight is taken from 1
    public static SoftMaskInput of(Input input, Image picture, boolean inverted) {
        SoftMaskReading reading = SoftMaskReading.of(picture);
        SoftMask weights = inverted ? reading.mask().inverted() : reading.mask();
        return new SoftMaskInput(weights, new MaskInput(input, picture.attributes(),
                new MaskReading(weights.hard(), reading.finding(), 2, null)));
    }
}
