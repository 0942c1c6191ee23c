package hadamask;

import hadamask.cli.Version;
import hadamask.cli.manual.Manual;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs when a package to install is built: writes manual pages, and completion for shells.
final class Manuals {
    private Manuals() {
    }

    /// @param args the folder to write to
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        new Manual(Hadamask.makers()).files(Version.number()).forEach((name, text) -> {
            try {
                Files.writeString(folder.resolve(name), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
