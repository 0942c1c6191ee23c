package hadamask.plot;

import hadamask.plot.Lettering.Align;
import hadamask.segment.GrayClusters;
import hadamask.segment.LocalLevels;
import hadamask.segment.Segmentation;
import hadamask.segment.cluster.Clusters;
import hadamask.segment.cluster.Clusters.Cluster;
import hadamask.segment.local.LocalThreshold;
import hadamask.segment.plane.BorderPlane;
import hadamask.segment.plane.ColorPlane;
import hadamask.segment.plane.FlattenedPlane;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Plane;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What stands under the pictures of a plane: its levels, its clusters, or both sides of a threshold.
final class LevelCaptions {
    private static final int LISTED = 6;

    private final Segmentation stages;
    private final Graphics2D canvas;
    private final CaptionLines lines;

    LevelCaptions(Segmentation stages, Graphics2D canvas, CaptionLines lines) {
        this.stages = stages;
        this.canvas = canvas;
        this.lines = lines;
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
        lines.text(room, 2, formula(plane));
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

    void histogram(Rectangle room, Clusters clusters) {
        lines.text(room, 0, thresholds(clusters));
        lines.text(room, 1, "within-cluster sum of squares " + Figures.number(clusters.wcss())
                + (clusters.globalOptimum() ? ", global optimum" : ", threshold given"));
        lines.text(room, 2, sizes(clusters));
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
            lines.swatch(cell, c % 3, ColorScale.of(c, n), text, in);
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
        lines.text(room, 1, n + " clusters, " + Figures.gray(all.getFirst().centroid()) + " to "
                + Figures.gray(all.getLast().centroid()));
        lines.text(room, 2, "underlined: foreground");
    }

    void local(Rectangle room, LocalLevels found) {
        LocalThreshold threshold = found.threshold();
        String rule = threshold.rule().name().toLowerCase(Locale.ROOT);
        lines.text(room, 0, "a threshold for each pixel: " + rule.substring(0, 1).toUpperCase(Locale.ROOT)
                + rule.substring(1) + ", k = " + Figures.number(threshold.k()));
        lines.text(room, 1, "from the " + threshold.width() + " × " + threshold.width() + " pixels around it");
    }

    void sides(Rectangle room, LocalLevels found) {
        for (int side = 0; side < 2; side++) {
            LocalLevels.Side of = found.sides().get(side);
            String text = (side == 0 ? "dark  " : "bright  ") + Figures.percent(of.pixels(), pixels())
                    + (of.foreground() ? "  foreground" : "  background");
            lines.swatch(room, side, ColorScale.of(side, 2), text, of.foreground());
        }
    }

    private long pixels() {
        return stages.mask().values().length;
    }
}
