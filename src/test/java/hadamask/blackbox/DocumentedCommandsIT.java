package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every command that `README.md` and `samples/README.md` show runs as it is written.
///
/// The lines of their `sh` blocks that begin with `scripts/` or `find ` run one after the other, in a folder that has copies of
/// `samples` and links to the rest.
class DocumentedCommandsIT {
    @TempDir
    static Path folder;

    @BeforeAll
    static void copyTheSamples() throws IOException {
        Launched.run(Launched.PROJECT, "cp -R samples '" + folder + "'").succeeded();
        for (String name : List.of("scripts", "target")) {
            java.nio.file.Files.createSymbolicLink(folder.resolve(name), Launched.PROJECT.resolve(name));
        }
    }

    /// The commands in the `sh` blocks of a page; a line that ends in `\` goes on in the next.
    private static List<String> commands(String page) {
        Path file = Launched.PROJECT.resolve(page);
        List<String> commands = new ArrayList<>();
        if (!Files.exists(file)) {
            return commands;
        }
        boolean shell = false;
        for (String line : Files.text(file).replace("\\\n", "").lines().toList()) {
            if (line.startsWith("```")) {
                shell = line.equals("```sh");
            } else if (shell && (line.startsWith("scripts/") || line.startsWith("find "))) {
                commands.add(line);
            }
        }
        return commands;
    }

    @TestFactory
    Stream<DynamicTest> everyCommandRunsAsItIsWritten() {
        return Stream.of("README.md", "samples/README.md")
                .flatMap(page -> commands(page).stream().map(command -> dynamicTest(page + ": " + command,
                        () -> succeeds(command))));
    }

    private static void succeeds(String command) {
        Launched run = Launched.run(folder, command);
        assertEquals(0, run.status(), run.err());
    }
}
