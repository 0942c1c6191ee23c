package hadamask.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Files that are not read are called by their names. Their first bytes are those of the formats' specifications.
class OtherFormatTest {
    /// The first bytes of a file of 200, and what it is.
    private static final Map<String, OtherFormat> HEADS = new LinkedHashMap<>();

    static {
        HEADS.put("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", OtherFormat.HEIC);
        HEADS.put("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", OtherFormat.HEIC);
        HEADS.put("\0\0\0\u0018ftypheix\0\0\0\0mif1heix", OtherFormat.HEIC);
        HEADS.put("\0\0\0\u001Cftypavif\0\0\0\0avifmif1miaf", OtherFormat.AVIF);
        HEADS.put("\0\0\0\u001Cftypmif1\0\0\0\0mif1avifmiaf", OtherFormat.AVIF);
        HEADS.put("\0\0\0\u0014ftypcrx \0\0\0\1crx ", OtherFormat.RAW);
        HEADS.put("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom", OtherFormat.VIDEO);
        HEADS.put("\0\0\0\u0014ftypqt  \0\0\2\0qt  ", OtherFormat.VIDEO);
        HEADS.put("RIFF\0\1\0\0AVI LIST", OtherFormat.VIDEO);
        HEADS.put("\u001AE\u00DF\u00A3\u009F", OtherFormat.VIDEO);
        HEADS.put("\u00FF\n\u00FA", OtherFormat.JPEG_XL);
        HEADS.put("\0\0\0\fJXL \r\n\u0087\n", OtherFormat.JPEG_XL);
        HEADS.put("\0\0\0\fjP  \r\n\u0087\n", OtherFormat.JPEG_2000);
        HEADS.put("\u00FFO\u00FFQ\0", OtherFormat.JPEG_2000);
        HEADS.put("II\u00BC\1\10\0\0\0", OtherFormat.JPEG_XR);
        HEADS.put("8BPS\0\1", OtherFormat.PSD);
        HEADS.put("gimp xcf v011\0", OtherFormat.XCF);
        HEADS.put("<svg xmlns=\"http://www.w3.org/2000/svg\">", OtherFormat.SVG);
        HEADS.put("\u00EF\u00BB\u00BF<?xml version=\"1.0\"?>\n<!-- a --><!-- b -->\n<!DOCTYPE svg PUBLIC>\n<svg>",
                OtherFormat.SVG);
        HEADS.put("\n<!DOCTYPE html><html>", OtherFormat.WEB_PAGE);
        HEADS.put("<HTML>", OtherFormat.WEB_PAGE);
        HEADS.put("%PDF-1.7\n", OtherFormat.PDF);
        HEADS.put("%!PS-Adobe-3.0 EPSF-3.0\n", OtherFormat.POSTSCRIPT);
        HEADS.put("\u00C5\u00D0\u00D3\u00C6", OtherFormat.POSTSCRIPT);
        HEADS.put("\u00D7\u00CD\u00C6\u009A\0\0", OtherFormat.METAFILE);
        HEADS.put("v/1\1\2\0\0\0", OtherFormat.EXR);
        HEADS.put("#?RADIANCE\n", OtherFormat.HDR);
        HEADS.put("PF\n4 3\n-1\n", OtherFormat.PFM);
        HEADS.put("\0\0\1\0\1\0\20\20\0\0\1\0 \0", OtherFormat.ICON);
        HEADS.put("\0\0\2\0\1\0  \0\0\0\0\0\0", OtherFormat.ICON);
        HEADS.put("icns\0\0\1\0", OtherFormat.ICNS);
        HEADS.put("DDS |\0\0\0", OtherFormat.DDS);
        HEADS.put("\n\5\1\10\0\0\0\0", OtherFormat.PCX);
        HEADS.put("qoif\0\0\0\1", OtherFormat.QOI);
        HEADS.put("\u008AMNG\r\n\u001A\n", OtherFormat.MNG);
        HEADS.put("FLIF1", OtherFormat.FLIF);
        HEADS.put("BPG\u00FB", OtherFormat.BPG);
        HEADS.put("AT&TFORM", OtherFormat.DJVU);
        HEADS.put("SIMPLE  =                    T", OtherFormat.FITS);
        HEADS.put("\0".repeat(128) + "DICM", OtherFormat.DICOM);
        HEADS.put("\0\0\2" + "\0".repeat(179) + "TRUEVISION-XFILE.\0", OtherFormat.TGA);
        HEADS.put("FUJIFILMCCD-RAW 0201", OtherFormat.RAW);
        HEADS.put("IIU\0\30\0\0\0", OtherFormat.RAW);
        HEADS.put("IIRO\10\0\0\0", OtherFormat.RAW);
        HEADS.put("II*\0\20\0\0\0CR\2\0", OtherFormat.RAW);
        HEADS.put("PK\3\4\24\0", OtherFormat.ZIP);
        HEADS.put("\u001F\u008B\10\0", OtherFormat.GZIP);
    }

