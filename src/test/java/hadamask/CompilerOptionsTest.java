package hadamask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The compiler is told of methods by their names: whoever renames one must see it.
class CompilerOptionsTest {
    private static final Pattern COMMAND = Pattern.compile("-XX:CompileCommand=\\w+,([\\w.*]+)::([\\w*]+)");
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("hadamask");

    @Test
    void everyMethodThatTheCompilerIsToldOfExists() throws IOException {
        List<String> missing = new ArrayList<>();
        int told = 0;
        for (String line : options()) {
            Matcher command = COMMAND.matcher(line);
            if (command.matches()) {
                told++;
                if (!exists(wildcard(command.group(1)), wildcard(command.group(2)))) {
                    missing.add(line);
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(told > 0, "the options hold commands");
    }

    private static boolean exists(Pattern type, Pattern method) {
        return HOUSE.stream().filter(c -> type.matcher(c.getName()).matches())
                .anyMatch(c -> c.getMethods().stream().anyMatch(m -> method.matcher(m.getName()).matches()));
    }

    private static Pattern wildcard(String word) {
        return Pattern.compile(word.replace(".", "\\.").replace("$", "\\$").replace("*", ".*"));
    }

    private static List<String> options() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("basedir"), "scripts"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".options")).sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }
}
