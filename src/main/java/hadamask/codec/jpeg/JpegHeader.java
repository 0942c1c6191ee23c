package hadamask.codec.jpeg;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.TiffTags;
import hadamask.file.InputException;
import hadamask.image.Attributes.Resolution;
import hadamask.image.Orientation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What stands before the compressed pixels of a JPEG file: size, components, colour transform, profile, orientation,
/// density.
public final class JpegHeader {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DRI = 0xDD;
    private static final int COM = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;

    private final byte[] file;
    private final ByteArrayOutputStream tables = new ByteArrayOutputStream(1024);
    private byte[] frame = new byte[0];
    private int adobeTransform = -1;
    private boolean jfif;
    private boolean progressive;
    private @Nullable Resolution density;
    private @Nullable TiffTags exif;
    private final JpegProfile profile = new JpegProfile();
    private int scanStart;
    private int restartInterval;

    private JpegHeader(byte[] file) {
        this.file = file;
    }

    /// Walks over the segments up to the first scan.
    public static JpegHeader of(byte[] file) throws IOException {
        JpegHeader header = new JpegHeader(file);
        header.walk();
        return header;
    }

    private void walk() throws IOException {
        int at = 2;
        while (true) {
            while (at < file.length && file[at] != (byte) 0xFF) {
                at++;
            }
            while (at < file.length && file[at] == (byte) 0xFF) {
                at++;
            }
            if (at + 3 > file.length) {
                throw truncated();
            }
            int marker = file[at++] & 0xFF;
            if (marker == 0 || marker == 1 || (marker >= 0xD0 && marker <= SOI)) {
                continue;
            }
            if (marker == EOI) {
                throw new BrokenImageException("it ends before a picture begins");
            }
            int length = uint16(at);
            int end = at + length;
            if (length < 2) {
                throw new BrokenImageException("a segment has the length " + length);
            }
            if (end > file.length) {
                throw truncated();
            }
            if (marker == SOS) {
                if (frame.length == 0) {
                    throw new BrokenImageException("its pixels begin before their size is said");
                }
                scanStart = at - 2;
                return;
            }
            take(marker, at + 2, end);
            at = end;
        }
    }

    private void take(int marker, int from, int to) throws IOException {
        switch (marker) {
            case APP0 -> takeJfif(from, to);
            case APP1 -> {
                if (startsWith(from, to, "Exif\0") && exif == null) {
                    exif = TiffTags.of(file, Math.min(to, from + 6), to);
                }
            }
            case APP2 -> {
                if (startsWith(from, to, JpegProfile.MARK)) {
                    profile.take(file, from, to);
                }
            }
            case APP14 -> {
                if (startsWith(from, to, "Adobe") && to - from >= 12) {
                    adobeTransform = file[from + 11] & 0xFF;
                }
            }
            case JpegKind.LS -> throw JpegKind.lossless();
            default -> {
                boolean isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8
                        && marker != 0xCC;
                if (isFrame) {
                    takeFrame(marker, from, to);
                } else if (marker == DRI && to - from >= 2) {
                    restartInterval = uint16(from);
                }
                if (marker != COM && (marker < APP0 || marker > APP15)) {
                    tables.write(file, from - 4, to - from + 4);
                }
            }
        }
    }

    private void takeFrame(int marker, int from, int to) throws IOException {
        if (frame.length > 0) {
            throw new BrokenImageException("it says its size twice");
        }
        frame = Arrays.copyOfRange(file, from, to);
        progressive = marker == 0xC2;
        if (frame.length < 6 || frame.length < 6 + 3 * components()) {
            throw new BrokenImageException("its header is too short");
        }
        JpegKind.requireRead(marker, frame[0]);
        for (int i = 0; i < components(); i++) {
            int h = sampling(i) >> 4;
            int v = sampling(i) & 15;
            if (h < 1 || h > 4 || v < 1 || v > 4) {
                throw new BrokenImageException("it has a sampling factor of " + h + " x " + v);
            }
        }
    }

