package hadamask.batch;

import hadamask.codec.ImageDecoder;
import hadamask.codec.format.Reading;
import hadamask.file.Input;
import hadamask.file.MemoryLimit;
import hadamask.image.Image;
import org.jspecify.annotations.Nullable;

/// Reads the images of a run, each when there is room for it.
///
/// @param reading how they are read
/// @param storage where they are
/// @param memory that there is
/// @param outside budget of the memory beside the heap, which native decoders take; null when there is but one image
record SourceReader(Reading reading, Storage storage, MemoryLimit memory, @Nullable Budget outside) {
    /// Bytes per pixel that images of a batch leave behind until the heap is cleared.
    private static final int GARBAGE = 2;

    /// The file of an image, or standard input.
    ///
    /// @throws hadamask.file.InputException if it is a folder
    Input input(Source source) {
        return Page.of(source.page(), storage.input(source).within(memory));
    }

    /// Decodes an image when there is room for it.
    ///
    /// @param content the bytes of the input
    /// @param work bytes per pixel that are taken beside the image to do what is asked for
    /// @throws hadamask.file.InputException if it is damaged, no image, or larger than what there is room for
    Image decoded(Input input, byte[] content, Budget.Share share, int work) {
        return decoded(input, content, share, work, 0);
    }

    /// The same of an image whose results are written by native code.
    ///
    /// @param writing bytes per pixel that this takes beside the heap
    Image decoded(Input input, byte[] content, Budget.Share share, int work, int writing) {
        Budget beside = outside;
        if (beside == null) {
            return ImageDecoder.decode(input, content,
                    reading.within(size -> size.require(memory, content.length, work + writing)));
        }
        try (Budget.Share decoder = beside.share()) {
            return ImageDecoder.decode(input, content, reading.within(size -> {
                long working = size.require(memory, content.length, work);
                memory.requireOutside(size.toString(), Math.max(size.outside(), writing * size.pixels()));
                share.growTo(content.length + working + GARBAGE * size.pixels());
                if (size.outside() > 0) {
                    decoder.growTo(size.outside());
                }
            }));
        }
    }
}
