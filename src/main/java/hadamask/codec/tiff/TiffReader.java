package hadamask.codec.tiff;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.Damage;
import hadamask.codec.format.PixelLimit;
import hadamask.codec.format.TiffTags;
import hadamask.codec.jpeg.JpegHeader;
import hadamask.codec.jpeg.JpegReader;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.LabelImage;
import hadamask.image.Orientation;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads the first page of a TIFF: start here, then [TiffKind] (what the pixels are), [TiffParts] (where they stand),
/// [TiffStrips] (their bytes), [TiffPixels] (samples of the image).
///
/// Own code, because the library took data that end too early for white, and some kinds of alpha for none.
public final class TiffReader {
    private TiffReader() {
    }

    /// Reads a TIFF file, upright.
    public static Image read(byte[] file, PixelLimit limit, Damage damage) throws IOException {
        TiffTags tags = TiffTags.of(file);
        TiffKind kind = TiffKind.of(tags, limit);
        byte[] profile = tags.bytes(TiffTags.COLOR_PROFILE);
        if (kind.compression() == TiffCompression.OLD_JPEG) {
            Image whole = oldJpeg(file, tags, kind, limit, damage);
            return tags.orientation().apply(whole
                    .with(new Attributes(profile, tags.resolution(), tags.description())));
        }
        TiffPixels pixels = new TiffPixels(kind, tags);
        new TiffStrips(file, tags, kind, damage).read(pixels);
        Image image = pixels.image(profile, tags.resolution());
        return tags.orientation().apply(image.with(image.attributes().describedBy(tags.description())));
    }

    /// Reads numbers of objects of 32 bits, or null where the pixels are something else.
    public static @Nullable LabelImage numbers(byte[] file, PixelLimit limit, Damage damage) throws IOException {
        TiffTags tags = TiffTags.of(file);
        if (!TiffKind.isNumbers(tags)) {
            return null;
        }
        TiffKind kind = TiffKind.of(tags, limit, true);
        if (tags.orientation() != Orientation.UPRIGHT) {
            throw new InputException("is a TIFF of 32 bits that is not stored upright, expected one that is");
        }
        if (kind.compression().isFax() || kind.compression().isJpeg()) {
            throw new BrokenImageException("its compression does not go with 32 bits per sample");
        }
        TiffNumbers numbers = new TiffNumbers(kind, tags, tags.pixelNumber(TiffTags.SAMPLE_FORMAT, 1));
        new TiffStrips(file, tags, kind, damage).read(numbers);
        return numbers.labels(tags);
    }

    /// A JPEG of the old kind is read where it stands in the file as a whole.
    private static Image oldJpeg(byte[] file, TiffTags tags, TiffKind kind, PixelLimit limit, Damage damage)
            throws IOException {
        long from = tags.pixelNumber(TiffTags.JPEG_STREAM, 0);
        long length = tags.pixelNumber(TiffTags.JPEG_STREAM_LENGTH, file.length);
        int to = (int) Math.min(file.length, from + length);
        boolean whole = from > 0 && from + 4 < to && file[(int) from] == (byte) 0xFF
                && file[(int) from + 1] == (byte) 0xD8;
        if (!whole) {
            throw unreadOldJpeg();
        }
        byte[] jpeg = Arrays.copyOfRange(file, (int) from, to);
        JpegHeader header = JpegHeader.of(jpeg);
        if (header.width() != kind.width() || header.height() != kind.height()) {
            throw unreadOldJpeg();
        }
        // The memory has been asked for.
        return JpegReader.read(jpeg, new PixelLimit(limit.maxPixels(), size -> {}), damage);
    }

    private static InputException unreadOldJpeg() {
        return TiffCompression.unread("JPEG of the old kind, in parts",
                "write it again with tiffcp -c lzw IN.tif OUT.tif");
    }
}
