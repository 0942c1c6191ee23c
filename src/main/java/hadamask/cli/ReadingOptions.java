package hadamask.cli;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.ImageDecoder;
import java.util.function.LongConsumer;

/// Options of reading images, shared by every command that does.
final class ReadingOptions {
    private final Option<Long> maxPixels = Option.of(250_000_000L, "N", OptionValues::pixels,
            "Refuse larger images before they are decoded (default: 250000000).", "--max-pixels");

    Option<Long> maxPixels() {
        return maxPixels;
    }

    Image read(Input input) {
        return decode(input, input.bytes(), bytes -> {
            // There is no other image to wait for.
        });
    }

    /// @param content of the input
    /// @param memory is told how many bytes the image will take, and returns when they may be taken
    Image decode(Input input, byte[] content, LongConsumer memory) {
        try {
            return ImageDecoder.decode(content, maxPixels.get(), memory);
        } catch (InputException e) {
            throw e.at(input.name());
        }
    }
}
