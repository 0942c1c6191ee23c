package hadamask.segment.cluster;

import hadamask.segment.color.Lab;

/// The three numbers that stand for a colour when colours are clustered: distances are taken between them.
public enum ColorFeatures {
    /// CIE Lab: distances are about as large as the eye finds them.
    LAB {
        @Override
        public void of(float r, float g, float b, float[] features, int to) {
            Lab.of(r, g, b, features, to);
        }
    },

    /// Red, green and blue, each from 0 to 255.
    RGB {
        @Override
        public void of(float r, float g, float b, float[] features, int to) {
            features[to] = r;
            features[to + 1] = g;
            features[to + 2] = b;
        }
    },

    /// The cone of HSV, from 0 to 100: the value is the height, hue the angle, and saturation times value the distance from the
    /// axis. So dark colours are near each other whatever their hue, and hues of 359 and 0 degrees are neighbours.
    HSV {
        @Override
        public void of(float r, float g, float b, float[] features, int to) {
            double max = Math.max(r, Math.max(g, b));
            double chroma = max - Math.min(r, Math.min(g, b));
            double x = r - (g + b) / 2.0;
            double y = Math.sqrt(3) / 2 * (g - b);
            double length = Math.sqrt(x * x + y * y);
            double scale = length > 0 ? chroma / length / 2.55 : 0;
            features[to] = (float) (x * scale);
            features[to + 1] = (float) (y * scale);
            features[to + 2] = (float) (max / 2.55);
        }
    };

    /// The features of a colour.
    ///
    /// @param r red from 0 to 255, fractions allowed; green and blue alike
    /// @param features receives three numbers from place `to` on
    public abstract void of(float r, float g, float b, float[] features, int to);
}
