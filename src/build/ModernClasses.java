import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Raises the version of old classes in a jar, so that the AOT cache can hold them.
///
/// The cache leaves out classes of version 49 (Java 5) and older, because they have no stack maps and are verified in
/// another way. picocli is made of such classes, and reading them from the jar took longer than everything else before
/// the first pixel. The code stays as it is; the stack maps are computed.
///
/// Usage: `java ModernClasses.java JAR`
void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    int raised = 0;
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
        List<Path> classes;
        try (Stream<Path> all = Files.walk(files.getPath("/"))) {
            classes = all.filter(path -> path.toString().endsWith(".class")).toList();
        }
        ClassFile format = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, new ClassHierarchy(files).option());
        for (Path path : classes) {
            byte[] bytes = Files.readAllBytes(path);
            int version = ((bytes[6] & 0xFF) << 8) | (bytes[7] & 0xFF);
            if (version < ClassFile.JAVA_6_VERSION) {
                ClassModel old = format.parse(bytes);
                byte[] modern = format.transformClass(old, (builder, element) -> {
                    switch (element) {
                        case ClassFileVersion oldVersion -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                        // Built anew instruction by instruction: code that is only copied gets no stack maps.
                        case MethodModel method -> builder.transformMethod(method,
                                MethodTransform.transformingCode((code, instruction) -> code.with(instruction)));
                        default -> builder.with(element);
                    }
                });
                FileTime time = Files.getLastModifiedTime(path);
                Files.write(path, modern);
                Files.setLastModifiedTime(path, time); // the same jar from the same sources, whenever it is built
                raised++;
            }
        }
    }
    IO.println(raised + " classes raised to the version of Java 8 in " + jar.getFileName());
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
