package hadamask.hostile;

import hadamask.codec.ImageDecoder;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.jspecify.annotations.Nullable;

/// Small pictures in every format and kind: a sample of the project reduced to 37 x 25 pixels, by the own writers and by
/// those of the platform, and the pictures that stand beside the tests of the image room.
final class ImageSeeds {
    private static final int STEP = 12;
    private static final Map<ImageFormat, List<String>> FIXTURES = Map.of(ImageFormat.JPEG,
            List.of("baseline.jpg", "progressive.jpg", "gray.jpg", "rgb.jpg", "restart.jpg", "cmyk.jpg", "ycck.jpg",
                    "cmyk-profile.jpg"),
            ImageFormat.TIFF,
            List.of("group3.tif", "group4.tif", "packbits.tif", "white-is-zero-bits.tif", "white-is-zero.tif",
                    "lzw.tif", "jpeg.tif", "palette.tif", "cmyk.tif", "cmyk-profile.tif", "alpha.tif", "gray-alpha.tif",
                    "deep-gray.tif", "deep-rgb.tif", "planar.tif", "tiled.tif"),
            ImageFormat.BMP, List.of("colour.bmp", "palette.bmp", "bits.bmp", "gray.bmp"), ImageFormat.GIF,
            List.of("palette.gif", "interlaced.gif"), ImageFormat.WEBP,
            List.of("lossy.webp", "lossless.webp", "alpha.webp", "method0.webp", "method6.webp", "raw-alpha.webp",
                    "packed-alpha.webp", "animation.webp", "one-colour.webp"),
            ImageFormat.PNG,
            List.of("alpha.tif.png", "bits.bmp.png", "palette.gif.png", "gray-alpha.tif.png", "deep-gray.tif.png"));

    private final Map<ImageFormat, List<byte[]>> seeds = new EnumMap<>(ImageFormat.class);

    private ImageSeeds() {
    }

    /// The seeds of each format.
    ///
    /// @param samples the folder of the samples
    static Map<ImageFormat, List<byte[]>> of(Path samples) throws IOException {
        ImageSeeds all = new ImageSeeds();
        for (ImageFormat format : ImageFormat.values()) {
            all.seeds.put(format, new ArrayList<>());
            for (String name : FIXTURES.getOrDefault(format, List.of())) {
                all.add(format, fixture(name));
            }
        }
        all.addOwn(reduced(ImageDecoder.decode(Files.readAllBytes(samples.resolve("cat.jpg")), 1_000_000)));
        all.addPlatform();
        all.addMarked();
        return all.seeds;
    }

    /// A picture that stands beside the tests of the image room.
    static byte[] fixture(String name) {
        try (InputStream in = ImageDecoder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(ImageFormat format, byte[] file) {
        seeds.computeIfAbsent(format, key -> new ArrayList<>()).add(file);
    }

    private List<byte[]> of(ImageFormat format) {
        return seeds.getOrDefault(format, List.of());
    }

    private static Image reduced(Image image) {
        int width = image.width() / STEP;
        int height = image.height() / STEP;
        byte[] samples = new byte[3 * width * height];
        for (int i = 0; i < samples.length; i++) {
            int pixel = i / 3;
            samples[i] = (byte) image.sample(pixel % width * STEP, pixel / width * STEP, i % 3);
        }
        return Image.of8Bit(width, height, Layout.BGR, samples,
                new Attributes(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData(),
                        new Attributes.Resolution(300, 300)));
    }

    private void addOwn(Image small) {
        short[] deep = new short[small.bytes().length];
        for (int i = 0; i < deep.length; i++) {
            deep[i] = (short) (small.bytes()[i] * 257);
        }
        for (ImageFormat format : ImageFormat.values()) {
            if (format.writable()) {
                add(format, encoded(small, format));
                add(format, encoded(small.with(Attributes.NONE), format));
            }
            if (format.writable() && format.supports16Bit()) {
                add(format, encoded(
                        Image.of16Bit(small.width(), small.height(), Layout.RGB, deep, small.attributes()), format));
            }
        }
        byte[] gray = Arrays.copyOf(small.bytes(), small.width() * small.height());
        Image plane = Image.of8Bit(small.width(), small.height(), Layout.GRAY, gray, Attributes.NONE);
        add(ImageFormat.PNM, encoded(plane, ImageFormat.PNM));
        for (String text : List.of("P1\n4 3\n0110\n1001 0110", "P2 # plain\n3 2 255\n1 2 3\n200 100 255\n",
                "P3\n2 2 1023\n1 2 3 1000 5 6 7 8 9 10 11 12\n", "P4\n10 2\n\1\2\3\4", "P5 3 2 9\n\1\2\3\4\5\6",
                "P7\nWIDTH 2\nHEIGHT 2\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\nabcdefghijklmnop")) {
            add(ImageFormat.PNM, text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static byte[] encoded(Image image, ImageFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageEncoder.encode(image, format, Encoding.DEFAULT, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// What the platform's writers make: interlaced, packed in every way that they know.
    private void addPlatform() throws IOException {
        BufferedImage color = ImageIO.read(new ByteArrayInputStream(of(ImageFormat.BMP).getFirst()));
        BufferedImage indexed = drawn(color, BufferedImage.TYPE_BYTE_INDEXED);
        BufferedImage bits = drawn(color, BufferedImage.TYPE_BYTE_BINARY);
        for (BufferedImage picture : List.of(color, indexed, bits, drawn(color, BufferedImage.TYPE_BYTE_GRAY))) {
            write(ImageFormat.GIF, picture, null, true);
            write(ImageFormat.PNG, picture, null, true);
            write(ImageFormat.TIFF, picture, "LZW", false);
            write(ImageFormat.TIFF, picture, "Deflate", false);
            write(ImageFormat.TIFF, picture, "PackBits", false);
        }
        write(ImageFormat.PNG, drawn(color, BufferedImage.TYPE_4BYTE_ABGR), null, true);
        write(ImageFormat.PNG, drawn(color, BufferedImage.TYPE_USHORT_GRAY), null, true);
        write(ImageFormat.JPEG, color, null, true);
        write(ImageFormat.TIFF, color, "JPEG", false);
        write(ImageFormat.TIFF, bits, "CCITT T.4", false);
        write(ImageFormat.TIFF, bits, "CCITT RLE", false);
        write(ImageFormat.BMP, indexed, "BI_RLE8", false);
        write(ImageFormat.BMP, drawn(color, BufferedImage.TYPE_USHORT_565_RGB), "BI_BITFIELDS", false);
    }

    private static BufferedImage drawn(BufferedImage picture, int type) {
        BufferedImage drawn = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        drawn.createGraphics().drawImage(picture, 0, 0, null);
        return drawn;
    }

    private void write(ImageFormat format, BufferedImage picture, @Nullable String compression,
            boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (compression != null) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(compression);
        }
        if (progressive && parameters.canWriteProgressive()) {
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        add(format, out.toByteArray());
    }

    /// JPEG, PNG and WebP with an EXIF block.
    private void addMarked() {
        byte[] exif = Exif.block();
        add(ImageFormat.JPEG, Wrapped.exifInJpeg(fixture("baseline.jpg"), exif));
        add(ImageFormat.PNG, Wrapped.inPng(of(ImageFormat.PNG).getFirst(), "eXIf", exif));
        add(ImageFormat.WEBP, Wrapped.exifInWebp(fixture("alpha.webp"), exif));
    }
}
