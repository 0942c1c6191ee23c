package hadamask.codec.tiff;

import hadamask.codec.format.RowBytes;
import hadamask.codec.format.TiffTags;
import hadamask.image.Attributes;
import hadamask.image.Attributes.Resolution;
import hadamask.image.Image;
import hadamask.image.LabelImage;
import hadamask.image.Layout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/// Writes TIFF: 8 or 16 bits, or numbers of objects of 32 bits; strips packed by Deflate after a horizontal difference, alpha not multiplied in.
public final class TiffWriter {
    private static final int STRIP_BYTES = 1 << 18;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;
    private static final int LEVEL = 6;
    private static final int STRIP_OFFSETS = 273;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_LENGTHS = 279;
    private static final int PREDICTOR = 317;
    private static final int DEFLATE = 8;
    private static final int PREDICTOR_DIFFERENCE = 2;
    private static final int UNASSOCIATED_ALPHA = 2;

    private final int width;
    private final int height;
    private final Layout layout;
    private final int bits;
    private final Attributes attributes;
    private final Rows rows;
    private final List<Tag> tags = new ArrayList<>();

    /// One entry of the directory.
    ///
    /// @param count of its values
    /// @param bytes its values, little end first
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    private record Tag(int number, int type, int count, byte[] bytes) {}

    /// Where the bytes of the rows come from, little end first.
    @FunctionalInterface
    private interface Rows {
        void copy(int y, byte[] target, int start);
    }

    private TiffWriter(int width, int height, Layout layout, int bits, Attributes attributes, Rows rows) {
        this.width = width;
        this.height = height;
        this.layout = layout;
        this.bits = bits;
        this.attributes = attributes;
        this.rows = rows;
    }

    /// Writes an image.
    public static void write(Image image, OutputStream out) throws IOException {
        RowBytes bytes = new RowBytes(image, ByteOrder.LITTLE_ENDIAN);
        new TiffWriter(image.width(), image.height(), image.layout(), image.bitDepth(), image.attributes(), bytes::copy)
                .write(out);
    }

    /// Writes numbers of objects, 32 bits without a sign each.
    public static void write(LabelImage labels, OutputStream out) throws IOException {
        int width = labels.width();
        new TiffWriter(width, labels.height(), Layout.GRAY, Integer.SIZE, labels.attributes().withoutProfile(),
                (y, target, start) -> littleEndian(target).position(start).slice().order(ByteOrder.LITTLE_ENDIAN)
                        .asIntBuffer().put(labels.numbers(), y * width, width))
                .write(out);
    }

    private int rowLength() {
        return width * layout.samples() * bits / 8;
    }

    private void write(OutputStream out) throws IOException {
        int rowsPerStrip = Math.clamp(STRIP_BYTES / rowLength(), 1, height);
        int strips = (height + rowsPerStrip - 1) / rowsPerStrip;
        int[] places = new int[strips];
        int[] lengths = new int[strips];
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(LEVEL);
        try {
            for (int s = 0; s < strips; s++) {
                int first = s * rowsPerStrip;
                places[s] = 8 + pixels.size();
                pack(deflater, first, Math.min(rowsPerStrip, height - first), pixels);
                lengths[s] = 8 + pixels.size() - places[s];
            }
        } finally {
            deflater.end();
        }
        if ((pixels.size() & 1) != 0) {
            pixels.write(0);
        }
        addTags(rowsPerStrip, places, lengths);
        int directory = 8 + pixels.size();
        byte[] head = new byte[8];
        littleEndian(head).put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
        out.write(head);
        pixels.writeTo(out);
        writeDirectory(directory, out);
    }

    private void pack(Deflater deflater, int first, int count, OutputStream out) throws IOException {
        byte[] strip = new byte[count * rowLength()];
        for (int i = 0; i < count; i++) {
            rows.copy(first + i, strip, i * rowLength());
            difference(strip, i * rowLength());
        }
        deflater.reset();
        deflater.setInput(strip);
        deflater.finish();
        byte[] packed = new byte[1 << 14];
        while (!deflater.finished()) {
            out.write(packed, 0, deflater.deflate(packed));
        }
    }