    private void takeJfif(int from, int to) {
        if (jfif || !startsWith(from, to, "JFIF\0") || to - from < 12) {
            return;
        }
        jfif = true;
        int unit = file[from + 7];
        int x = uint16(from + 8);
        int y = uint16(from + 10);
        double perInch = unit == 1 ? 1 : unit == 2 ? 2.54 : 0;
        if (perInch > 0 && x > 0 && y > 0) {
            density = new Resolution(x * perInch, y * perInch);
        }
    }

    public int width() {
        return uint16(frame, 3);
    }

    public int height() {
        return uint16(frame, 1);
    }

    /// 1 grey, 3 colour, 4 CMYK.
    public int components() {
        return frame[5] & 0xFF;
    }

    /// Whether the stored components are luminance and two colour differences (and black), as opposed to colours: by the
    /// rules of libjpeg, so that everybody sees the same.
    boolean hasColorDifferences() {
        if (components() == 4) {
            return adobeTransform > 0;
        }
        if (jfif) {
            return true;
        }
        if (adobeTransform >= 0) {
            return adobeTransform > 0;
        }
        return !(frame[6] == 'R' && frame[9] == 'G' && frame[12] == 'B');
    }

    /// The same header, where somebody else says how colours are stored.
    JpegHeader meaning(boolean differences) {
        jfif = false;
        adobeTransform = differences ? components() == 4 ? 2 : 1 : 0;
        return this;
    }

    Orientation orientation() {
        return exif == null ? Orientation.UPRIGHT : exif.orientation();
    }

    @Nullable
    Resolution resolution() {
        return density != null ? density : exif == null ? null : exif.resolution();
    }

    byte @Nullable [] colorProfile() {
        return profile.whole();
    }

    /// Where the first scan begins, with its marker.
    int scanStart() {
        return scanStart;
    }

    /// Units from restart mark to restart mark when the first scan begins, 0 for none.
    int restartInterval() {
        return restartInterval;
    }

    /// Whether coefficients come in several scans.
    boolean isProgressive() {
        return progressive;
    }

    /// Bytes that the native decoder keeps beside the picture: all coefficients, two bytes each, where the samples of a block
    /// come in several scans; otherwise a few rows, which do not count.
    long coefficientBytes() {
        boolean whole = !progressive && (file[scanStart + 4] & 0xFF) == components();
        if (whole) {
            return 0;
        }
        int wide = 1;
        int high = 1;
        for (int i = 0; i < components(); i++) {
            wide = Math.max(wide, sampling(i) >> 4);
            high = Math.max(high, sampling(i) & 15);
        }
        long blocks = 0;
        for (int i = 0; i < components(); i++) {
            long across = (long) Math.ceilDiv(width(), 8 * wide) * (sampling(i) >> 4);
            long down = (long) Math.ceilDiv(height(), 8 * high) * (sampling(i) & 15);
            blocks += across * down;
        }
        return 128 * blocks;
    }

    /// The byte by which scans name a component.
    int componentName(int component) {
        return frame[6 + 3 * component] & 0xFF;
    }

    /// @param scans whose end mark is added where it is missing
    /// @return the same JPEG with nothing but what its pixels need, and one clear mark that says how its colours are stored: a
    /// decoder finds nothing to interpret
    byte[] bare(JpegScans scans) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(scans.end() - scanStart + 4096);
        out.write(0xFF);
        out.write(SOI);
        if (components() != 1) {
            int transform = hasColorDifferences() ? components() == 4 ? 2 : 1 : 0;
            byte[] adobe = {(byte) 0xFF, (byte) APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0,
                (byte) transform};
            out.writeBytes(adobe);
        }
        out.writeBytes(tables.toByteArray());
        out.write(file, scanStart, scans.end() - scanStart);
        if (!scans.isClosed()) {
            out.write(0xFF);
            out.write(EOI);
        }
        return out.toByteArray();
    }

    /// The sampling factors of a component: horizontal in the upper 4 bits, vertical in the lower.
    int sampling(int component) {
        return frame[7 + 3 * component] & 0xFF;
    }

    private boolean startsWith(int from, int to, String mark) {
        if (to - from < mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (file[from + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int uint16(int at) {
        return uint16(file, at);
    }

    private static int uint16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    static InputException truncated() {
        return new InputException("is a truncated JPEG: the data end before the picture does");
    }
}
