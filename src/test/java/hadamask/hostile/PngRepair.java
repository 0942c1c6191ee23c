package hadamask.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Makes damage in a PNG reach what stands behind its checksums and its packing.
final class PngRepair {
    private PngRepair() {
    }

    static boolean isPng(byte[] file) {
        return file.length > 8 && ByteBuffer.wrap(file).getInt() == 0x89504E47;
    }

    /// The file with right checksums, as far as there are chunks.
    static byte[] withChecksums(byte[] file) {
        byte[] right = file.clone();
        ByteBuffer data = ByteBuffer.wrap(right);
        long at = 8;
        while (at + 12 <= right.length) {
            long length = data.getInt((int) at) & 0xFFFFFFFFL;
            if (at + 12 + length > right.length) {
                break;
            }
            CRC32 checksum = new CRC32();
            checksum.update(right, (int) at + 4, (int) length + 4);
            data.putInt((int) (at + 8 + length), (int) checksum.getValue());
            at += 12 + length;
        }
        return right;
    }

    /// The file with other rows: its pixel data unpacked, changed, and packed again into one chunk.
    ///
    /// @param file a whole PNG
    static byte[] withPixelData(byte[] file, UnaryOperator<byte[]> change) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        ByteBuffer data = ByteBuffer.wrap(file);
        head.write(file, 0, 8);
        for (int at = 8; at + 12 <= file.length; at += 12 + data.getInt(at)) {
            String name = new String(file, at + 4, 4, ISO_8859_1);
            if (name.equals("IDAT")) {
                packed.write(file, at + 8, data.getInt(at));
            } else if (!name.equals("IEND")) {
                head.write(file, at, 12 + data.getInt(at));
            }
        }
        try (var rows = new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            head.writeBytes(chunk("IDAT", deflated(change.apply(rows.readAllBytes()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        head.writeBytes(chunk("IEND", new byte[0]));
        return head.toByteArray();
    }

    /// A chunk with its length and its checksum.
    static byte[] chunk(String name, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(ISO_8859_1));
        checksum.update(content);
        return ByteBuffer.allocate(12 + content.length).putInt(content.length).put(name.getBytes(ISO_8859_1))
                .put(content).putInt((int) checksum.getValue()).array();
    }

    static byte[] deflated(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
