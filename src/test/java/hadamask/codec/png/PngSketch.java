package hadamask.codec.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A PNG written in the plainest way from raw sample values, for kinds that the product never writes: few bits,
/// palettes, transparent colours, interlacing, every row filter.
///
/// @param colorType 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA
/// @param bits per sample
/// @param values row by row, `channels` of each pixel
@SuppressWarnings("ArrayRecordComponent")
public record PngSketch(int width, int height, int colorType, int bits, boolean interlaced, int[] values) {
    private static final int[][] PASSES = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4},
        {1, 0, 2, 2}, {0, 1, 1, 2}};

    static PngSketch random(Random random, int width, int height, int colorType, int bits, boolean interlaced) {
        int[] values = random.ints((long) width * height * channels(colorType), 0, 1 << bits).toArray();
        return new PngSketch(width, height, colorType, bits, interlaced, values);
    }

    static int channels(int colorType) {
        return switch (colorType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    int value(int x, int y, int channel) {
        int n = channels(colorType);
        return values[(y * width + x) * n + channel];
    }

    /// The file.
    ///
    /// @param random chooses a filter for each row
    /// @param extra chunks that stand before the pixels, each made by [#chunk(String, byte[])]
    byte[] file(Random random, byte[]... extra) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PngChunks.SIGNATURE);
        out.writeBytes(headerChunk());
        for (byte[] part : extra) {
            out.writeBytes(part);
        }
        byte[] packed = packed(random);
        int half = packed.length / 2;
        out.writeBytes(chunk("IDAT", Arrays.copyOf(packed, half)));
        out.writeBytes(chunk("IDAT", Arrays.copyOfRange(packed, half, packed.length)));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /// A file that has a header and an end, and almost nothing between.
    public byte[] header() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PngChunks.SIGNATURE);
        out.writeBytes(headerChunk());
        out.writeBytes(chunk("IDAT", new byte[20]));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private byte[] headerChunk() {
        return chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) bits)
                .put((byte) colorType).put((byte) 0).put((byte) 0).put((byte) (interlaced ? 1 : 0)).array());
    }

    private byte[] packed(Random random) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        int[][] passes = interlaced ? PASSES : new int[][]{{0, 0, 1, 1}};
        for (int[] pass : passes) {
            int columns = (width - pass[0] + pass[2] - 1) / pass[2];
            byte[] above = new byte[(Math.max(columns, 0) * channels(colorType) * bits + 7) / 8];
            for (int y = pass[1]; y < height && columns > 0; y += pass[3]) {
                byte[] row = row(pass[0], y, pass[2], above.length);
                int filter = random.nextInt(5);
                rows.write(filter);
                rows.writeBytes(filtered(filter, row, above));
                above = row;
            }
        }
        Deflater deflater = new Deflater();
        deflater.setInput(rows.toByteArray());
        deflater.finish();
        byte[] packed = new byte[rows.size() + 1000];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private byte[] row(int left, int y, int step, int length) {
        byte[] row = new byte[length];
        int bit = 0;
        for (int x = left; x < width; x += step) {
            for (int c = 0; c < channels(colorType); c++, bit += bits) {
                int v = value(x, y, c);
                if (bits == 16) {
                    row[bit / 8] = (byte) (v >> 8);
                    row[bit / 8 + 1] = (byte) v;
                } else {
                    row[bit / 8] |= (byte) (v << (8 - bits - bit % 8));
                }
            }
        }
        return row;
    }

    private byte[] filtered(int filter, byte[] row, byte[] above) {
        int step = Math.max(1, channels(colorType) * bits / 8);
        byte[] out = new byte[row.length];
        for (int i = 0; i < row.length; i++) {
            int a = i < step ? 0 : row[i - step] & 0xFF;
            int b = above[i] & 0xFF;
            int c = i < step ? 0 : above[i - step] & 0xFF;
            int p = a + b - c;
            int pa = Math.abs(p - a);
            int pb = Math.abs(p - b);
            int pc = Math.abs(p - c);
            int paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
            int prediction = new int[]{0, a, b, (a + b) / 2, paeth}[filter];
            out[i] = (byte) (row[i] - prediction);
        }
        return out;
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        return ByteBuffer.allocate(12 + data.length).putInt(data.length).put(name).put(data)
                .putInt((int) checksum.getValue()).array();
    }
}
