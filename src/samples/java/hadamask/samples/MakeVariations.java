package hadamask.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Draws pictures of the kinds for which there are presets, several of each, with their true masks: what the presets of
/// `segment` are measured on.
///
///     java -Djava.awt.headless=true src/samples/java/hadamask/samples/MakeVariations.java FOLDER
public final class MakeVariations {
    private static final int COUNT = 6;

    private MakeVariations() {
    }

    /// Writes the folders `1` to `6` under the folder that is the one argument.
    public static void main(String... args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: MakeVariations FOLDER");
        }
        write(Path.of(args[0]));
    }

    /// Writes the folders `1` to `6` under a folder, which is made where it is missing.
    public static void write(Path folder) throws IOException {
        for (int variation = 1; variation <= COUNT; variation++) {
            Path each = Files.createDirectories(folder.resolve(Integer.toString(variation)));
            Cells.write(each, variation);
            Page.write(each, variation);
            Leaf.write(each, variation);
            Bottle.write(each, variation);
            Smear.write(each, variation);
        }
    }
}
