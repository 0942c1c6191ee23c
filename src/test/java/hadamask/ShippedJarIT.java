package hadamask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/// What is in the jar, libraries included.
class ShippedJarIT {
    private static final Path PROJECT = Path.of(Objects.requireNonNull(System.getProperty("basedir")));
    private static final Path JAR = PROJECT.resolve("target/hadamask.jar");

    private static List<String> names() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    private static String text(String name) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream in = jar.getInputStream(Objects.requireNonNull(jar.getEntry(name), name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theLicencesTravelWithTheProgram() throws IOException {
        assertEquals(Files.readString(PROJECT.resolve("LICENSE")), text("META-INF/LICENSE"));
        String thirdParty = text("META-INF/THIRD-PARTY");
        for (String line : Files.readAllLines(PROJECT.resolve("src/build/shipped.sha256"))) {
            String library = line.substring(line.lastIndexOf(' ') + 1);
            assertTrue(thirdParty.contains("\n" + library + "  "), library);
        }
        for (String holder : List.of("Copyright (c) 2004-", "Apache License")) {
            assertTrue(thirdParty.contains(holder), holder);
        }
        assertTrue(text("META-INF/NOTICE").contains("Copyright © 2023 Werner Randelshofer"));
    }

    @Test
    void noNameStandsTwiceAndNothingIsMachineCode() throws IOException {
        List<String> names = names();
        assertEquals(names.size(), new TreeSet<>(names).size());
        assertEquals(List.of(), names.stream()
                .filter(name -> name.matches("(?i).*\\.(so|dll|dylib|jnilib|exe|sh|jar)(\\.[0-9.]+)?")).toList());
    }

    /// These classes could, and are not asked to: picocli and Jackson convert texts to addresses, picocli asks for the width of a
    /// terminal, and Smile's matrices call a system's linear algebra.
    @Test
    void thePowersOfTheLibrariesAreKnown() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertEquals("""
                    DESERIALISATION:\s
                    NETWORK: picocli.CommandLine tools.jackson.core.TokenStreamFactory
                    NATIVE_CODE: smile.tensor.Cholesky smile.tensor.DenseMatrix smile.tensor.DenseMatrix32 \
                    smile.tensor.DenseMatrix64 smile.tensor.LU smile.tensor.QR smile.tensor.SymmMatrix \
                    smile.tensor.SymmMatrix32 smile.tensor.SymmMatrix64 smile.tensor.Vector smile.tensor.Vector32 \
                    smile.tensor.Vector64
                    PROCESSES: hadamask.cli.Terminal picocli.CommandLine""",
                    Power.of(EnumSet.complementOf(EnumSet.of(Power.REFLECTION)),
                            Power.read(all -> all.importJar(jar))));
        }
    }
}
