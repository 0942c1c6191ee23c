package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The library as another program meets it: `samples/library`, a Maven project of its own, built with what this build has
/// installed into `target/repository`, which Maven takes for its local repository here.
///
/// What else Maven needs comes from the local repository of this build, which is only read, and from Maven Central where it
/// is not there.
class LibraryIT {
    private static final Path PUBLISHED = Path.of(Objects.requireNonNull(System.getProperty("published")));
    private static final Path OURS = PUBLISHED.resolve("io/github/hadamask/hadamask");

    private static final String SETTINGS = """
            <settings>
              <profiles>
                <profile>
                  <id>downloaded</id>
                  <repositories>
                    <repository><id>downloaded</id><url>%1$s</url></repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository><id>downloaded</id><url>%1$s</url></pluginRepository>
                  </pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>downloaded</activeProfile></activeProfiles>
            </settings>
            """;

    @TempDir
    Path folder;

    /// The samples, and a `mvn` that looks for libraries where this test wants it to.
    @BeforeEach
    void aFolderWithTheSamples() throws IOException {
        Launched.run(Launched.PROJECT, "cp -R samples '" + folder + "' && rm -rf '" + folder + "/samples/library/target'")
                .succeeded();
        String downloaded = Path.of(Objects.requireNonNull(System.getProperty("downloaded"))).toUri().toString();
        Path settings = Files.write(folder.resolve("settings.xml"), SETTINGS.formatted(downloaded));
        Path maven = Files.write(java.nio.file.Files.createDirectory(folder.resolve("bin")).resolve("mvn"), """
                #!/bin/sh
                exec '%s/bin/mvn' -B -ntp -gs '%s' -Dmaven.repo.local='%s' "$@"
                """.formatted(System.getProperty("maven.home"), settings, PUBLISHED));
        java.nio.file.Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Launched run(String command) {
        return Launched.run(folder, Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"), "JAVA_HOME",
                System.getProperty("java.home"),
                // What Maven's own libraries do would be warned of by Java.
                "MAVEN_OPTS", "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"), command);
    }

    private static List<String> lines(Launched run) {
        return run.text().replaceAll("\\033\\[[0-9;]*m", "").lines().toList();
    }

    private String documentedCommand() {
        return Files.text(Launched.PROJECT.resolve("src/site/markdown/library.md")).lines()
                .filter(line -> line.startsWith("mvn -q -f samples/library/pom.xml ")).findFirst().orElseThrow();
    }

    /// Runs `Host` instead of the example.
    ///
    /// @param decode pictures that it decodes, too
    private List<String> host(String decode) {
        Path source = Launched.PROJECT.resolve("src/test/resources/hadamask/library/Host.java");
        Files.write(folder.resolve("samples/library/src/main/java/example/Host.java"), Files.text(source));
        String command = documentedCommand() + " -Dprogram=example.Host";
        return lines(Launched.run(folder, Map.of(), "true").succeeded()).isEmpty()
                ? lines(run("JDK_JAVA_OPTIONS='-Ddecode=" + decode + "' " + command))
                : List.of();
    }

    @Test
    void theExampleCutsOutAndMeasuresAndSaysNothingElse() {
        Launched example = run(documentedCommand()).succeeded();
        assertEquals(List.of("0.0 5.0 10.0", "5.0 0.0 5.0", "10.0 5.0 0.0"), lines(example));
        Launched.run(folder, "$SEGMENT samples/cat.jpg -o expected.png").succeeded();
        assertArrayEquals(Files.read(folder.resolve("expected.png")), Files.read(folder.resolve("cutout.png")));
    }
}
