package hadamask.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import hadamask.file.InputException;
import hadamask.segment.network.Network;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A network that ONNX Runtime has loaded.
final class OnnxNetwork implements Network {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final List<Port> inputs;
    private final List<Port> outputs;

    OnnxNetwork(OrtEnvironment environment, OrtSession session) throws OrtException {
        this.environment = environment;
        this.session = session;
        inputs = ports(session.getInputInfo().values());
        outputs = ports(session.getOutputInfo().values());
    }

    private static List<Port> ports(Collection<NodeInfo> nodes) {
        List<Port> ports = new ArrayList<>();
        for (NodeInfo node : nodes) {
            if (node.getInfo() instanceof TensorInfo tensor) {
                List<Long> shape = Arrays.stream(tensor.getShape()).boxed().toList();
                ports.add(new Port(node.getName(), tensor.type.toString(), shape));
            } else {
                ports.add(new Port(node.getName(), node.getInfo().getClass().getSimpleName(), List.of()));
            }
        }
        return ports;
    }

    @Override
    public List<Port> inputs() {
        return inputs;
    }

    @Override
    public List<Port> outputs() {
        return outputs;
    }

    @Override
    public Tensor run(Tensor input) {
        String output = outputs.getFirst().name();
        // Memory that is not Java's and not counted as such, as a heap array would be copied to.
        try (Arena arena = Arena.ofConfined();
                OnnxTensor tensor = tensor(arena, input)) {
            return map(session.run(Map.of(inputs.getFirst().name(), tensor), Set.of(output)), output);
        } catch (OrtException e) {
            throw new InputException("cannot compute this picture (" + reason(e) + ")", e);
        }
    }

    /// @param result is closed
    private static Tensor map(OrtSession.Result result, String output) {
        try (result) {
            OnnxValue value = result.get(0);
            if (!(value instanceof OnnxTensor found)) {
                throw new InputException("gives no numbers in \"" + output + "\"");
            }
            FloatBuffer numbers = found.getFloatBuffer();
            float[] values = new float[numbers.remaining()];
            numbers.get(values);
            return new Tensor(values, Arrays.stream(found.getInfo().getShape()).boxed().toList());
        }
    }

    private OnnxTensor tensor(Arena arena, Tensor input) throws OrtException {
        long[] shape = input.shape().stream().mapToLong(Long::longValue).toArray();
        return inputs.getFirst().type().equals(OnnxJavaType.FLOAT16.name())
                ? OnnxTensor.createTensor(environment, halves(arena, input.values()), shape, OnnxJavaType.FLOAT16)
                : OnnxTensor.createTensor(environment, direct(arena, input.values()), shape);
    }

    private static ShortBuffer halves(Arena arena, float[] values) {
        ShortBuffer halves = arena.allocate((long) values.length * Short.BYTES, Short.BYTES).asByteBuffer()
                .order(ByteOrder.nativeOrder()).asShortBuffer();
        for (int i = 0; i < values.length; i++) {
            halves.put(i, Float.floatToFloat16(values[i]));
        }
        return halves;
    }

    private static FloatBuffer direct(Arena arena, float[] values) {
        MemorySegment memory = arena.allocate((long) values.length * Float.BYTES, Float.BYTES);
        MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_FLOAT, 0, values.length);
        return memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /// What ONNX Runtime says, in one line, without where in its own source it says so.
    static String reason(OrtException e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return said.replaceFirst("^Error code - \\S+ - message: ", "")
                .replaceAll("/\\S*/\\S+:\\d+ \\S+ ?", "").strip();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e); // it is closed once
        }
    }
}
