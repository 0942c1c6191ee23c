package hadamask.plot;

import hadamask.image.Image;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.refine.Closing;
import hadamask.segment.refine.Holes;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What stands under each picture of a [StageSheet]: up to three lines with the numbers that matter.
final class StageCaptions {
    private final Segmentation stages;
    private final SegmentationOptions options;
    private final CaptionLines lines;

    StageCaptions(Segmentation stages, SegmentationOptions options, CaptionLines lines) {
        this.stages = stages;
        this.options = options;
        this.lines = lines;
    }

    void image(Rectangle room, Dimension shown) {
        Image image = stages.image();
        lines.text(room, 0, image.width() + " × " + image.height() + " pixels");
        String layout = (image.layout().isColor() ? "colour" : "grey")
                + (image.layout().hasAlpha() ? " and alpha" : "");
        lines.text(room, 1, layout + ", " + image.bitDepth() + " bits per sample");
        double x = shown.width / (double) image.width();
        double y = shown.height / (double) image.height();
        if (Math.max(x, y) > 1.5 * Math.min(x, y)) {
            lines.text(room, 2, String.format(Locale.ROOT, "not to scale: %.0f times too %s", Math.max(x / y, y / x),
                    x > y ? "wide" : "high"));
        }
    }

    void filled(Rectangle room) {
        Holes holes = options.refinement().holes();
        if (holes.equals(Holes.NONE)) {
            lines.text(room, 0, "holes are left");
            return;
        }
        changed(room, 0, change(stages.foreground().values(), stages.filled().values(), 1), StagePixels.FILLED,
                " in holes");
        if (!holes.equals(Holes.ALL)) {
            lines.text(room, 1, "holes of up to " + Figures.count(holes.largest(), "pixel"));
        }
    }

    void closed(Rectangle room) {
        Closing closing = options.refinement().closing().scaledTo(stages.mask().width(), stages.mask().height());
        if (closing.radius() == 0) {
            lines.text(room, 0, "not closed");
            return;
        }
        byte[] before = stages.filled().values();
        byte[] after = stages.closed().values();
        changed(room, 0, change(before, after, 1), StagePixels.CLOSED, " in gaps");
        int side = 2 * closing.radius() + 1;
        lines.text(room, 1, closing.element() == Closing.Element.DISC
                ? "disc, " + side + " pixels across"
                : side + " × " + side + " square");
        long lost = change(before, after, -1);
        if (lost > 0) {
            lines.swatch(room, 2, StagePixels.LOST, "−" + Figures.count(lost, "pixel") + " at the edge", false);
        }
    }

    void result(Rectangle room) {
        long kept = stages.mask().count();
        lines.text(room, 0, Figures.count(kept) + " of " + Figures.count(pixels()) + " pixels kept");
        lines.text(room, 1, Figures.percent(kept, pixels()) + ", " + Figures.count(stages.regions(), "region"));
        long selected = options.invert() ? pixels() - kept : kept;
        long dropped = stages.closed().count() - selected;
        List<String> notes = new ArrayList<>();
        if (dropped > 0) {
            notes.add(Figures.count(dropped, "pixel") + " dropped");
        }
        if (options.invert()) {
            notes.add("inverted");
        }
        lines.text(room, 2, String.join(", ", notes));
    }

    private long pixels() {
        return stages.mask().values().length;
    }

    /// How many pixels changed by a step, 1 or -1.
    private static long change(byte[] before, byte[] after, int step) {
        long n = 0;
        for (int i = 0; i < after.length; i++) {
            n += after[i] - before[i] == step ? 1 : 0;
        }
        return n;
    }

    private void changed(Rectangle room, int line, long added, Color color, String where) {
        lines.swatch(room, line, color, (added > 0 ? "+" : "") + Figures.count(added, "pixel") + where, false);
    }

}
