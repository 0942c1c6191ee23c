package hadamask.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Draws the sample pictures, their true masks and the sample tables, the same bytes at every run.
///
/// Positions and colours come from `StrictMath` and fixed seeds. The compressed bytes of PNG, TIFF and JPEG files may
/// still differ between JDKs that bring other libraries.
///
///     java -Djava.awt.headless=true src/samples/java/hadamask/samples/MakeSamples.java samples
public final class MakeSamples {
    private MakeSamples() {
    }

    /// Writes all samples under the folder that is the one argument.
    public static void main(String... args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: MakeSamples FOLDER");
        }
        write(Path.of(args[0]));
    }

    /// Writes all samples under `folder`, which is made where it is missing.
    public static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Cat.write(folder);
        Coins.write(folder);
        Leaf.write(folder);
        Cells.write(folder);
        Page.write(folder);
        Squirrel.write(folder);
        Teapot.write(folder);
        Seedlings.write(folder);
        Moth.write(folder);
        Smear.write(folder);
        Tables.write(folder);
    }
}
