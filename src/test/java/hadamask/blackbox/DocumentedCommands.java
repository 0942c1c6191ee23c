package hadamask.blackbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The commands that pages show.
final class DocumentedCommands {
    private DocumentedCommands() {
    }

    /// The lines of a page's `sh` blocks that begin with `scripts/` or `find `, or that pipe something into a script; a line
    /// that ends in `\` goes on in the next.
    static List<String> of(String page) {
        Path file = Launched.PROJECT.resolve(page);
        List<String> commands = new ArrayList<>();
        if (!Files.exists(file)) {
            return commands;
        }
        boolean shell = false;
        for (String line : Files.text(file).replace("\\\n", "").lines().toList()) {
            if (line.startsWith("```")) {
                shell = line.equals("```sh");
            } else if (shell
                    && (line.startsWith("scripts/") || line.startsWith("find ") || line.contains(" | scripts/"))) {
                commands.add(line);
            }
        }
        return commands;
    }
}
