package hadamask.image;

/// Finds where the compressed pixels of a JPEG end: the native decoder fills up what is missing and hardly complains.
final class JpegScans {
    private static final int EOI = 0xD9;

    private JpegScans() {
    }

    /// Walks over the scans of a JPEG and the segments between them.
    ///
    /// @param start where the first scan begins, with its marker
    /// @return the place behind the end mark
    static int end(byte[] file, int start) {
        int at = start;
        while (at + 1 < file.length) {
            if (file[at] != (byte) 0xFF) {
                at++;
                continue;
            }
            int marker = file[at + 1] & 0xFF;
            if (marker == EOI) {
                return at + 2;
            }
            if (marker == 0xFF) {
                at++;
            } else if (marker <= 1 || (marker >= 0xD0 && marker <= 0xD7)) {
                // A byte of data that happens to be 255, or a mark from which decoding can start again.
                at += 2;
            } else if (at + 3 < file.length) {
                at += 2 + ((file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF));
            } else {
                break;
            }
        }
        throw JpegHeader.truncated();
    }
}
