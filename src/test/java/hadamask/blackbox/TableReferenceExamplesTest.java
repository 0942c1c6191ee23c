package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of the reference of tables run as they are written: a `text` block that begins with the name of a file is
/// that file, and a line of a `sh` block is a command.
class TableReferenceExamplesTest {
    private static final Path PAGES = Launched.PROJECT.resolve("src/site/markdown");

    @TempDir
    Path folder;

    @Test
    void everyExampleRuns() throws IOException {
        int run = 0;
        for (String page : PageExamplesTest.PAGES) {
            run += runExamples(PAGES.resolve(page));
        }
        assertTrue(run >= 16, run + " examples");
    }

    private int runExamples(Path page) throws IOException {
        int run = 0;
        List<String> block = new ArrayList<>();
        String kind = "";
        for (String line : java.nio.file.Files.readAllLines(page)) {
            if (line.startsWith("```") && kind.isEmpty()) {
                kind = line;
                block.clear();
            } else if (line.startsWith("```")) {
                if (kind.equals("```text") && block.getFirst().matches("[a-z]+\\.(csv|mtx)")) {
                    java.nio.file.Files.write(folder.resolve(block.getFirst()), block.subList(1, block.size()));
                }
                for (String command : kind.equals("```sh") ? block : List.<String>of()) {
                    if (command.matches("(distances|similarity|cluster) [^|]*")) {
                        succeeds(command);
                        run++;
                    }
                }
                kind = "";
            } else {
                block.add(line);
            }
        }
        return run;
    }

    private void succeeds(String command) {
        String[] words = command.replace("'", "").split(" ");
        for (int k = 1; k < words.length; k++) {
            if (words[k].startsWith("samples/")) {
                words[k] = Files.SAMPLES.resolve(words[k].substring("samples/".length())).toString();
            } else if (words[k].matches("[a-z]+\\.[a-z]+")) {
                words[k] = folder.resolve(words[k]).toString();
            }
        }
        Run run = Run.of(Arrays.stream(words).toArray(Object[]::new));
        assertEquals(0, run.status(), command + ": " + run.err());
    }
}
