package hadamask.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// `cells.tif`: forty stained nuclei under a fluorescence microscope, 16-bit grey, deflated.
///
/// The samples are a camera's counts: about 400 in the dark, up to 9000 in the brightest nucleus.
final class Cells {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int COUNT = 40;

    private Cells() {
    }

    /// An ellipse with half axes `a >= b`, turned by `angle`, whose edge and stain vary with `texture`.
    private record Nucleus(double x, double y, double a, double b, double angle, double stain, Noise texture) {
        /// Below 1 inside, 1 on the edge.
        double radius(double px, double py) {
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle);
            double u = ((px - x) * c + (py - y) * s) / a;
            double v = ((py - y) * c - (px - x) * s) / b;
            return StrictMath.hypot(u, v) * (1 + 0.16 * texture.at((px - x) / 14, (py - y) / 14));
        }

        double counts(double px, double py) {
            double dome = Math.sqrt(Math.max(0, 1.15 - radius(px, py) * radius(px, py)));
            double chromatin = texture.fractal(px / 5, py / 5, 3);
            return stain * (0.62 + 0.36 * dome) * (1 + 0.42 * chromatin);
        }
    }

    static void write(Path folder) throws IOException {
        write(folder, 0);
    }

    /// Another picture of the same kind.
    ///
    /// @param variation 0 for the sample itself; it shifts every seed
    static void write(Path folder, int variation) throws IOException {
        var random = new SplittableRandom(46 + variation);
        var nuclei = nuclei(random, variation);
        var truth = new Plane(WIDTH, HEIGHT);
        var sharp = new Plane(WIDTH, HEIGHT);
        for (var nucleus : nuclei) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    if (nucleus.radius(x, y) <= 1) {
                        truth.set(x, y, 1);
                        sharp.set(x, y, Math.max(sharp.get(x, y), nucleus.counts(x, y)));
                    }
                }
            }
        }
        var focused = sharp.blurred(1);
        var halo = sharp.blurred(12);
        var medium = new Noise(12 + variation);
        var counts = Plane.of(WIDTH, HEIGHT, (x, y) -> {
            double glow = 120 * medium.fractal(x / 150.0, y / 150.0, 3) + 0.06 * halo.get(x, y);
            double light = focused.get(x, y) + glow;
            double noise = Math.sqrt(15 * 15 + 2.2 * Math.max(light, 0)) * random.nextGaussian();
            return Math.clamp(400 + light + noise, 300, 9000);
        });
        writeTiff(counts, folder.resolve("cells.tif"));
        Pictures.writeTruth(folder, "cells", WIDTH, HEIGHT, (x, y) -> truth.get(x, y) > 0);
    }

    /// Nuclei at random places that do not overlap and are not cut by the edge of the picture.
    private static List<Nucleus> nuclei(SplittableRandom random, int variation) {
        var nuclei = new ArrayList<Nucleus>();
        while (nuclei.size() < COUNT) {
            double a = 19 + 9 * random.nextDouble();
            double x = a + 6 + (WIDTH - 2 * a - 12) * random.nextDouble();
            double y = a + 6 + (HEIGHT - 2 * a - 12) * random.nextDouble();
            double b = a * (0.62 + 0.33 * random.nextDouble());
            double angle = Math.PI * random.nextDouble();
            double stain = 4200 + 3400 * random.nextDouble();
            boolean free = nuclei.stream().allMatch(n -> StrictMath.hypot(n.x() - x, n.y() - y) > 1.12 * (n.a() + a));
            if (free) {
                nuclei.add(new Nucleus(x, y, a, b, angle, stain, new Noise(1000 * (1 + variation) + nuclei.size())));
            }
        }
        return nuclei;
    }

    private static void writeTiff(Plane counts, Path file) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
        var raster = image.getRaster();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                raster.setSample(x, y, 0, (int) Math.round(counts.get(x, y)));
            }
        }
        Files.deleteIfExists(file);
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("ZLib");
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
