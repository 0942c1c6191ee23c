package hadamask.parallel;

/// Threads that may be asked to help with a loop. None of them must come: whoever asks does what nobody else does.
interface Helpers {
    /// How many threads are at work at most, the one that asks among them.
    int threads();

    /// Asks for help with a loop, until the call is closed.
    Call call(Loop<?> loop);

    /// That a loop wants help.
    interface Call extends AutoCloseable {
        /// More parts of the loop may be begun than before.
        void renew();

        /// No part will be begun any more. Nothing of the loop is held from now on.
        @Override
        void close();
    }

    /// Those that the current thread belongs to.
    static Helpers current() {
        return Thread.currentThread() instanceof Worker worker ? worker.crew() : HostPool.current();
    }
}
