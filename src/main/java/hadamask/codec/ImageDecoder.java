package hadamask.codec;

import hadamask.codec.bmp.BmpReader;
import hadamask.codec.format.Damage;
import hadamask.codec.format.ImageFormat;
import hadamask.codec.format.PassedOver;
import hadamask.codec.format.PixelLimit;
import hadamask.codec.format.Reading;
import hadamask.codec.gif.GifFrames;
import hadamask.codec.gif.GifReader;
import hadamask.codec.jpeg.JpegReader;
import hadamask.codec.jpeg.PlatformCodec;
import hadamask.codec.npy.NpyLabels;
import hadamask.codec.png.PngReader;
import hadamask.codec.pnm.PnmReader;
import hadamask.codec.tiff.TiffReader;
import hadamask.codec.webp.WebpReader;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.NativeLibrary;
import hadamask.image.Image;
import hadamask.image.LabelImage;
import hadamask.image.PaletteImage;
import java.io.IOException;
import java.util.Arrays;
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
    ///
    /// @hidden public for other packages of Hadamask alone
    public static void prepareJpeg() {
        PlatformCodec.prepare();
    }

    /// The native code that WebP is read by. The package puts a file of it beside its jar.
    ///
    /// @hidden public for other packages of Hadamask alone
    public static NativeLibrary nativeLibrary() {
        return WebpReader.LIBRARY;
    }

    /// Decodes an image file of at most 250 megapixels that is not damaged.
    ///
    /// @param content the whole file
    /// @throws InputException if the content is no image, is damaged, or is too large; without the name of the file
    public static Image decode(byte[] content) {
        return decode(content, Reading.DEFAULT);
    }

    /// Decodes an image file that is not damaged.
    ///
    /// @param content the whole file
    /// @param maxPixels an image whose header claims more pixels is refused before a pixel is decoded
    /// @throws InputException if the content is no image, is damaged, or is too large; without the name of the file
    public static Image decode(byte[] content, long maxPixels) {
        return decode(content, Reading.upTo(maxPixels));
    }

    /// Decodes an image file.
    ///
    /// Memory: the image, and little more; an image that is not stored upright takes its size twice for a moment.
    ///
    /// @param content the whole file
    /// @param reading limits, and what becomes of damaged files
    /// @throws InputException if the content is no image, is too large, or is damaged and `reading` does not allow that, or
    ///         nothing of it can be read; without the name of the file
    /// @throws OutOfMemoryError if there is less memory than it takes; the caller knows how much there is, and says so
    public static Image decode(byte[] content, Reading reading) {
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
        Damage damage = new Damage(format, reading.damaged());
        try {
            Image image = read(format, content, new PixelLimit(reading.maxPixels(), reading.memory()), damage);
            String found = damage.first();
            if (found != null) {
                reading.warnings().accept(found);
            }
            passOver(format, content, reading);
            return image;
        } catch (InputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            String rest = damage.isRead() ? ", and nothing of it can be read" : "";
            throw new InputException("is a broken " + format + ": " + reason(e) + rest, e);
        } catch (StackOverflowError e) {
            throw new InputException("is a broken " + format + ": its structure is nested too deep", e);
        }
    }

    /// Decodes the content of an input.
    ///
    /// @param content of the input
    /// @param reading limits, and what becomes of damaged files; warnings are told with the name of the input before them
    /// @throws InputException as [#decode(byte[], Reading)] does, or if memory runs out; with the name of the input
    public static Image decode(Input input, byte[] content, Reading reading) {
        try {
            return decode(content, named(input, reading));
        } catch (InputException e) {
            throw e.at(input.name());
        } catch (OutOfMemoryError e) {
            throw input.memory().exceeded(e).at(input.name());
        }
    }

    /// Decodes numbers of objects that no [Image] holds: files of NumPy, and TIFF of 32 bits. Null where the content is
    /// something else, which may be an image of 8 or 16 bits, or broken.
    ///
    /// @param content of the input
    /// @throws InputException if it holds something else than numbers of objects, is damaged, or is too large; with the name of the input
    public static @Nullable LabelImage decodeNumbers(Input input, byte[] content, Reading reading) {
        boolean npy = NpyLabels.isNpy(content);
        if (!npy && ImageFormat.ofContent(content) != ImageFormat.TIFF) {
            return null;
        }
        Damage damage = new Damage(ImageFormat.TIFF, reading.damaged());
        try {
            PixelLimit limit = new PixelLimit(reading.maxPixels(), reading.memory());
            LabelImage numbers = npy ? NpyLabels.read(content, limit) : TiffReader.numbers(content, limit, damage);
            String found = damage.first();
            if (found != null && numbers != null) {
                reading.warnings().accept(input.name() + ": " + found);
            }
            if (numbers != null && !npy) {
                passOver(ImageFormat.TIFF, content, named(input, reading));
            }
            return numbers;
        } catch (InputException e) {
            throw e.at(input.name());
        } catch (IOException | RuntimeException e) {
            throw new InputException("is a broken " + (npy ? "file of NumPy" : "TIFF") + ": " + reason(e), e)
                    .at(input.name());
        } catch (OutOfMemoryError e) {
            throw input.memory().exceeded(e).at(input.name());
        }
    }

    private static Reading named(Input input, Reading reading) {
        return reading.warning(damage -> reading.warnings().accept(input.name() + ": " + damage))
                .passingOver(others -> reading.passedOver().accept(others.of(input.name())));
    }

    private static void passOver(ImageFormat format, byte[] content, Reading reading) {
        PassedOver.Kind kind = format == ImageFormat.TIFF ? PassedOver.Kind.PAGES : PassedOver.Kind.FRAMES;
        String words = switch (format) {
            case TIFF -> ImagePages.passedOver(content);
            case GIF -> frames(GifFrames.count(content));
            case WEBP -> frames(WebpReader.frames(content));
            case PNG, JPEG, BMP, PNM -> "";
        };
        if (!words.isEmpty()) {
            reading.passedOver().accept(new PassedOver(kind, words));
        }
    }

    private static String frames(int count) {
        return count > 1 ? "is an animation of " + count + " frames, of which the first was taken" : "";
    }

    /// Decodes the places in the palette of a PNG that has one, upright. Null where the content is something else, which may be an
    /// image, or broken.
    ///
    /// @param content of the input
    /// @throws InputException if it is damaged, or too large; with the name of the input
    public static @Nullable PaletteImage decodePalette(Input input, byte[] content, Reading reading) {
        if (ImageFormat.ofContent(content) != ImageFormat.PNG || !PngReader.hasPalette(content)) {
            return null;
        }
        Damage damage = new Damage(ImageFormat.PNG, reading.damaged()); // it is told when the colours are read, if not now
        try {
            PaletteImage found = PngReader.palette(content, new PixelLimit(reading.maxPixels(), reading.memory()),
                    damage);
            return damage.first() == null ? found : null;
        } catch (InputException e) {
            throw e.at(input.name());
        } catch (IOException | RuntimeException e) {
            return null; // said when it is read as a picture
        } catch (OutOfMemoryError e) {
            throw input.memory().exceeded(e).at(input.name());
        }
    }

    private static String formats() {
        return Arrays.stream(ImageFormat.values()).map(ImageFormat::toString).collect(Collectors.joining(", "));
    }

    private static Image read(ImageFormat format, byte[] content, PixelLimit limit, Damage damage)
            throws IOException {
        return switch (format) {
            case PNG -> PngReader.read(content, limit, damage);
            case JPEG -> JpegReader.read(content, limit, damage);
            case TIFF -> TiffReader.read(content, limit, damage);
            case BMP -> BmpReader.read(content, limit, damage);
            case PNM -> PnmReader.read(content, limit, damage);
            case GIF -> GifReader.read(content, limit, damage);
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
