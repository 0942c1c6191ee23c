package hadamask.plot;

import hadamask.image.Image;
import hadamask.plot.Lettering.Align;
import hadamask.segment.BorderPlane;
import hadamask.segment.Closing;
import hadamask.segment.Clusters;
import hadamask.segment.Clusters.Cluster;
import hadamask.segment.ColorClusters;
import hadamask.segment.ColorPlane;
import hadamask.segment.FlattenedPlane;
import hadamask.segment.GrayClusters;
import hadamask.segment.GrayScale;
import hadamask.segment.Holes;
import hadamask.segment.LocalLevels;
import hadamask.segment.LocalThreshold;
import hadamask.segment.ObjectCut;
import hadamask.segment.Plane;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What stands under each picture of a [StageSheet]: up to three lines with the numbers that matter.
final class StageCaptions {
    private static final int FIRST_LINE = 30;
    private static final int LINE = 30;
    private static final int SWATCH = 17;
    private static final int LISTED = 6;

    private final Segmentation stages;
    private final SegmentationOptions options;
    private final Graphics2D canvas;

    StageCaptions(Segmentation stages, SegmentationOptions options, Graphics2D canvas) {
        this.stages = stages;
        this.options = options;
        this.canvas = canvas;
    }

    void image(Rectangle room, Dimension shown) {
        Image image = stages.image();
        text(room, 0, image.width() + " × " + image.height() + " pixels");
        String layout = (image.layout().isColor() ? "colour" : "grey")
                + (image.layout().hasAlpha() ? " and alpha" : "");
        text(room, 1, layout + ", " + image.bitDepth() + " bits per sample");
        double x = shown.width / (double) image.width();
        double y = shown.height / (double) image.height();
        if (Math.max(x, y) > 1.5 * Math.min(x, y)) {
            text(room, 2, String.format(Locale.ROOT, "not to scale: %.0f times too %s", Math.max(x / y, y / x),
                    x > y ? "wide" : "high"));
        }
    }

    void plane(Rectangle room, Plane plane) {
        int width = room.width - 24;
        int left = room.x + 12;
        int top = room.y + room.height + 14;
        for (int x = 0; x < width; x++) {
            int gray = Math.round(255f * x / (width - 1));
            canvas.setColor(new Color(gray, gray, gray));
            canvas.fillRect(left + x, top, 1, 18);
        }
        canvas.setColor(SheetStyle.SOFT);
        canvas.drawRect(left - 1, top - 1, width + 1, 19);
        for (double tick : AxisTicks.between(0, 1, 5)) {
            int x = left + (int) Math.round(tick * (width - 1));
            canvas.setColor(SheetStyle.INK);
            canvas.fillRect(x, top + 19, 2, 6);
            SheetStyle.SMALL.draw(canvas, Figures.number(tick), x + 1, top + 43, Align.CENTER);
        }
        text(room, 2, formula(plane));
    }

    private String formula(Plane plane) {
        return switch (plane) {
            case GrayScale scale -> stages.image().layout().isColor() ? formula(scale) : "the samples as they are";
            case ColorPlane color -> formula(color);
            case BorderPlane() -> "how unlike the colours of the border";
            case FlattenedPlane(Plane uneven, int radius) ->
                formula(uneven) + ", flattened" + (radius == FlattenedPlane.AUTO ? "" : " over " + radius + " px");
        };
    }

    private static String formula(ColorPlane plane) {
        return switch (plane) {
            case RED -> "red";
            case GREEN -> "green";
            case BLUE -> "blue";
            case LAB_L -> "L of Lab: dark to bright";
            case LAB_A -> "a of Lab: green to magenta";
            case LAB_B -> "b of Lab: blue to yellow";
            case SATURATION -> "saturation: (max − min) / max";
            case EXG -> "excess green";
            case EXGR -> "excess green less excess red";
        };
    }

    private static String formula(GrayScale scale) {
        return switch (scale) {
            case MEAN -> "mean of red, green and blue";
            case REC601 -> "luma of Rec. 601";
            case REC709 -> "luma of Rec. 709";
            case LIGHTNESS -> "lightness: (max + min) / 2";
        };
    }

    void local(Rectangle room, LocalLevels found) {
        LocalThreshold threshold = found.threshold();
        String rule = threshold.rule().name().toLowerCase(Locale.ROOT);
        text(room, 0, "a threshold for each pixel: " + rule.substring(0, 1).toUpperCase(Locale.ROOT)
                + rule.substring(1) + ", k = " + Figures.number(threshold.k()));
        text(room, 1, "from the " + threshold.width() + " × " + threshold.width() + " pixels around it");
    }

