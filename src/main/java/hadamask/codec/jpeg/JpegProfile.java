package hadamask.codec.jpeg;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The colour profile of a JPEG, which is spread over as many segments as it needs.
final class JpegProfile {
    static final String MARK = "ICC_PROFILE\0";
    private static final int HEAD = MARK.length() + 2;
    private static final int MAX_SIZE = 16 << 20;

    private byte @Nullable [] @Nullable [] parts;

    /// Takes a segment that begins with the mark of a profile.
    void take(byte[] file, int from, int to) {
        if (to - from < HEAD) {
            return;
        }
        // Behind the mark stand the number of this part, from 1, and the number of all.
        int number = file[from + HEAD - 2] & 0xFF;
        int count = file[from + HEAD - 1] & 0xFF;
        if (parts == null) {
            parts = new byte[count][];
        }
        if (number >= 1 && number <= parts.length) {
            parts[number - 1] = Arrays.copyOfRange(file, from + HEAD, to);
        }
    }

    /// The ICC profile, or null where there is none, a part of it is missing, or it is absurdly large.
    byte @Nullable [] whole() {
        if (parts == null || parts.length == 0) {
            return null;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            if (part == null) {
                return null;
            }
            whole.writeBytes(part);
        }
        return whole.size() > MAX_SIZE ? null : whole.toByteArray();
    }
}
