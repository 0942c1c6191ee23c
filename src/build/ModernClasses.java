import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Raises the version of old classes in jars, so that the AOT cache can hold them.
///
/// The cache leaves out classes of version 49 (Java 5) and older, because they have no stack maps and are verified in
/// another way. picocli is made of such classes, and reading them from the jar took longer than everything else before
/// the first pixel. The code stays as it is; the stack maps are computed.
///
/// One method of picocli's that looks for a class of another language is told that there is none.
///
/// A jar is written anew, without entries for folders, with the entries in their order, all of one time and without permissions: time zone, umask and
/// the Java that runs Maven leave no trace, and the same sources give the same bytes.
///
/// Usage: `java ModernClasses.java TIME JAR...`, TIME such as `2026-11-22T00:00:00Z`
void main(String[] args) throws IOException {
    LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(args[0]), ZoneOffset.UTC);
    for (int i = 1; i < args.length; i++) {
        writeAnew(Path.of(args[i]), time);
    }
}

void writeAnew(Path jar, LocalDateTime time) throws IOException {
    Path written = jar.resolveSibling(jar.getFileName() + ".modern");
    int raised = 0;
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
            ZipFile old = new ZipFile(jar.toFile());
            ZipOutputStream modern = new ZipOutputStream(Files.newOutputStream(written))) {
        ClassFile format = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, new ClassHierarchy(files).option());
        for (ZipEntry entry : old.stream().filter(entry -> !entry.isDirectory()).toList()) {
            byte[] bytes = old.getInputStream(entry).readAllBytes();
            if (entry.getName().endsWith(".class") && version(bytes) < ClassFile.JAVA_6_VERSION) {
                bytes = raise(bytes, format);
                raised++;
            } else if (entry.getName().equals("META-INF/MANIFEST.MF")) {
                bytes = withoutTool(bytes);
            }
            ZipEntry same = new ZipEntry(entry.getName());
            same.setTimeLocal(time);
            modern.putNextEntry(same);
            modern.write(bytes);
        }
    }
    Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
    IO.println(raised + " classes raised to the version of Java 8 in " + jar.getFileName());
}

/// The manifest without the line that tells on which Java Maven itself ran.
byte[] withoutTool(byte[] manifest) {
    return new String(manifest, StandardCharsets.UTF_8).replaceFirst("Build-Tool-Jdk-Spec: .*\\R", "")
            .getBytes(StandardCharsets.UTF_8);
}

int version(byte[] bytes) {
    return ((bytes[6] & 0xFF) << 8) | (bytes[7] & 0xFF);
}

byte[] raise(byte[] bytes, ClassFile format) {
    ClassModel old = format.parse(bytes);
    return format.transformClass(old, (builder, element) -> {
        switch (element) {
            case ClassFileVersion oldVersion -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            // Looks for a class of Groovy, which is not there: that alone would have the directory of the whole jar read in
            // each run, as all other classes come from the AOT cache.
            case MethodModel method when method.methodName().equalsString("loadClosureClass") ->
                builder.withMethod(method.methodName(), method.methodType(), method.flags().flagsMask(),
                        same -> same.withCode(code -> code.aconst_null().areturn()));
            // Built anew instruction by instruction: code that is only copied gets no stack maps.
            case MethodModel method -> builder.transformMethod(method,
                    MethodTransform.transformingCode((code, instruction) -> code.with(instruction)));
            default -> builder.with(element);
        }
    });
}

/// Finds the super classes of the jar's own classes, which the stack maps need.
record ClassHierarchy(FileSystem files) {
    ClassFile.ClassHierarchyResolverOption option() {
        return ClassFile.ClassHierarchyResolverOption.of(
                java.lang.classfile.ClassHierarchyResolver.defaultResolver().orElse(
                        java.lang.classfile.ClassHierarchyResolver.ofResourceParsing(type -> {
                            String name = type.descriptorString();
                            Path path = files.getPath("/" + name.substring(1, name.length() - 1) + ".class");
                            try {
                                return Files.exists(path) ? Files.newInputStream(path) : null;
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        })));
    }
}
