package hadamask.codec.pnm;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.Damage;
import hadamask.codec.format.PixelLimit;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Reads the any-map family: P1 to P3 (text), P4 to P6 (bytes), and PAM, P7, of 1 to 4 samples per pixel.
///
/// Samples are scaled to the depth they need: `round(v * 255 / maxval)` up to a maxval of 255, to 65535 above.
public final class PnmReader {
    private final Damage damage;
    private byte[] file;
    private int at = 2;
    private int width;
    private int height;
    private int channels;
    private int maxval = 1;
    private boolean inHeader = true;

    private PnmReader(byte[] file, Damage damage) {
        this.damage = damage;
        this.file = file;
    }

    /// Reads an any-map.
    public static Image read(byte[] file, PixelLimit limit, Damage damage) throws IOException {
        PnmReader reader = new PnmReader(file, damage);
        int kind = file[1] - '0';
        if (kind == 7) {
            reader.readPamHeader();
        } else {
            reader.width = reader.number();
            reader.height = reader.number();
            reader.channels = kind % 3 == 0 ? 3 : 1;
            reader.maxval = kind % 3 == 1 ? 1 : reader.number();
            reader.at += kind > 3 ? 1 : 0;
        }
        limit.check(reader.width, reader.height, reader.channels, reader.maxval > 255 ? 2 : 1);
        if (reader.maxval < 1 || reader.maxval > 65535) {
            throw new BrokenImageException("its largest sample is " + reader.maxval + ", expected 1 to 65535");
        }
        return reader.pixels(kind);
    }

    private Image pixels(int kind) throws IOException {
        inHeader = false;
        boolean deep = maxval > 255;
        Layout layout = switch (channels) {
            case 1 -> Layout.GRAY;
            case 2 -> Layout.GRAY_ALPHA;
            default -> Layout.color(deep ? 16 : 8, channels == 4);
        };
        int[] places = layout.isColor()
                ? new int[]{layout.red(), layout.green(), layout.blue(), layout.alpha()}
                : new int[]{0, 1};
        long rowBytes = kind == 4 ? ((long) width + 7) / 8 : (long) width * channels * (deep ? 2 : 1);
        // Text has at least one character for a sample.
        long least = kind <= 3 ? (long) width * channels * height : rowBytes * height;
        if (least > file.length - at) {
            damage.truncated();
            file = kind <= 3 ? file : Arrays.copyOf(file, Math.toIntExact(at + least));
        }
        int count = width * height * channels;
        if (deep) {
            short[] samples = new short[count];
            for (int i = 0; i < count; i += channels) {
                for (int c = 0; c < channels; c++) {
                    samples[i + places[c]] = (short) scaled(kind <= 3 ? number() : next16());
                }
            }
            return Image.of16Bit(width, height, layout, samples, Attributes.NONE);
        }
        byte[] samples = new byte[count];
        if (kind == 4 || kind == 1) {
            readBits(kind, samples);
            return Image.of8Bit(width, height, layout, samples, Attributes.NONE);
        }
        for (int i = 0; i < count; i += channels) {
            for (int c = 0; c < channels; c++) {
                samples[i + places[c]] = (byte) scaled(kind <= 3 ? number() : file[at++] & 0xFF);
            }
        }
        return Image.of8Bit(width, height, layout, samples, Attributes.NONE);
    }

    /// One bit for a pixel, 1 for black.
    private void readBits(int kind, byte[] samples) throws IOException {
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                int bit = kind == 1 ? digit() : file[at + (x >> 3)] >> (7 - (x & 7)) & 1;
                samples[i] = (byte) (bit == 0 ? 0xFF : 0);
            }
            at += kind == 1 ? 0 : (width + 7) / 8;
        }
    }

    private void readPamHeader() throws IOException {
        while (true) {
            skipSpace();
            int start = at;
            while (at < file.length && file[at] > ' ') {
                at++;
            }
            if (at >= file.length) {
                throw truncated();
            }
            String name = new String(file, start, at - start, StandardCharsets.US_ASCII);
            switch (name.toUpperCase(Locale.ROOT)) {
                case "WIDTH" -> width = number();
                case "HEIGHT" -> height = number();
                case "DEPTH" -> channels = number();
                case "MAXVAL" -> maxval = number();
                case "TUPLTYPE" -> skipLine();
                case "ENDHDR" -> {
                    skipLine();
                    if (channels < 1 || channels > 4) {
                        throw new InputException("is a PAM with " + channels + " samples per pixel, expected 1 to 4");
                    }
                    return;
                }
                default -> throw new BrokenImageException("its header has a line that is not known");
            }
        }
    }

    private int scaled(int v) {
        int value = Math.min(v, maxval);
        if (maxval == 255 || maxval == 65535) {
            return value;
        }
        long full = maxval < 255 ? 255 : 65535;
        return (int) ((value * full + maxval / 2) / maxval);
    }

    private int next16() {
        int value = (file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF);
        at += 2;
        return value;
    }

    private int digit() throws IOException {
        skipSpace();
        if (at >= file.length) {
            damage.truncated();
            return 0;
        }
        int digit = file[at++] - '0';
        if (digit != 0 && digit != 1) {
            throw notANumber();
        }
        return digit;
    }

    private int number() throws IOException {
        skipSpace();
        if (at >= file.length) {
            if (inHeader) {
                throw truncated();
            }
            damage.truncated();
            return 0;
        }
        int start = at;
        long value = 0;
        while (at < file.length && file[at] >= '0' && file[at] <= '9') {
            value = Math.min(Integer.MAX_VALUE, 10 * value + file[at++] - '0');
        }
        if (at == start) {
            throw notANumber();
        }
        return (int) value;
    }

    private BrokenImageException notANumber() {
        return new BrokenImageException("there is no number at byte " + at + ", where one is expected");
    }

    private void skipSpace() {
        while (at < file.length && (file[at] == '#' || (file[at] <= ' ' && file[at] >= 0))) {
            if (file[at] == '#') {
                skipLine();
            } else {
                at++;
            }
        }
    }

    private void skipLine() {
        while (at < file.length && file[at] != '\n') {
            at++;
        }
        at = Math.min(file.length, at + 1);
    }

    private static InputException truncated() {
        return new InputException("is a truncated PNM: the data end before the picture does");
    }
}
