package hadamask.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Text on pictures, drawn with strokes of its own: no font of the machine is needed, and it looks the same on each.
///
/// All of ASCII can be written, with the accents of Europe's languages, and `× · ± ² – −`. Letters of other scripts, and
/// with other accents, are those of a font of the platform, and an empty box where it has none.
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
        for (Piece piece : pieces(text)) {
            width += advance(piece);
        }
        return Math.max(0, width - spacing() * size * UNIT);
    }

    /// Draws a line of text.
    ///
    /// @param baseline y of the line on which the letters stand
    void draw(Graphics2D canvas, String text, double x, double baseline, Align align) {
        Path2D line = new Path2D.Double();
        canvas.setColor(color);
        double at = x - align.share * width(text);
        for (Piece piece : pieces(text)) {
            if (piece.outline() == null) {
                AffineTransform place = AffineTransform.getTranslateInstance(at, baseline);
                place.scale(size * UNIT, size * UNIT);
                line.append(piece.glyph().way().getPathIterator(place), false);
            } else {
                canvas.fill(PlatformLetters.placed(piece.outline(), at, baseline, size * UNIT));
            }
            at += advance(piece);
        }
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

    private double advance(Piece piece) {
        double width = piece.outline() == null ? piece.glyph().width() : piece.outline().width();
        return (width + spacing()) * size * UNIT;
    }

    /// Between the middles of two strokes that face each other; a broad pen needs more.
    private double spacing() {
        return SPACE + (weight - REGULAR) / UNIT;
    }

    /// A letter, or letters of a font of the platform that stand together.
    ///
    /// @param outline null where the glyph is drawn
    private record Piece(Glyph glyph, PlatformLetters.@Nullable Outline outline) {}

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder foreign = new StringBuilder();
        int next;
        for (int at = 0; at < whole.length(); at = next) {
            next = endOfLetter(whole, at);
            String letter = whole.substring(at, next);
            boolean alone = isAccent(letter.codePointAt(0));
            Glyph glyph = alone ? null : glyph(letter);
            if (glyph != null) {
                addForeign(pieces, foreign);
                pieces.add(new Piece(glyph, null));
            } else if (!alone || !foreign.isEmpty()) {
                foreign.append(letter);
            }
        }
        addForeign(pieces, foreign);
        return pieces;
    }

    private static void addForeign(List<Piece> pieces, StringBuilder foreign) {
        if (foreign.isEmpty()) {
            return;
        }
        String text = foreign.toString();
        foreign.setLength(0);
        PlatformLetters.Outline outline = PlatformLetters.of(text);
        if (outline != null) {
            pieces.add(new Piece(Glyph.UNKNOWN, outline));
        } else {
            text.codePoints().forEach(letter -> pieces.add(new Piece(Glyph.UNKNOWN, null)));
        }
    }

    /// Behind a character and the accents that follow it.
    private static int endOfLetter(String text, int from) {
        int end = from + Character.charCount(text.codePointAt(from));
        while (end < text.length() && isAccent(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isAccent(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }

    /// A character with its accents; null where it has no letter here.
    private static @Nullable Glyph glyph(String letter) {
        int[] parts = Normalizer.normalize(letter, Normalizer.Form.NFD).codePoints().toArray();
        return Accents.on(parts);
    }
}
