package hadamask.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.Normalizer;

/// Text on pictures, drawn with strokes of its own: no font of the machine is needed, and it looks the same on each.
///
/// All of ASCII can be written, and `× · ± ² – −`; letters with accents lose them, and what is left is an empty box.
///
/// @param size distance of lines that are set tight, in pixels; capitals are 0.7 of it
/// @param weight width of the pen as a share of the size
/// @param color of the ink
record Lettering(double size, double weight, Color color) {
    /// The pen of running text.
    static final double REGULAR = 0.092;
    /// The pen of headings.
    static final double BOLD = 0.14;

    private static final double UNIT = 0.01;
    private static final double SPACE = 18.5;

    /// Where a text stands relative to its x.
    enum Align {
        LEFT(0), CENTER(0.5), RIGHT(1);

        private final double share;

        Align(double share) {
            this.share = share;
        }
    }

    /// The same with another size.
    Lettering withSize(double other) {
        return new Lettering(other, weight, color);
    }

    /// The same with another ink.
    Lettering withColor(Color other) {
        return new Lettering(size, weight, other);
    }

    /// The length of a line of text in pixels.
    double width(String text) {
        double width = 0;
        for (int c : letters(text)) {
            width += advance(c);
        }
        return Math.max(0, width - spacing() * size * UNIT);
    }

    /// Draws a line of text.
    ///
    /// @param baseline y of the line on which the letters stand
    void draw(Graphics2D canvas, String text, double x, double baseline, Align align) {
        Path2D line = new Path2D.Double();
        double at = x - align.share * width(text);
        for (int c : letters(text)) {
            AffineTransform place = AffineTransform.getTranslateInstance(at, baseline);
            place.scale(size * UNIT, size * UNIT);
            line.append(Glyph.of(c).way().getPathIterator(place), false);
            at += advance(c);
        }
        canvas.setColor(color);
        canvas.fill(inked(line));
    }

    /// Draws a line of text at the left end, smaller or shortened where it is too long.
    void drawWithin(Graphics2D canvas, String text, double x, double baseline, double room) {
        double full = width(text);
        if (full <= room) {
            draw(canvas, text, x, baseline, Align.LEFT);
            return;
        }
        Lettering smaller = withSize(size * Math.max(0.7, room / full));
        String rest = text;
        String shown = text;
        while (smaller.width(shown) > room + 0.01 && !rest.isEmpty()) {
            rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1));
            shown = rest + "...";
        }
        smaller.draw(canvas, shown, x, baseline, Align.LEFT);
    }

    private Shape inked(Path2D line) {
        return new BasicStroke((float) (weight * size), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(line);
    }

    private double advance(int letter) {
        return (Glyph.of(letter).width() + spacing()) * size * UNIT;
    }

    /// Between the middles of two strokes that face each other; a broad pen needs more.
    private double spacing() {
        return SPACE + (weight - REGULAR) / UNIT;
    }

    private static int[] letters(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return apart.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).toArray();
    }
}
