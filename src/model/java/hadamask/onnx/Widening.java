package hadamask.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of ONNX in which numbers of 16 bits have become numbers of 32 bits.
///
/// Processors compute in 32 bits. Of a file of 16 bits, ONNX Runtime widens the weights for each picture anew; as they are no constants
/// then, it cannot lay them out for its convolutions, nor join these with what follows. Written as numbers of 32 bits, the same network
/// takes a fifth less time, and what it gives differs by the rounding to 16 bits that is left out.
///
/// The file is a message of Protocol Buffers: fields, each of a number, a kind and a value, which may be a message itself. All of it
/// is handed on as it is but the numbers in tensors, and what says of a tensor, of the type of a value, or of what an operator makes,
/// that it has 16 bits.
///
/// Source: `onnx.proto` of ONNX 1.17; "Encoding" in the documentation of Protocol Buffers.
final class Widening {
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
    private static final ValueLayout.OfShort HALF = ValueLayout.JAVA_SHORT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat SINGLE = ValueLayout.JAVA_FLOAT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    /// Types of numbers.
    private static final int FLOAT = 1;
    private static final int FLOAT16 = 10;
    /// Kinds of fields.
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;
    private static final int LONGEST_VARINT = 10;
    /// Numbers that are widened at once.
    private static final int CHUNK = 1 << 16;
    /// Fields of a tensor.
    private static final int DATA_TYPE = 2;
    private static final int FLOAT_DATA = 4;
    private static final int INT32_DATA = 5;
    private static final int RAW_DATA = 9;
    private static final int DATA_LOCATION = 14;
    /// Fields of an attribute of an operator.
    private static final int NAME = 1;
    private static final int INTEGER = 3;

    /// Messages in which there may be something to change.
    private enum Message {
        MODEL, FUNCTION, GRAPH, NODE, ATTRIBUTE, TENSOR, SPARSE_TENSOR, VALUE, TYPE, SEQUENCE_TYPE, TENSOR_TYPE;

        /// The message that a field holds, null for what is handed on.
        private @Nullable Message field(int number) {
            return switch (this) {
                case MODEL -> number == 7 ? GRAPH : number == 25 ? FUNCTION : null;
                case FUNCTION -> number == 7 ? NODE : number == 12 ? VALUE : null;
                case GRAPH -> switch (number) {
                    case 1 -> NODE;
                    case 5 -> TENSOR;
                    case 11, 12, 13 -> VALUE;
                    case 15 -> SPARSE_TENSOR;
                    default -> null;
                };
                case NODE -> number == 5 ? ATTRIBUTE : null;
                case ATTRIBUTE -> switch (number) {
                    case 5, 10 -> TENSOR;
                    case 6, 11 -> GRAPH;
                    case 14, 15 -> TYPE;
                    case 22, 23 -> SPARSE_TENSOR;
                    default -> null;
                };
                case SPARSE_TENSOR -> number == 1 ? TENSOR : null;
                case VALUE -> number == 2 ? TYPE : null;
                case TYPE -> switch (number) {
                    case 1, 8 -> TENSOR_TYPE;
                    case 4, 9 -> SEQUENCE_TYPE;
                    default -> null;
                };
                case SEQUENCE_TYPE -> number == 1 ? TYPE : null;
                case TENSOR, TENSOR_TYPE -> null;
            };
        }
    }

    /// The file is none of ONNX, or has numbers in another file.
    private static final class UnsuitableException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// A field of a message: what it is, where it begins, and where its value is.
    private record Field(int number, int kind, long start, long from, long to) {
        boolean is(int expected, int expectedKind) {
            return number == expected && kind == expectedKind;
        }
    }

    /// Where bytes go to; without a place for them they are counted.
    private static final class Target {
        private final @Nullable MemorySegment place;
        private long at;

        private Target(@Nullable MemorySegment place) {
            this.place = place;
        }

        private void tag(int number, int kind) {
            varint((long) number << 3 | kind);
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                oneByte((byte) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            oneByte((byte) rest);
        }

        private void oneByte(byte value) {
            if (place != null) {
                place.set(BYTE, at, value);
            }
            at++;
        }

        private void copy(MemorySegment source, long from, long to) {
            if (place != null) {
                MemorySegment.copy(source, from, place, at, to - from);
            }
            at += to - from;
        }

        private void number(short half) {
            if (place != null) {
                place.set(SINGLE, at, Float.float16ToFloat(half));
            }
            at += Float.BYTES;
        }

        /// Numbers that lie in a row, by arrays: single numbers of a segment take a hundred times as long where they are not
        /// compiled by the optimising compiler.
        private void numbers(MemorySegment source, long from, long count) {
            if (place == null) {
                at += Float.BYTES * count;
                return;
            }
            int most = (int) Math.min(CHUNK, count);
            short[] halves = new short[most];
            float[] floats = new float[most];
            for (long done = 0; done < count; done += most) {
                int length = (int) Math.min(most, count - done);
                MemorySegment.copy(source, HALF, from + Short.BYTES * done, halves, 0, length);
                for (int i = 0; i < length; i++) {
                    floats[i] = Float.float16ToFloat(halves[i]);
                }
                MemorySegment.copy(floats, 0, place, SINGLE, at, length);
                at += (long) Float.BYTES * length;
            }
        }
    }

    private final MemorySegment file;
    private boolean hasHalves;

    private Widening(MemorySegment file) {
        this.file = file;
    }

