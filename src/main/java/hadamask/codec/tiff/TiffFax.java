package hadamask.codec.tiff;

import java.util.Arrays;

/// Decodes the fax compressions of TIFF: rows of runs of white and black (ITU-T T.4), and changes to the row above (T.6).
/// A bit of 1 is black.
///
/// Own code, because the library filled up what is missing with white and told nobody.
final class TiffFax {
    private static final int TWO_DIMENSIONAL = 1;
    private static final int END_OF_LINE_ZEROS = 11;

    private final byte[] data;
    private final long end;
    private final int width;
    private final TiffCompression compression;
    private final boolean twoDimensional;
    private long bit;
    /// Where the colour changes in the row above and in this, ended by the width.
    private int[] above;
    private int[] row;
    private int changes;

    private TiffFax(byte[] data, int from, int to, int width, TiffCompression compression, long options) {
        this.data = data;
        this.bit = 8L * from;
        this.end = 8L * to;
        this.width = width;
        this.compression = compression;
        this.twoDimensional = compression == TiffCompression.FAX_GROUP4
                || (compression == TiffCompression.FAX_GROUP3 && (options & TWO_DIMENSIONAL) != 0);
        this.above = new int[width + 4];
        this.row = new int[width + 4];
        Arrays.fill(above, width);
    }

    /// @param options the tag of T.4
    /// @param out rows of whole bytes, zero
    /// @return bytes of the rows that are whole
    static int unpack(byte[] data, int from, int to, int width, TiffCompression compression, long options,
            byte[] out) {
        TiffFax fax = new TiffFax(data, from, to, width, compression, options);
        int rowBytes = (width + 7) / 8;
        int n = 0;
        while (n + rowBytes <= out.length && fax.next()) {
            fax.paint(out, n);
            n += rowBytes;
        }
        return n;
    }

    /// Decodes a row; false where it is not there, or damaged.
    private boolean next() {
        boolean changesOnly = twoDimensional;
        if (compression == TiffCompression.FAX_GROUP3) {
            int lines = 0;
            while (endOfLine()) {
                lines++;
                changesOnly = twoDimensional && bits(1) == 0;
                if (twoDimensional) {
                    bit++;
                }
            }
            // Two in a row are the end of the page. Without any, a row is one-dimensional.
            if (lines > 1) {
                return false;
            }
            changesOnly &= lines == 1;
        } else if (compression == TiffCompression.FAX_RLE) {
            bit = (bit + 7) & -8;
        } else if (compression == TiffCompression.FAX_RLE_WORDS) {
            bit = (bit + 15) & -16;
        }
        changes = 0;
        boolean sound = changesOnly ? changesToAbove() : runs();
        if (!sound || bit > end) {
            return false;
        }
        Arrays.fill(row, changes, row.length, width);
        return true;
    }

    /// Takes the end of a line, if there is one: at least 11 zeros and a one. No code begins with so many.
    private boolean endOfLine() {
        long one = bit;
        while (one < end && (data[(int) (one >> 3)] >> (7 - (int) (one & 7)) & 1) == 0) {
            one++;
        }
        if (one - bit < END_OF_LINE_ZEROS || one >= end) {
            return false;
        }
        bit = one + 1;
        return true;
    }

    private boolean runs() {
        int at = 0;
        for (int color = 0; at < width; color ^= 1) {
            int run = run(color);
            if (run < 0 || run > width - at) {
                return false;
            }
            at += run;
            if (!change(at)) {
                return false;
            }
        }
        return true;
    }

    private boolean change(int at) {
        if (changes >= row.length - 3) {
            return false;
        }
        row[changes++] = at;
        return true;
    }

    /// The length of a run, -1 where there is none.
    private int run(int color) {
        FaxCode code = color == 0 ? FaxCode.WHITE : FaxCode.BLACK;
        int all = 0;
        while (all <= width) {
            int found = code.look(bits(FaxCode.LONGEST));
            if (found < 0) {
                return -1;
            }
            bit += found & 15;
            int run = found >> 4;
            all += run;
            if (run < 64) {
                return all;
            }
        }
        return -1;
    }

    /// A row by its differences to the one above: its changes lie near those, pass them by, or are runs.
    private boolean changesToAbove() {
        int at = -1;
        int color = 0;
        while (at < width) {
            int b = color;
            while (above[b] <= at && above[b] < width) {
                b += 2;
            }
            int seven = bits(7);
            int to;
            if (seven >> 6 == 1) {
                bit += 1;
                to = above[b];
            } else if (seven >> 4 == 1) {
                bit += 3;
                int first = run(color);
                int second = first < 0 ? -1 : run(color ^ 1);
                int begin = Math.max(at, 0);
                if (second < 0 || (long) begin + first + second > width || !change(begin + first)
                        || !change(begin + first + second)) {
                    return false;
                }
                at = begin + first + second;
                continue;
            } else if (seven >> 3 == 1) {
                bit += 4;
                at = above[b + 1];
                continue;
            } else if (seven >> 4 == 3 || seven >> 4 == 2) {
                bit += 3;
                to = above[b] + (seven >> 4 == 3 ? 1 : -1);
            } else if (seven >> 1 == 3 || seven >> 1 == 2) {
                bit += 6;
                to = above[b] + (seven >> 1 == 3 ? 2 : -2);
            } else if (seven == 3 || seven == 2) {
                bit += 7;
                to = above[b] + (seven == 3 ? 3 : -3);
            } else {
                return false;
            }
            if (to < at || to < 0 || to > width || !change(to)) {
                return false;
            }
            at = to;
            color ^= 1;
        }
        return true;
    }

    /// The next bits, the first the highest; zeros behind the end.
    private int bits(int n) {
        int byteAt = (int) (bit >> 3);
        int three = at(byteAt) << 16 | at(byteAt + 1) << 8 | at(byteAt + 2);
        return three >> (24 - (int) (bit & 7) - n) & ((1 << n) - 1);
    }

    private int at(int i) {
        return i < end >> 3 ? data[i] & 0xFF : 0;
    }

    private void paint(byte[] out, int start) {
        for (int i = 0; row[i] < width; i += 2) {
            for (int x = row[i]; x < row[i + 1]; x++) {
                out[start + (x >> 3)] |= (byte) (0x80 >> (x & 7));
            }
        }
        int[] free = above;
        above = row;
        row = free;
    }
}
