package hadamask.plot;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

/// A letter as the way of a pen.
///
/// Coordinates: x to the right from the left edge, y up from the base line; capitals and digits are 70 high, small letters
/// 50, and what hangs below the line reaches -20. The ways are written as
///
///     M x y   lift the pen and start at a point        L x y   a line to a point
///     A x y rx ry from by   lift the pen and draw a part of the ellipse around (x, y), from an angle, by an angle
///     a ...   the same, with a line to where it starts  Z      back to the start        D x y   a dot
///
/// with angles in degrees, counter-clockwise, 0 to the right.
///
/// @param way the way of the middle of the pen
/// @param width of the way
record Glyph(Path2D way, double width) {
    /// What stands for a character that has no letter here: an empty box.
    static final Glyph UNKNOWN = parse("38 M 0 0 L 38 0 L 38 70 L 0 70 Z");

    private static final String LETTERS = """
            0 40 A 20 48 20 22 0 180 a 20 22 20 22 180 180 Z
            1 40 M 8 55 L 24 70 L 24 0
            2 40 A 20 50 20 20 165 -205 L 0 0 L 40 0
            3 40 A 19 53 17 17 150 -240 a 19 18 20 18 90 -240
            4 40 M 30 0 L 30 70 L 0 20 L 41 20
            5 40 M 36 70 L 7 70 L 4 39 a 19 22 21 22 128 -268
            6 40 A 40 21 40 49 100 80 a 20 21 20 21 180 360
            7 40 M 0 70 L 40 70 L 14 0
            8 40 A 20 53 17 17 0 360 Z A 20 18 20 18 0 360 Z
            9 40 A 0 49 40 49 -80 80 a 20 49 20 21 0 360
            A 50 M 0 0 L 25 70 L 50 0 M 9 24 L 41 24
            B 42 M 22 36 L 0 36 L 0 70 L 22 70 a 22 53 17 17 90 -180 a 23 18 19 18 90 -180 L 0 0 L 0 36
            C 46 A 28 35 28 35 50 260
            D 48 M 0 0 L 0 70 L 18 70 a 18 35 30 35 90 -180 Z
            E 38 M 38 70 L 0 70 L 0 0 L 38 0 M 0 36 L 33 36
            F 36 M 36 70 L 0 70 L 0 0 M 0 36 L 31 36
            G 50 A 28 35 28 35 52 268 L 50 33 L 30 33
            H 46 M 0 0 L 0 70 M 46 0 L 46 70 M 0 36 L 46 36
            I 0 M 0 0 L 0 70
            J 28 M 28 70 L 28 18 a 13 18 15 18 0 -150
            K 44 M 0 0 L 0 70 M 42 70 L 0 28 M 14 42 L 44 0
            L 36 M 0 70 L 0 0 L 36 0
            M 56 M 0 0 L 0 70 L 28 20 L 56 70 L 56 0
            N 46 M 0 0 L 0 70 L 46 0 L 46 70
            O 58 A 29 35 29 35 0 360 Z
            P 42 M 0 0 L 0 70 L 23 70 a 23 51 19 19 90 -180 L 0 32
            Q 58 A 29 35 29 35 0 360 Z M 36 16 L 56 -6
            R 44 M 0 0 L 0 70 L 23 70 a 23 51 19 19 90 -180 L 0 32 M 22 32 L 44 0
            S 42 A 21 52.5 19 17.5 30 240 a 21 17.5 21 17.5 90 -240
            T 46 M 0 70 L 46 70 M 23 70 L 23 0
            U 46 M 0 70 L 0 23 a 23 23 23 23 180 180 L 46 70
            V 48 M 0 70 L 24 0 L 48 70
            W 72 M 0 70 L 18 0 L 36 62 L 54 0 L 72 70
            X 46 M 1 70 L 46 0 M 45 70 L 0 0
            Y 46 M 0 70 L 23 34 L 46 70 M 23 34 L 23 0
            Z 42 M 1 70 L 41 70 L 0 0 L 42 0
            a 38 A 19 25 19 25 0 360 Z M 38 50 L 38 0
            b 38 M 0 70 L 0 0 A 19 25 19 25 0 360 Z
            c 34 A 20 25 20 25 48 264
            d 38 M 38 70 L 38 0 A 19 25 19 25 0 360 Z
            e 40 M 1 27 L 40 27 a 20 25 20 25 5 310
            f 24 M 11 0 L 11 56 a 24 56 13 14 180 -90 M 0 50 L 24 50
            g 38 A 19 25 19 25 0 360 Z M 38 50 L 38 -4 a 19 -4 19 16 0 -150
            h 36 M 0 0 L 0 70 M 0 30 a 18 30 18 20 180 -180 L 36 0
            i 0 M 0 0 L 0 50 D 0 67
            j 10 M 10 50 L 10 -8 a 0 -8 10 12 0 -90 D 10 67
            k 34 M 0 0 L 0 70 M 32 50 L 0 20 M 11 30 L 34 0
            l 9 M 0 70 L 0 11 a 10 11 10 11 180 80
            m 60 M 0 0 L 0 50 M 0 34 a 15 34 15 16 180 -180 L 30 0 M 30 34 a 45 34 15 16 180 -180 L 60 0
            n 36 M 0 0 L 0 50 M 0 30 a 18 30 18 20 180 -180 L 36 0
            o 40 A 20 25 20 25 0 360 Z
            p 38 M 0 50 L 0 -20 A 19 25 19 25 0 360 Z
            q 38 M 38 50 L 38 -20 A 19 25 19 25 0 360 Z
            r 20 M 0 0 L 0 50 M 0 32 a 18 32 18 18 180 -98
            s 32 A 16 37.5 14 12.5 30 240 a 16 12.5 16 12.5 90 -240
            t 23 M 10 66 L 10 13 a 22 13 12 13 180 85 M 0 50 L 23 50
            u 36 M 0 50 L 0 20 a 18 20 18 20 180 180 M 36 50 L 36 0
            v 36 M 0 50 L 18 0 L 36 50
            w 56 M 0 50 L 14 0 L 28 44 L 42 0 L 56 50
            x 34 M 0 50 L 34 0 M 34 50 L 0 0
            y 36 M 0 50 L 18 0 M 36 50 L 10 -20
            z 32 M 0 50 L 31 50 L 0 0 L 32 0
            . 0 D 0 1
            , 4 M 4 3 L 0 -12
            : 0 D 0 1 D 0 42
            ; 4 M 4 3 L 0 -12 D 4 42
            ! 0 M 0 70 L 0 22 D 0 1
            ? 34 A 17 52 17 18 165 -225 a 17 24 4 10 90 90 L 15 20 D 15 1
            ' 0 M 0 70 L 0 52
            " 14 M 0 70 L 0 52 M 14 70 L 14 52
            ` 10 M 0 70 L 10 58
            - 26 M 0 27 L 26 27
            _ 44 M 0 -8 L 44 -8
            + 38 M 0 30 L 38 30 M 19 11 L 19 49
            = 38 M 0 40 L 38 40 M 0 21 L 38 21
            * 26 M 13 70 L 13 42 M 1 63 L 25 49 M 25 63 L 1 49
            / 30 M 0 -8 L 30 74
            \\ 30 M 0 74 L 30 -8
            | 0 M 0 76 L 0 -14
            ( 15 A 30 30 30 48 118 124
            ) 15 A -15 30 30 48 -62 124
            [ 14 M 14 76 L 0 76 L 0 -14 L 14 -14
            ] 14 M 0 76 L 14 76 L 14 -14 L 0 -14
            { 18 M 18 76 L 9 70 L 9 40 L 0 31 L 9 22 L 9 -8 L 18 -14
            } 18 M 0 76 L 9 70 L 9 40 L 18 31 L 9 22 L 9 -8 L 0 -14
            < 34 M 34 52 L 0 31 L 34 10
            > 34 M 0 52 L 34 31 L 0 10
            # 46 M 16 70 L 8 0 M 38 70 L 30 0 M 2 47 L 46 47 M 0 23 L 44 23
            $ 42 A 21 48.5 18 13.5 30 240 a 21 21.5 20 13.5 90 -240 M 21 74 L 21 -4
            & 50 M 50 0 L 11 46 a 21 56 13 14 220 -250 L 8 32 a 20 18 20 18 130 190 L 47 36
            @ 66 A 33 30 13 16 0 360 Z M 46 46 L 46 24 a 56 24 10 11 180 180 L 66 34 a 33 30 33 40 0 290
            ^ 34 M 0 44 L 17 70 L 34 44
            ~ 40 A 10 30 10 8 180 -180 a 30 30 10 8 180 180
            % 58 A 12 55 12 15 0 360 Z A 46 15 12 15 0 360 Z M 46 70 L 12 0
            \u00d7 32 M 0 14 L 32 46 M 0 46 L 32 14
            \u00b7 0 D 0 30
            \u00b1 38 M 0 36 L 38 36 M 19 17 L 19 55 M 0 2 L 38 2
            \u00b2 24 A 12 62 12 10 165 -205 L 0 38 L 24 38
            \u2013 44 M 0 27 L 44 27
            \u0131 0 M 0 0 L 0 50
            \u0237 10 M 10 50 L 10 -8 a 0 -8 10 12 0 -90
            \u2212 38 M 0 30 L 38 30
            """;

