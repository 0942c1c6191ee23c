package hadamask.samples;

/// Smooth random hills: the same seed gives the same landscape at every position, in any order.
record Noise(long seed) {
    /// A value in [-1, 1] that changes over distances of about 1.
    double at(double x, double y) {
        long x0 = (long) Math.floor(x);
        long y0 = (long) Math.floor(y);
        double fx = ease(x - x0);
        double fy = ease(y - y0);
        double top = lattice(x0, y0) * (1 - fx) + lattice(x0 + 1, y0) * fx;
        double bottom = lattice(x0, y0 + 1) * (1 - fx) + lattice(x0 + 1, y0 + 1) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    /// Hills with smaller hills on them: each octave has half the width and half the height of the one before.
    double fractal(double x, double y, int octaves) {
        double sum = 0;
        double weight = 0.5;
        double scale = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * at(x * scale + 17.3 * octave, y * scale - 9.1 * octave);
            weight /= 2;
            scale *= 2;
        }
        return sum;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    /// SplitMix64's mixing of the lattice position; the products wrap around on purpose.
    private double lattice(long x, long y) {
        long z = seed + x * 0x9E3779B97F4A7C15L + y * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >> 11) * 0x1.0p-52;
    }
}
