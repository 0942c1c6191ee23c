package hadamask.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.format.ImageFormat;
import hadamask.codec.format.Reading;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Damaged files of any format, where they are allowed: whatever a refusal promises is kept.
class TolerantTest {
    private static final Image PICTURE = Samples.random(new Random(8), 60, 50, Layout.BGR, 8, Attributes.NONE);

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "TIFF", "PNM"})
    void theFirstHalfOfAFileHasTheUpperPixels(ImageFormat format) {
        byte[] file = Samples.encode(PICTURE, format);
        Image whole = Samples.decode(file);
        // A TIFF has its directory at the end: its pixels are made shorter elsewhere.
        byte[] half = format == ImageFormat.TIFF ? file.clone() : Arrays.copyOf(file, file.length / 2);
        if (format == ImageFormat.TIFF) {
            Arrays.fill(half, file.length / 2, file.length / 2 + 300, (byte) 0);
        }
        List<String> warnings = new ArrayList<>();
        Image part = ImageDecoder.decode(half, Reading.DEFAULT.tolerant(warnings::add));
        assertEquals(1, warnings.size());
        assertEquals(whole.width(), part.width());
        assertEquals(whole.height(), part.height());
        for (int x = 0; x < 40; x++) {
            assertEquals(whole.sample(x, 0, 1), part.sample(x, 0, 1));
        }
    }

    @Test
    void aGifThatIsCutHasItsFirstRows() {
        byte[] file = Samples.file("palette.gif");
        List<String> warnings = new ArrayList<>();
        Image part = ImageDecoder.decode(Arrays.copyOf(file, file.length * 9 / 10),
                Reading.DEFAULT.tolerant(warnings::add));
        assertEquals(List.of("is a truncated GIF: the data end before the picture does"), warnings);
        assertEquals(Samples.decode(file).sample(5, 1, 0), part.sample(5, 1, 0));
    }

    @Test
    void aPngWithAWrongChecksumIsReadWithAWarning() {
        byte[] file = Samples.encode(PICTURE, ImageFormat.PNG);
        file[file.length - 14] ^= 1;
        List<String> warnings = new ArrayList<>();
        Image image = ImageDecoder.decode(file, Reading.DEFAULT.tolerant(warnings::add));
        assertEquals(PICTURE, image);
        assertTrue(warnings.getFirst().startsWith("has a wrong checksum in chunk IDAT"), warnings.toString());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPromisedIsKept(ImageFormat format) {
        byte[] file = format.writable()
                ? Samples.encode(PICTURE, format)
                : Samples.file(format == ImageFormat.GIF ? "palette.gif" : "lossless.webp");
        for (int length = 3; length < file.length; length += 1 + file.length / 200) {
            byte[] cut = Arrays.copyOf(file, length);
            try {
                Samples.decode(cut);
            } catch (InputException e) {
                if (e.remedy().kind() == Remedy.Kind.TOLERANT) {
                    List<String> warnings = new ArrayList<>();
                    ImageDecoder.decode(cut, Reading.DEFAULT.tolerant(warnings::add));
                    assertEquals(1, warnings.size(), format + " cut at " + length);
                }
            }
        }
    }

    @Test
    void whatHasNoPixelsIsRefusedAllTheSame() {
        byte[] file = Arrays.copyOf(Samples.encode(PICTURE, ImageFormat.PNG), 30);
        InputException e = assertThrows(InputException.class,
                () -> ImageDecoder.decode(file, Reading.DEFAULT.tolerant(warning -> {})));
        assertEquals("is a truncated PNG: the data end before the picture begins", e.problem());
    }
}
