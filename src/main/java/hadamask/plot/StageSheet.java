package hadamask.plot;

import hadamask.image.Image;
import hadamask.plot.AreaAverage.Pixels;
import hadamask.plot.Lettering.Align;
import hadamask.segment.ColorClusters;
import hadamask.segment.GrayClusters;
import hadamask.segment.LocalLevels;
import hadamask.segment.NetworkMask;
import hadamask.segment.ObjectCut;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.cluster.Clusters;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Plane;
import hadamask.segment.product.Background;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/// One sheet that shows every stage of a segmentation, with the numbers that matter, for a slide or a wall.
///
/// It is 1920 x 1080 pixels whatever the image:
///
///     1 Image      2 Grey plane     3 Histogram
///     4 Clusters   5 Holes filled   6 Closed      7 Result
///
/// Stages are drawn straight to the size at which they are shown, each pixel the mean of the area that it covers; small
/// images grow by a whole number, and long strips are widened until they can be seen. Memory: the sheet, and a row of the
/// image for each thread.
public final class StageSheet {
    /// Width of the sheet in pixels.
    public static final int WIDTH = 1920;
    /// Height of the sheet in pixels.
    public static final int HEIGHT = 1080;

    /// Sides of a panel's picture.
    static final Dimension ROOM = new Dimension(436, 336);
    /// Strips are shown at least this wide, in pixels.
    static final int MIN_SIDE = 40;

    private static final int MARGIN = 40;
    private static final int GAP = 32;
    private static final int FIRST_ROW = 92;
    private static final int ROW_HEIGHT = 494;
    private static final int TITLE_HEIGHT = 44;
    private static final int CHECKER = 12;

    private final Segmentation stages;
    private final SegmentationOptions options;
    private final Background background;
    private final StagePixels pixels;
    private final Dimension shown;
    private final BufferedImage sheet = Canvas.blank(WIDTH, HEIGHT);
    private final Graphics2D canvas = sheet.createGraphics();

    private StageSheet(Segmentation stages, SegmentationOptions options, Background background) {
        this.stages = stages;
        this.options = options;
        this.background = background;
        pixels = new StagePixels(stages);
        shown = AreaAverage.fitting(stages.image().width(), stages.image().height(), ROOM, MIN_SIDE);
    }

    /// Draws the sheet.
    ///
    /// @param heading such as the name of the image
    /// @param options with which the stages were made
    /// @param background what stands where the mask is 0; where it is transparent, a checkerboard shows
    public static Image draw(String heading, Segmentation stages, SegmentationOptions options, Background background) {
        return new StageSheet(stages, options, background).drawn(heading);
    }

    private Image drawn(String heading) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        drawHeading(heading);