    private static byte[] file(String head) {
        int length = head.endsWith("XFILE.\0") ? head.length() : 200;
        return ByteBuffer.allocate(length).put(head.getBytes(ISO_8859_1)).array();
    }

    private static InputException refusal(byte[] file) {
        return assertThrows(InputException.class, () -> Samples.decode(file));
    }

    /// A TIFF whose directory holds numbers of 32 bits.
    private static byte[] tiff(int... tagsAndValues) {
        ByteBuffer file = ByteBuffer.allocate(10 + 6 * tagsAndValues.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x2A4949).putInt(8).putShort((short) (tagsAndValues.length / 2));
        for (int i = 0; i < tagsAndValues.length; i += 2) {
            file.putShort((short) tagsAndValues[i]).putShort((short) 4).putInt(1).putInt(tagsAndValues[i + 1]);
        }
        return file.array();
    }

    @Test
    void everyKindIsCalledByItsName() {
        Set<OtherFormat> seen = EnumSet.noneOf(OtherFormat.class);
        HEADS.forEach((head, format) -> {
            assertEquals(format, OtherFormat.ofContent(file(head)), head);
            InputException e = refusal(file(head));
            assertEquals("is " + format.description()
                    + ", which is not read, expected PNG, JPEG, TIFF, BMP, PNM, GIF, WebP", e.problem());
            assertEquals(Remedy.advice(format.remedy()), e.remedy());
            seen.add(format);
        });
        assertEquals(EnumSet.allOf(OtherFormat.class), seen);
    }

    @Test
    void whatIsReadIsNeverTakenForAnother() {
        for (String name : new String[]{"lzw.tif", "tiled.tif", "deep-rgb.tif", "baseline.jpg", "palette.gif",
            "lossy.webp",
            "colour.bmp", "gray.jpg.png"}) {
            assertNull(OtherFormat.ofContent(Samples.file(name)), name);
        }
    }

    @Test
    void aTiffThatBeginsWithThePreviewOfACameraIsARawPhotograph() {
        assertEquals(OtherFormat.RAW, OtherFormat.ofContent(tiff(254, 1, 271, 0, 330, 99)));
        assertEquals(OtherFormat.RAW, OtherFormat.ofContent(tiff(256, 4, 50706, 0x401)));
        assertNull(OtherFormat.ofContent(tiff(254, 0, 271, 0, 330, 99)), "a pyramid");
        assertNull(OtherFormat.ofContent(tiff(254, 1, 256, 4)), "a reduced picture alone");
        assertNull(OtherFormat.ofContent(tiff(254, 1, 330, 99)), "no camera");
    }

    @Test
    void commentsWithoutEndAreNoMatter() {
        byte[] file = file("<!-- <svg> ".repeat(18));
        assertNull(OtherFormat.ofContent(file));
        assertNull(OtherFormat.ofContent("<!---->".repeat(1000).getBytes(ISO_8859_1)));
        assertNotNull(OtherFormat.ofContent(("<!---->".repeat(500) + "<svg/>").getBytes(ISO_8859_1)));
    }

    @Test
    void noHeadIsTooShort() {
        HEADS.keySet().forEach(head -> {
            byte[] whole = head.getBytes(ISO_8859_1);
            for (int length = 1; length < whole.length; length++) {
                byte[] cut = java.util.Arrays.copyOf(whole, length);
                String problem = refusal(cut).problem();
                assertTrue(!problem.isBlank() && problem.indexOf('\n') < 0, problem);
            }
        });
    }
}
