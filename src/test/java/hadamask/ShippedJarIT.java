package hadamask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
            String library = line.split(" +")[1];
            assertTrue(thirdParty.contains("\n" + library + "  "), library);
        }
        for (String holder : List.of("Copyright (c) 2008-2020, Harald Kuhr", "Copyright (c) 2004-", "Apache License")) {
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

    @Test
    void thePowersOfTheLibrariesAreKnown() {
        JavaClasses all = new ClassFileImporter().importPath(JAR);
        assertEquals("""
                """, Power.of(all));
    }
}
