package hadamask.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Writes pictures whose samples are kept as they are: PNG files and truth masks.
final class Pictures {
    private Pictures() {
    }

    /// Whether the pixel `(x, y)` belongs to the drawn shape.
    interface Inside {
        boolean at(int x, int y);
    }

    /// Writes `truth/NAME.png`: 255 inside the drawn shape, 0 outside.
    static void writeTruth(Path folder, String name, int width, int height, Inside inside) throws IOException {
        var grey = grey(Plane.of(width, height, (x, y) -> inside.at(x, y) ? 255 : 0));
        writePng(grey, Files.createDirectories(folder.resolve("truth")).resolve(name + ".png"));
    }

    static void writePng(BufferedImage image, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException(file + ": this JDK has no PNG writer for the picture");
            }
        }
    }

    /// An 8-bit grey picture of samples on the scale 0..255. They are stored as they are, without a gamma.
    static BufferedImage grey(Plane plane) {
        var image = new BufferedImage(plane.width, plane.height, BufferedImage.TYPE_BYTE_GRAY);
        var raster = image.getRaster();
        for (int y = 0; y < plane.height; y++) {
            for (int x = 0; x < plane.width; x++) {
                raster.setSample(x, y, 0, Tone.byteOf(plane.get(x, y)));
            }
        }
        return image;
    }
}
