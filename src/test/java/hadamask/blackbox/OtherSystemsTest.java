package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people on Windows type, and what their editors write.
class OtherSystemsTest {
    private static final Path SCRIPTS = Launched.PROJECT.resolve("scripts");

    @TempDir
    Path folder;

    private static String script(String name) {
        return new String(Files.read(SCRIPTS.resolve(name)), StandardCharsets.US_ASCII);
    }

    @Test
    void everyShortNameHasACommandOfWindowsWithItsLineEnds() throws IOException {
        List<String> names;
        try (Stream<Path> files = java.nio.file.Files.list(SCRIPTS)) {
            names = files.filter(java.nio.file.Files::isSymbolicLink).map(file -> file.getFileName().toString())
                    .toList();
        }
        assertTrue(names.contains("segment"), names.toString());
        for (String name : names) {
            assertEquals("@\"%~dp0hadamask.cmd\" " + name + " %*\r\n", script(name + ".cmd"));
        }
        String launcher = script("hadamask.cmd");
        assertEquals(launcher, launcher.replace("\r\n", "\n").replace("\n", "\r\n"));
    }

    /// The options of Java are the same files, and pictures are the same commands.
    @Test
    void itChoosesAsTheLauncherOfAShellDoes() {
        String launcher = script("hadamask.cmd");
        for (String kind : List.of("jvm", "images", "batch", "tables")) {
            assertTrue(Files.exists(SCRIPTS.resolve(kind + ".options")) && launcher.contains(kind), kind);
        }
        Matcher pictures = Pattern.compile("\n  (segment \\|[a-z |]*)\\) if is_batch").matcher(script("hadamask"));
        assertTrue(pictures.find());
        assertTrue(launcher.contains("in (" + pictures.group(1).replace(" |", "") + ") do"), pictures.group(1));
    }

    @Test
    void listsChoicesAndTablesMayHaveLineEndsOfWindowsAndAMarkBefore() {
        Path image = Files.write(folder.resolve("a.png"), Files.disc(40, 30));
        Path list = Files.write(folder.resolve("list.txt"), "\uFEFF" + image + "\r\n\r\n");
        Run.quietly("segment", "--files-from", list, "-o", folder.resolve("listed") + "/", "--mask",
                folder.resolve("m") + "/");
        assertTrue(Files.exists(folder.resolve("listed/a.png")));
        Path choices = Files.write(folder.resolve("choices.csv"),
                "\uFEFFimage,options\r\n" + image + ",--closing none --background white\r\n");
        Run.quietly("segment", "--choices", choices, "-o", folder.resolve("chosen") + "/");
        assertEquals(255, Files.image(folder.resolve("chosen/a.png")).sample(0, 0, 0));
        Path kept = Files.write(folder.resolve("kept.csv"), "\uFEFFlabel\r\n1\r\n");
        assertEquals(2,
                Run.quietly("measure", folder.resolve("m/a.png"), "--keep-labels", kept).text().lines().count());
        Path settings = Files.write(folder.resolve("s.properties"), "\uFEFFbackground=white\r\nclosing=none\r\n");
        Run.quietly("segment", image, "--settings", settings, "-o", folder.resolve("s.png"));
        assertEquals(Files.image(folder.resolve("chosen/a.png")), Files.image(folder.resolve("s.png")));
    }
}
