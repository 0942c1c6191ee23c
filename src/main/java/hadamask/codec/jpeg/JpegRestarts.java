package hadamask.codec.jpeg;

import hadamask.codec.format.Damage;

/// The marks from which decoding can start again: as many as the restart interval says, numbered 0 to 7 in turn. Where one
/// is missing or out of its turn, blocks are lost.
final class JpegRestarts {
    private final Damage damage;
    /// Units of a scan of more than one component: blocks of all components.
    private final long units;
    private long interval;
    private long expected;
    private long seen;
    private boolean inScan;

    JpegRestarts(JpegHeader header, Damage damage) {
        this.damage = damage;
        int h = 1;
        int v = 1;
        for (int i = 0; i < header.components(); i++) {
            h = Math.max(h, header.sampling(i) >> 4);
            v = Math.max(v, header.sampling(i) & 15);
        }
        this.units = (long) Math.ceilDiv(header.width(), 8 * h) * Math.ceilDiv(header.height(), 8 * v);
        this.interval = header.restartInterval();
    }

    /// @param count units from mark to mark, 0 for none
    void interval(int count) {
        interval = count;
    }

    /// @param blocks of the only component, or -1 where there are more
    void beginScan(long blocks) {
        long all = blocks < 0 ? units : blocks;
        expected = interval == 0 ? 0 : Math.max(0, Math.ceilDiv(all, interval) - 1);
        seen = 0;
        inScan = true;
    }

    /// @param number of a mark, 0 to 7
    void take(int number) {
        if (inScan && interval > 0 && seen < expected && number != (seen & 7)) {
            damage.broken("restart mark " + number + " stands where " + (seen & 7) + " is expected");
        }
        seen++;
    }

    /// The file ends in a scan, perhaps with its last byte.
    void endFile() {
        if (inScan && interval > 0 && seen < expected) {
            damage.truncated();
        } else {
            endScan();
        }
        inScan = false;
    }

    /// A mark too many at the end is no loss.
    void endScan() {
        if (inScan && interval > 0 && (seen < expected || seen > expected + 1)) {
            damage.broken("a scan has " + seen + " restart marks, expected " + expected);
        }
        inScan = false;
    }
}