    /// Replaces each sample of a row by its difference to the one in the pixel to its left.
    private void difference(byte[] bytes, int start) {
        int n = layout.samples();
        int end = start + rowLength();
        if (bits == 8) {
            for (int i = end - 1; i >= start + n; i--) {
                bytes[i] -= bytes[i - n];
            }
            return;
        }
        ByteBuffer samples = littleEndian(bytes);
        if (bits == Integer.SIZE) {
            for (int i = end - 4; i >= start + 4 * n; i -= 4) {
                samples.putInt(i, samples.getInt(i) - samples.getInt(i - 4 * n));
            }
            return;
        }
        for (int i = end - 2; i >= start + 2 * n; i -= 2) {
            samples.putShort(i, (short) (samples.getShort(i) - samples.getShort(i - 2 * n)));
        }
    }

    /// In the order of their numbers, as the format wants it.
    private void addTags(int rowsPerStrip, int[] places, int[] lengths) {
        int[] depths = new int[layout.samples()];
        Arrays.fill(depths, bits);
        Resolution r = attributes.resolution();
        byte[] profile = attributes.colorProfile();
        addLongs(TiffTags.WIDTH, width);
        addLongs(TiffTags.HEIGHT, height);
        addShorts(TiffTags.BITS_PER_SAMPLE, depths);
        addShorts(TiffTags.COMPRESSION, DEFLATE);
        addShorts(TiffTags.PHOTOMETRIC, layout.isColor() ? 2 : 1);
        addLongs(STRIP_OFFSETS, places);
        addShorts(TiffTags.SAMPLES_PER_PIXEL, layout.samples());
        addLongs(ROWS_PER_STRIP, rowsPerStrip);
        addLongs(STRIP_LENGTHS, lengths);
        if (r != null) {
            addRatio(TiffTags.X_RESOLUTION, r.x());
            addRatio(TiffTags.Y_RESOLUTION, r.y());
            addShorts(TiffTags.RESOLUTION_UNIT, 2);
        }
        addShorts(PREDICTOR, PREDICTOR_DIFFERENCE);
        if (layout.hasAlpha()) {
            addShorts(TiffTags.EXTRA_SAMPLES, UNASSOCIATED_ALPHA);
        }
        if (profile != null) {
            tags.add(new Tag(TiffTags.COLOR_PROFILE, UNDEFINED, profile.length, profile));
        }
    }

    private void addShorts(int number, int... values) {
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            littleEndian(bytes).putShort(2 * i, (short) values[i]);
        }
        tags.add(new Tag(number, SHORT, values.length, bytes));
    }

    private void addLongs(int number, int... values) {
        byte[] bytes = new byte[4 * values.length];
        for (int i = 0; i < values.length; i++) {
            littleEndian(bytes).putInt(4 * i, values[i]);
        }
        tags.add(new Tag(number, LONG, values.length, bytes));
    }

    private void addRatio(int number, double value) {
        int divisor = value < 100_000 ? 10_000 : 1;
        int dividend = (int) Math.min(Integer.MAX_VALUE, Math.round(value * divisor));
        byte[] bytes = new byte[8];
        littleEndian(bytes).putInt(dividend).putInt(divisor);
        tags.add(new Tag(number, RATIONAL, 1, bytes));
    }

    private void writeDirectory(int start, OutputStream out) throws IOException {
        int place = start + 2 + 12 * tags.size() + 4;
        byte[] bytes = new byte[place - start];
        ByteBuffer directory = littleEndian(bytes).putShort((short) tags.size());
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (Tag tag : tags) {
            directory.putShort((short) tag.number).putShort((short) tag.type).putInt(tag.count);
            int length = tag.bytes.length;
            if (length <= 4) {
                directory.put(tag.bytes).put(new byte[4 - length]);
            } else {
                directory.putInt(place + values.size());
                values.write(tag.bytes);
                // Values begin at even places.
                values.write(new byte[length & 1]);
            }
        }
        out.write(bytes);
        values.writeTo(out);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
