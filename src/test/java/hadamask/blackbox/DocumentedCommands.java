package hadamask.blackbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The commands that pages show.
final class DocumentedCommands {
    /// The program by one of its names, at the beginning of a line or behind a pipe.
    private static final Pattern OURS = Pattern
            .compile("(?:.*\\| )?(?:scripts/)?(?:hadamask|segment|distances|similarity) .*");

    private DocumentedCommands() {
    }

    /// The lines of a page's `sh` blocks that call the program; a line that ends in `\` goes on in the next.
    static List<String> of(String page) {
        return blocks(page, "sh").stream().flatMap(block -> block.replace("\\\n", "").lines())
                .filter(line -> OURS.matcher(line).matches()).toList();
    }

    /// The blocks of a page that are written in a language.
    static List<String> blocks(String page, String language) {
        Path file = Launched.PROJECT.resolve(page);
        List<String> blocks = new ArrayList<>();
        if (!Files.exists(file)) {
            return blocks;
        }
        StringBuilder block = new StringBuilder();
        boolean inside = false;
        boolean wanted = false;
        for (String line : Files.text(file).lines().toList()) {
            if (line.startsWith("```")) {
                if (wanted) {
                    blocks.add(block.toString());
                    block.setLength(0);
                }
                inside = !inside;
                wanted = inside && line.equals("```" + language);
            } else if (wanted) {
                block.append(line).append('\n');
            }
        }
        return blocks;
    }
}
