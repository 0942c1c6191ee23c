package hadamask.samples;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// `moth.jpg`: a moth on the bark that it is made to look like. No colour, brightness or texture tells it: here the tool fails,
/// until somebody shows it the moth.
final class Moth {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private static final Tone BARK = Tone.of(0x9A8A78);
    private static final Tone CRACK = Tone.of(0x40362E);
    private static final Tone LICHEN = Tone.of(0xA8AC98);
    private static final Tone DUST = Tone.of(0xB4A48E);

    private static final double MIDDLE = 338;
    private static final double HEAD = 186;

    private final Noise ridges = new Noise(601);
    private final Noise grain = new Noise(607);

    private Moth() {
    }

    static void write(Path folder) throws IOException {
        var moth = new Moth();
        var inside = Plane.coverage(WIDTH, HEIGHT, outline());
        var shadow = inside.blurred(3);
        var photo = new Camera(new SplittableRandom(60_613)).take(WIDTH, HEIGHT, (x, y) -> moth.bark(x, y)
                .times(1 - 0.3 * shadow.at(x - 3, y - 4)).mix(moth.wing(x, y), inside.get(x, y)));
        Pictures.writeTruth(folder, "moth", WIDTH, HEIGHT, (x, y) -> inside.get(x, y) >= 0.5);
        Jpeg.write(photo, 0.88f, folder.resolve("moth.jpg"));
    }

    /// Ridges that run upwards, with cracks between them and spots of lichen.
    private Tone bark(double x, double y) {
        double bent = x + 26 * ridges.fractal(x / 140, y / 160, 2);
        double ridge = ridges.fractal(bent / 34, y / 150, 3);
        double crack = Tone.smoothStep(0.12, 0.02, Math.abs(ridge + 0.04));
        double rough = grain.fractal(x / 7, y / 16, 4);
        double moss = Tone.smoothStep(0.16, 0.34, grain.fractal(x / 60 + 9, y / 50, 4));
        return BARK.times(1 + 0.5 * ridge + 0.55 * rough).mix(LICHEN.times(1 + 0.5 * rough), 0.75 * moss).mix(CRACK,
                0.75 * crack);
    }

    /// The same bark, drawn on wings: bands across them in place of ridges, and a dark line at the fringe.
    private Tone wing(double x, double y) {
        double side = Math.abs(x - MIDDLE);
        double out = StrictMath.hypot(side, 1.2 * (y - HEAD + 20));
        double wave = out + 9 * grain.fractal(side / 22, y / 22, 3);
        double line = Tone.smoothStep(0.75, 0.98, StrictMath.sin(wave / 8.5));
        double rough = grain.fractal(side / 6 + 40, y / 9, 4);
        double ridge = ridges.fractal(side / 30 + 5, y / 120, 3);
        double body = Tone.smoothStep(15, 6, side) * Tone.smoothStep(300, 270, y);
        return BARK.mix(DUST, 0.35).times(1.04 + 0.55 * ridge + 0.75 * rough).mix(LICHEN, 0.18 + 0.3 * rough)
                .mix(CRACK, 0.55 * line)
                .mix(CRACK.mix(BARK, 0.5 + rough), 0.8 * body);
    }

    private static Area outline() {
        var fore = Brush.outline(0, -18, 40, -22, 100, 4, 152, 48, 158, 70, 120, 84, 70, 78, 10, 60);
        var hind = Brush.outline(4, 30, 60, 60, 112, 88, 118, 118, 84, 142, 44, 132, 16, 104);
        var wings = new Area(fore);
        wings.add(new Area(hind));
        var both = new Area(Fur.mirrored(wings));
        both.add(new Area(new Ellipse2D.Double(-13, -30, 26, 40)));
        both.add(new Area(Brush.stroke(Brush.line(0, -10, 0, 60, 0, 122), 13, 3, 6)));
        both.add(new Area(Brush.stroke(Brush.line(-5, -24, -26, -50, -58, -62), 2, 0, 1)));
        both.add(new Area(Brush.stroke(Brush.line(5, -24, 26, -50, 58, -62), 2, 0, 1)));
        return both.createTransformedArea(AffineTransform.getTranslateInstance(MIDDLE, HEAD));
    }
}
