package hadamask.codec.tiff;

import hadamask.codec.format.TiffTags;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.LabelImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Numbers of objects of 32 bits in a TIFF: whole ones with or without a sign, or floats that are whole, as ImageJ writes them.
final class TiffNumbers implements TiffRows {
    private static final int FLOAT = 3;

    private final int width;
    private final int height;
    private final ByteOrder order;
    private final boolean floats;
    private final int[] numbers;

    TiffNumbers(TiffKind kind, TiffTags tags, long format) {
        width = kind.width();
        height = kind.height();
        order = tags.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        floats = format == FLOAT;
        numbers = new int[width * height];
    }

    @Override
    public void put(byte[] data, int at, int x, int y, int columns, int plane) {
        ByteBuffer row = ByteBuffer.wrap(data).order(order);
        for (int i = 0; i < columns; i++) {
            int bits = row.getInt(at + 4 * i);
            float number = floats ? Float.intBitsToFloat(bits) : bits;
            int whole = floats ? (int) number : bits;
            if (whole < 0 || (floats && (whole != number || whole == Integer.MAX_VALUE))) {
                throw new InputException("holds " + (floats ? String.valueOf(number) : String.valueOf(bits))
                        + " at the pixel " + (x + i) + "," + y
                        + ", expected 8 or 16 bits, or numbers of objects: whole, from 0 to 2147483647");
            }
            numbers[y * width + x + i] = whole;
        }
    }

    LabelImage labels(TiffTags tags) {
        return new LabelImage(width, height, numbers, new Attributes(null, tags.resolution(), tags.description()));
    }
}
