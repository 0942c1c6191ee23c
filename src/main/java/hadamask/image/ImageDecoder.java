package hadamask.image;

import hadamask.file.InputException;
import hadamask.file.NativeLibrary;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns the content of an image file into an [Image]: any of the formats of [ImageFormat], recognised by content,
/// upright whatever its orientation tag says, with its colour profile and resolution.
///
/// Samples are those of the file, never converted to another colour space; only CMYK becomes RGB, and grey levels of
/// less than 8 bits are scaled to 8. This is the only place that knows that libraries fail in many ways: every failure
/// leaves here as an [InputException].
public final class ImageDecoder {
    private ImageDecoder() {
    }

    /// Loads the platform's JPEG codec, so that the first JPEG need not wait for it.
    public static void prepareJpeg() {
        Plugins.prepare();
    }

    /// The native code that WebP is read by. The package puts a file of it beside its jar.
    public static NativeLibrary nativeLibrary() {
        return WebpReader.LIBRARY;
    }

    /// Decodes an image file.
    ///
    /// @param content the whole file
    /// @param maxPixels an image whose header claims more pixels is refused before a pixel is decoded
    /// @throws InputException if the content is no image, is damaged, or is too large; without the name of the file
    public static Image decode(byte[] content, long maxPixels) {
        return decode(content, maxPixels, size -> {
            // There is no other picture to wait for.
        });
    }

    /// Decodes an image file among others.
    ///
    /// Memory: the image, and little more; an image that is not stored upright takes its size twice for a moment.
    ///
    /// @param content the whole file
    /// @param maxPixels an image whose header claims more pixels is refused before a pixel is decoded
    /// @param memory is told, before a pixel is decoded, what the image will take; it may wait until there is as much, or
    ///        refuse it by an [InputException]
    /// @throws InputException if the content is no image, is damaged, or is too large; without the name of the file
    /// @throws OutOfMemoryError if there is less memory than it takes; the caller knows how much there is, and says so
    public static Image decode(byte[] content, long maxPixels, Consumer<PictureSize> memory) {
        if (content.length == 0) {
            throw new InputException("is an empty file");
        }
        ImageFormat format = ImageFormat.ofContent(content);
        OtherFormat other = format == null || format == ImageFormat.TIFF ? OtherFormat.ofContent(content) : null;
        if (other != null) {
            throw new InputException("is " + other.description() + ", which is not read, expected " + formats(),
                    other.remedy());
        }
        if (format == null) {
            throw new InputException("is not an image: none of " + formats() + " was recognised");
        }
        try {
            return read(format, content, new PixelLimit(maxPixels, memory));
        } catch (InputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new InputException("is a broken " + format + ": " + reason(e), e);
        } catch (StackOverflowError e) {
            throw new InputException("is a broken " + format + ": its structure is nested too deep", e);
        }
    }

    private static String formats() {
        return Arrays.stream(ImageFormat.values()).map(ImageFormat::toString).collect(Collectors.joining(", "));
    }

    private static Image read(ImageFormat format, byte[] content, PixelLimit limit) throws IOException {
        return switch (format) {
            case PNG -> PngReader.read(content, limit);
            case JPEG -> JpegReader.read(content, limit);
            case TIFF -> TiffReader.read(content, limit);
            case BMP -> BmpReader.read(content, limit);
            case PNM -> PnmReader.read(content, limit);
            case GIF -> GifReader.read(content, limit);
            case WEBP -> WebpReader.read(content, limit);
        };
    }

    private static String reason(Exception e) {
        @Nullable
        String message = e.getMessage();
        if (message == null || message.isBlank() || e instanceof IndexOutOfBoundsException
                || e instanceof ArithmeticException || e instanceof NegativeArraySizeException) {
            return "its data make no sense";
        }
        String line = message.strip();
        int end = line.indexOf('\n');
        return (end < 0 ? line : line.substring(0, end)).strip();
    }
}
