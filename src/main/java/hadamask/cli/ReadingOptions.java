package hadamask.cli;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.ImageDecoder;

/// Options of reading images, shared by every command that does.
final class ReadingOptions {
    private final Option<Long> maxPixels = Option.of(250_000_000L, "N", OptionValues::pixels,
            "Refuse larger images before they are decoded (default: 250000000).", "--max-pixels");

    Option<Long> maxPixels() {
        return maxPixels;
    }

    Image read(Input input) {
        byte[] content = input.bytes();
        try {
            return ImageDecoder.decode(content, maxPixels.get());
        } catch (InputException e) {
            throw e.at(input.name());
        }
    }
}
