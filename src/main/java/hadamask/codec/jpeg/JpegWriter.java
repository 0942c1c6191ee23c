package hadamask.codec.jpeg;

import hadamask.image.Attributes.Resolution;
import hadamask.image.Image;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// Writes JPEG by the platform's native encoder, and the profile and density into its header.
public final class JpegWriter {
    private static final String NATIVE_METADATA = "javax_imageio_jpeg_image_1.0";
    private static final int FULL_COLOR_QUALITY = 90;
    private static final int MAX_PROFILE_PART = 65519;
    private static final int MAX_SIZE = 65535;

    private JpegWriter() {
    }

    /// @param image 8 bits, no alpha
    /// @param quality 1 to 100; from 90 on colours are stored at full resolution, below at half in both directions
    public static void write(Image image, int quality, OutputStream out) throws IOException {
        if (image.width() > MAX_SIZE || image.height() > MAX_SIZE) {
            throw new IOException("a JPEG has at most " + MAX_SIZE + " rows and columns, the picture has "
                    + image.width() + " x " + image.height());
        }
        byte[] jpeg = pixels(image, quality);
        // The encoder's own first segment is replaced: it holds a density of 1 : 1.
        int tables = 2;
        while (jpeg[tables + 1] == (byte) 0xE0) {
            tables += 2 + ((jpeg[tables + 2] & 0xFF) << 8 | (jpeg[tables + 3] & 0xFF));
        }
        out.write(jpeg, 0, 2);
        writeDensity(image.attributes().resolution(), out);
        writeProfile(image.attributes().colorProfile(), out);
        out.write(jpeg, tables, jpeg.length - tables);
    }

    private static byte[] pixels(Image image, int quality) throws IOException {
        ImageWriter writer = PlatformCodec.jpegWriter();
        try {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            var picture = Rasters.wrap(image);
            IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture),
                    parameters);
            if (image.layout().isColor()) {
                setSampling(metadata, quality >= FULL_COLOR_QUALITY ? 1 : 2);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
            try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(stream);
                writer.write(null, new IIOImage(picture, null, metadata), parameters);
            }
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }

    private static void setSampling(IIOMetadata metadata, int luminance) throws IOException {
        Node root = metadata.getAsTree(NATIVE_METADATA);
        NodeList components = ((Element) root).getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            Element component = (Element) components.item(i);
            String factor = String.valueOf(i == 0 ? luminance : 1);
            component.setAttribute("HsamplingFactor", factor);
            component.setAttribute("VsamplingFactor", factor);
        }
        metadata.setFromTree(NATIVE_METADATA, root);
    }

    private static void writeDensity(@Nullable Resolution r, OutputStream out)
            throws IOException {
        ByteBuffer segment = ByteBuffer.allocate(18);
        segment.putShort((short) 0xFFE0).putShort((short) 16);
        segment.put("JFIF\0".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0x0102);
        segment.put((byte) (r == null ? 0 : 1));
        segment.putShort(density(r == null ? 1 : r.x())).putShort(density(r == null ? 1 : r.y()));
        out.write(segment.array());
    }

    private static short density(double dpi) {
        return (short) Math.clamp(Math.round(dpi), 1, MAX_SIZE);
    }

    private static void writeProfile(byte @Nullable [] profile, OutputStream out)
            throws IOException {
        if (profile == null) {
            return;
        }
        int parts = (profile.length + MAX_PROFILE_PART - 1) / MAX_PROFILE_PART;
        if (parts > 255) {
            return;
        }
        for (int i = 0; i < parts; i++) {
            int from = i * MAX_PROFILE_PART;
            int length = Math.min(MAX_PROFILE_PART, profile.length - from);
            ByteBuffer head = ByteBuffer.allocate(18);
            head.putShort((short) 0xFFE2).putShort((short) (length + 16));
            head.put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII)).put((byte) (i + 1)).put((byte) parts);
            out.write(head.array());
            out.write(profile, from, length);
        }
    }
}
