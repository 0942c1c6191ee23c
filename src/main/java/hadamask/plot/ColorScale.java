package hadamask.plot;

import java.awt.Color;

/// Colours for numbers from 0 to 1, from a deep blue over green to a light yellow.
///
/// Lightness grows all the way, in steps that look even, so that the order can be read by people who cannot tell red from
/// green, and from a print in grey.
final class ColorScale {
    /// Red, green and blue at equal distances.
    private static final int[][] STOPS = {{40, 28, 92}, {44, 74, 138}, {34, 118, 148}, {62, 160, 136}, {142, 196, 96},
        {248, 226, 96}};

    private ColorScale() {
    }

    /// The colour of a number; below 0 and above 1 that of the end.
    static Color at(double share) {
        double place = Math.clamp(share, 0.0, 1.0) * (STOPS.length - 1);
        int i = Math.min((int) place, STOPS.length - 2);
        double t = place - i;
        int[] mixed = new int[3];
        for (int c = 0; c < 3; c++) {
            mixed[c] = (int) Math.round(STOPS[i][c] * (1 - t) + STOPS[i + 1][c] * t);
        }
        return new Color(mixed[0], mixed[1], mixed[2]);
    }

    /// One of `n` colours that are as different as can be, dark to light.
    ///
    /// @param i from 0
    static Color of(int i, int n) {
        return at(n == 1 ? 0.5 : 0.12 + 0.82 * i / (n - 1));
    }
}