    void sides(Rectangle room, LocalLevels found) {
        for (int side = 0; side < 2; side++) {
            LocalLevels.Side of = found.sides().get(side);
            String text = (side == 0 ? "dark  " : "bright  ") + Figures.percent(of.pixels(), pixels())
                    + (of.foreground() ? "  foreground" : "  background");
            swatch(room, side, ColorScale.of(side, 2), text, of.foreground());
        }
    }

    void groups(Rectangle room, ColorClusters found) {
        text(room, 0, Figures.count(found.groups().size(), "cluster") + " of colours");
        text(room, 1, switch (found.features()) {
            case LAB -> "in CIE Lab";
            case RGB -> "in red, green and blue";
            case HSV -> "in the cone of HSV";
        });
    }

    void palette(Rectangle room, ColorClusters found) {
        text(room, 0, "within-cluster sum of squares " + Figures.number(found.wcss()));
        text(room, 1, "that of Smile's K-Means, before it was refined on all colours: "
                + Figures.number(found.kmeansWcss()));
        text(room, 2, "underlined: foreground");
    }

    void choice(Rectangle room, ColorClusters found) {
        int n = found.groups().size();
        for (int c = 0; c < Math.min(n, LISTED); c++) {
            ColorClusters.Group group = found.groups().get(c);
            Rectangle cell = new Rectangle(room);
            cell.width = room.width / 2 - 8;
            cell.x += c < 3 ? 0 : room.width / 2 + 8;
            String text = group.hex() + "  " + Figures.percent(group.pixels(), pixels())
                    + (group.foreground() ? "  in" : "  out");
            swatch(cell, c % 3, ColorScale.of(c, n), text, group.foreground());
        }
    }

