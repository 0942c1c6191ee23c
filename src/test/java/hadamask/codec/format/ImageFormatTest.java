package hadamask.codec.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hadamask.codec.Samples;
import org.junit.jupiter.api.Test;

class ImageFormatTest {
    @Test
    void theEndingOfANameDecidesWhatIsWritten() {
        assertEquals(ImageFormat.PNG, ImageFormat.ofName("a/b.c/cut.PNG"));
        assertEquals(ImageFormat.JPEG, ImageFormat.ofName("x.jpeg"));
        assertEquals(ImageFormat.TIFF, ImageFormat.ofName("x.y.tif"));
        assertEquals(ImageFormat.PNM, ImageFormat.ofName("x.ppm"));
        assertNull(ImageFormat.ofName("x.xyz"));
        assertNull(ImageFormat.ofName("png"));
        assertNull(ImageFormat.ofName("x."));
        assertNull(ImageFormat.ofName(""));
    }

    @Test
    void theEndingsThatCanBeWrittenAreListed() {
        assertEquals(".png, .jpg, .jpeg, .jpe, .tif, .tiff, .bmp, .dib, .ppm, .pgm, .pnm, .webp",
                ImageFormat.writableEndings());
    }

    @Test
    void contentIsRecognisedWhateverTheName() {
        assertEquals(ImageFormat.WEBP, ImageFormat.ofContent(Samples.file("lossy.webp")));
        assertEquals(ImageFormat.GIF, ImageFormat.ofContent(Samples.file("palette.gif")));
        assertEquals(ImageFormat.TIFF, ImageFormat.ofContent(Samples.file("lzw.tif")));
        assertEquals(ImageFormat.BMP, ImageFormat.ofContent(Samples.file("colour.bmp")));
        assertNull(ImageFormat.ofContent(new byte[]{1, 2}));
        assertNull(ImageFormat.ofContent(new byte[0]));
    }
}