        CaptionLines lines = new CaptionLines(canvas);
        StageCaptions captions = new StageCaptions(stages, options, lines);
        captions.image(picture(0, "1  Image", pixels.image()), shown);
        drawEvidence(lines);
        captions.filled(picture(5, "5  Holes filled", pixels.filled()));
        captions.closed(picture(6, "6  Closed", pixels.closed()));
        captions.result(picture(7, "7  Result", pixels.result(background)));
        canvas.dispose();
        return Canvas.image(sheet);
    }

    private void drawHeading(String heading) {
        String tool = "Hadamask";
        Lettering soft = SheetStyle.TEXT.withColor(SheetStyle.SOFT);
        soft.draw(canvas, tool, WIDTH - MARGIN, 62, Align.RIGHT);
        SheetStyle.HEADING.drawWithin(canvas, heading, MARGIN, 62, WIDTH - 2.0 * MARGIN - soft.width(tool) - GAP);
    }

    /// The room for a panel's picture; panels are numbered row by row, four in each.
    static Rectangle room(int place) {
        int x = MARGIN + place % 4 * (ROOM.width + GAP);
        int y = FIRST_ROW + place / 4 * ROW_HEIGHT + TITLE_HEIGHT;
        return new Rectangle(x, y, ROOM.width, ROOM.height);
    }

    /// Where the picture lies in the room.
    static Rectangle pictureIn(Rectangle room, Dimension shown) {
        return new Rectangle(room.x + (room.width - shown.width) / 2, room.y + (room.height - shown.height) / 2,
                shown.width, shown.height);
    }

    private Rectangle titled(int place, String title) {
        Rectangle room = room(place);
        SheetStyle.TITLE.draw(canvas, title, room.x, room.y - 15, Align.LEFT);
        return room;
    }

    private Rectangle picture(int place, String title, Pixels source) {
        Rectangle room = titled(place, title);
        canvas.setColor(SheetStyle.MAT);
        canvas.fill(room);
        Rectangle area = pictureIn(room, shown);
        canvas.setColor(SheetStyle.FRAME);
        canvas.fillRect(area.x - 1, area.y - 1, area.width + 2, area.height + 2);
        drawCheckerboard(area);
        BufferedImage picture = AreaAverage.of(stages.image().width(), stages.image().height(), source, shown);
        canvas.drawImage(picture, area.x, area.y, null);
        return room;
    }

    private void drawCheckerboard(Rectangle area) {
        for (int y = 0; y < area.height; y += CHECKER) {
            for (int x = 0; x < area.width; x += CHECKER) {
                canvas.setColor((x + y) / CHECKER % 2 == 0 ? Color.WHITE : SheetStyle.GRID);
                canvas.fillRect(area.x + x, area.y + y, Math.min(CHECKER, area.width - x),
                        Math.min(CHECKER, area.height - y));
            }
        }
    }

    private void drawEvidence(CaptionLines lines) {
        LevelCaptions levels = new LevelCaptions(stages, canvas, lines);
        ColorCaptions colors = new ColorCaptions(lines, stages.mask().values().length);
        switch (stages.evidence()) {
            case GrayClusters found -> {
                drawPlane(levels, found.plane());
                levels.histogram(drawHistogram(found.clusters()), found.clusters());
                levels.clusters(picture(4, "4  Clusters", pixels.evidence()), found);
            }
            case LocalLevels found -> {
                drawPlane(levels, found.plane());
                levels.local(drawHistogram(found), found);
                levels.sides(picture(4, "4  Dark and bright", pixels.evidence()), found);
            }
            case ColorClusters found -> {
                colors.groups(picture(1, "2  Mean colours", pixels.palette(found)), found);
                colors.palette(drawPalette(found), found);
                colors.choice(picture(4, "4  Clusters", pixels.evidence()), found);
            }
            case ObjectCut found -> {
                CutCaptions cut = new CutCaptions(lines, stages.mask().values().length);
                cut.saliency(picture(1, "2  What stands out", pixels.plane()), found);
                cut.energy(drawHistogram("3  Histogram of what stands out", found.rest(), found.object()), found);
                cut.sides(picture(4, "4  Cut", pixels.evidence()), found.object(), found.rest());
            }
            case NetworkMask found -> {
                CutCaptions cut = new CutCaptions(lines, stages.mask().values().length);
                cut.map(picture(1, "2  Probability", pixels.plane()), found);
                cut.means(drawHistogram("3  Histogram of the probability", found.rest(), found.object()), found);
                cut.sides(picture(4, "4  Above one half", pixels.evidence()), found.object(), found.rest());
            }
        }
    }

    private void drawPlane(LevelCaptions captions, Plane plane) {
        captions.plane(picture(1, plane instanceof GrayScale ? "2  Grey plane" : "2  Plane", pixels.plane()), plane);
    }

    private Rectangle drawHistogram(LocalLevels found) {
        Rectangle room = wide("3  Histogram");
        new HistogramPanel(pixels.localBins(found), found.sides().stream().map(LocalLevels.Side::mean).toList(),
                List.of(), room).draw(canvas);
        return room;
    }

    private Rectangle drawHistogram(String title, ObjectCut.Part ground, ObjectCut.Part object) {
        Rectangle room = wide(title);
        new HistogramPanel(pixels.saliencyBins(), List.of(ground.saliency(), object.saliency()), List.of(), room)
                .draw(canvas);
        return room;
    }

    private Rectangle drawPalette(ColorClusters found) {
        Rectangle room = wide("3  Palette");
        PalettePanel.draw(canvas, found, room);
        return room;
    }

    private Rectangle wide(String title) {
        Rectangle room = titled(2, title);
        room.width = 2 * ROOM.width + GAP;
        return room;
    }

    private Rectangle drawHistogram(Clusters clusters) {
        Rectangle room = wide("3  Histogram");
        HistogramPanel histogram = new HistogramPanel(pixels.histogram(), clusters, room);
        SheetStyle.SMALL.draw(canvas, histogram.axis(), room.getMaxX() - 16, room.y - 15, Align.RIGHT);
        histogram.draw(canvas);
        return room;
    }
}
