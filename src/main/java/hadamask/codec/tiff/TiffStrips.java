package hadamask.codec.tiff;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.Damage;
import hadamask.codec.format.TiffTags;
import hadamask.file.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Unpacks the strips or tiles of a TIFF, one after the other. Those whose data end too early are damage.
final class TiffStrips {
    private static final int LOW_BIT_FIRST = 2;

    private final byte[] file;
    private final TiffKind kind;
    private final TiffParts parts;
    private final Damage damage;
    private final TiffJpeg jpeg;
    private final TiffChroma chroma;
    private final boolean reversed;
    private final boolean bigEndian;
    private final long faxOptions;

    TiffStrips(byte[] file, TiffTags tags, TiffKind kind, Damage damage) throws BrokenImageException {
        this.file = file;
        this.kind = kind;
        this.damage = damage;
        this.parts = TiffParts.of(tags, kind);
        this.jpeg = new TiffJpeg(kind, tags, damage);
        this.chroma = TiffChroma.of(tags);
        this.reversed = !kind.compression().isJpeg()
                && tags.pixelNumber(TiffTags.FILL_ORDER, 1) == LOW_BIT_FIRST;
        this.bigEndian = tags.isBigEndian();
        this.faxOptions = tags.pixelNumber(TiffTags.FAX_OPTIONS, 0);
    }

    /// Whether luminance and colour differences stand in rectangles.
    private boolean hasChroma() {
        return kind.color() == TiffColor.YCBCR && !kind.compression().isJpeg();
    }

    void read(TiffRows pixels) throws IOException {
        if (kind.color() == TiffColor.YCBCR && (kind.planar() || kind.samples() != 3)) {
            throw new InputException(
                    "is a TIFF with YCbCr samples that stand apart, or with others, expected Y, Cb, Cr",
                    "write it again with tiff2rgba IN.tif OUT.tif");
        }
        int all = Math.multiplyExact(parts.count(), kind.planar() ? kind.samples() : 1);
        if (parts.offsets().length < all) {
            damage.broken("it has " + parts.offsets().length + (parts.tiled() ? " tiles" : " strips") + ", expected "
                    + all);
        }
        for (int part = 0; part < Math.min(all, parts.offsets().length); part++) {
            try {
                readPart(part, pixels);
            } catch (InputException e) {
                if (!damage.isRead()) {
                    throw e;
                }
                damage.found(e.problem());
            } catch (BrokenImageException e) {
                damage.broken(String.valueOf(e.getMessage()));
            }
        }
    }

    private void readPart(int part, TiffRows pixels) throws IOException {
        long from = parts.offsets()[part];
        long end = parts.end(part, file.length);
        int rows = parts.rows(part, kind);
        int rowBytes = kind.rowBytes(parts.width());
        int length = hasChroma() ? chroma.bytes(parts.width(), rows) : Math.multiplyExact(rowBytes, rows);
        int begin = Math.clamp(from, 0, file.length);
        int to = Math.clamp(end, begin, file.length);
        boolean asIs = kind.compression() == TiffCompression.NONE && !reversed && !hasChroma() && to - begin >= length;
        if (asIs) {
            put(file, begin, part, rows, rowBytes, pixels);
            return;
        }
        byte[] data = reversed ? reversed(begin, to) : file;
        byte[] out = new byte[length];
        int found = unpack(data, reversed ? 0 : begin, reversed ? to - begin : to, out);
        if (found < length && from == 0) {
            damage.broken(parts.name(part) + " is missing");
        } else if (found < length && end > file.length) {
            damage.truncated();
        } else if (found < length) {
            damage.broken(
                    parts.name(part) + " holds " + found + " bytes of pixels that can be read, expected " + length);
        }
        if (kind.predicted()) {
            undoDifferences(out, rows, rowBytes);
        }
        if (hasChroma()) {
            put(chroma.colors(out, parts.width(), rows), 0, part, rows, 3 * parts.width(), pixels);
        } else {
            put(out, 0, part, rows, rowBytes, pixels);
        }
    }

    private int unpack(byte[] data, int from, int to, byte[] out) throws IOException {
        return switch (kind.compression()) {
            case NONE -> {
                int n = Math.min(to - from, out.length);
                System.arraycopy(data, from, out, 0, n);
                yield n;
            }
            case LZW -> TiffUnpacking.lzw(data, from, to, out);
            case DEFLATE -> TiffUnpacking.inflate(data, from, to, out);
            case PACKBITS -> TiffUnpacking.packBits(data, from, to, out);
            case JPEG, OLD_JPEG -> jpeg.unpack(data, from, to, parts.width(), parts.height(), out);
            case FAX_RLE, FAX_RLE_WORDS, FAX_GROUP3, FAX_GROUP4 -> TiffFax.unpack(data, from, to, parts.width(),
                    kind.compression(), faxOptions, out);
        };
    }

    private void put(byte[] data, int at, int part, int rows, int rowBytes, TiffRows pixels) {
        int x = parts.x(part);
        int y = parts.y(part);
        int columns = parts.columns(part, kind);
        for (int row = 0; row < rows; row++) {
            pixels.put(data, at + row * rowBytes, x, y + row, columns, part / parts.count());
        }
    }

    private byte[] reversed(int from, int to) {
        byte[] data = new byte[to - from];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (Integer.reverse(file[from + i]) >>> 24);
        }
        return data;
    }

    /// Samples are differences to those on their left, of the same kind.
    private void undoDifferences(byte[] out, int rows, int rowBytes) {
        int n = kind.together();
        for (int row = 0; row < rows; row++) {
            int start = row * rowBytes;
            if (kind.bits() == 8) {
                for (int i = start + n; i < start + rowBytes; i++) {
                    out[i] += out[i - n];
                }
                continue;
            }
            if (kind.bits() == 32) {
                ByteBuffer numbers = ByteBuffer.wrap(out).order(bigEndian
                        ? ByteOrder.BIG_ENDIAN
                        : ByteOrder.LITTLE_ENDIAN);
                for (int i = start + 4 * n; i + 3 < start + rowBytes; i += 4) {
                    numbers.putInt(i, numbers.getInt(i) + numbers.getInt(i - 4 * n));
                }
                continue;
            }
            int high = bigEndian ? 0 : 1;
            for (int i = start + 2 * n; i + 1 < start + rowBytes; i += 2) {
                int left = (out[i - 2 * n + high] & 0xFF) << 8 | (out[i - 2 * n + 1 - high] & 0xFF);
                int value = ((out[i + high] & 0xFF) << 8 | (out[i + 1 - high] & 0xFF)) + left;
                out[i + high] = (byte) (value >> 8);
                out[i + 1 - high] = (byte) value;
            }
        }
    }
}
