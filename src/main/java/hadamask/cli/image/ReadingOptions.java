package hadamask.cli.image;

import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.codec.ImageDecoder;
import hadamask.codec.format.PictureSize;
import hadamask.codec.format.Reading;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.image.Image;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/// Options of reading images, shared by every command that does.
final class ReadingOptions {
    private final Option<Long> maxPixels = Option.of(250_000_000L, "N", OptionValues::pixels,
            "Refuse larger images before they are decoded (default: 250000000).", "--max-pixels");

    private final Option<Boolean> tolerant = Option.flag(
            "Read damaged images as far as they go, with a warning for each.", "--tolerant");

    /// Bytes of the images that were read.
    private long kept;

    void declare(CommandSpec command) {
        command.addOption(maxPixels.spec()).addOption(tolerant.spec());
    }

    /// Everything here that decides whether and how an image is read.
    String settings() {
        return "tolerant=" + tolerant.get();
    }

    /// Reads an image; more than one is read one after the other, and all of them are kept.
    ///
    /// @param work bytes per pixel that are taken beside the image to do what is asked for
    Image read(Console console, Input input, int work) {
        byte[] content = input.bytes();
        return decode(console, input, content,
                size -> kept += require(input.memory(), kept + content.length, size, work));
    }

    /// Refuses what does not fit into the memory.
    ///
    /// @param kept bytes that are there already: the file, and earlier images
    /// @param work bytes per pixel that are taken beside the image to do what is asked for
    /// @return bytes that the image takes until its results are written
    static long require(MemoryLimit memory, long kept, PictureSize size, int work) {
        // The platform's decoder is given a copy of the file; what it keeps beside the heap the heap has not taken yet.
        long decoding = kept + size.pixels() * (size.pixelBytes() + size.decodingBytes()) + size.outside();
        long working = size.pixels() * (size.pixelBytes() + work);
        memory.require(size.toString(), Math.max(decoding, kept + working));
        return working;
    }

    /// @param content of the input
    /// @param memory is told what the image will take, and returns when that may be taken
    Image decode(Console console, Input input, byte[] content, Consumer<PictureSize> memory) {
        try {
            Reading reading = Reading.upTo(maxPixels.get()).within(memory);
            return ImageDecoder.decode(content, tolerant.get()
                    ? reading.tolerant(damage -> console.note(
                            "warning: " + input.name() + ": " + damage + " (what is there is read)"))
                    : reading);
        } catch (InputException e) {
            throw e.at(input.name());
        } catch (OutOfMemoryError e) {
            throw input.memory().exceeded(e).at(input.name());
        }
    }
}
