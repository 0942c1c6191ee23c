package hadamask.segment.network;

import java.util.List;
import java.util.function.UnaryOperator;

/// A network that a test computes itself.
public final class NetworkSketch implements Network {
    private final Port input;
    private final Port output;
    private final UnaryOperator<Tensor> work;

    /// @param width of pictures, and of the map; [Network#OPEN] for any
    /// @param work from the planes of a picture to a map
    public NetworkSketch(String input, long width, long height, UnaryOperator<Tensor> work) {
        this.input = new Port(input, "FLOAT", List.of(1L, 3L, height, width));
        this.output = new Port("output", "FLOAT", List.of(1L, 1L, height, width));
        this.work = work;
    }

    @Override
    public List<Port> inputs() {
        return List.of(input);
    }

    @Override
    public List<Port> outputs() {
        return List.of(output);
    }

    @Override
    public Tensor run(Tensor picture) {
        return work.apply(picture);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
