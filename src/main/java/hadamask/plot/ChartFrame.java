package hadamask.plot;

import hadamask.image.Image;
import hadamask.plot.Lettering.Align;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/// What charts of numbers have in common: their size and colours, a grid with numbers beside it, names of the axes, a title.
///
/// @param x the axis to the right
/// @param y the axis upwards
record ChartFrame(Axis x, Axis y) {
    static final int WIDTH = 1200;
    static final int HEIGHT = 960;
    static final int LEFT = 130;
    static final int RIGHT = 40;
    static final int TOP = 90;
    static final int BOTTOM = 100;

    static final Color INK = new Color(0x22, 0x2b, 0x38);
    static final Color FAINT = new Color(0x6b, 0x76, 0x86);
    static final Color GRID = new Color(0xe6, 0xe9, 0xee);
    static final Color POINT = new Color(0x2f, 0x6f, 0xb5);
    static final Color OUTLIER = new Color(0xd1, 0x3b, 0x2e);
    static final Color AXIS = new Color(0xe0, 0x8a, 0x00);

    /// A picture of the size of a chart, white to begin with.
    static Image drawn(Consumer<Graphics2D> painter) {
        BufferedImage image = Canvas.blank(WIDTH, HEIGHT);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        painter.accept(g);
        g.dispose();
        return Canvas.image(image);
    }

    /// Where the data are.
    static Rectangle2D inside() {
        return new Rectangle2D.Double(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    }

    /// The lines at round numbers, the numbers, and what they are.
    void paintGrid(Graphics2D g, String nameX, String nameY) {
        g.setStroke(new BasicStroke(1));
        Lettering numbers = new Lettering(20, Lettering.REGULAR, FAINT);
        for (double mark : x.marks()) {
            g.setColor(GRID);
            g.draw(new Line2D.Double(x.pixel(mark), TOP, x.pixel(mark), HEIGHT - BOTTOM));
            numbers.draw(g, x.text(mark), x.pixel(mark), HEIGHT - BOTTOM + 28, Align.CENTER);
        }
        for (double mark : y.marks()) {
            g.setColor(GRID);
            g.draw(new Line2D.Double(LEFT, y.pixel(mark), WIDTH - RIGHT, y.pixel(mark)));
            numbers.draw(g, y.text(mark), LEFT - 12, y.pixel(mark) + 7, Align.RIGHT);
        }
        g.setColor(FAINT);
        g.draw(new Rectangle2D.Double(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM));
        Lettering names = new Lettering(24, Lettering.BOLD, INK);
        names.draw(g, nameX, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 28, Align.CENTER);
        Marks.upwards(g, names, nameY, 30, (TOP + HEIGHT - BOTTOM) / 2.0);
    }

    /// The heading, and a line below it that ends in the colour of outliers.
    static void paintTitle(Graphics2D g, String title, String text, String outliers) {
        new Lettering(28, Lettering.BOLD, INK).drawWithin(g, title, LEFT, 40, WIDTH - LEFT - RIGHT);
        Lettering small = new Lettering(19, Lettering.REGULAR, FAINT);
        small.draw(g, text, LEFT, 72, Align.LEFT);
        small.withColor(OUTLIER).draw(g, outliers, LEFT + small.width(text) + 8, 72, Align.LEFT);
    }
}
