package hadamask.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.codec.format.ImageFormat;
import hadamask.codec.format.TiffTags;
import hadamask.image.Attributes;
import hadamask.image.Depths;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Orientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrientationTest {
    private final Random random = new Random(5);

    /// What the tag says, word for word: where the 0th row and the 0th column of the stored pixels lie.
    private static Image naive(Image stored, int tag) {
        int w = stored.width();
        int h = stored.height();
        int width = tag < 5 ? w : h;
        int height = tag < 5 ? h : w;
        int n = stored.layout().samples();
        byte[] samples = new byte[w * h * n];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sx = switch (tag) {
                    case 1, 4 -> x;
                    case 2, 3 -> w - 1 - x;
                    case 5, 6 -> y;
                    default -> w - 1 - y;
                };
                int sy = switch (tag) {
                    case 1, 2 -> y;
                    case 3, 4 -> h - 1 - y;
                    case 5, 8 -> x;
                    default -> h - 1 - x;
                };
                for (int c = 0; c < n; c++) {
                    samples[(y * width + x) * n + c] = (byte) stored.sample(sx, sy, c);
                }
            }
        }
        return Image.of8Bit(width, height, stored.layout(), samples, Attributes.NONE);
    }

    @Test
    void allEightOrientationsComeOutUpright() {
        Image image = Samples.random(random, 67, 21, Layout.BGR, 8, Attributes.NONE);
        byte[] jpeg = Samples.encode(image, ImageFormat.JPEG);
        byte[] tiff = Samples.encode(image, ImageFormat.TIFF);
        Image decoded = Samples.decode(jpeg);
        for (int tag = 1; tag <= 8; tag++) {
            assertEquals(naive(decoded, tag), Samples.decode(withExif(jpeg, Samples.exif(tag))), "JPEG " + tag);
            assertEquals(naive(image, tag), Samples.decode(withOrientation(tiff, tag)), "TIFF " + tag);
        }
    }

    @Test
    void allDepthsAndLayoutsAreTurnedAlike() {
        for (int tag = 1; tag <= 8; tag++) {
            Orientation orientation = Orientation.of(tag);
            for (Layout layout : Samples.SHALLOW) {
                Image image = Samples.random(random, 130, 66, layout, 8, Attributes.NONE);
                assertEquals(naive(image, tag), orientation.apply(image));
            }
            Image deep = Samples.random(random, 70, 65, Layout.RGBA, 16, Attributes.NONE);
            assertEquals(naive(Depths.to8Bit(deep), tag), Depths.to8Bit(orientation.apply(deep)));
        }
    }

    @Test
    void whereWidthAndHeightChangePlacesSoDoTheResolutions() {
        Attributes attributes = new Attributes(null, new Attributes.Resolution(300, 150));
        Image image = Samples.random(random, 4, 3, Layout.GRAY, 8, attributes);
        assertEquals(new Attributes.Resolution(150, 300), Orientation.of(6).apply(image).attributes().resolution());
        assertEquals(new Attributes.Resolution(300, 150), Orientation.of(3).apply(image).attributes().resolution());
    }

    @Test
    void anExifBlockOfGarbageCountsAsNone() {
        Image image = Samples.random(random, 8, 8, Layout.BGR, 8, Attributes.NONE);
        byte[] jpeg = Samples.encode(image, ImageFormat.JPEG);
        Image decoded = Samples.decode(jpeg);
        for (int i = 0; i < 300; i++) {
            byte[] garbage = new byte[random.nextInt(60)];
            random.nextBytes(garbage);
            if (garbage.length > 10 && i % 2 == 0) {
                System.arraycopy(Samples.exif(1), 0, garbage, 0, 10);
            }
            assertEquals(decoded.bytes().length, Samples.decode(withExif(jpeg, garbage)).bytes().length);
        }
    }

    @Test
    void webpAndItsExifAreUpright() {
        Image stored = Samples.decode(Samples.file("lossless.webp"));
        byte[] file = Samples.file("lossless.webp");
        byte[] exif = Samples.exif(8);
        ByteBuffer chunk = ByteBuffer.allocate(8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(new byte[]{'E', 'X', 'I', 'F'}).putInt(exif.length).put(exif);
        byte[] turned = Samples.inserted(file, file.length, chunk.array());
        ByteBuffer.wrap(turned).order(ByteOrder.LITTLE_ENDIAN).putInt(4, turned.length - 8);
        assertEquals(naive(stored, 8), Samples.decode(turned));
    }

    private static byte[] withExif(byte[] jpeg, byte[] block) {
        ByteBuffer segment = ByteBuffer.allocate(10 + block.length).putShort((short) 0xFFE1);
        segment.putShort((short) (8 + block.length)).put(new byte[]{'E', 'x', 'i', 'f', 0, 0}).put(block);
        return Samples.inserted(jpeg, 2, segment.array());
    }

    /// A new directory at the end of the file, the old one and one entry more.
    private static byte[] withOrientation(byte[] tiff, int tag) {
        ByteBuffer old = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
        int start = old.getInt(4);
        int count = old.getShort(start);
        int place = tiff.length + (tiff.length & 1);
        ByteBuffer grown = ByteBuffer.allocate(place + 2 + 12 * (count + 1) + 4).order(ByteOrder.LITTLE_ENDIAN);
        grown.put(tiff).position(place).putShort((short) (count + 1));
        grown.putShort((short) TiffTags.ORIENTATION).putShort((short) 3).putInt(1).putInt(tag);
        grown.put(tiff, start + 2, 12 * count).putInt(0).putInt(4, place);
        return grown.array();
    }
}
