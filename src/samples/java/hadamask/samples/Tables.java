package hadamask.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// The sample tables: a population to whiten, four vectors to measure, and a mask to multiply them with.
final class Tables {
    private static final int ALIENS = 1000;

    private Tables() {
    }

    static void write(Path folder) throws IOException {
        write(folder.resolve("aliens.csv"), aliens());
        write(folder.resolve("vectors.csv"), List.of("1,2,3", "4,5,6", "1,0,0", "0,1,0"));
        write(folder.resolve("mask.csv"), List.of("1,0,1", "0,0,0", "1,0,1", "0,0,0"));
    }

    /// Heights in cm, normal with mean 10 and standard deviation 1.5; weights in kg around 8, heavier when taller
    /// (correlation about 0.89).
    private static List<String> aliens() {
        var random = new SplittableRandom(1_000);
        var lines = new ArrayList<>(List.of("height,weight"));
        for (int i = 0; i < ALIENS; i++) {
            double height = 10 + 1.5 * random.nextGaussian();
            double weight = 8 + 0.9 * (height - 10) + 0.7 * random.nextGaussian();
            lines.add(String.format(Locale.ROOT, "%.4f,%.4f", height, weight));
        }
        return lines;
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
