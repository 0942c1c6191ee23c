package hadamask.codec.png;

import hadamask.codec.format.RowBytes;
import hadamask.image.Attributes;
import hadamask.image.Attributes.Resolution;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.parallel.ObjectPool;
import hadamask.parallel.Workers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Writes PNG: rows are filtered and packed in runs of a fixed size, so that all processors help and the file is the same
/// for any number of them.
///
/// The runs are one stream of packed bytes for a reader: each ends at a whole byte, with an empty block, and the checksum
/// of all follows from those of the runs. A run begins without knowledge of the one before, which costs less than 1 % of
/// the size.
public final class PngWriter {
    private static final double METRES_PER_INCH = 0.0254;
    /// Bytes of a run before packing.
    private static final int RUN = 1 << 19;
    /// Below this number of bytes starting other threads costs more than they spare.
    private static final int PARALLEL = 1 << 20;
    /// A last block without content.
    private static final int EMPTY_BLOCK = 0x0300;
    private static final int ADLER_BASE = 65521;

    private final OutputStream out;
    private final CRC32 checksum = new CRC32();
    private byte[] head = new byte[0];
    private long adler = 1;

    private PngWriter(OutputStream out) {
        this.out = out;
    }

    /// @param compression 0 to 9
    public static void write(Image image, int compression, OutputStream out) throws IOException {
        PngWriter writer = new PngWriter(out);
        out.write(PngChunks.SIGNATURE);
        writer.writeHeader(image);
        writer.writeAttributes(image.attributes());
        writer.writePixels(image, compression);
        writer.writeChunk("IEND");
    }

    /// Writes places in a palette.
    ///
    /// @param image a grey picture of 8 bits, whose samples are places in the palette
    /// @param palette red, green and blue of each entry, at most 256
    /// @param compression 0 to 9
    public static void write(Image image, byte[] palette, int compression, OutputStream out) throws IOException {
        PngWriter writer = new PngWriter(out);
        out.write(PngChunks.SIGNATURE);
        writer.writeHeader(image, PngSamples.Kind.PALETTE.code());
        writer.writeAttributes(image.attributes());
        writer.writeChunk("PLTE", palette);
        writer.writePixels(image, compression);
        writer.writeChunk("IEND");
    }

    private void writeHeader(Image image) throws IOException {
        Layout layout = image.layout();
        writeHeader(image, (layout.isColor() ? 2 : 0) + (layout.hasAlpha() ? 4 : 0));
    }

    private void writeHeader(Image image, int colorType) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(image.width()).putInt(image.height());
        writeChunk("IHDR", header.put((byte) image.bitDepth()).put((byte) colorType).array());
    }

    private void writePixels(Image image, int compression) throws IOException {
        RowBytes rows = new RowBytes(image, ByteOrder.BIG_ENDIAN);
        int rowsPerRun = Math.max(1, RUN / rows.length());
        int runs = Math.ceilDiv(image.height(), rowsPerRun);
        head = new byte[]{0x78, (byte) effort(compression)};
        try (ObjectPool<PngPacker> packers = new ObjectPool<>(
                () -> new PngPacker(rows, image.height(), rowsPerRun, compression), PngPacker::close)) {
            if ((long) rows.length() * image.height() < PARALLEL) {
                for (int run = 0; run < runs; run++) {
                    writeRun(packed(packers, run));
                }
            } else {
                Workers.current().inOrder(runs, run -> packed(packers, run), this::writeRun);
            }
        }
        writeChunk("IDAT", ByteBuffer.allocate(6).putShort((short) EMPTY_BLOCK).putInt((int) adler).array());
    }

    private static PngPacker.Packed packed(ObjectPool<PngPacker> packers, int run) {
        PngPacker packer = packers.take();
        try {
            return packer.make(run);
        } finally {
            packers.giveBack(packer);
        }
    }

    /// The second byte of the stream of packed bytes, which says how hard the packer tried; the first is the size of its
    /// window, 32 KB.
    private static int effort(int compression) {
        return compression < 2 ? 0x01 : compression < 6 ? 0x5E : compression == 6 ? 0x9C : 0xDA;
    }

    private void writeRun(PngPacker.Packed run) throws IOException {
        writeChunk("IDAT", head, run.bytes());
        head = new byte[0];
        adler = joined(adler, run.adler() & 0xFFFFFFFFL, run.length());
    }

    /// The Adler-32 of two runs of bytes, one after the other. With sums (a, b) of each, where a is 1 + the sum of the
    /// bytes and b the sum of all a on the way: `a = a1 + a2 - 1`, `b = b1 + b2 + length2 (a1 - 1)`.
    private static long joined(long first, long second, int secondLength) {
        long a1 = first & 0xFFFF;
        long a = a1 + (second & 0xFFFF) + ADLER_BASE - 1;
        long b = (first >> 16) + (second >> 16) + secondLength % ADLER_BASE * (a1 + ADLER_BASE - 1);
        return b % ADLER_BASE << 16 | a % ADLER_BASE;
    }

    private void writeAttributes(Attributes attributes) throws IOException {
        byte[] profile = attributes.colorProfile();
        if (profile != null) {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            data.writeBytes(new byte[]{'I', 'C', 'C', 0, 0});
            try (DeflaterOutputStream packed = new DeflaterOutputStream(data)) {
                packed.write(profile);
            }
            writeChunk("iCCP", data.toByteArray());
        }
        Resolution r = attributes.resolution();
        if (r != null) {
            ByteBuffer data = ByteBuffer.allocate(9).putInt(perMetre(r.x())).putInt(perMetre(r.y())).put((byte) 1);
            writeChunk("pHYs", data.array());
        }
    }

    private static int perMetre(double perInch) {
        return Math.clamp(Math.round(perInch / METRES_PER_INCH), 1, Integer.MAX_VALUE);
    }

    private void writeChunk(String type, byte[]... parts) throws IOException {
        int length = 0;
        for (byte[] part : parts) {
            length = Math.addExact(length, part.length);
        }
        byte[] start = ByteBuffer.allocate(8).putInt(length).put(type.getBytes(StandardCharsets.US_ASCII)).array();
        checksum.reset();
        checksum.update(start, 4, 4);
        out.write(start);
        for (byte[] part : parts) {
            checksum.update(part);
            out.write(part);
        }
        out.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
