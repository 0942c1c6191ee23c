package hadamask.plot;

import hadamask.plot.TerminalPicture.Raster;
import java.util.function.IntFunction;

/// Upper half blocks: the colour of the letter is the upper pixel of a cell, that of its ground the lower one.
final class HalfBlocks {
    private static final String ESCAPE = "\u001B[";
    private static final String UPPER_HALF = "\u2580";
    private static final String RESET = ESCAPE + "0m";
    /// The ground of the terminal itself, below the last row of an odd number.
    private static final String NO_GROUND = "49";

    private HalfBlocks() {
    }

    /// A colour in 24 bits.
    static String direct(int rgb) {
        return "2;" + (rgb >> 16 & 0xFF) + ";" + (rgb >> 8 & 0xFF) + ";" + (rgb & 0xFF);
    }

    /// The nearest colour of xterm's palette.
    static String indexed(int rgb) {
        return "5;" + XtermPalette.nearest(rgb);
    }

    /// A line of text for two rows; a colour is written only where it changes.
    ///
    /// @param colors writes a colour
    static String encode(Raster picture, IntFunction<String> colors) {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < picture.height(); y += 2) {
            String letter = "";
            String ground = "";
            for (int x = 0; x < picture.width(); x++) {
                String upper = "38;" + colors.apply(picture.at(x, y));
                String lower = y + 1 < picture.height() ? "48;" + colors.apply(picture.at(x, y + 1)) : NO_GROUND;
                String change = upper.equals(letter) ? "" : upper;
                if (!lower.equals(ground)) {
                    change += (change.isEmpty() ? "" : ";") + lower;
                }
                if (!change.isEmpty()) {
                    text.append(ESCAPE).append(change).append('m');
                }
                text.append(UPPER_HALF);
                letter = upper;
                ground = lower;
            }
            text.append(RESET).append('\n');
        }
        return text.toString();
    }
}
