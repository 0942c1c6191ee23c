package hadamask.plot;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;

/// Letters that this program does not draw itself, as outlines of a font of the platform: how they look depends on the
/// machine, but they can be read.
final class PlatformLetters {
    /// At this size capitals of common fonts are as high as those of [Glyph].
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 96);
    private static final FontRenderContext ANY_DEVICE = new FontRenderContext(null, true, true);

    /// Outlines of letters that stand together, in the units of [Glyph].
    ///
    /// @param shape to be filled; y down from the base line
    /// @param width to where the next letter begins
    record Outline(Shape shape, double width) {}

    private PlatformLetters() {
    }

    /// The outline of a text.
    ///
    /// @return null where the platform has no font, or none with all its letters
    static @Nullable Outline of(String text) {
        try {
            if (FONT.canDisplayUpTo(text) >= 0) {
                return null;
            }
            char[] letters = text.toCharArray();
            GlyphVector line = FONT.layoutGlyphVector(ANY_DEVICE, letters, 0, letters.length,
                    Font.LAYOUT_LEFT_TO_RIGHT);
            double width = line.getLogicalBounds().getWidth();
            return new Outline(line.getOutline(), width);
        } catch (RuntimeException | LinkageError | InternalError e) {
            return null; // a platform without fonts
        }
    }

    /// An outline where it is drawn.
    static Shape placed(Outline outline, double x, double baseline, double scale) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, baseline);
        place.scale(scale, scale);
        return place.createTransformedShape(outline.shape());
    }
}
