package hadamask.table.number;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing buffer of text. Belongs to one thread at a time.
public final class Text {
    private final NumberText numbers;
    private byte[] bytes = new byte[1 << 12];
    private int length;

    /// @param significant digits of a number, 1 to 17; 0: as few as read back to the same double
    public Text(int significant) {
        numbers = new NumberText(significant);
    }

    /// A word as messages show it.
    public static String shortened(String word) {
        return word.length() <= 40 ? word : word.substring(0, 37) + "...";
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
    }

    /// One character of ASCII.
    public void put(char character) {
        reserve(1);
        bytes[length++] = (byte) character;
    }

    public void put(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    public void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    public void number(double value) {
        reserve(NumberText.LONGEST);
        length = numbers.write(value, bytes, length);
    }

    /// Numbers from a block, with a separator between them.
    public void numbers(double[] block, int from, int to, char separator) {
        int end = length; // a field would be written for each number
        for (int k = from; k < to; k++) {
            if (bytes.length - end <= NumberText.LONGEST) {
                length = end;
                reserve(NumberText.LONGEST + 1);
            }
            end = numbers.write(block[k], bytes, end);
            bytes[end++] = (byte) separator;
        }
        length = end - (to > from ? 1 : 0);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
