package hadamask.cli.image;

import hadamask.cli.Console;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.image.MaskReading;

/// A picture that a command takes as a mask, and what was guessed about it.
///
/// @param mask what is in
/// @param note what is to be said of the guess; empty when there was none
record MaskInput(Mask mask, String note) {
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
            case ZERO_AND_ONE -> "its only samples are 0 and 1, it was taken as a mask of these (1 is in)";
            case ALPHA -> "what is seen of it has one colour, its alpha was taken as the mask";
            case MANY_LEVELS -> "has " + reading.levels()
                    + " grey levels, expected a mask of two (what is brighter than half counts as in)";
            case ALL_BRIGHT -> "has " + reading.levels()
                    + " grey levels, all brighter than half, expected a mask of two (everything counts as in)";
        };
        return new MaskInput(reading.mask(), words.isEmpty() ? "" : "note: " + input.name() + ": " + words);
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
