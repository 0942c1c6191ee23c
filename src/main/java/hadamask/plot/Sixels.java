package hadamask.plot;

import hadamask.plot.TerminalPicture.Raster;
import java.util.Arrays;
import java.util.BitSet;

/// Sixels: bands of six rows; in each, a line of letters for every colour, in which a letter holds the six pixels of a
/// column as bits.
///
/// The colours are those of xterm's palette; what is lost at a pixel is spread over its neighbours (Floyd and Steinberg,
/// 1976), so that areas keep their mean colour.
final class Sixels {
    private static final String START = "\u001BP0;0;0q";
    private static final String END = "\u001B\\";
    private static final int BAND = 6;
    private static final int ZERO = '?';
    private static final int MIN_RUN = 4;

    private Sixels() {
    }

    /// The text, with a line feed at the end.
    static String encode(Raster picture) {
        int[] numbers = dithered(picture);
        StringBuilder text = new StringBuilder(START);
        text.append("\"1;1;").append(picture.width()).append(';').append(picture.height());
        appendColors(numbers, text);
        for (int y = 0; y < picture.height(); y += BAND) {
            appendBand(picture, numbers, y, text);
        }
        return text.append(END).append('\n').toString();
    }

    private static void appendColors(int[] numbers, StringBuilder text) {
        used(numbers, 0, numbers.length).stream().forEach(number -> {
            int rgb = XtermPalette.rgb(number);
            text.append('#').append(number).append(";2;").append(percent(rgb >> 16)).append(';')
                    .append(percent(rgb >> 8))
                    .append(';').append(percent(rgb));
        });
    }

    /// A sample as sixels have it, from 0 to 100.
    static int percent(int sample) {
        return Math.round((sample & 0xFF) * 100 / 255f);
    }

    private static BitSet used(int[] numbers, int from, int end) {
        BitSet used = new BitSet();
        for (int i = from; i < end; i++) {
            used.set(numbers[i]);
        }
        return used;
    }

    private static void appendBand(Raster picture, int[] numbers, int top, StringBuilder text) {
        int width = picture.width();
        int rows = Math.min(BAND, picture.height() - top);
        used(numbers, top * width, (top + rows) * width).stream().forEach(number -> {
            text.append('#').append(number);
            int run = 0;
            int last = 0;
            for (int x = 0; x < width; x++) {
                int bits = 0;
                for (int row = 0; row < rows; row++) {
                    bits |= numbers[(top + row) * width + x] == number ? 1 << row : 0;
                }
                if (bits != last) {
                    appendRun(run, last, text);
                    run = 0;
                }
                last = bits;
                run++;
            }
            if (last != 0) {
                appendRun(run, last, text);
            }
            text.append('$');
        });
        text.setCharAt(text.length() - 1, '-'); // the next band, not the start of this one
    }

    private static void appendRun(int run, int bits, StringBuilder text) {
        String letter = String.valueOf((char) (ZERO + bits));
        text.append(run < MIN_RUN ? letter.repeat(run) : "!" + run + letter);
    }

    /// The number of a palette's colour for each pixel.
    private static int[] dithered(Raster picture) {
        int width = picture.width();
        int[] numbers = new int[width * picture.height()];
        // What is still to be added to each sample of this row and the next, in 1/16, a pixel of room on both sides.
        int[] owed = new int[3 * (width + 2)];
        int[] next = new int[3 * (width + 2)];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                int wanted = 0;
                for (int c = 0; c < 3; c++) {
                    int sample = sample(picture.at(x, y), c) + Math.floorDiv(owed[3 * (x + 1) + c] + 8, 16);
                    wanted |= Math.clamp(sample, 0, 255) << (8 * c);
                }
                int number = XtermPalette.nearest(wanted);
                numbers[y * width + x] = number;
                for (int c = 0; c < 3; c++) {
                    int lost = sample(wanted, c) - sample(XtermPalette.rgb(number), c);
                    owed[3 * (x + 2) + c] += 7 * lost;
                    next[3 * x + c] += 3 * lost;
                    next[3 * (x + 1) + c] += 5 * lost;
                    next[3 * (x + 2) + c] += lost;
                }
            }
            int[] done = owed;
            owed = next;
            next = done;
            Arrays.fill(next, 0);
        }
        return numbers;
    }

    private static int sample(int rgb, int place) {
        return rgb >> (8 * place) & 0xFF;
    }
}
