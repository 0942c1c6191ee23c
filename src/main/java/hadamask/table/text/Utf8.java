package hadamask.table.text;

import hadamask.file.InputException;

/// Whether bytes are a text in UTF-8, and where it starts.
public final class Utf8 {
    /// Bytes that are looked at for zeros.
    private static final int LOOK = 4096;

    private Utf8() {
    }

    /// Where the text starts: after the UTF-8 byte order mark, if there is one.
    ///
    /// @throws InputException if it is UTF-16 or no text at all
    public static int start(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
            throw utf16("UTF-16");
        }
        int zeros = 0;
        int look = Math.min(bytes.length, LOOK);
        for (int k = 0; k < look; k++) {
            zeros += bytes[k] == 0 ? 1 : 0;
        }
        if (zeros > 0) {
            throw zeros * 3 > look
                    ? utf16(bytes[0] == 0 ? "UTF-16BE" : "UTF-16LE")
                    : new InputException("is not a text, expected a table such as CSV");
        }
        return startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
    }

    public static boolean startsWith(byte[] bytes, int... first) {
        return startsWith(bytes, 0, first);
    }

    /// Whether some bytes stand at a place.
    public static boolean startsWith(byte[] bytes, int from, int[] first) {
        if (bytes.length - from < first.length) {
            return false;
        }
        for (int k = 0; k < first.length; k++) {
            if (bytes[from + k] != (byte) first[k]) {
                return false;
            }
        }
        return true;
    }

    /// @param encoding which order of bytes, where no mark at the start says it
    private static InputException utf16(String encoding) {
        return new InputException("is a UTF-16 text, expected UTF-8", "convert it with: iconv -f " + encoding
                + " -t UTF-8");
    }
}
