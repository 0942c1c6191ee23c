package hadamask.parallel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Things that one part of a work uses at a time and the next uses again: as many are made as were ever in use at once. To make
/// them anew for each part would fill the heap, and cost more.
///
/// @param <T> such as a buffer
public final class ObjectPool<T> implements AutoCloseable {
    private final Supplier<T> maker;
    private final Consumer<T> end;
    private final Queue<T> idle = new ConcurrentLinkedQueue<>();

    /// Of things that are left to the garbage collector.
    public ObjectPool(Supplier<T> maker) {
        this(maker, thing -> {});
    }

    /// @param end is told of each when the pool is closed
    public ObjectPool(Supplier<T> maker, Consumer<T> end) {
        this.maker = maker;
        this.end = end;
    }

    /// One that nobody uses.
    public T take() {
        T used = idle.poll();
        return used == null ? maker.get() : used;
    }

    /// Gives one back.
    public void giveBack(T thing) {
        idle.add(thing);
    }

    /// Ends what was given back.
    @Override
    public void close() {
        for (T thing = idle.poll(); thing != null; thing = idle.poll()) {
            end.accept(thing);
        }
    }
}
