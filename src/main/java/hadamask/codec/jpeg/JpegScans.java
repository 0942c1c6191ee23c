package hadamask.codec.jpeg;

import hadamask.codec.format.Damage;
import hadamask.file.InputException;

/// The compressed pixels of a JPEG: where they end, and whether anything is missing. The native decoder fills up what is
/// missing and hardly complains.
public final class JpegScans {
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DRI = 0xDD;

    /// A scan walks over all blocks of 8 x 8 samples of its components, and can do so with a few bytes: 1 MB may hold
    /// thousands of scans. Encoders make about 10; the tools of libjpeg take at most 100 from their users.
    private static final int MAX_SCANS = 100;
    /// What all scans together may walk over takes the decoder less than 10 seconds. No encoder visits blocks 8 times on average.
    private static final long MAX_BLOCKS = 100_000_000;
    private static final int MAX_VISITS = 8;

    private final byte[] file;
    private final JpegHeader header;
    /// For each component, by its name, the coefficients whose last bits have been seen, one bit each.
    private final long[] complete = new long[256];
    private final long[] blocks;
    private final Damage damage;
    private final JpegRestarts restarts;
    private int count;
    private long walked;
    private int end;
    private boolean closed;

    private JpegScans(byte[] file, JpegHeader header, Damage damage) {
        this.damage = damage;
        this.restarts = new JpegRestarts(header, damage);
        this.file = file;
        this.header = header;
        this.blocks = blocks(header);
    }

    /// Walks over the scans of a JPEG and the segments between them.
    ///
    /// @throws InputException if it is clear that scans are missing, or parts of them, or there are too many
    public static JpegScans of(byte[] file, JpegHeader header, Damage damage) {
        JpegScans scans = new JpegScans(file, header, damage);
        scans.walk();
        long all = 0;
        for (long some : scans.blocks) {
            all += some;
        }
        long mostBlocks = Math.max(MAX_BLOCKS, MAX_VISITS * all);
        if (scans.count > MAX_SCANS) {
            throw new InputException("is a JPEG with " + scans.count + " scans, expected at most " + MAX_SCANS);
        }
        if (scans.walked > mostBlocks) {
            throw new InputException("is a JPEG whose " + scans.count + " scans walk over " + scans.walked
                    + " blocks of 8 x 8, expected at most " + mostBlocks);
        }
        boolean whole = scans.closed || scans.isComplete();
        // A block takes one bit at least.
        if (!whole || 8L * (scans.end - header.scanStart()) < all) {
            damage.truncated();
        }
        return scans;
    }

    private void walk() {
        int at = header.scanStart();
        while (at + 1 < file.length) {
            if (file[at] != (byte) 0xFF) {
                at++;
                continue;
            }
            int marker = file[at + 1] & 0xFF;
            if (marker == EOI) {
                restarts.endScan();
                end = at + 2;
                closed = true;
                return;
            }
            if (marker == 0xFF) {
                at++;
            } else if (marker <= 1) {
                // A byte of data that happens to be 255.
                at += 2;
            } else if (marker >= 0xD0 && marker <= 0xD7) {
                restarts.take(marker & 7);
                at += 2;
            } else {
                int next = at + 3 < file.length ? at + 2 + uint16(at + 2) : file.length + 1;
                if (next > file.length) {
                    damage.truncated();
                    end = at;
                    return;
                }
                restarts.endScan();
                if (marker == SOS) {
                    take(at + 4, next);
                } else if (marker == DRI && next - at >= 6) {
                    restarts.interval(uint16(at + 4));
                }
                at = next;
            }
        }
        restarts.endFile();
        end = file.length;
    }

    /// Notes what a scan completes, by its header: the number of components, two bytes for each, the first and the last
    /// coefficient, and the bits, high and low, from which it goes on and to which it comes.
    private void take(int from, int to) {
        count++;
        int components = from < to ? file[from] & 0xFF : 0;
        if (from + 1 + 2 * components + 3 > to) {
            return;
        }
        for (int i = 0; i < components; i++) {
            walked += blocksOf(file[from + 1 + 2 * i] & 0xFF);
        }
        restarts.beginScan(components == 1 ? blocksOf(file[from + 1] & 0xFF) : -1);
        int range = from + 1 + 2 * components;
        int first = file[range] & 63;
        int last = file[range + 1] & 63;
        boolean toLastBit = (file[range + 2] & 15) == 0;
        long coefficients = header.isProgressive() ? (-1L >>> (63 - last)) & (-1L << first) : -1L;
        for (int i = 0; i < components && (toLastBit || !header.isProgressive()); i++) {
            complete[file[from + 1 + 2 * i] & 0xFF] |= coefficients;
        }
    }

    private boolean isComplete() {
        for (int i = 0; i < header.components(); i++) {
            if (complete[header.componentName(i)] != -1L) {
                return false;
            }
        }
        return true;
    }

    private long blocksOf(int name) {
        for (int i = 0; i < blocks.length; i++) {
            if (header.componentName(i) == name) {
                return blocks[i];
            }
        }
        return 0;
    }

    /// The blocks of 8 x 8 samples that each component has.
    private static long[] blocks(JpegHeader header) {
        int h = 1;
        int v = 1;
        for (int i = 0; i < header.components(); i++) {
            h = Math.max(h, header.sampling(i) >> 4);
            v = Math.max(v, header.sampling(i) & 15);
        }
        long[] blocks = new long[header.components()];
        for (int i = 0; i < blocks.length; i++) {
            long columns = Math.ceilDiv((long) header.width() * (header.sampling(i) >> 4), 8L * h);
            long rows = Math.ceilDiv((long) header.height() * (header.sampling(i) & 15), 8L * v);
            blocks[i] = columns * rows;
        }
        return blocks;
    }

    /// The place behind the end mark, or behind everything where that is missing.
    int end() {
        return end;
    }

    /// Whether there is an end mark. Where there is none, all scans have begun, but the last may be cut.
    boolean isClosed() {
        return closed;
    }

    private int uint16(int at) {
        return (file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF);
    }
}
