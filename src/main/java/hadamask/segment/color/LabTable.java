package hadamask.segment.color;

/// CIE Lab of colours of 8 bits per sample, read from tables, and Lab as levels.
///
/// X, Y and Z are sums of three table entries, their curve is one entry among 65536: a colour takes a dozen of reads where
/// [Lab#of] takes twelve and their interpolation. It errs by less than 0.02 in L and 0.12 in a and b, most of it near black.
/// Levels of L stand for 0 to 100, those of a and b for -128 to 128.
public final class LabTable {
    /// The largest level of colours of 8 bits.
    public static final int MAX_LEVEL = 4095;

    private static final int DEEP_MAX = 0xFFFF;
    /// Steps of the curve, and those of the sums that are its places.
    private static final int STEPS = 1 << 16;
    private static final int FINER = 8;
    /// Entries of the curve that are filled at a time.
    private static final int SOME = 64;

    private static final int[] X = new int[3 * 256];
    private static final int[] Y = new int[3 * 256];
    private static final int[] Z = new int[3 * 256];
    private static final float[] CURVE = new float[STEPS + 2];

    static {
        double[][] rows = Lab.matrix();
        for (int i = 0; i < 256; i++) {
            double linear = Lab.linear(i / 255.0);
            for (int c = 0; c < 3; c++) {
                X[256 * c + i] = entry(rows[0][c] * linear);
                Y[256 * c + i] = entry(rows[1][c] * linear);
                Z[256 * c + i] = entry(rows[2][c] * linear);
            }
        }
        for (int from = 0; from < CURVE.length; from += SOME) {
            fillCurve(from, Math.min(from + SOME, CURVE.length));
        }
    }

    private LabTable() {
    }

    /// A method that is called often is soon compiled; one long loop was interpreted nearly to its end.
    private static void fillCurve(int from, int to) {
        for (int i = from; i < to; i++) {
            CURVE[i] = (float) Lab.curve(i / (double) STEPS);
        }
    }

    private static int entry(double share) {
        return (int) Math.rint(share * STEPS * (1 << FINER));
    }

    /// Converts a colour.
    ///
    /// @param r red from 0 to 255; green and blue alike
    /// @param lab receives L, a and b from place `to` on
    public static void of(int r, int g, int b, float[] lab, int to) {
        float x = look(X, r, g, b);
        float y = look(Y, r, g, b);
        float z = look(Z, r, g, b);
        lab[to] = 116 * y - 16;
        lab[to + 1] = 500 * (x - y);
        lab[to + 2] = 200 * (y - z);
    }

    /// The level of L, from 0 to [#MAX_LEVEL], of a colour of 8 bits per sample.
    public static int lLevel(int r, int g, int b) {
        return level(116 * look(Y, r, g, b) - 16, 0, 100, MAX_LEVEL);
    }

    /// The level of a, from 0 to [#MAX_LEVEL], of a colour of 8 bits per sample.
    public static int aLevel(int r, int g, int b) {
        return level(500 * (look(X, r, g, b) - look(Y, r, g, b)), -128, 256, MAX_LEVEL);
    }

    /// The level of b, from 0 to [#MAX_LEVEL], of a colour of 8 bits per sample.
    public static int bLevel(int r, int g, int b) {
        return level(200 * (look(Y, r, g, b) - look(Z, r, g, b)), -128, 256, MAX_LEVEL);
    }

    /// The levels of L of colours as [RgbRows#readPacked] reads them.
    ///
    /// @param levels receives them from place `to` on
    public static void lLevels(int[] colors, char[] levels, int to) {
        for (int x = 0; x < colors.length; x++) {
            int c = colors[x];
            levels[to + x] = (char) lLevel(c >> 16, (c >> 8) & 0xFF, c & 0xFF);
        }
    }

    /// The levels of a of colours as [RgbRows#readPacked] reads them.
    ///
    /// @param levels receives them from place `to` on
    public static void aLevels(int[] colors, char[] levels, int to) {
        for (int x = 0; x < colors.length; x++) {
            int c = colors[x];
            levels[to + x] = (char) aLevel(c >> 16, (c >> 8) & 0xFF, c & 0xFF);
        }
    }

    /// The levels of b of colours as [RgbRows#readPacked] reads them.
    ///
    /// @param levels receives them from place `to` on
    public static void bLevels(int[] colors, char[] levels, int to) {
        for (int x = 0; x < colors.length; x++) {
            int c = colors[x];
            levels[to + x] = (char) bLevel(c >> 16, (c >> 8) & 0xFF, c & 0xFF);
        }
    }

    /// The level of L, from 0 to 65535, of a colour of 16 bits per sample.
    public static int deepL(int r, int g, int b) {
        return level(deep(r, g, b)[0], 0, 100, DEEP_MAX);
    }

    /// The level of a, from 0 to 65535, of a colour of 16 bits per sample.
    public static int deepA(int r, int g, int b) {
        return level(deep(r, g, b)[1], -128, 256, DEEP_MAX);
    }

    /// The level of b, from 0 to 65535, of a colour of 16 bits per sample.
    public static int deepB(int r, int g, int b) {
        return level(deep(r, g, b)[2], -128, 256, DEEP_MAX);
    }

    private static float[] deep(int r, int g, int b) {
        float[] lab = new float[3];
        ofDeep(r, g, b, lab, 0);
        return lab;
    }

    /// Converts a colour of 16 bits per sample, as [Lab] does.
    ///
    /// @param r red from 0 to 65535; green and blue alike
    /// @param lab receives L, a and b from place `to` on
    public static void ofDeep(int r, int g, int b, float[] lab, int to) {
        Lab.of(r * 255f / DEEP_MAX, g * 255f / DEEP_MAX, b * 255f / DEEP_MAX, lab, to);
    }

    /// The curve f of X of a packed colour.
    public static float curveOfX(int color) {
        return look(X, color >> 16, (color >> 8) & 0xFF, color & 0xFF);
    }

    /// The curve f of Y of a packed colour.
    public static float curveOfY(int color) {
        return look(Y, color >> 16, (color >> 8) & 0xFF, color & 0xFF);
    }

    /// The curve f of Z of a packed colour.
    public static float curveOfZ(int color) {
        return look(Z, color >> 16, (color >> 8) & 0xFF, color & 0xFF);
    }

    private static float look(int[] table, int r, int g, int b) {
        return CURVE[(table[r] + table[256 + g] + table[512 + b] + (1 << (FINER - 1))) >> FINER];
    }

    private static int level(float value, float least, float range, int maxLevel) {
        int level = (int) ((value - least) * (maxLevel / range) + 0.5f);
        return level < 0 ? 0 : Math.min(level, maxLevel);
    }
}
