package hadamask.spark;

import hadamask.batch.Budget;
import hadamask.file.MemoryLimit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.jspecify.annotations.Nullable;

/// What the tasks of one process share: its memory.
final class Executor {
    /// The part of the heap that images in flight may take, as in a batch on one machine.
    private static final double SHARE = 0.6;

    private static @Nullable Executor shared;

    private final MemoryLimit memory;
    private final Budget heap;
    private final Budget outside;

    private Executor(MemoryLimit memory) {
        this.memory = memory;
        heap = new Budget((long) (SHARE * Runtime.getRuntime().maxMemory()));
        outside = new Budget(memory.outside());
        // Smile tells of each iteration; on one machine nobody listens.
        Configurator.setLevel("smile", Level.WARN);
    }

    /// The one of this process.
    ///
    /// @param bytes that the process may take; 0 where nobody has said it
    static synchronized Executor shared(long bytes) {
        Executor known = shared;
        if (known == null) {
            known = new Executor(bytes == 0 ? MemoryLimit.ofHeap() : MemoryLimit.of(bytes));
            shared = known;
        }
        return known;
    }

    MemoryLimit memory() {
        return memory;
    }

    Budget heap() {
        return heap;
    }

    Budget outside() {
        return outside;
    }
}
