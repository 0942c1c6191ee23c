package hadamask.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// `smear.jpg`: a stained white blood cell among red ones. Its nucleus is the darkest thing, and the rest of it is as pale as the ground.
final class Smear {
    private static final int SIZE = 360;
    private static final int RED_CELLS = 11;

    private static final Tone PLASMA = Tone.of(0xF3E8DC);
    private static final Tone RED_CELL = Tone.of(0xE3C2BC);
    private static final Tone CYTOPLASM = Tone.of(0xC9B9DA);
    private static final Tone GRANULE = Tone.of(0x9A6FA8);
    private static final Tone NUCLEUS = Tone.of(0x5A2E86);
    private static final Tone CHROMATIN = Tone.of(0x3A1A60);

    /// A disc whose rim is dented by a noise.
    private record Cell(double x, double y, double radius, Noise rim) {
        /// Below 1 inside, 1 on the rim.
        double reach(double px, double py) {
            double far = StrictMath.hypot(px - x, py - y) / radius;
            return far * (1 + 0.12 * rim.at((px - x) / 26, (py - y) / 26));
        }

        double coverage(double px, double py) {
            return Tone.smoothStep(1 + 1.2 / radius, 1 - 1.2 / radius, reach(px, py));
        }
    }

    private final Cell white;
    private final List<Cell> lobes = new ArrayList<>();
    private final List<Cell> reds = new ArrayList<>();
    private final Noise texture;
    private final Noise light;

    private Smear(int variation) {
        var random = new SplittableRandom(7_411 + variation);
        texture = new Noise(733 + variation);
        light = new Noise(739 + variation);
        white = new Cell(SIZE / 2.0 + 30 * (random.nextDouble() - 0.5), SIZE / 2.0 + 30 * (random.nextDouble() - 0.5),
                70 + 14 * random.nextDouble(), new Noise(100 + variation));
        double turned = 2 * Math.PI * random.nextDouble();
        for (int i = 0; i < 3; i++) {
            double angle = turned + 1.25 * i;
            lobes.add(new Cell(white.x() + 0.36 * white.radius() * StrictMath.cos(angle),
                    white.y() + 0.36 * white.radius() * StrictMath.sin(angle), (0.3 + 0.06 * i) * white.radius(),
                    new Noise(200 + 10 * variation + i)));
        }
        while (reds.size() < RED_CELLS) {
            var red = new Cell(SIZE * random.nextDouble(), SIZE * random.nextDouble(), 34 + 6 * random.nextDouble(),
                    new Noise(300 + 20 * variation + reds.size()));
            if (StrictMath.hypot(red.x() - white.x(), red.y() - white.y()) > red.radius() + white.radius() + 12
                    && reds.stream().noneMatch(other -> StrictMath.hypot(red.x() - other.x(),
                            red.y() - other.y()) < 0.9 * (red.radius() + other.radius()))) {
                reds.add(red);
            }
        }
    }

    static void write(Path folder) throws IOException {
        write(folder, 0);
    }

    /// Another picture of the same kind.
    ///
    /// @param variation 0 for the sample itself; it shifts every seed
    static void write(Path folder, int variation) throws IOException {
        var smear = new Smear(variation);
        var photo = new Camera(new SplittableRandom(80_317 + variation)).take(SIZE, SIZE, smear::seen);
        Pictures.writeTruth(folder, "smear", SIZE, SIZE, (x, y) -> smear.white.reach(x, y) <= 1);
        Jpeg.write(photo, 0.92f, folder.resolve("smear.jpg"));
    }

    private Tone seen(int x, int y) {
        Tone tone = PLASMA;
        for (var red : reds) {
            double pallor = Tone.smoothStep(0.75, 0.1, red.reach(x, y)); // they are thin in the middle
            tone = tone.mix(RED_CELL.mix(PLASMA, 0.6 * pallor), red.coverage(x, y));
        }
        tone = tone.mix(cytoplasm(x, y), white.coverage(x, y));
        double nucleus = 0;
        for (var lobe : lobes) {
            nucleus = Math.max(nucleus, lobe.coverage(x, y));
        }
        double clumps = Tone.smoothStep(-0.1, 0.3, texture.fractal(x / 9.0, y / 9.0, 3));
        return tone.mix(NUCLEUS.mix(CHROMATIN, clumps), nucleus)
                .times(1 + 0.05 * light.at(x / 190.0, y / 190.0));
    }

    private Tone cytoplasm(int x, int y) {
        double granules = Tone.smoothStep(0.25, 0.45, texture.at(x / 3.5, y / 3.5 + 80));
        return CYTOPLASM.mix(GRANULE, 0.55 * granules).mix(PLASMA, 0.22 + 0.2 * texture.fractal(x / 30.0, y / 30.0, 2));
    }
}
