package hadamask.codec;

import com.sun.management.ThreadMXBean;
import com.twelvemonkeys.imageio.plugins.pnm.PAMImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.pnm.PNMImageReaderSpi;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NamedNodeMap;

/// What other codecs would make of the formats that are read and written by own code: GIF by the platform's reader, PNM by
/// TwelveMonkeys', TIFF and BMP by the platform's writers.
///
/// The files to read are those that `second_decoder.py --only gif --only pnm --keep FOLDER` makes, all of which the own
/// readers see as the second decoders do.
public final class OtherCodecs {
    private static final long LIMIT = 10_000_000;

    private OtherCodecs() {
    }

    /// @param args the folder of `second_decoder.py`
    public static void main(String[] args) throws IOException {
        read(Path.of(args[0]), "gif", OtherCodecs::isSameGif);
        read(Path.of(args[0]), "p[bgpan]m", OtherCodecs::isSameAnyMap);
        for (int bits : new int[]{8, 16}) {
            for (int stripBytes : new int[]{1 << 18, 1 << 14, 1 << 12}) {
                tiff(noise(3000, 100, bits), stripBytes);
            }
        }
        Image photograph = ImageDecoder.decode(Files.readAllBytes(Path.of("samples", "cat.jpg")), LIMIT);
        tiff(deep(photograph), 1 << 12);
        bmp(noise(4000, 2660, 8));
    }

    private interface Comparison {
        boolean isSame(Image own, byte[] file) throws IOException;
    }

    private static void read(Path folder, String endings, Comparison other) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.filter(file -> file.toString().matches(".*[.](" + endings + ")")).toList()) {
                byte[] file = Files.readAllBytes(path);
                Image own = ImageDecoder.decode(file, LIMIT);
                String outcome;
                try {
                    outcome = other.isSame(own, file) ? "the same" : "other pixels";
                } catch (IOException | RuntimeException e) {
                    outcome = "refused";
                }
                found.merge(outcome, 1, Integer::sum);
            }
        }
        System.out.println("read, " + endings + ": " + found);
    }

    /// Puts the frame where it belongs; colours do not count where alpha is 0.
    private static boolean isSameGif(Image own, byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
        BufferedImage frame = reader.read(0);
        NamedNodeMap place = ((IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0"))
                .getElementsByTagName("ImageDescriptor").item(0).getAttributes();
        int left = Integer.parseInt(place.getNamedItem("imageLeftPosition").getNodeValue());
        int top = Integer.parseInt(place.getNamedItem("imageTopPosition").getNodeValue());
        Layout layout = own.layout();
        for (int y = 0; y < frame.getHeight(); y++) {
            for (int x = 0; x < frame.getWidth(); x++) {
                int argb = frame.getRGB(x, y);
                int column = left + x;
                int row = top + y;
                int alpha = layout.hasAlpha() ? own.sample(column, row, layout.alpha()) : 255;
                int color = own.sample(column, row, layout.red()) << 16 | own.sample(column, row, layout.green()) << 8
                        | own.sample(column, row, layout.blue());
                if (alpha != argb >>> 24 || (alpha > 0 && color != (argb & 0xFFFFFF))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSameAnyMap(Image own, byte[] file) throws IOException {
        ImageReader reader = (file[1] == '7' ? new PAMImageReaderSpi() : new PNMImageReaderSpi())
                .createReaderInstance();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
        Raster raster = reader.read(0).getRaster();
        Layout l = own.layout();
        int[] places = l.isColor() ? new int[]{l.red(), l.green(), l.blue(), l.alpha()} : new int[]{0, 1};
        int white = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        for (int y = 0; y < own.height(); y++) {
            for (int x = 0; x < own.width(); x++) {
                for (int band = 0; band < l.samples(); band++) {
                    int other = raster.getSample(x, y, band) * (own.maxSample() / white);
                    if (other != own.sample(x, y, places[band])) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static Image noise(int width, int height, int bits) {
        Random random = new Random(1);
        byte[] bytes = new byte[3 * width * height];
        random.nextBytes(bytes);
        Image shallow = Image.of8Bit(width, height, Layout.BGR, bytes, Attributes.NONE);
        return bits == 8 ? shallow : deep(shallow);
    }

    /// 16 bits, of which the lower ones are noise as those of a camera are.
    private static Image deep(Image image) {
        Random random = new Random(2);
        short[] samples = new short[image.bytes().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((image.bytes()[i] & 0xFF) << 8 | random.nextInt(256));
        }
        return Image.of16Bit(image.width(), image.height(), Layout.RGB, samples, Attributes.NONE);
    }

    /// By Deflate, with the difference to the left where the platform can.
    private static void tiff(Image image, int stripBytes) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType("Deflate");
        parameters.setCompressionQuality(5 / 8f);
        BufferedImage picture = picture(image);
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(writer
                .getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), parameters));
        BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
        int rows = Math.max(1, stripBytes / (image.width() * 3 * image.bitDepth() / 8));
        directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_ROWS_PER_STRIP), rows));
        directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_PREDICTOR), 2));
        byte[] other = written(writer, new IIOImage(picture, null, directory.getAsMetadata()), parameters);
        String outcome;
        try {
            outcome = image.equals(ImageDecoder.decode(other, LIMIT)) ? "reads back" : "reads back as another";
        } catch (InputException e) {
            outcome = e.problem();
        }
        System.out.printf("written, TIFF of %d bits, strips of %d rows: %s; %d bytes, own %d%n", image.bitDepth(), rows,
                outcome, other.length, encoded(image, ImageFormat.TIFF).length);
    }

    /// The same samples as a picture of the platform, colour without alpha.
    private static BufferedImage picture(Image image) {
        int width = image.width();
        boolean deep = image.bitDepth() == 16;
        Layout l = image.layout();
        DataBuffer samples = deep
                ? new DataBufferUShort(image.shorts(), image.shorts().length)
                : new DataBufferByte(image.bytes(), image.bytes().length);
        WritableRaster raster = Raster.createInterleavedRaster(samples, width, image.height(), 3 * width, 3,
                new int[]{l.red(), l.green(), l.blue()}, null);
        return new BufferedImage(new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false,
                Transparency.OPAQUE, samples.getDataType()), raster, false, null);
    }

    private static byte[] written(ImageWriter writer, IIOImage image, ImageWriteParam parameters) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, image, parameters);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static byte[] encoded(Image image, ImageFormat format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageEncoder.encode(image, format, Encoding.DEFAULT, file);
        return file.toByteArray();
    }

    /// Time of the thread and what it takes from the heap, the file itself left out.
    private static void bmp(Image image) throws IOException {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 3; round++) {
            long[] start = {thread.getCurrentThreadCpuTime(), thread.getCurrentThreadAllocatedBytes()};
            ImageEncoder.encode(image, ImageFormat.BMP, Encoding.DEFAULT, OutputStream.nullOutputStream());
            long[] own = {thread.getCurrentThreadCpuTime(), thread.getCurrentThreadAllocatedBytes()};
            ImageWriter writer = ImageIO.getImageWritersByFormatName("bmp").next();
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(OutputStream.nullOutputStream())) {
                writer.setOutput(out);
                writer.write(picture(image));
            }
            System.out.printf("written, BMP: %d ms, %d MB of heap; own %d ms, %d MB%n",
                    (thread.getCurrentThreadCpuTime() - own[0]) / 1_000_000,
                    (thread.getCurrentThreadAllocatedBytes() - own[1]) >> 20, (own[0] - start[0]) / 1_000_000,
                    (own[1] - start[1]) >> 20);
        }
    }
}
