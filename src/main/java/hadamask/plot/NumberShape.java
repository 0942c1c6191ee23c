package hadamask.plot;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/// A whole number as the way of a pen, in the letters of [Glyph], and how near a pixel is to it.
///
/// No font and no drawing of the platform is needed: a pixel looks how far it is from the way.
final class NumberShape {
    /// Width of the pen as a share of the height of the digits.
    static final double PEN = 0.18;
    /// Digits are 70 high.
    private static final double UNIT = 1 / 70.0;
    private static final double SPACE = 22;
    private static final double FLATNESS = 0.15;

    /// Pieces of the way: x, y of the one end and x, y of the other, in pixels from the top left.
    private final double[] pieces;
    private final double width;
    private final double height;

    private NumberShape(double[] pieces, double width, double height) {
        this.pieces = pieces;
        this.width = width;
        this.height = height;
    }

    /// A number whose digits are that high, in pixels.
    static NumberShape of(int number, double height) {
        double scale = height * UNIT;
        Path2D way = new Path2D.Double();
        double x = 0;
        String digits = Integer.toString(number);
        for (int i = 0; i < digits.length(); i++) {
            Glyph glyph = Glyph.of(digits.charAt(i));
            AffineTransform place = AffineTransform.getTranslateInstance(x, height);
            place.scale(scale, scale);
            way.append(glyph.way().getPathIterator(place), false);
            x += (glyph.width() + SPACE) * scale;
        }
        return new NumberShape(pieces(way), x - SPACE * scale, height);
    }

    /// How wide a number is whose digits are that high.
    static double width(int number, double height) {
        double width = -SPACE;
        String digits = Integer.toString(number);
        for (int i = 0; i < digits.length(); i++) {
            width += Glyph.of(digits.charAt(i)).width() + SPACE;
        }
        return width * height * UNIT;
    }

    private static double[] pieces(Path2D way) {
        double[] pieces = new double[64];
        int size = 0;
        double[] to = new double[6];
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        for (PathIterator steps = way.getPathIterator(null, FLATNESS); !steps.isDone(); steps.next()) {
            int step = steps.currentSegment(to);
            if (step == PathIterator.SEG_CLOSE) {
                to[0] = startX;
                to[1] = startY;
            }
            if (step == PathIterator.SEG_MOVETO) {
                startX = to[0];
                startY = to[1];
            } else {
                pieces = size == pieces.length ? Arrays.copyOf(pieces, 2 * size) : pieces;
                pieces[size++] = x;
                pieces[size++] = y;
                pieces[size++] = to[0];
                pieces[size++] = to[1];
            }
            x = to[0];
            y = to[1];
        }
        return Arrays.copyOf(pieces, size);
    }

    /// The width of the way.
    double width() {
        return width;
    }

    /// The height of the way.
    double height() {
        return height;
    }

    /// How far a point is from the way, from the top left of which it counts.
    double distance(double x, double y) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < pieces.length; i += 4) {
            double alongX = pieces[i + 2] - pieces[i];
            double alongY = pieces[i + 3] - pieces[i + 1];
            double offX = x - pieces[i];
            double offY = y - pieces[i + 1];
            double square = alongX * alongX + alongY * alongY;
            double share = square == 0 ? 0 : Math.clamp((offX * alongX + offY * alongY) / square, 0, 1);
            double acrossX = offX - share * alongX;
            double acrossY = offY - share * alongY;
            least = Math.min(least, acrossX * acrossX + acrossY * acrossY);
        }
        return Math.sqrt(least);
    }
}
