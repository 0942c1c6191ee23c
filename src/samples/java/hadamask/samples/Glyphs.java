package hadamask.samples;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;

/// Letters of a pen with a round tip, drawn without any font of the machine.
///
/// A letter stands on a grid 0..4 wide: ascenders reach up to 0, small letters to 2, the base line is 6,
/// descenders go down to 8. It is a list of strokes, each a mark and then points `xy`: `-` a line with corners, `~` a
/// smooth line, `o` a smooth closed line, `.` a dot.
final class Glyphs {
    private static final double WORD_SPACE = 3.1;
    private static final double LETTER_SPACE = 1.9;

    private static final Map<Character, List<String>> STROKES = Map.ofEntries(
            Map.entry('a', List.of("~43 22 04 26 45", "-42 46")),
            Map.entry('b', List.of("-00 06", "~03 22 44 26 05")),
            Map.entry('c', List.of("~43 22 04 26 45")),
            Map.entry('d', List.of("-40 46", "~43 22 04 26 45")),
            Map.entry('e', List.of("-04 44", "~44 22 04 26 45")),
            Map.entry('f', List.of("~40 21 23", "-22 26", "-02 42")),
            Map.entry('g', List.of("~43 22 04 26 45", "~42 46 28 07")),
            Map.entry('h', List.of("-00 06", "~03 22 44", "-44 46")),
            Map.entry('i', List.of("-22 26", ".20")),
            Map.entry('k', List.of("-00 06", "-32 04 36")),
            Map.entry('l', List.of("-20 26")),
            Map.entry('m', List.of("-02 06", "~03 12 24", "-24 26", "~23 32 44", "-44 46")),
            Map.entry('n', List.of("-02 06", "~03 22 44", "-44 46")),
            Map.entry('o', List.of("o22 04 26 44")),
            Map.entry('p', List.of("-02 08", "~03 22 44 26 05")),
            Map.entry('r', List.of("-02 06", "~04 12 32")),
            Map.entry('s', List.of("~32 12 03 14 24 35 26 06")),
            Map.entry('t', List.of("~20 25 36 46", "-02 42")),
            Map.entry('u', List.of("~02 04 26 44", "-42 46")),
            Map.entry('v', List.of("-02 26 42")),
            Map.entry('w', List.of("-02 16 23 36 42")),
            Map.entry('x', List.of("-02 46", "-42 06")),
            Map.entry('y', List.of("-02 26", "-42 18")),
            Map.entry('z', List.of("-02 42 06 46")),
            Map.entry('A', List.of("-06 20 46", "-14 34")),
            Map.entry('T', List.of("-00 40", "-20 26")),
            Map.entry(',', List.of("-26 17")),
            Map.entry('.', List.of(".26")));

    private Glyphs() {
    }

    /// The inked shape of a line of text whose base line is at `y`; `unit` is one step of the grid in pixels.
    static Shape text(String text, double x, double y, double unit, double pen) {
        var ink = new Path2D.Double(Path2D.WIND_NON_ZERO);
        var stroke = new BasicStroke((float) pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        double at = x;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == ' ') {
                at += WORD_SPACE * unit;
                continue;
            }
            var strokes = STROKES.get(letter);
            if (strokes == null) {
                throw new IllegalArgumentException("no strokes for the letter " + letter);
            }
            int left = strokes.stream().mapToInt(s -> edge(s, -1)).min().orElse(0);
            int right = strokes.stream().mapToInt(s -> edge(s, 1)).max().orElse(4);
            var place = AffineTransform.getTranslateInstance(at - left * unit, y - 6 * unit);
            for (var one : strokes) {
                ink.append(inked(one, unit, pen, stroke).getPathIterator(place), false);
            }
            at += (right - left + LETTER_SPACE) * unit;
        }
        return ink;
    }

    private static Shape inked(String stroke, double unit, double pen, BasicStroke tip) {
        double[] points = points(stroke, unit);
        return switch (stroke.charAt(0)) {
            case '~' -> tip.createStrokedShape(Brush.roundLine(points));
            case 'o' -> tip.createStrokedShape(Brush.roundOutline(points));
            case '.' -> new Ellipse2D.Double(points[0] - 0.7 * pen, points[1] - 0.7 * pen, 1.4 * pen, 1.4 * pen);
            default -> tip.createStrokedShape(corners(points));
        };
    }

    private static Path2D corners(double[] points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    private static double[] points(String stroke, double unit) {
        int n = stroke.length() / 3;
        double[] points = new double[2 * n];
        for (int i = 0; i < n; i++) {
            points[2 * i] = (stroke.charAt(3 * i + 1) - '0') * unit;
            points[2 * i + 1] = (stroke.charAt(3 * i + 2) - '0') * unit;
        }
        return points;
    }

    /// The leftmost (`side` -1) or rightmost (`side` 1) column that a stroke touches.
    private static int edge(String stroke, int side) {
        int edge = stroke.charAt(1) - '0';
        for (int i = 1; i < stroke.length(); i += 3) {
            edge = side * Math.max(side * edge, side * (stroke.charAt(i) - '0'));
        }
        return edge;
    }
}
