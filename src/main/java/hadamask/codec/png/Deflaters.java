package hadamask.codec.png;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.Deflater;

/// Packers that wait to be used again: each holds 256 KB, which the system would clear anew for every small picture.
///
/// As many are kept as were ever in use at once.
final class Deflaters {
    private static final int LEVELS = 10;
    /// By their levels.
    private static final List<Queue<Deflater>> IDLE = new ArrayList<>();

    static {
        for (int level = 0; level < LEVELS; level++) {
            IDLE.add(new ConcurrentLinkedQueue<>());
        }
    }

    private Deflaters() {
    }

    /// A packer of bare deflate streams, at its beginning.
    ///
    /// @param level 0 to 9
    static Deflater take(int level) {
        Deflater idle = IDLE.get(level).poll();
        return idle == null ? new Deflater(level, true) : idle;
    }

    /// Gives a packer back.
    static void giveBack(int level, Deflater deflater) {
        deflater.reset();
        IDLE.get(level).add(deflater);
    }
}
