package hadamask.segment.network;

import java.util.List;

/// A network that is ready to compute: one array of numbers in, one out.
///
/// It may be used by several threads, which it lets in one after the other where it must.
public interface Network extends AutoCloseable {
    /// A side that a file leaves open: any number of pixels, or of pictures.
    long OPEN = -1;

    /// An input or an output, as the file declares it.
    ///
    /// @param name in the file
    /// @param type of its numbers, such as `FLOAT` or, of 16 bits, `FLOAT16`: whatever it is, a [Tensor] is handed over and comes back
    /// @param shape the number of elements along each side, the outermost first; [#OPEN] for any
    record Port(String name, String type, List<Long> shape) {
        public Port {
            shape = List.copyOf(shape);
        }
    }

    /// Numbers in rows, the last side running fastest.
    ///
    /// @param values as many as the product of the sides; not copied
    /// @param shape the number of elements along each side, the outermost first
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Tensor(float[] values, List<Long> shape) {
        public Tensor {
            shape = List.copyOf(shape);
        }
    }

    /// What it takes, in the order of the file.
    List<Port> inputs();

    /// What it gives, in the order of the file.
    List<Port> outputs();

    /// Computes the first output of the first input.
    ///
    /// @throws hadamask.file.InputException if the network cannot do that with this input; without the name of the file
    Tensor run(Tensor input);

    /// Gives its memory back.
    @Override
    void close();
}
