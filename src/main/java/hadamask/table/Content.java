package hadamask.table;

import hadamask.file.Input;
import hadamask.file.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// The bytes of a table's source, unpacked when they are gzip, and what they are.
final class Content {
    private static final int LOOK = 4096;

    private Content() {
    }

    /// All bytes of an input; gzip is known by its first bytes, whatever the name.
    static byte[] of(Input input) {
        byte[] bytes = input.bytes();
        if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new InputException("is a broken gzip file: " + e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new InputException("is too large, unpacked: " + input.memory().exceeded().problem(),
                    input.memory().exceeded().remedy());
        }
    }

    /// Where the text starts: behind the UTF-8 byte order mark, when there is one.
    ///
    /// @throws InputException if it is UTF-16 or no text at all
    static int textStart(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
            throw utf16();
        }
        int zeros = 0;
        int look = Math.min(bytes.length, LOOK);
        for (int k = 0; k < look; k++) {
            zeros += bytes[k] == 0 ? 1 : 0;
        }
        if (zeros > 0) {
            throw zeros * 3 > look ? utf16() : new InputException("is not a text, expected a table such as CSV");
        }
        return startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
    }

    static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int k = 0; k < first.length; k++) {
            if (bytes[k] != (byte) first[k]) {
                return false;
            }
        }
        return true;
    }

    private static InputException utf16() {
        return new InputException("is a UTF-16 text, expected UTF-8", "convert it with: iconv -f UTF-16 -t UTF-8");
    }
}
