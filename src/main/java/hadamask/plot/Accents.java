package hadamask.plot;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Accents, drawn upon and below the letters of [Glyph].
final class Accents {
    private static final String TALL = "bdfhklt";
    private static final double SMALL_TOP = 50;
    private static final double TALL_TOP = 70;
    /// From one accent to the next above it.
    private static final double STEP = 16;
    /// What is behind a letter in place of above it, in the units of [Glyph].
    private static final double BEHIND = 6;
    private static final int CARON = 0x30C;

    /// Their ways by the combining character, x from the middle of the letter, y from its top.
    private static final Map<Integer, Glyph> ABOVE = Map.ofEntries(
            Map.entry(0x300, Glyph.parse("0 M -8 20 L 4 10")),
            Map.entry(0x301, Glyph.parse("0 M 8 20 L -4 10")),
            Map.entry(0x302, Glyph.parse("0 M -11 10 L 0 20 L 11 10")),
            Map.entry(0x303, Glyph.parse("0 A -6.5 13 6.5 5 180 -180 a 6.5 13 6.5 5 180 180")),
            Map.entry(0x304, Glyph.parse("0 M -11 14 L 11 14")),
            Map.entry(0x306, Glyph.parse("0 A 0 20 11 9 180 180")),
            Map.entry(0x307, Glyph.parse("0 D 0 16")),
            Map.entry(0x308, Glyph.parse("0 D -9 16 D 9 16")),
            Map.entry(0x309, Glyph.parse("0 A 0 19 5 5 160 -230 L 0 9")),
            Map.entry(0x30A, Glyph.parse("0 A 0 20 10 10 0 360 Z")),
            Map.entry(0x30B, Glyph.parse("0 M -2 20 L -10 10 M 12 20 L 4 10")),
            Map.entry(CARON, Glyph.parse("0 M -11 20 L 0 10 L 11 20")));

    /// The same below, y from the base line.
    private static final Map<Integer, Glyph> BELOW = Map.of(
            0x323, Glyph.parse("0 D 0 -15"),
            0x326, Glyph.parse("0 M 2 -9 L -3 -21"),
            0x327, Glyph.parse("0 M 1 0 L -2 -9 L 6 -13 L -4 -20"),
            0x328, Glyph.parse("0 A 13 -9 8 9 100 170"),
            0x331, Glyph.parse("0 M -11 -13 L 11 -13"));

    private static final Glyph APOSTROPHE = Glyph.parse("0 M 1 70 L -2 56");

    private Accents() {
    }

    /// A letter with its accents.
    ///
    /// @param letters the letter, then combining characters, the lowest first
    /// @return null where the letter or an accent is not drawn here
    static @Nullable Glyph on(int[] letters) {
        Glyph letter = Glyph.of(letters[0]);
        double rise = 0;
        for (int i = 1; i < letters.length && letter != null; i++) {
            Glyph above = ABOVE.get(letters[i]);
            Glyph below = BELOW.get(letters[i]);
            if (letters[i] == CARON && "dtlL".indexOf(letters[0]) >= 0) {
                letter = with(letter, APOSTROPHE, letter.width() + BEHIND, 0, letter.width() + BEHIND);
            } else if (above != null) {
                Glyph base = rise == 0 && i == 1 ? dotless(letters[0], letter) : letter;
                letter = with(base, above, base.width() / 2, top(letters[0]) + rise, base.width());
                rise += STEP;
            } else {
                letter = below == null ? null : with(letter, below, letter.width() / 2, 0, letter.width());
            }
        }
        return letter == null || letter.equals(Glyph.UNKNOWN) ? null : letter;
    }

    private static Glyph dotless(int letter, Glyph glyph) {
        return letter == 'i' ? Glyph.of('\u0131') : letter == 'j' ? Glyph.of('\u0237') : glyph;
    }

    private static double top(int letter) {
        return Character.isLowerCase(letter) && TALL.indexOf(letter) < 0 ? SMALL_TOP : TALL_TOP;
    }

    private static Glyph with(Glyph letter, Glyph accent, double x, double y, double width) {
        Path2D way = new Path2D.Double(letter.way());
        way.append(accent.way().getPathIterator(AffineTransform.getTranslateInstance(x, -y)), false);
        return new Glyph(way, width);
    }
}
