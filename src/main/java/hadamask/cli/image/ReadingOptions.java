package hadamask.cli.image;

import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.codec.ImageDecoder;
import hadamask.codec.format.Reading;
import hadamask.file.Input;
import hadamask.image.Image;
import hadamask.image.MaskReading;
import picocli.CommandLine.Model.CommandSpec;

/// Options of reading images, shared by every command that does.
final class ReadingOptions {
    private final Option<Long> maxPixels = Option.of(250_000_000L, "N", OptionValues::pixels,
            "Refuse larger images before they are decoded (default: 250000000).", "--max-pixels").aside();

    private final Option<Boolean> tolerant = Option.flag(
            "Read damaged images as far as they go, with a warning for each.", "--tolerant");

    /// Bytes of the images that were read.
    private long kept;

    void declare(CommandSpec command) {
        command.addOption(maxPixels.spec()).addOption(tolerant.spec());
    }

    /// How images are read.
    Reading reading(Console console) {
        Reading reading = Reading.upTo(maxPixels.get());
        return tolerant.get()
                ? reading.tolerant(damage -> console.note("warning: " + damage + " (what is there is read)"))
                : reading;
    }

    /// Reads a mask or numbers of objects; like [#read], with which it shares the memory.
    MaskInput readMask(Console console, Input input, int work, MaskReading.As as) {
        byte[] content = input.bytes();
        return MaskInput.of(input, content, reading(console).within(
                size -> kept += size.require(input.memory(), kept + content.length, work + MaskInput.NUMBERS)), as);
    }

    /// Reads an image; more than one is read one after the other, and all of them are kept.
    ///
    /// @param work bytes per pixel that are taken beside the image to do what is asked for
    Image read(Console console, Input input, int work) {
        byte[] content = input.bytes();
        return ImageDecoder.decode(input, content, reading(console)
                .within(size -> kept += size.require(input.memory(), kept + content.length, work)));
    }
}
