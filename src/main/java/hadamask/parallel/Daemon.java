package hadamask.parallel;

/// What is done beside everything else: nobody waits for it, and it does not keep the program from ending.
public final class Daemon {
    private Daemon() {
    }

    /// Starts a work, if the system gives a thread for it, and returns at once.
    ///
    /// @param name of the thread
    /// @param work must not throw anything
    /// @return whether there is a thread for it
    public static boolean start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        try {
            thread.start();
            return true;
        } catch (OutOfMemoryError e) {
            return false; // no thread to spare: it is left undone
        }
    }
}
