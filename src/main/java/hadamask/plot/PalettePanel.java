package hadamask.plot;

import hadamask.segment.ColorClusters;
import java.awt.Graphics2D;
import java.awt.Rectangle;

/// The mean colours of clusters, each as wide as it has pixels, over the colours in which other panels show them.
final class PalettePanel {
    private static final int FOOT = 60;

    private PalettePanel() {
    }

    /// Draws the palette; foreground is underlined.
    static void draw(Graphics2D canvas, ColorClusters found, Rectangle room) {
        long all = found.groups().stream().mapToLong(ColorClusters.Group::pixels).sum();
        int n = found.groups().size();
        long before = 0;
        for (int c = 0; c < n; c++) {
            ColorClusters.Group group = found.groups().get(c);
            int from = room.x + (int) (before * room.width / all);
            before += group.pixels();
            int width = room.x + (int) (before * room.width / all) - from;
            canvas.setColor(StagePixels.color(group));
            canvas.fillRect(from, room.y, width, room.height - FOOT);
            canvas.setColor(ColorScale.of(c, n));
            canvas.fillRect(from, room.y + room.height - FOOT + 8, width, 22);
            if (group.foreground()) {
                canvas.setColor(SheetStyle.MARK);
                canvas.fillRect(from, room.y + room.height - FOOT + 38, width, 10);
            }
        }
    }
}
