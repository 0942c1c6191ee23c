package hadamask.blackbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Small networks in the format ONNX, written byte by byte: a convolution of 1 x 1, and what follows it.
final class OnnxSketch {
    static final int FLOAT = 1;
    static final int BYTE = 2;
    static final int HALF = 10;

    /// Where the numbers of a tensor stand.
    enum Storage {
        /// As their bytes.
        BYTES,
        /// Each as the whole number that has its bits.
        INTEGERS,
        /// In a file beside, `weights` or `bias`.
        FILES
    }

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private final int type;
    private final Storage storage;

    /// @param type of its numbers, [#FLOAT] or [#HALF]
    private OnnxSketch(int type, Storage storage) {
        this.type = type;
        this.storage = storage;
    }

    /// A network whose first output is `activation(red, green, blue . weights + bias)`.
    ///
    /// @param input its name
    /// @param height of pictures, a number or a name
    /// @param width of pictures, a number or a name
    /// @param activation `Sigmoid`, or `Identity` for the logarithm of the odds
    /// @param outputs their names; the second and all that follow say the opposite
    static byte[] of(String input, Object height, Object width, double[] weights, double bias, String activation,
            String... outputs) {
        return of(FLOAT, input, height, width, weights, bias, activation, outputs);
    }

    /// The same of numbers of another type.
    static byte[] of(int type, String input, Object height, Object width, double[] weights, double bias,
            String activation, String... outputs) {
        return of(type, Storage.BYTES, input, height, width, weights, bias, activation, outputs);
    }

    /// The same with its numbers elsewhere.
    static byte[] of(int type, Storage storage, String input, Object height, Object width, double[] weights, double bias,
            String activation, String... outputs) {
        OnnxSketch sketch = convolution(type, storage, input, weights, bias);
        sketch.node(activation, List.of("odds"), outputs[0]);
        for (int i = 1; i < outputs.length; i++) {
            sketch.node("Neg", List.of("odds"), outputs[i]);
        }
        sketch.port(11, input, type, 1, 3, height, width);
        for (String output : outputs) {
            sketch.port(12, output, type, 1, 1, height, width);
        }
        return sketch.model();
    }

    /// A network that hands its input on, of any kind and shape.
    static byte[] identity(int type, Object... shape) {
        OnnxSketch sketch = new OnnxSketch(type, Storage.BYTES);
        sketch.node("Identity", List.of("input"), "output");
        sketch.port(11, "input", type, shape);
        sketch.port(12, "output", type, shape);
        return sketch.model();
    }

    /// A network of two pictures.
    static byte[] sum() {
        OnnxSketch sketch = new OnnxSketch(FLOAT, Storage.BYTES);
        sketch.node("Add", List.of("input", "other"), "output");
        sketch.port(11, "input", FLOAT, 1, 3, 320, 320);
        sketch.port(11, "other", FLOAT, 1, 3, 320, 320);
        sketch.port(12, "output", FLOAT, 1, 3, 320, 320);
        return sketch.model();
    }

    /// A network whose output is of another shape than it says, the mean of its map; or no number, where it divides.
    static byte[] odd(boolean divides) {
        OnnxSketch sketch = convolution(FLOAT, Storage.BYTES, "input", new double[]{1, 1, 1}, 0);
        if (divides) {
            sketch.node("Sub", List.of("odds", "odds"), "zero");
            sketch.node("Div", List.of("zero", "zero"), "output");
        } else {
            sketch.node("GlobalAveragePool", List.of("odds"), "output");
        }
        sketch.node("Neg", List.of("odds"), "second");
        sketch.port(11, "input", FLOAT, 1, 3, 320, 320);
        sketch.port(12, "output", FLOAT, 1, 1, "h", "w");
        sketch.port(12, "second", FLOAT, 1, 1, 320, 320);
        return sketch.model();
    }

