package hadamask.codec.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A kind of image file.
///
/// Files are recognised by their first bytes, never by their name; the name of an output decides what is written.
public enum ImageFormat {
    /// Portable Network Graphics.
    PNG(true, true, true, "png"),
    /// JPEG, lossy.
    JPEG(true, false, false, "jpg", "jpeg", "jpe", "jfif"),
    /// Tagged Image File Format.
    TIFF(true, true, true, "tif", "tiff"),
    /// Windows bitmap.
    BMP(true, false, false, "bmp", "dib"),
    /// The portable any-map family: PBM, PGM, PPM, PAM.
    PNM(true, false, true, "ppm", "pgm", "pnm", "pbm", "pam"),
    /// Graphics Interchange Format, read only.
    GIF(false, true, false, "gif"),
    /// WebP, without loss or with some.
    WEBP(true, true, false, "webp");

    private static final int RIFF = 0x52494646;
    private static final int WEBP_TAG = 0x57454250;

    private final boolean writable;
    private final boolean alpha;
    private final boolean deep;
    @SuppressWarnings("ImmutableEnumChecker") // it is what List.of makes
    private final List<String> endings;

    ImageFormat(boolean writable, boolean alpha, boolean deep, String... endings) {
        this.writable = writable;
        this.alpha = alpha;
        this.deep = deep;
        this.endings = List.of(endings);
    }

    /// The format that a file's content says it has, or null where none is recognised.
    ///
    /// @param head the first bytes of the file, at least 12 where it has as many
    public static @Nullable ImageFormat ofContent(byte[] head) {
        if (head.length < 3) {
            return null;
        }
        int first = bigEndian(head, 0);
        if (first == 0x89504E47) {
            return PNG;
        }
        if (first >>> 8 == 0xFFD8FF) {
            return JPEG;
        }
        if (first == 0x49492A00 || first == 0x4D4D002A || first == 0x49492B00 || first == 0x4D4D002B) {
            return TIFF;
        }
        if (first == 0x47494638) {
            return GIF;
        }
        if (first == RIFF && head.length >= 12 && bigEndian(head, 8) == WEBP_TAG) {
            return WEBP;
        }
        if (isBmp(head)) {
            return BMP;
        }
        boolean anyMap = head[0] == 'P' && head[1] >= '1' && head[1] <= '7' && isSpaceOrComment(head[2]);
        return anyMap ? PNM : null;
    }

    /// The format that a file's name asks for by its ending, or null where the ending is unknown or missing.
    ///
    /// @param fileName a name or a path; capital letters do not matter
    public static @Nullable ImageFormat ofName(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ending.length() == fileName.length()) {
            return null;
        }
        for (ImageFormat format : values()) {
            if (format.endings.contains(ending)) {
                return format;
            }
        }
        return null;
    }

    /// The endings of names that can be written, for messages: `.png, .jpg, .jpeg, ...`.
    public static String writableEndings() {
        // PBM holds one bit and PAM is rarely meant: they are understood, but not advertised.
        return Arrays.stream(values()).filter(ImageFormat::writable).flatMap(format -> format.endings.stream().limit(3))
                .map(ending -> "." + ending).collect(Collectors.joining(", "));
    }

    /// The endings of all names that are understood, without the dot, the usual one first.
    public List<String> endings() {
        return endings;
    }

    /// Whether images can be written in this format.
    public boolean writable() {
        return writable;
    }

    /// Whether pixels of this format can be transparent.
    public boolean supportsAlpha() {
        return alpha;
    }

    /// Whether samples of this format can have 16 bits.
    public boolean supports16Bit() {
        return deep;
    }

    /// What a kind of image is called in messages.
    @Override
    public String toString() {
        return this == WEBP ? "WebP" : name();
    }

    private static boolean isBmp(byte[] head) {
        // Two letters are little evidence: text can begin with BM. The four reserved bytes are zero in every bitmap.
        return head[0] == 'B' && head[1] == 'M' && head.length >= 10 && bigEndian(head, 6) == 0;
    }

    private static boolean isSpaceOrComment(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == '#';
    }

    private static int bigEndian(byte[] bytes, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = value << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0);
        }
        return value;
    }
}
