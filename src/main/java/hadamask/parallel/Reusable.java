package hadamask.parallel;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// A kind of things that are used again from one image to the next, as long as there are workers who do them: packers, whose
/// memory the system would clear anew for each. Without workers, each is made for its use and ended behind it, so that nothing
/// is left to who calls a function.
///
/// @param <T> such as a packer
public final class Reusable<T> {
    private final Supplier<T> maker;
    private final Consumer<T> end;

    /// @param end gives back what the garbage collector does not
    public Reusable(Supplier<T> maker, Consumer<T> end) {
        this.maker = maker;
        this.end = end;
    }

    /// One that nobody uses.
    public T take() {
        return Helpers.current() instanceof Crew crew ? crew.kept(this).take() : maker.get();
    }

    /// Gives one back, as fit for another use as it was.
    public void giveBack(T thing) {
        if (Helpers.current() instanceof Crew crew) {
            crew.kept(this).giveBack(thing);
        } else {
            end.accept(thing);
        }
    }

    ObjectPool<T> pool() {
        return new ObjectPool<>(maker, end);
    }
}
