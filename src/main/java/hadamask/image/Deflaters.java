package hadamask.image;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.Deflater;

/// Packers that wait to be used again: each holds 256 KB, which the system would clear anew for every small picture.
///
/// As many are kept as were ever in use at once.
final class Deflaters {
    private static final Map<Integer, Queue<Deflater>> IDLE = new ConcurrentHashMap<>();

    private Deflaters() {
    }

    /// A packer of bare deflate streams, at its beginning.
    ///
    /// @param level 0 to 9
    static Deflater take(int level) {
        Deflater idle = idle(level).poll();
        return idle == null ? new Deflater(level, true) : idle;
    }

    /// Gives a packer back.
    static void giveBack(int level, Deflater deflater) {
        deflater.reset();
        idle(level).add(deflater);
    }

    private static Queue<Deflater> idle(int level) {
        return IDLE.computeIfAbsent(level, unused -> new ConcurrentLinkedQueue<>());
    }
}
