package hadamask.codec.bmp;

/// Undoes the run-length packing of a bitmap (`BI_RLE8`, `BI_RLE4`).
///
/// Two bytes are a run: a count, and a byte of one index or of two that take turns. A count of 0 is followed by what to do: 0
/// ends the row, 1 the picture, 2 moves right and on by the two bytes behind it, and 3 or more is the number of indices that
/// follow as they are, up to an even number of bytes. What is moved over keeps index 0.
///
///     width 5:  02 01 | 00 02 01 00 | 02 01 | 00 01     ->  1 1 0 1 1
final class BmpRuns {
    private final byte[] file;
    private final int bits;
    private final int width;
    private final int height;
    private final byte[] indices;
    private int at;
    private long x;
    private long y;

    private BmpRuns(byte[] file, BmpHeader header) {
        this.file = file;
        this.bits = header.bits();
        this.width = (int) header.width();
        this.height = (int) header.height();
        this.at = header.start();
        this.indices = new byte[width * height];
    }

    /// The palette indices of a bitmap, a byte each, row by row as the file has them.
    static byte[] unpacked(byte[] file, BmpHeader header) {
        BmpRuns runs = new BmpRuns(file, header);
        runs.unpack();
        return runs.indices;
    }

    /// What a run or a row has too much is dropped, as everybody does.
    private void unpack() {
        while (y < height) {
            if (at + 2 > file.length) {
                // The mark of the end may be missing, where the last row is whole.
                if (y == height - 1 && x >= width) {
                    return;
                }
                throw BmpHeader.truncated();
            }
            int count = file[at] & 0xFF;
            int what = file[at + 1] & 0xFF;
            at += 2;
            if (count > 0) {
                for (int i = 0; i < count; i++) {
                    put(bits == 8 ? what : i % 2 == 0 ? what >> 4 : what & 15);
                }
            } else if (what == 0) {
                x = 0;
                y++;
            } else if (what == 1) {
                return;
            } else if (what == 2) {
                require(2);
                x += file[at] & 0xFF;
                y += file[at + 1] & 0xFF;
                at += 2;
            } else {
                literal(what);
            }
        }
    }

    private void literal(int count) {
        int bytes = (count * bits + 7) / 8;
        require(bytes);
        for (int i = 0; i < count; i++) {
            int b = file[at + i * bits / 8];
            put(bits == 8 ? b : i % 2 == 0 ? b >> 4 & 15 : b & 15);
        }
        at += bytes + (bytes & 1);
    }

    private void require(int bytes) {
        if (at + bytes > file.length) {
            throw BmpHeader.truncated();
        }
    }

    private void put(int index) {
        if (x < width) {
            indices[(int) (y * width + x)] = (byte) index;
            x++;
        }
    }
}
