package hadamask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
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
import org.junit.jupiter.api.io.TempDir;

/// What is in the runnable jar, libraries included.
class RunnableJarIT {
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
        for (String line : Files.readAllLines(PROJECT.resolve("src/build/libraries.sha256"))) {
            String library = line.substring(line.lastIndexOf(' ') + 1);
            assertTrue(thirdParty.contains("\n" + library + "  "), library);
        }
        for (String holder : List.of("Copyright (c) 2004-", "Apache License",
                "Copyright (c) 2010, Google Inc.", "Copyright 2022 Mateusz Kwieci")) {
            assertTrue(thirdParty.contains(holder), holder);
        }
        assertTrue(text("META-INF/NOTICE").contains("Copyright © 2023 Werner Randelshofer"));
    }

    @Test
    void noNameStandsTwiceAndMachineCodeIsThatOfWebpAndZstd() throws IOException {
        List<String> names = names();
        assertEquals(names.size(), new TreeSet<>(names).size());
        assertEquals(List.of("darwin/aarch64/libzstd-jni-1.5.7-28.dylib", "darwin/x86_64/libzstd-jni-1.5.7-28.dylib",
                "linux/aarch64/libzstd-jni-1.5.7-28.so", "linux/amd64/libzstd-jni-1.5.7-28.so",
                "native/Linux/aarch64/libwebp-imageio.so", "native/Linux/ppc64/libwebp-imageio.so",
                "native/Linux/x86_64/libwebp-imageio.so", "native/Mac/aarch64/libwebp-imageio.dylib",
                "native/Mac/x86_64/libwebp-imageio.dylib", "native/Windows/x86_64/webp-imageio.dll",
                "win/aarch64/libzstd-jni-1.5.7-28.dll", "win/amd64/libzstd-jni-1.5.7-28.dll"),
                names.stream()
                        .filter(name -> name.matches("(?i).*\\.(so|dll|dylib|jnilib|exe|sh|jar)(\\.[0-9.]+)?")).sorted()
                        .toList());
    }

    /// Classes that nothing names in code are left out of the jar: a list of services that names one would end in a defect
    /// where it is first looked at.
    @Test
    void everyServiceThatIsNamedIsThere() throws IOException, ReflectiveOperationException {
        List<String> services = names().stream().filter(name -> name.matches("META-INF/services/[^/]+")).toList();
        assertFalse(services.isEmpty());
        try (URLClassLoader loader = new URLClassLoader(new URL[]{JAR.toUri().toURL()},
                ClassLoader.getPlatformClassLoader())) {
            for (String service : services) {
                Class<?> type = loader.loadClass(service.substring("META-INF/services/".length()));
                for (String line : text(service).lines().map(line -> line.replaceFirst("#.*", "").strip()).toList()) {
                    if (!line.isEmpty()) {
                        Class<?> provider = loader.loadClass(line);
                        assertTrue(type.isAssignableFrom(provider), line + " is no " + type.getName());
                        provider.getConstructor().newInstance();
                    }
                }
            }
        }
    }

    @Test
    void withoutTheLauncherNativeCodeIsAllowedAsWell() throws IOException {
        assertTrue(text("META-INF/MANIFEST.MF").contains("Enable-Native-Access: ALL-UNNAMED"));
    }

    /// `java -jar` elsewhere than in the folder of the build: the native code comes out of the jar, and nothing is left of it.
    @Test
    void aJarByItselfReadsWebpAndLeavesNothingBehind(@TempDir Path folder) throws IOException, InterruptedException {
        Path jar = Files.copy(JAR, folder.resolve("alone.jar"));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path picture = PROJECT.resolve("src/test/resources/hadamask/codec/method0.webp");
        Path out = folder.resolve("out.png");
        Process run = new ProcessBuilder(System.getProperty("java.home") + "/bin/java",
                "-Djava.io.tmpdir=" + temporary, "-jar", jar.toString(), "segment", picture.toString(), "-o",
                out.toString(), "-q").redirectErrorStream(true).start();
        assertEquals("", new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, run.waitFor());
        assertTrue(Files.size(out) > 0);
        try (var left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /// These classes could, and are not asked to: picocli and Jackson convert texts to addresses, Commons IO and the parser of
    /// workbooks open them, picocli asks for the width of a terminal, and Smile's matrices call a system's linear algebra. The
    /// decoders of WebP and of Zstandard are asked to.
    @Test
    void thePowersOfTheLibrariesAreKnown() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertEquals(
                    """
                            DESERIALISATION:\s
                            NETWORK: com.fasterxml.aalto.util.URLUtil org.apache.commons.io.CloseableURLConnection \
                            org.apache.commons.io.FileUtils org.apache.commons.io.IOUtils org.apache.commons.io.build.AbstractOrigin \
                            org.apache.commons.io.file.PathUtils picocli.CommandLine tools.jackson.core.TokenStreamFactory
                            NATIVE_CODE: com.github.luben.zstd.Zstd com.github.luben.zstd.ZstdBinding \
                            com.github.luben.zstd.ZstdBufferDecompressingStreamNoFinalizer com.github.luben.zstd.ZstdCompressCtx \
                            com.github.luben.zstd.ZstdDecompressCtx com.github.luben.zstd.ZstdDictCompress \
                            com.github.luben.zstd.ZstdDictDecompress \
                            com.github.luben.zstd.ZstdDirectBufferCompressingStreamNoFinalizer \
                            com.github.luben.zstd.ZstdDirectBufferDecompressingStreamNoFinalizer \
                            com.github.luben.zstd.ZstdInputStreamNoFinalizer com.github.luben.zstd.ZstdOutputStreamNoFinalizer \
                            com.github.luben.zstd.util.Native com.luciad.imageio.webp.Libwebp com.luciad.imageio.webp.WebP \
                            hadamask.file.NativeLibrary smile.tensor.Cholesky smile.tensor.DenseMatrix smile.tensor.DenseMatrix32 \
                            smile.tensor.DenseMatrix64 smile.tensor.LU smile.tensor.QR smile.tensor.SymmMatrix \
                            smile.tensor.SymmMatrix32 smile.tensor.SymmMatrix64 smile.tensor.Vector smile.tensor.Vector32 \
                            smile.tensor.Vector64
                            PROCESSES: hadamask.cli.Terminal picocli.CommandLine""",
                    Power.of(EnumSet.complementOf(EnumSet.of(Power.REFLECTION)),
                            Power.read(all -> all.importJar(jar))));
        }
    }
}
