package hadamask.samples;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;

/// A plane of real samples, row by row, that can be blurred and read between its pixels.
final class Plane {
    final int width;
    final int height;
    private final float[] samples;

    Plane(int width, int height) {
        this.width = width;
        this.height = height;
        this.samples = new float[width * height];
    }

    /// A value for every pixel `(x, y)`, `x` to the right and `y` downwards.
    interface Sampler {
        double at(int x, int y);
    }

    static Plane of(int width, int height, Sampler sampler) {
        var plane = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                plane.samples[y * width + x] = (float) sampler.at(x, y);
            }
        }
        return plane;
    }

    /// How much of every pixel a shape covers, in [0, 1].
    static Plane coverage(int width, int height, Shape shape) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        g.fill(shape);
        g.dispose();
        var raster = image.getRaster();
        return of(width, height, (x, y) -> raster.getSample(x, y, 0) / 255.0);
    }

    double get(int x, int y) {
        return samples[y * width + x];
    }

    void set(int x, int y, double value) {
        samples[y * width + x] = (float) value;
    }

    /// The value at a real position, bilinear between pixels; outside, the nearest pixel of the edge.
    double at(double x, double y) {
        double cx = Math.clamp(x, 0, width - 1.001);
        double cy = Math.clamp(y, 0, height - 1.001);
        int x0 = (int) cx;
        int y0 = (int) cy;
        double fx = cx - x0;
        double fy = cy - y0;
        double top = get(x0, y0) * (1 - fx) + get(x0 + 1, y0) * fx;
        double bottom = get(x0, y0 + 1) * (1 - fx) + get(x0 + 1, y0 + 1) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    /// The slope to the right at a real position, per pixel.
    double slopeX(double x, double y) {
        return (at(x + 1, y) - at(x - 1, y)) / 2;
    }

    /// The slope downwards at a real position, per pixel.
    double slopeY(double x, double y) {
        return (at(x, y + 1) - at(x, y - 1)) / 2;
    }

    /// A smooth copy: three box means of `2 radius + 1` pixels each way, which come close to a Gaussian.
    Plane blurred(int radius) {
        var source = samples;
        for (int pass = 0; pass < 3; pass++) {
            source = boxMeans(source, height, width, width, 1, radius);
            source = boxMeans(source, width, height, 1, width, radius);
        }
        var result = new Plane(width, height);
        System.arraycopy(source, 0, result.samples, 0, source.length);
        return result;
    }

    private static float[] boxMeans(float[] in, int lines, int length, int lineStep, int step, int radius) {
        var out = new float[in.length];
        int window = 2 * radius + 1;
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            double sum = 0;
            for (int k = -radius; k <= radius; k++) {
                sum += in[start + Math.clamp(k, 0, length - 1) * step];
            }
            for (int i = 0; i < length; i++) {
                out[start + i * step] = (float) (sum / window);
                sum += in[start + Math.min(i + radius + 1, length - 1) * step];
                sum -= in[start + Math.max(i - radius, 0) * step];
            }
        }
        return out;
    }
}
