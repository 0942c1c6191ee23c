package hadamask.segment.saliency;

/// Maps brought to the scale from 0 to 1.
final class Scale {
    private Scale() {
    }

    /// Divides by the largest value; a map of zeros stays.
    static void toLargest(float[] map) {
        float largest = 0;
        for (float value : map) {
            largest = value > largest ? value : largest;
        }
        if (largest > 0) {
            for (int i = 0; i < map.length; i++) {
                map[i] /= largest;
            }
        }
    }

    /// Moves the smallest value to 0 and the largest to 1; a flat map becomes zeros.
    static void toUnit(float[] map) {
        float smallest = Float.POSITIVE_INFINITY;
        float largest = Float.NEGATIVE_INFINITY;
        for (float value : map) {
            smallest = value < smallest ? value : smallest;
            largest = value > largest ? value : largest;
        }
        float range = largest - smallest;
        for (int i = 0; i < map.length; i++) {
            map[i] = range > 0 ? (map[i] - smallest) / range : 0;
        }
    }
}
