package hadamask.codec.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// A TIFF written tag by tag, low byte first, with whatever tags and strips a test wants.
final class TiffSketch {
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final Map<Integer, Value> tags = new TreeMap<>();
    private byte[][] strips = new byte[0][];
    private boolean tiled;

    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    private record Value(int type, int count, byte[] bytes) {}

    /// A picture of one strip that is not compressed.
    static TiffSketch of(int width, int height, int photometric, int samples, int bits, byte[] pixels) {
        int[] depths = new int[samples];
        Arrays.fill(depths, bits);
        return new TiffSketch().shorts(256, width).shorts(257, height).shorts(258, depths).shorts(259, 1)
                .shorts(262, photometric).shorts(277, samples).shorts(278, height).strips(pixels);
    }

    TiffSketch shorts(int tag, int... values) {
        byte[] array = new byte[2 * values.length];
        ByteBuffer bytes = littleEnd(array);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return tag(tag, SHORT, values.length, array);
    }

    TiffSketch longs(int tag, int... values) {
        byte[] array = new byte[4 * values.length];
        ByteBuffer bytes = littleEnd(array);
        for (int value : values) {
            bytes.putInt(value);
        }
        return tag(tag, LONG, values.length, array);
    }

    TiffSketch tag(int tag, int type, int count, byte[] bytes) {
        tags.put(tag, new Value(type, count, bytes));
        return this;
    }

    TiffSketch without(int tag) {
        tags.remove(tag);
        return this;
    }

    TiffSketch strips(byte[]... parts) {
        strips = parts;
        return this;
    }

    TiffSketch tiles(byte[]... parts) {
        tiled = true;
        return strips(parts);
    }

    /// The file; offsets and lengths of the strips are those of where they stand, unless a test gave others.
    byte[] file() {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int[] offsets = new int[strips.length];
        int[] lengths = new int[strips.length];
        for (int i = 0; i < strips.length; i++) {
            offsets[i] = 8 + data.size();
            lengths[i] = strips[i].length;
            data.writeBytes(strips[i]);
            data.writeBytes(new byte[strips[i].length & 1]);
        }
        Map<Integer, Value> given = new TreeMap<>(tags);
        longs(tiled ? 324 : 273, offsets).longs(tiled ? 325 : 279, lengths);
        Map<Integer, Value> all = new TreeMap<>(tags);
        all.putAll(given);
        tags.clear();
        tags.putAll(given);
        int directory = 8 + data.size();
        int place = directory + 2 + 12 * all.size() + 4;
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        byte[] headBytes = new byte[place - directory];
        ByteBuffer head = littleEnd(headBytes);
        head.putShort((short) all.size());
        all.forEach((tag, value) -> {
            head.putShort((short) (int) tag).putShort((short) value.type).putInt(value.count);
            if (value.bytes.length <= 4) {
                head.put(value.bytes).put(new byte[4 - value.bytes.length]);
            } else {
                head.putInt(place + values.size());
                values.writeBytes(value.bytes);
                values.writeBytes(new byte[value.bytes.length & 1]);
            }
        });
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[]{'I', 'I', 42, 0});
        byte[] pointer = new byte[4];
        littleEnd(pointer).putInt(directory);
        file.writeBytes(pointer);
        file.writeBytes(data.toByteArray());
        file.writeBytes(headBytes);
        file.writeBytes(values.toByteArray());
        return file.toByteArray();
    }

    private static ByteBuffer littleEnd(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
