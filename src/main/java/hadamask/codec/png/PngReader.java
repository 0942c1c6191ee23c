package hadamask.codec.png;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.Damage;
import hadamask.codec.format.PixelLimit;
import hadamask.image.Image;
import hadamask.image.PaletteImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads PNG: start here, then [PngChunks] (the file), [PngFilter] (rows of bytes), [PngSamples] (samples of the image).
///
/// Own code, because the platform's reader neither checks checksums nor starts fast, and because it offers grey
/// through colour conversions.
public final class PngReader {
    /// Where the header says what a pixel is made of.
    private static final int COLOR_TYPE = 25;
    /// Deflate cannot pack more than this many bytes into one.
    private static final long MAX_DEFLATE_RATIO = 1032;

    /// Where the seven passes of an interlaced picture start, and their steps: x, y, dx, dy.
    private static final int[][] PASSES = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4},
        {1, 0, 2, 2}, {0, 1, 1, 2}};
    private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

    private final byte[] file;
    private final Damage damage;
    private final Iterator<PngChunks.Part> parts;
    private final Inflater inflater = new Inflater();
    private final PngSamples samples;
    private final int width;
    private final int height;
    private final boolean interlaced;

    private PngReader(byte[] file, PngChunks chunks, Damage damage, boolean places) throws IOException {
        ByteBuffer header = chunks.header();
        this.file = file;
        this.damage = damage;
        this.width = header.getInt(0);
        this.height = header.getInt(4);
        int method = header.get(12);
        if (header.get(10) != 0 || header.get(11) != 0 || method < 0 || method > 1) {
            throw new BrokenImageException("its header names a method that does not exist");
        }
        this.interlaced = method == 1;
        this.parts = chunks.pixelData().iterator();
        int depth = header.get(8);
        PngSamples.Kind kind = PngSamples.Kind.of(header.get(9), depth);
        long packed = 0;
        for (PngChunks.Part part : chunks.pixelData()) {
            packed += part.length();
        }
        if (((long) width * kind.channels() * depth + 7) / 8 * height / MAX_DEFLATE_RATIO > packed + 64) {
            damage.truncated();
        }
        this.samples = places
                ? new PngIndexedSamples(depth, width, height)
                : PngSamples.of(kind, depth, width, height, chunks.palette(), chunks.transparency());
    }

    /// Reads a PNG file, upright.
    public static Image read(byte[] file, PixelLimit limit, Damage damage) throws IOException {
        PngChunks chunks = PngChunks.of(file, limit, damage);
        return read(new PngReader(file, chunks, damage, false), chunks);
    }

    /// Whether the header of a PNG file says that its pixels are places in a palette.
    public static boolean hasPalette(byte[] file) {
        return file.length > COLOR_TYPE && file[COLOR_TYPE] == PngSamples.Kind.PALETTE.code();
    }

    /// Reads the places in the palette of a PNG file that has one, upright.
    public static PaletteImage palette(byte[] file, PixelLimit limit, Damage damage) throws IOException {
        PngChunks chunks = PngChunks.of(file, limit, damage);
        byte[] colors = chunks.palette();
        byte[] alpha = chunks.transparency();
        if (colors == null || chunks.header().get(9) != PngSamples.Kind.PALETTE.code()) {
            throw new BrokenImageException("it has no palette");
        }
        return new PaletteImage(read(new PngReader(file, chunks, damage, true), chunks), colors,
                alpha != null && alpha.length > 0 && alpha[0] == 0);
    }

    private static Image read(PngReader reader, PngChunks chunks) throws IOException {
        try {
            reader.readRows();
        } finally {
            reader.inflater.end();
        }
        return chunks.orientation().apply(reader.samples.image(chunks.attributes()));
    }

    private void readRows() throws IOException {
        for (int[] pass : interlaced ? PASSES : ONE_PASS) {
            int columns = (width - pass[0] + pass[2] - 1) / pass[2];
            int rows = (height - pass[1] + pass[3] - 1) / pass[3];
            if (columns > 0 && rows > 0 && !readPass(pass, columns, rows)) {
                return;
            }
        }
    }

    /// @return whether all rows are there
    private boolean readPass(int[] pass, int columns, int rows) throws IOException {
        int bits = samples.bitsPerPixel();
        int length = 1 + (int) (((long) columns * bits + 7) / 8);
        int bytesPerPixel = Math.max(1, bits / 8);
        byte[] row = new byte[length];
        byte[] above = new byte[length];
        for (int i = 0; i < rows; i++) {
            if (!inflate(row)) {
                return false;
            }
            PngFilter.undo(row, above, bytesPerPixel);
            samples.put(row, columns, pass[0], pass[1] + i * pass[3], pass[2]);
            byte[] free = above;
            above = row;
            row = free;
        }
        return true;
    }

    /// @return whether the row is there
    private boolean inflate(byte[] row) throws IOException {
        int n = 0;
        try {
            while (n < row.length) {
                int more = inflater.inflate(row, n, row.length - n);
                n += more;
                if (more == 0) {
                    if (inflater.finished() || !parts.hasNext()) {
                        damage.truncated();
                        return false;
                    }
                    if (inflater.needsDictionary()) {
                        throw new BrokenImageException("its pixels are packed with a dictionary");
                    }
                    if (inflater.needsInput()) {
                        PngChunks.Part part = parts.next();
                        inflater.setInput(file, part.start(), part.length());
                    }
                }
            }
        } catch (DataFormatException e) {
            damage.broken("its pixels cannot be unpacked: " + e.getMessage());
            return false;
        }
        return true;
    }
}
