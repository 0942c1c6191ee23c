package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every command that `README.md` and `samples/README.md` show runs as it is written.
///
/// They run one after the other, in a folder that has copies of `samples` and links to the rest.
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

    @TestFactory
    Stream<DynamicTest> everyCommandRunsAsItIsWritten() {
        return Stream.of("README.md", "samples/README.md")
                .flatMap(page -> DocumentedCommands.of(page).stream().map(command -> dynamicTest(page + ": " + command,
                        () -> succeeds(command))));
    }

    private static void succeeds(String command) {
        Launched run = Launched.run(folder, "PATH=$PWD/scripts:$PATH; " + command);
        assertEquals(0, run.status(), run.err());
    }
}