    /// What it gives is named by an operator that says its type.
    private static OnnxSketch convolution(int type, Storage storage, String input, double[] weights, double bias) {
        OnnxSketch sketch = new OnnxSketch(type, storage);
        sketch.node("Conv", List.of(input, "weights", "bias"), "sum");
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        text(to, 1, "to");
        number(to, 3, type);
        number(to, 20, 2); // a whole number
        sketch.node("Cast", List.of("sum"), "odds", to);
        sketch.tensor("weights", new long[]{1, 3, 1, 1}, weights);
        sketch.tensor("bias", new long[]{1}, bias);
        return sketch;
    }

    private void node(String operator, List<String> inputs, String output, ByteArrayOutputStream... attributes) {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        inputs.forEach(input -> text(node, 1, input));
        text(node, 2, output);
        text(node, 4, operator);
        for (ByteArrayOutputStream attribute : attributes) {
            part(node, 5, attribute);
        }
        part(graph, 1, node);
    }

    private void tensor(String name, long[] sides, double... values) {
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        for (long side : sides) {
            number(tensor, 1, side);
        }
        number(tensor, 2, type);
        text(tensor, 8, name);
        switch (storage) {
            case BYTES -> bytes(tensor, 9, raw(type, values));
            case INTEGERS -> {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                for (double value : values) {
                    variable(packed, Float.floatToFloat16((float) value) & 0xFFFF);
                }
                part(tensor, 5, packed);
            }
            case FILES -> {
                ByteArrayOutputStream location = new ByteArrayOutputStream();
                text(location, 1, "location");
                text(location, 2, name);
                part(tensor, 13, location);
                number(tensor, 14, 1);
            }
        }
        part(graph, 5, tensor);
    }

    /// The bytes of numbers.
    static byte[] raw(int type, double... values) {
        ByteBuffer raw = ByteBuffer.allocate((type == HALF ? 2 : 4) * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (type == HALF) {
                raw.putShort(Float.floatToFloat16((float) value));
            } else {
                raw.putFloat((float) value);
            }
        }
        return raw.array();
    }

    /// @param field 11 for an input, 12 for an output
    private void port(int field, String name, int type, Object... shape) {
        ByteArrayOutputStream sides = new ByteArrayOutputStream();
        for (Object side : shape) {
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            if (side instanceof Integer length) {
                number(one, 1, length);
            } else {
                text(one, 2, side.toString());
            }
            part(sides, 1, one);
        }
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        number(tensor, 1, type);
        part(tensor, 2, sides);
        ByteArrayOutputStream kind = new ByteArrayOutputStream();
        part(kind, 1, tensor);
        ByteArrayOutputStream port = new ByteArrayOutputStream();
        text(port, 1, name);
        part(port, 2, kind);
        part(graph, field, port);
    }

    private byte[] model() {
        text(graph, 2, "sketch");
        ByteArrayOutputStream operators = new ByteArrayOutputStream();
        number(operators, 2, 13);
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        number(model, 1, 8);
        part(model, 8, operators);
        part(model, 7, graph);
        return model.toByteArray();
    }

    private static void part(ByteArrayOutputStream to, int field, ByteArrayOutputStream part) {
        bytes(to, field, part.toByteArray());
    }

    private static void text(ByteArrayOutputStream to, int field, String text) {
        bytes(to, field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream to, int field, byte[] bytes) {
        variable(to, 8L * field + 2);
        variable(to, bytes.length);
        to.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream to, int field, long number) {
        variable(to, 8L * field);
        variable(to, number);
    }

    /// Seven bits at a time, the lowest first.
    private static void variable(ByteArrayOutputStream to, long number) {
        List<Integer> bytes = new ArrayList<>();
        for (long rest = number; bytes.isEmpty() || rest != 0; rest >>>= 7) {
            bytes.add((int) (rest & 0x7F));
        }
        for (int i = 0; i < bytes.size(); i++) {
            to.write(bytes.get(i) | (i + 1 < bytes.size() ? 0x80 : 0));
        }
    }
}