    void saliency(Rectangle room, ObjectCut found) {
        text(room, 0, "how unlike the ground each pixel is");
        text(room, 1, "ground at: " + found.orderedGround().stream().map(side -> side.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
    }

    void energy(Rectangle room, ObjectCut found) {
        text(room, 0, "minimum cut: energy " + Figures.number(found.energy()) + " nats after "
                + Figures.count(found.rounds(), "round"));
        text(room, 1, "mixtures of " + Figures.count(found.colors(), "colour") + " of the reduced picture");
    }

    void cut(Rectangle room, ObjectCut found) {
        swatch(room, 0, ColorScale.of(1, 2), "object  " + Figures.percent(found.object().pixels(), pixels()), true);
        swatch(room, 1, ColorScale.of(0, 2), "ground  " + Figures.percent(found.rest().pixels(), pixels()), false);
    }

    void histogram(Rectangle room, Clusters clusters) {
        text(room, 0, thresholds(clusters));
        text(room, 1, "within-cluster sum of squares " + Figures.number(clusters.wcss())
                + (clusters.globalOptimum() ? ", global optimum" : ", threshold given"));
        text(room, 2, sizes(clusters));
    }

    private static String thresholds(Clusters clusters) {
        List<Double> cuts = clusters.thresholds();
        if (clusters.size() == 2) {
            return "threshold " + Figures.number(cuts.getFirst()) + "; centroids "
                    + clusters.all().stream().map(cluster -> precise(cluster.centroid()))
                            .collect(Collectors.joining(" and "));
        }
        if (clusters.size() > LISTED) {
            return cuts.size() + " thresholds from " + Figures.gray(cuts.getFirst()) + " to "
                    + Figures.gray(cuts.getLast());
        }
        return "thresholds " + cuts.stream().map(Figures::gray).collect(Collectors.joining(", "));
    }

    private static String precise(double gray) {
        return Double.isNaN(gray) ? "none" : Figures.number(gray);
    }

    private String sizes(Clusters clusters) {
        List<Long> sizes = clusters.all().stream().map(Cluster::pixels).toList();
        if (sizes.size() > LISTED + 2) {
            return "cluster sizes " + Figures.percent(Collections.min(sizes), pixels()) + " to "
                    + Figures.percent(Collections.max(sizes), pixels());
        }
        return "cluster sizes, dark to bright: "
                + sizes.stream().map(size -> Figures.percent(size, pixels())).collect(Collectors.joining(", "));
    }

    /// A line for each of up to three clusters, two in a line up to six, and beyond only the colours.
    void clusters(Rectangle room, GrayClusters found) {
        Clusters clusters = found.clusters();
        int n = clusters.size();
        if (n > LISTED) {
            manyClusters(room, found);
            return;
        }
        boolean wide = n <= 3;
        for (int c = 0; c < n; c++) {
            Cluster cluster = clusters.all().get(c);
            boolean in = found.foreground().get(c);
            Rectangle cell = new Rectangle(room);
            cell.width = wide ? room.width : room.width / 2 - 8;
            cell.x += wide || c < 3 ? 0 : room.width / 2 + 8;
            String text = Figures.gray(cluster.centroid()) + "  " + Figures.percent(cluster.pixels(), pixels())
                    + (wide ? in ? "  foreground" : "  background" : in ? "  in" : "  out");
            swatch(cell, c % 3, ColorScale.of(c, n), text, in);
        }
    }

    private void manyClusters(Rectangle room, GrayClusters found) {
        List<Cluster> all = found.clusters().all();
        int n = all.size();
        int top = room.y + room.height + 9;
        for (int c = 0; c < n; c++) {
            int from = room.x + c * room.width / n;
            int end = room.x + (c + 1) * room.width / n;
            canvas.setColor(ColorScale.of(c, n));
            canvas.fillRect(from, top, end - from - 1, 18);
            if (found.foreground().get(c)) {
                canvas.setColor(SheetStyle.MARK);
                canvas.fillRect(from, top + 21, end - from - 1, 4);
            }
        }
        text(room, 1, n + " clusters, " + Figures.gray(all.getFirst().centroid()) + " to "
                + Figures.gray(all.getLast().centroid()));
        text(room, 2, "underlined: foreground");
    }

    void filled(Rectangle room) {
        Holes holes = options.refinement().holes();
        if (holes.equals(Holes.NONE)) {
            text(room, 0, "holes are left");
            return;
        }
        changed(room, 0, change(stages.foreground().values(), stages.filled().values(), 1), StagePixels.FILLED,
                " in holes");
        if (!holes.equals(Holes.ALL)) {
            text(room, 1, "holes of up to " + Figures.count(holes.largest(), "pixel"));
        }
    }

    void closed(Rectangle room) {
        Closing closing = options.refinement().closing().scaledTo(stages.mask().width(), stages.mask().height());
        if (closing.radius() == 0) {
            text(room, 0, "not closed");
            return;
        }
        byte[] before = stages.filled().values();
        byte[] after = stages.closed().values();
        changed(room, 0, change(before, after, 1), StagePixels.CLOSED, " in gaps");
        int side = 2 * closing.radius() + 1;
        text(room, 1, closing.element() == Closing.Element.DISC
                ? "disc, " + side + " pixels across"
                : side + " × " + side + " square");
        long lost = change(before, after, -1);
        if (lost > 0) {
            swatch(room, 2, StagePixels.LOST, "−" + Figures.count(lost, "pixel") + " at the edge", false);
        }
    }

    void result(Rectangle room) {
        long kept = stages.mask().count();
        text(room, 0, Figures.count(kept) + " of " + Figures.count(pixels()) + " pixels kept");
        text(room, 1, Figures.percent(kept, pixels()) + ", " + Figures.count(stages.regions(), "region"));
        long selected = options.invert() ? pixels() - kept : kept;
        long dropped = stages.closed().count() - selected;
        List<String> notes = new ArrayList<>();
        if (dropped > 0) {
            notes.add(Figures.count(dropped, "pixel") + " dropped");
        }
        if (options.invert()) {
            notes.add("inverted");
        }
        text(room, 2, String.join(", ", notes));
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
        swatch(room, line, color, (added > 0 ? "+" : "") + Figures.count(added, "pixel") + where, false);
    }

    private void swatch(Rectangle room, int line, Color color, String text, boolean bold) {
        int baseline = baseline(room, line);
        canvas.setColor(color);
        canvas.fillRect(room.x, baseline - SWATCH + 1, SWATCH, SWATCH);
        Lettering letters = bold ? new Lettering(SheetStyle.TEXT.size(), 0.125, SheetStyle.INK) : SheetStyle.TEXT;
        letters.drawWithin(canvas, text, room.x + SWATCH + 10.0, baseline, room.width - SWATCH - 10.0);
    }

    private void text(Rectangle room, int line, String text) {
        Lettering letters = line == 0 ? SheetStyle.TEXT : SheetStyle.TEXT.withColor(SheetStyle.SOFT);
        letters.drawWithin(canvas, text, room.x, baseline(room, line), room.width);
    }

    private static int baseline(Rectangle room, int line) {
        return room.y + room.height + FIRST_LINE + line * LINE;
    }
}
