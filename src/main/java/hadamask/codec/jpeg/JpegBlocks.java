package hadamask.codec.jpeg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks over the codes of the blocks of a scan (ITU-T T.81, annexes F and G).
final class JpegBlocks {
    /// The largest quantised mean of 8-bit samples is 1024; predictions that leave twice that are those of damaged data.
    private static final int LARGEST_MEAN = 2048;
    private static final String NO_CODE = "a code is none of its table";
    private static final String TOO_MANY = "a block has more than 64 coefficients";

    private final JpegBits bits;
    private final JpegHeader header;
    private final int[] means;
    /// Of a progressive JPEG, for each block of each component, the coefficients that are not zero, one bit each.
    private final long[] @Nullable [] known;
    private int bandsLeft;

    JpegBlocks(JpegBits bits, JpegHeader header) {
        this.bits = bits;
        this.header = header;
        this.means = new int[header.components()];
        this.known = new long[header.components()][];
    }

    /// Begins behind a mark.
    void restart() {
        Arrays.fill(means, 0);
        bandsLeft = 0;
    }

    /// @return what is wrong with a unit, or null
    @Nullable
    String unit(JpegScan scan, long unit) {
        JpegScan.Grid grid = scan.grid();
        int row = (int) (unit / grid.columns());
        int column = (int) (unit % grid.columns());
        for (int i = 0; i < scan.components().length; i++) {
            int across = grid.across()[i];
            int down = grid.down()[i];
            for (int b = 0; b < across * down; b++) {
                int place = (row * down + b / across) * grid.stride()[i] + column * across + b % across;
                String fault = scan.progressive() ? progressive(scan, i, place) : sequential(scan, i);
                if (fault != null) {
                    return fault;
                }
            }
        }
        return null;
    }

    private @Nullable String sequential(JpegScan scan, int i) {
        JpegCode dc = scan.dc()[i];
        JpegCode ac = scan.ac()[i];
        if (dc == null || ac == null || !mean(dc, scan.components()[i])) {
            return NO_CODE;
        }
        for (int k = 1; k < 64; k++) {
            int symbol = ac.next(bits);
            if (symbol < 0) {
                return NO_CODE;
            }
            int size = symbol & 15;
            int run = symbol >> 4;
            if (size == 0 && run < 15) {
                return null;
            }
            k += run;
            if (k > 63) {
                return TOO_MANY;
            }
            bits.bits(size);
        }
        return null;
    }

    /// @return whether the mean is one that a block can have
    private boolean mean(JpegCode dc, int component) {
        int size = dc.next(bits);
        if (size < 0 || size > 11) {
            return false;
        }
        int value = bits.bits(size);
        means[component] += size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
        return Math.abs(means[component]) <= LARGEST_MEAN;
    }

    private @Nullable String progressive(JpegScan scan, int i, int place) {
        JpegCode dc = scan.dc()[i];
        JpegCode ac = scan.ac()[i];
        if (scan.first() == 0) {
            if (scan.refines()) {
                bits.bit();
                return null;
            }
            return dc != null && mean(dc, scan.components()[i]) ? null : NO_CODE;
        }
        if (ac == null) {
            return NO_CODE;
        }
        long[] blocks = known(scan.components()[i]);
        return scan.refines() ? refined(scan, ac, blocks, place) : begun(scan, ac, blocks, place);
    }

    private long[] known(int component) {
        long[] blocks = known[component];
        if (blocks == null) {
            int h = 1;
            int v = 1;
            for (int i = 0; i < header.components(); i++) {
                h = Math.max(h, header.sampling(i) >> 4);
                v = Math.max(v, header.sampling(i) & 15);
            }
            int sampling = header.sampling(component);
            blocks = new long[Math.ceilDiv(header.width(), 8 * h) * (sampling >> 4)
                    * Math.ceilDiv(header.height(), 8 * v) * (sampling & 15)];
            known[component] = blocks;
        }
        return blocks;
    }

    private @Nullable String begun(JpegScan scan, JpegCode ac, long[] blocks, int place) {
        if (bandsLeft > 0) {
            bandsLeft--;
            return null;
        }
        for (int k = scan.first(); k <= scan.last(); k++) {
            int symbol = ac.next(bits);
            if (symbol < 0) {
                return NO_CODE;
            }
            int run = symbol >> 4;
            if ((symbol & 15) == 0 && run < 15) {
                bandsLeft = (1 << run) + bits.bits(run) - 1;
                return null;
            }
            k += run;
            if (k > scan.last()) {
                return TOO_MANY;
            }
            if ((symbol & 15) > 0) {
                bits.bits(symbol & 15);
                blocks[place] |= 1L << k;
            }
        }
        return null;
    }

    private @Nullable String refined(JpegScan scan, JpegCode ac, long[] blocks, int place) {
        int k = scan.first();
        while (bandsLeft == 0 && k <= scan.last()) {
            int symbol = ac.next(bits);
            int size = symbol & 15;
            if (symbol < 0 || size > 1) {
                return NO_CODE;
            }
            int run = symbol >> 4;
            if (size == 0 && run < 15) {
                bandsLeft = (1 << run) + bits.bits(run);
                break;
            }
            bits.bits(size);
            while (k <= scan.last()) {
                if ((blocks[place] >> k & 1) != 0) {
                    bits.bit();
                } else if (--run < 0) {
                    break;
                }
                k++;
            }
            if (size == 1) {
                if (k > scan.last()) {
                    return TOO_MANY;
                }
                blocks[place] |= 1L << k;
            }
            k++;
        }
        if (bandsLeft > 0) {
            for (; k <= scan.last(); k++) {
                if ((blocks[place] >> k & 1) != 0) {
                    bits.bit();
                }
            }
            bandsLeft--;
        }
        return null;
    }
}