    private static final Map<Integer, Glyph> ALL = all();

    /// The letter of a character.
    static Glyph of(int codePoint) {
        return ALL.getOrDefault(codePoint, UNKNOWN);
    }

    private static Map<Integer, Glyph> all() {
        Map<Integer, Glyph> glyphs = new HashMap<>();
        glyphs.put((int) ' ', new Glyph(new Path2D.Double(), 8));
        LETTERS.lines().forEach(line -> glyphs.put(line.codePointAt(0), parse(line.substring(2))));
        return Map.copyOf(glyphs);
    }

    /// A width and a way.
    static Glyph parse(String text) {
        StringTokenizer tokens = new StringTokenizer(text);
        double width = number(tokens);
        Path2D way = new Path2D.Double();
        while (tokens.hasMoreTokens()) {
            String step = tokens.nextToken();
            switch (step) {
                case "M" -> way.moveTo(number(tokens), -number(tokens));
                case "L" -> way.lineTo(number(tokens), -number(tokens));
                case "Z" -> way.closePath();
                case "A", "a" -> way.append(arc(tokens), step.equals("a"));
                case "D" -> dot(way, number(tokens), -number(tokens));
                default -> throw new IllegalArgumentException(step);
            }
        }
        return new Glyph(way, width);
    }

    private static Arc2D arc(StringTokenizer tokens) {
        double x = number(tokens);
        double y = -number(tokens);
        double rx = number(tokens);
        double ry = number(tokens);
        return new Arc2D.Double(x - rx, y - ry, 2 * rx, 2 * ry, number(tokens), number(tokens), Arc2D.OPEN);
    }

    /// A dot is a little wider than the point of the pen.
    private static void dot(Path2D way, double x, double y) {
        way.moveTo(x - 1, y);
        way.lineTo(x + 1, y);
    }

    private static double number(StringTokenizer tokens) {
        return Double.parseDouble(tokens.nextToken());
    }
}
