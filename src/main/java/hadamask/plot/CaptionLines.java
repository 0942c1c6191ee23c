package hadamask.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;

/// The three lines under a picture of a [StageSheet].
final class CaptionLines {
    private static final int FIRST_LINE = 30;
    private static final int LINE = 30;
    private static final int SWATCH = 17;

    private final Graphics2D canvas;

    CaptionLines(Graphics2D canvas) {
        this.canvas = canvas;
    }

    /// A square of a colour and what it stands for.
    void swatch(Rectangle room, int line, Color color, String text, boolean bold) {
        int baseline = baseline(room, line);
        canvas.setColor(color);
        canvas.fillRect(room.x, baseline - SWATCH + 1, SWATCH, SWATCH);
        Lettering letters = bold ? new Lettering(SheetStyle.TEXT.size(), 0.125, SheetStyle.INK) : SheetStyle.TEXT;
        letters.drawWithin(canvas, text, room.x + SWATCH + 10.0, baseline, room.width - SWATCH - 10.0);
    }

    /// A line, the first darker than the others.
    void text(Rectangle room, int line, String text) {
        Lettering letters = line == 0 ? SheetStyle.TEXT : SheetStyle.TEXT.withColor(SheetStyle.SOFT);
        letters.drawWithin(canvas, text, room.x, baseline(room, line), room.width);
    }

    private static int baseline(Rectangle room, int line) {
        return room.y + room.height + FIRST_LINE + line * LINE;
    }
}
