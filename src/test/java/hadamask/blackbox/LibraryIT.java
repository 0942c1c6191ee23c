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
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The library as another program meets it: `samples/library`, a Maven project of its own, made with what this build has
/// installed into `target/repository`, which is the local repository of Maven here.
///
/// What else Maven needs comes from the local repository of the user, which is only read, and from Maven Central where it is
/// not there.
class LibraryIT {
    private static final Path REPOSITORY = Path.of(Objects.requireNonNull(System.getProperty("published")));
    private static final String COMMAND = "mvn -q -f samples/library/pom.xml ";
    private static final String DISTANCES = "0.0 5.0 10.0\n5.0 0.0 5.0\n10.0 5.0 0.0\n";

    private static final String SETTINGS = """
            <settings>
              <profiles>
                <profile>
                  <id>downloaded</id>
                  <repositories>
                    <repository><id>downloaded</id><url>DOWNLOADED</url></repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository><id>downloaded</id><url>DOWNLOADED</url></pluginRepository>
                  </pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>downloaded</activeProfile></activeProfiles>
            </settings>
            """;

    private static final String NO_LOGS = "<artifactId>slf4j-nop</artifactId>";

    private static final String WEBP = """
            <dependency>
              <groupId>com.github.usefulness</groupId>
              <artifactId>webp-imageio</artifactId>
              <version>0.10.2</version>
              <exclusions>
                <exclusion><groupId>org.jetbrains.kotlin</groupId><artifactId>kotlin-stdlib</artifactId></exclusion>
              </exclusions>
            </dependency>
            """;

    @TempDir
    Path folder;

    private Path pom() {
        return folder.resolve("samples/library/pom.xml");
    }

    /// The samples, and a `mvn` that has the repositories of this test.
    @BeforeEach
    void aFolderWithTheSamples() throws IOException {
        Launched.run(Launched.PROJECT,
                "cp -R samples '" + folder + "' && rm -rf '" + folder + "/samples/library/target'")
                .succeeded();
        String downloaded = Path.of(Objects.requireNonNull(System.getProperty("downloaded"))).toUri().toString();
        Path settings = Files.write(folder.resolve("settings.xml"), SETTINGS.replace("DOWNLOADED", downloaded));
        Path maven = Files.write(java.nio.file.Files.createDirectory(folder.resolve("bin")).resolve("mvn"), """
                #!/bin/sh
                exec '%s/bin/mvn' -B -ntp -gs '%s' -Dmaven.repo.local='%s' "$@"
                """.formatted(System.getProperty("maven.home"), settings, REPOSITORY));
        java.nio.file.Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Launched run(String command) {
        return Launched.run(folder, Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"), "JAVA_HOME",
                System.getProperty("java.home"),
                // What Maven's own libraries do would be warned of by Java.
                "MAVEN_OPTS", "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"), command);
    }

    /// Without the colours with which some Mavens always end.
    private static String plain(String text) {
        return text.replaceAll("\\033\\[[0-9;]*m", "");
    }

