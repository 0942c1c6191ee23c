package hadamask.cli;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.ImageDecoder;
import picocli.CommandLine.Option;

/// Options of reading images, shared by every command that does.
final class ReadingOptions {
    @Option(names = "--max-pixels", paramLabel = "N", converter = OptionValues.PixelsValue.class, description = "Refuse larger images before they are decoded (default: 250000000).")
    private long maxPixels = 250_000_000;

    Image read(Input input) {
        byte[] content = input.bytes();
        try {
            return ImageDecoder.decode(content, maxPixels);
        } catch (InputException e) {
            throw e.at(input.name());
        }
    }
}
