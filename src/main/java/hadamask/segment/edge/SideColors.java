package hadamask.segment.edge;

/// The colours of one side of an edge within a window: a weighted mean and the covariance, on the scale from 0 to 255.
final class SideColors {
    private double weight;
    private double red;
    private double green;
    private double blue;
    private double redRed;
    private double redGreen;
    private double redBlue;
    private double greenGreen;
    private double greenBlue;
    private double blueBlue;

    void clear() {
        weight = 0;
        red = 0;
        green = 0;
        blue = 0;
        redRed = 0;
        redGreen = 0;
        redBlue = 0;
        greenGreen = 0;
        greenBlue = 0;
        blueBlue = 0;
    }

    void add(double w, double r, double g, double b) {
        weight += w;
        red += w * r;
        green += w * g;
        blue += w * b;
        redRed += w * r * r;
        redGreen += w * r * g;
        redBlue += w * r * b;
        greenGreen += w * g * g;
        greenBlue += w * g * b;
        blueBlue += w * b * b;
    }

    boolean isEmpty() {
        return weight == 0;
    }

    /// @param colour 0, 1, 2: red, green, blue
    double mean(int colour) {
        return (colour == 0 ? red : colour == 1 ? green : blue) / weight;
    }

    /// Adds half of the covariance to a symmetric matrix: rr, rg, rb, gg, gb, bb.
    void addHalf(double[] matrix) {
        double r = red / weight;
        double g = green / weight;
        double b = blue / weight;
        matrix[0] += (redRed / weight - r * r) / 2;
        matrix[1] += (redGreen / weight - r * g) / 2;
        matrix[2] += (redBlue / weight - r * b) / 2;
        matrix[3] += (greenGreen / weight - g * g) / 2;
        matrix[4] += (greenBlue / weight - g * b) / 2;
        matrix[5] += (blueBlue / weight - b * b) / 2;
    }
}
