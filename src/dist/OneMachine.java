import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies the jar without the native code of machines other than the one that the packages are for, Linux on x86-64.
///
/// Usage: `java OneMachine.java JAR COPY`
void main(String[] args) throws IOException {
    int left = 0;
    try (ZipFile jar = new ZipFile(args[0]);
            OutputStream file = Files.newOutputStream(Path.of(args[1]));
            ZipOutputStream copy = new ZipOutputStream(file)) {
        for (ZipEntry entry : jar.stream().toList()) {
            if (isForeign(entry.getName())) {
                left++;
                continue;
            }
            ZipEntry same = new ZipEntry(entry.getName());
            same.setTimeLocal(entry.getTimeLocal());
            copy.putNextEntry(same);
            jar.getInputStream(entry).transferTo(copy);
        }
    }
    IO.println(left + " native libraries of other machines are left out");
}

boolean isForeign(String name) {
    boolean isNative = List.of(".so", ".dll", ".dylib", ".jnilib").stream().anyMatch(name::endsWith);
    return isNative && !name.startsWith("native/Linux/x86_64/") && !name.startsWith("linux/amd64/");
}
