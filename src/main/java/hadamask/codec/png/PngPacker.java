package hadamask.codec.png;

import hadamask.codec.format.RowBytes;
import hadamask.parallel.Reusable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/// Filters and packs runs of rows of an image, one after the other, each independent of all others.
///
/// Memory: twice the bytes of a run, and a few rows.
final class PngPacker implements AutoCloseable {
    /// Bytes in which the mark between two runs fits, and then some: the end of a run is never split.
    private static final int ROOM = 64;

    /// The level at which runs of equal bytes are found, and no other repetitions.
    private static final int RUNS = 1;

    /// The level from which on every filter is tried.
    private static final int THOROUGH = 6;

    /// zlib's packers of bare deflate streams, by their levels: each holds 256 KB.
    private static final List<Reusable<Deflater>> DEFLATERS = new ArrayList<>();

    private static final Reusable<RunDeflater> RUN_DEFLATERS = new Reusable<>(RunDeflater::new, deflater -> {});

    static {
        for (int k = 0; k < 10; k++) {
            int level = k;
            DEFLATERS.add(new Reusable<>(() -> new Deflater(level, true), Deflater::end));
        }
    }

    private final int height;
    private final int rowsPerRun;
    private final RowBytes rows;
    private final PngRowFiltering filtering;
    private final int level;
    /// One of the two packs, the other is null.
    private final @Nullable Deflater deflater;
    private final @Nullable RunDeflater runs;
    private final byte[] filtered;
    private byte[] packed = new byte[0];

    /// A run of rows as it stands in the file.
    ///
    /// @param bytes a whole number of bytes that end with an empty block, so that another run may follow
    /// @param adler the Adler-32 of the bytes before packing
    /// @param length the number of those bytes
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to the file: never compared
    record Packed(byte[] bytes, int adler, int length) {}

    /// @param rows as the file has them
    /// @param height number of rows
    /// @param rowsPerRun at least 1; the last run may have fewer
    /// @param level 0 to 9
    PngPacker(RowBytes rows, int height, int rowsPerRun, int level) {
        this.rows = rows;
        this.height = height;
        this.rowsPerRun = rowsPerRun;
        this.filtering = level == 0
                ? (y, target, at) -> unfiltered(rows, y, target, at)
                : level < THOROUGH ? new PngQuickFiltering(rows) : new PngFullFiltering(rows);
        this.filtered = new byte[Math.multiplyExact(Math.min(rowsPerRun, height), rows.length() + 1)];
        this.level = level;
        this.deflater = level == RUNS ? null : DEFLATERS.get(level).take();
        this.runs = level == RUNS ? RUN_DEFLATERS.take() : null;
    }

    /// Packs a run.
    ///
    /// @param run its number, from 0
    Packed make(int run) {
        int first = run * rowsPerRun;
        int length = filter(first, Math.min(height, first + rowsPerRun));
        Adler32 adler = new Adler32();
        adler.update(filtered, 0, length);
        return new Packed(pack(length), (int) adler.getValue(), length);
    }

    private int filter(int first, int end) {
        int length = rows.length() + 1;
        int at = 0;
        for (int y = first; y < end; y++, at += length) {
            boolean zero = rows.isZero(y);
            if (zero || (y > 0 && rows.equalsAbove(y))) {
                // Nothing but zeros, too, as the difference to the row above.
                Arrays.fill(filtered, at, at + length, (byte) 0);
                filtered[at] = (byte) (zero ? PngFilter.NONE : PngFilter.UP);
            } else {
                filtering.filter(y, filtered, at);
            }
        }
        return at;
    }

    private static void unfiltered(RowBytes rows, int y, byte[] target, int at) {
        target[at] = PngFilter.NONE;
        rows.copy(y, target, at + 1);
    }

    private byte[] pack(int length) {
        return runs != null ? runs.pack(filtered, length) : pack(Objects.requireNonNull(deflater), length);
    }

    private byte[] pack(Deflater deflater, int length) {
        if (packed.length == 0) {
            packed = new byte[filtered.length / 2 + ROOM];
        }
        deflater.reset();
        deflater.setInput(filtered, 0, length);
        int at = 0;
        while (true) {
            int room = packed.length - at;
            int n = deflater.deflate(packed, at, room, Deflater.SYNC_FLUSH);
            at += n;
            if (n < room) {
                return Arrays.copyOf(packed, at);
            }
            packed = Arrays.copyOf(packed, Math.addExact(packed.length, packed.length / 2 + ROOM));
        }
    }

    @Override
    public void close() {
        if (deflater != null) {
            deflater.reset();
            DEFLATERS.get(level).giveBack(deflater);
        }
        if (runs != null) {
            RUN_DEFLATERS.giveBack(runs);
        }
    }
}
