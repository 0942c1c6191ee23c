package hadamask.batch;

/// Learns what became of each image. It is told by one thread at a time.
public interface Observer {
    /// Something became of an image, a moment ago; the order is that in which images are done.
    default void finished(Outcome outcome) {
    }

    /// The same, in the order of the images.
    default void inOrder(Outcome outcome) {
    }
}
