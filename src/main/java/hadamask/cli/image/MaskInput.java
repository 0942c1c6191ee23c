package hadamask.cli.image;

import hadamask.cli.Console;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.image.MaskReading;
import hadamask.image.MaskReading.Finding;
import hadamask.image.SoftMask;
import hadamask.image.SoftMaskReading;
import org.jspecify.annotations.Nullable;

/// A picture that a command takes as a mask, and what was guessed about it.
///
/// @param mask what is in
/// @param weights the weights of a soft mask; null when it is hard
/// @param note what is to be said of the guess; empty when there was none
record MaskInput(Mask mask, @Nullable SoftMask weights, String note) {
    private static final String ZERO_AND_ONE = "its only samples are 0 and 1, it was taken as a mask of these (1 is in)";
    private static final String ALPHA = "what is seen of it has one colour, its alpha was taken as the mask";

    /// Reads a picture as a mask, as [MaskReading#of(Image)] does.
    ///
    /// @param input the name of the picture
    static MaskInput of(Input input, Image picture) {
        MaskReading reading;
        try {
            reading = MaskReading.of(picture);
        } catch (InputException e) {
            throw e.at(input.name());
        }
        String words = switch (reading.finding()) {
            case MASK -> "";
            case ZERO_AND_ONE -> ZERO_AND_ONE;
            case ALPHA -> ALPHA;
            case MANY_LEVELS -> "has " + reading.levels()
                    + " grey levels, expected a mask of two (what is brighter than half counts as in)";
            case ALL_BRIGHT -> "has " + reading.levels()
                    + " grey levels, all brighter than half, expected a mask of two (everything counts as in)";
        };
        return new MaskInput(reading.mask(), null, note(input, words));
    }

    /// Reads a picture as a soft mask, as [SoftMaskReading#of(Image)] does.
    ///
    /// @param input the name of the picture
    static MaskInput soft(Input input, Image picture) {
        SoftMaskReading reading = SoftMaskReading.of(picture);
        String words = reading.finding() == Finding.ZERO_AND_ONE
                ? ZERO_AND_ONE
                : reading.finding() == Finding.ALPHA ? ALPHA : "";
        return new MaskInput(reading.mask().hard(), reading.mask(), note(input, words));
    }

    private static String note(Input input, String words) {
        return words.isEmpty() ? "" : "note: " + input.name() + ": " + words;
    }

    /// Refuses a picture that has not the size of another.
    ///
    /// @param input the name of the picture
    /// @param other the name of the other one
    static void requireSize(Input input, Image picture, Input other, Image expected) {
        if (picture.width() != expected.width() || picture.height() != expected.height()) {
            throw new InputException("has " + picture.width() + " x " + picture.height() + " pixels, expected "
                    + expected.width() + " x " + expected.height() + " as " + other.name() + " has").at(input.name());
        }
    }

    /// Says what was guessed: when all is done, as a failure is one line and nothing else.
    void say(Console console) {
        if (!note.isEmpty()) {
            console.note(note);
        }
    }
}
