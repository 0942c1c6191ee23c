package hadamask.cli.image.model;

import hadamask.file.MemoryLimit;
import hadamask.segment.network.Network;
import java.util.List;

/// A network whose memory is looked at, since it is native code that no heap bounds: where the process has had more than it may, what
/// was computed is not used.
///
/// @param network what computes
/// @param memory what the process may take
record WatchedNetwork(Network network, MemoryLimit memory) implements Network {
    @Override
    public List<Port> inputs() {
        return network.inputs();
    }

    @Override
    public List<Port> outputs() {
        return network.outputs();
    }

    @Override
    public Tensor run(Tensor input) {
        memory.requireKept("loading the network");
        Tensor output = network.run(input);
        memory.requireKept("computing the network");
        return output;
    }

    @Override
    public void close() {
        network.close();
    }
}
