package hadamask.image;

import com.pngencoder.PngEncoder;
import hadamask.image.Attributes.Resolution;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Writes PNG by pngencoder, which filters and packs on all processors, and adds what that leaves out: the colour profile
/// and the resolution.
final class PngWriter {
    private static final double METRES_PER_INCH = 0.0254;

    private PngWriter() {
    }

    /// @param compression 0 to 9
    static void write(Image image, int compression, OutputStream out) throws IOException {
        OutputStream chunks = new PngChunkInsertion(out, ownChunks(image.attributes()));
        PngEncoder encoder = new PngEncoder().withBufferedImage(Rasters.wrap(Depths.colored(image)))
                .withCompressionLevel(compression)
                .withPredictorEncoding(true).withMultiThreadedCompressionEnabled(true);
        try {
            encoder.toStream(chunks);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static byte[] ownChunks(Attributes attributes) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        byte[] profile = attributes.colorProfile();
        if (profile != null) {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            data.writeBytes(new byte[]{'I', 'C', 'C', 0, 0});
            try (DeflaterOutputStream packed = new DeflaterOutputStream(data)) {
                packed.write(profile);
            }
            append(chunks, "iCCP", data.toByteArray());
        }
        Resolution r = attributes.resolution();
        if (r != null) {
            ByteBuffer data = ByteBuffer.allocate(9);
            data.putInt(perMetre(r.x())).putInt(perMetre(r.y())).put((byte) 1);
            append(chunks, "pHYs", data.array());
        }
        return chunks.toByteArray();
    }

    private static int perMetre(double perInch) {
        return Math.clamp(Math.round(perInch / METRES_PER_INCH), 1, Integer.MAX_VALUE);
    }

    private static void append(ByteArrayOutputStream chunks, String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length);
        for (int i = 0; i < 4; i++) {
            chunk.put((byte) type.charAt(i));
        }
        chunk.put(data);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array(), 4, 4 + data.length);
        chunk.putInt((int) checksum.getValue());
        chunks.writeBytes(chunk.array());
    }
}
