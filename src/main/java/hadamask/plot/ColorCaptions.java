package hadamask.plot;

import hadamask.segment.ColorClusters;
import java.awt.Rectangle;

/// What stands under the pictures of clusters of colours.
///
/// @param pixels of the image
record ColorCaptions(CaptionLines lines, long pixels) {
    private static final int LISTED = 6;

    void groups(Rectangle room, ColorClusters found) {
        lines.text(room, 0, Figures.count(found.groups().size(), "cluster") + " of colours");
        lines.text(room, 1, switch (found.features()) {
            case LAB -> "in CIE Lab";
            case RGB -> "in red, green and blue";
            case HSV -> "in the cone of HSV";
        });
    }

    void palette(Rectangle room, ColorClusters found) {
        lines.text(room, 0, "within-cluster sum of squares " + Figures.number(found.wcss()));
        lines.text(room, 1, "that of Smile's K-Means, before it was refined on all colours: "
                + Figures.number(found.kmeansWcss()));
        lines.text(room, 2, "underlined: foreground");
    }

    void choice(Rectangle room, ColorClusters found) {
        int n = found.groups().size();
        for (int c = 0; c < Math.min(n, LISTED); c++) {
            ColorClusters.Group group = found.groups().get(c);
            Rectangle cell = new Rectangle(room);
            cell.width = room.width / 2 - 8;
            cell.x += c < 3 ? 0 : room.width / 2 + 8;
            String text = group.hex() + "  " + Figures.percent(group.pixels(), pixels)
                    + (group.foreground() ? "  in" : "  out");
            lines.swatch(cell, c % 3, ColorScale.of(c, n), text, group.foreground());
        }
    }
}