    /// The libraries that a host gets: all of the list but those of the command line, and the decoder that it may choose.
    private static String classPath() {
        return Files.text(Launched.PROJECT.resolve("src/build/libraries.sha256")).lines()
                .map(line -> line.replaceFirst(".*:(.*):.*", "$1"))
                .filter(name -> !Set.of("picocli", "slf4j-nop", "webp-imageio").contains(name))
                .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), names -> {
                    names.addAll(List.of("classes", "hadamask"));
                    return String.join(" ", names);
                }));
    }

    private static String documentedCommand() {
        String page = Files.text(Launched.PROJECT.resolve("src/site/markdown/library.md"));
        return page.lines().filter(line -> line.startsWith(COMMAND)).collect(Collectors.joining("\n"));
    }

    /// Runs `Host` in the place of the example; what it says on standard error is in `err`.
    private Launched host() {
        Path source = Launched.PROJECT.resolve("src/test/resources/hadamask/library/Host.java");
        Files.write(folder.resolve("samples/library/src/main/java/example/Host.java"), Files.read(source));
        return run(documentedCommand() + " -Dprogram=example.Host");
    }

    private Path picture(String name) throws IOException {
        Path pictures = java.nio.file.Files.createDirectories(folder.resolve("pictures"));
        Path source = Launched.PROJECT.resolve("src/test/resources/hadamask/codec/" + name);
        return java.nio.file.Files.copy(source, pictures.resolve(name));
    }

    private static Set<String> names(String classifier) throws IOException {
        Path ours = REPOSITORY.resolve("io/github/hadamask/hadamask");
        try (var found = java.nio.file.Files.walk(ours)) {
            Path file = found.filter(path -> path.getFileName().toString()
                    .matches("hadamask-[0-9.]+(-SNAPSHOT)?" + classifier + "\\.jar")).findFirst().orElseThrow();
            try (JarFile jar = new JarFile(file.toFile())) {
                return jar.stream().map(ZipEntry::getName).collect(Collectors.toSet());
            }
        }
    }

    @Test
    void theExampleCutsOutAndMeasuresAndSaysNothingElse() {
        Launched example = run(documentedCommand());
        assertEquals("", plain(example.err()));
        assertEquals(DISTANCES, plain(example.text()));
        assertEquals(0, example.status());
        Launched.run(folder, "$SEGMENT samples/cat.jpg -o expected.png").succeeded();
        assertArrayEquals(Files.read(folder.resolve("expected.png")), Files.read(folder.resolve("cutout.png")));
    }

    /// A host without a logger of its own: SLF4J says so, nobody else says anything.
    @Test
    void theHostIsLeftAsItWas() throws IOException {
        Files.write(pom(), Files.text(pom()).replace(NO_LOGS, "<artifactId>slf4j-api</artifactId>"));
        for (String name : List.of("cells.tif", "coins.png", "leaf.jpg")) {
            java.nio.file.Files.createDirectories(folder.resolve("pictures"));
            java.nio.file.Files.copy(folder.resolve("samples").resolve(name), folder.resolve("pictures").resolve(name));
        }
        picture("alpha.webp");
        Launched host = host();
        assertEquals(DISTANCES + """
                alpha.webp: is a WebP, whose decoder does not run here: webp-imageio is not on the class path
                cells.tif: read
                coins.png: read
                leaf.jpg: read
                codecs as before: true
                threads left: []
                loggers: []
                class path: %s
                """.formatted(classPath()), plain(host.text()));
        assertEquals(List.of(), plain(host.err()).lines().filter(line -> !line.startsWith("SLF4J(")).toList());
        assertEquals(0, host.status());
    }

    @Test
    void aHostThatHasTheDecoderReadsWebp() throws IOException {
        Files.write(pom(), Files.text(pom()).replaceFirst("(?=</dependencies>)", WEBP));
        picture("alpha.webp");
        Launched host = host();
        assertTrue(host.text().contains("\nalpha.webp: read\n"), host.text() + host.err());
        assertEquals(0, host.status());
    }

    @Test
    void theLibraryHasNoCommandsAndNothingOfOthers() throws IOException {
        Set<String> library = names("");
        assertTrue(library.contains("hadamask/segment/Segmenter.class"));
        assertTrue(library.contains("META-INF/LICENSE"));
        assertEquals(Set.of(), library.stream()
                .filter(name -> !name.endsWith("/") && !name.matches("META-INF/(MANIFEST.MF|LICENSE)|hadamask/.*"))
                .filter(name -> !name.equals("com/luciad/imageio/webp/Libwebp.class")).collect(Collectors.toSet()));
        assertEquals(Set.of(), library.stream().filter(name -> name.startsWith("hadamask/cli/")
                || name.matches("hadamask/(Hadamask|Training).*")).collect(Collectors.toSet()));
    }

    @Test
    void sourcesAndDocumentationAreThoseOfTheLibrary() throws IOException {
        Set<String> sources = names("-sources");
        Set<String> classes = names("").stream().filter(name -> name.matches("[^$]*\\.class"))
                .map(name -> name.replace(".class", ".java")).collect(Collectors.toSet());
        assertEquals(Set.of(), classes.stream().filter(name -> !sources.contains(name)).collect(Collectors.toSet()));
        assertEquals(Set.of(), sources.stream().filter(name -> name.endsWith(".java") && !classes.contains(name))
                .collect(Collectors.toSet()));
        Set<String> pages = names("-javadoc");
        assertTrue(pages.contains("hadamask/segment/Segmenter.html"));
        assertTrue(pages.contains("hadamask/codec/format/ImageFormat.html"));
        for (String page : List.of("hadamask/Hadamask.html", "hadamask/cli/Command.html",
                "hadamask/batch/Batch.html", "hadamask/file/Plain.html", "hadamask/codec/png/PngReader.html")) {
            assertFalse(pages.contains(page), page);
        }
    }

    @Test
    void theRunnableJarIsTheOneThatTheLauncherHas() throws IOException {
        try (var found = java.nio.file.Files.walk(REPOSITORY.resolve("io/github/hadamask"))) {
            Path all = found.filter(path -> path.toString().endsWith("-all.jar")).findFirst().orElseThrow();
            assertArrayEquals(Files.read(Launched.PROJECT.resolve("target/hadamask.jar")), Files.read(all));
        }
    }
}