    /// @param file all of it
    /// @param arena that the result lives in
    /// @return empty where there is no number of 16 bits, where numbers stand in another file, or where the file is none of ONNX
    static Optional<MemorySegment> of(MemorySegment file, Arena arena) {
        try {
            Widening widening = new Widening(file);
            long length = widening.length(Message.MODEL, 0, file.byteSize());
            if (!widening.hasHalves || length > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            MemorySegment result = arena.allocate(length);
            widening.write(Message.MODEL, 0, file.byteSize(), new Target(result));
            return Optional.of(result);
        } catch (UnsuitableException e) {
            return Optional.empty();
        }
    }

    private long length(Message message, long from, long to) {
        Target count = new Target(null);
        write(message, from, to, count);
        return count.at;
    }

    private void write(Message message, long from, long to, Target target) {
        if (message == Message.TENSOR && isHalf(from, to)) {
            writeNumbers(from, to, target);
            return;
        }
        int type = fieldOfType(message, from, to);
        for (long at = from; at < to;) {
            Field field = field(at, to);
            Message inner = field.kind == BYTES ? message.field(field.number) : null;
            if (inner != null) {
                target.tag(field.number, BYTES);
                target.varint(length(inner, field.from, field.to));
                write(inner, field.from, field.to, target);
            } else if (message == Message.TENSOR && standsElsewhere(field)) {
                throw new UnsuitableException();
            } else if (field.is(type, VARINT) && varint(field.from, field.to) == FLOAT16) {
                hasHalves = true;
                target.tag(type, VARINT);
                target.varint(FLOAT);
            } else {
                target.copy(file, field.start, field.to);
            }
            at = field.to;
        }
    }

    /// The field that says what type numbers have; 0 where none does.
    private int fieldOfType(Message message, long from, long to) {
        return switch (message) {
            case TENSOR_TYPE -> 1;
            case ATTRIBUTE -> namesType(from, to) ? INTEGER : 0;
            case MODEL, FUNCTION, GRAPH, NODE, TENSOR, SPARSE_TENSOR, VALUE, TYPE, SEQUENCE_TYPE -> 0;
        };
    }

    /// Whether an attribute says what type the numbers have that its operator makes.
    private boolean namesType(long from, long to) {
        for (long at = from; at < to;) {
            Field field = field(at, to);
            if (field.is(NAME, BYTES)) {
                byte[] bytes = file.asSlice(field.from, field.to - field.from).toArray(BYTE);
                String name = new String(bytes, StandardCharsets.UTF_8);
                return name.equals("to") || name.equals("dtype");
            }
            at = field.to;
        }
        return false;
    }

    private boolean isHalf(long from, long to) {
        for (long at = from; at < to;) {
            Field field = field(at, to);
            if (field.is(DATA_TYPE, VARINT)) {
                return varint(field.from, field.to) == FLOAT16;
            }
            at = field.to;
        }
        return false;
    }

    /// Whether a field of a tensor says that its numbers are in another file.
    private boolean standsElsewhere(Field field) {
        return field.is(DATA_LOCATION, VARINT) && varint(field.from, field.to) != 0;
    }

    private void writeNumbers(long from, long to, Target target) {
        hasHalves = true;
        for (long at = from; at < to;) {
            Field field = field(at, to);
            if (field.is(DATA_TYPE, VARINT)) {
                target.tag(DATA_TYPE, VARINT);
                target.varint(FLOAT);
            } else if (field.is(RAW_DATA, BYTES)) {
                target.tag(RAW_DATA, BYTES);
                target.varint(2 * (field.to - field.from));
                target.numbers(file, field.from, (field.to - field.from) / Short.BYTES);
            } else if (field.number == INT32_DATA) {
                writeIntegers(field, target);
            } else if (standsElsewhere(field)) {
                throw new UnsuitableException();
            } else {
                target.copy(file, field.start, field.to);
            }
            at = field.to;
        }
    }

    /// Numbers of 16 bits, each a whole number that has these bits.
    private void writeIntegers(Field field, Target target) {
        long count = 0;
        for (long at = field.from; at < field.to; at = behindVarint(at, field.to)) {
            count++;
        }
        target.tag(FLOAT_DATA, BYTES);
        target.varint(Float.BYTES * count);
        for (long at = field.from; at < field.to;) {
            long next = behindVarint(at, field.to);
            target.number((short) varint(at, next));
            at = next;
        }
    }

    private Field field(long start, long end) {
        long from = behindVarint(start, end);
        long tag = varint(start, from);
        int kind = (int) (tag & 7);
        long to;
        switch (kind) {
            case VARINT -> to = behindVarint(from, end);
            case EIGHT_BYTES -> to = from + Long.BYTES;
            case FOUR_BYTES -> to = from + Integer.BYTES;
            case BYTES -> {
                long length = from;
                from = behindVarint(length, end);
                to = from + varint(length, from);
            }
            default -> throw new UnsuitableException();
        }
        if (to < from || to > end) {
            throw new UnsuitableException();
        }
        return new Field((int) (tag >>> 3), kind, start, from, to);
    }

    private long behindVarint(long from, long end) {
        for (long at = from; at < Math.min(end, from + LONGEST_VARINT); at++) {
            if (file.get(BYTE, at) >= 0) {
                return at + 1;
            }
        }
        throw new UnsuitableException();
    }

    private long varint(long from, long to) {
        long value = 0;
        for (long at = from; at < to; at++) {
            value |= (file.get(BYTE, at) & 0x7FL) << (7 * (at - from));
        }
        return value;
    }
}
