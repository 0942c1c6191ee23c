package hadamask.file;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Native code that travels with the program, as the resources `native/SYSTEM/PROCESSOR/FILE` of a library, and is loaded
/// when it is first needed.
///
/// The system loads files, and no parts of a jar. The package has one beside its jar, for the machine that it was built on
/// ([#unpackInto(Path)]); where that is missing, or is refused, a file is written to the folder for temporary files, loaded, and
/// removed again. Processes do not share such files, and where a file in use can be removed, nothing is left of them.
///
/// @hidden public for other packages of Hadamask alone
public final class NativeLibrary {
    /// The folder beside the jar.
    private static final String FOLDER = "native";

    private final String name;
    private boolean loaded;
    private @Nullable String refusal;

    /// @param name without what the system puts before and behind it
    public NativeLibrary(String name) {
        this.name = name;
    }

    /// Loads it, unless that is done. Two threads may ask at the same time.
    ///
    /// @throws IOException if it cannot be loaded; the message is the reason, a phrase. It is the same at each further try
    public synchronized void load() throws IOException {
        if (loaded) {
            return;
        }
        if (refusal == null) {
            refusal = tried();
        }
        if (refusal != null) {
            throw new IOException(refusal);
        }
        loaded = true;
    }

    /// The reason why it cannot be loaded, or null when it was.
    private @Nullable String tried() {
        Path beside = besideTheJar();
        if (beside != null && Files.isReadable(beside) && refused(beside) == null) {
            return null;
        }
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));
        Path file = null;
        try {
            file = Files.createTempFile(folder, "hadamask-", "-" + System.mapLibraryName(name));
            if (!copyTo(file)) {
                return "there is none for " + machine();
            }
            String reason = refused(file);
            return reason == null ? null : "it cannot be loaded from " + folder + ": " + reason;
        } catch (IOException e) {
            return "it cannot be written to " + folder + ": " + Input.reason(e);
        } finally {
            remove(file);
        }
    }

    private static void remove(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Windows keeps a file that is in use.
            file.toFile().deleteOnExit();
        }
    }

    /// Native code is the only reason why a library is loaded from a file, and the only file is one that the jar held.
    @SuppressWarnings("restricted")
    private static @Nullable String refused(Path file) {
        try {
            System.load(file.toAbsolutePath().toString());
            return null;
        } catch (UnsatisfiedLinkError e) {
            // The system says "FILE: failed to map segment from shared object", and Java puts the file before that once more.
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            String end = file.getFileName() + ": ";
            int at = message.lastIndexOf(end);
            return at < 0 ? message : message.substring(at + end.length());
        }
    }

    /// Writes the file for this machine into the folder `native` beside the jar. One that is there is replaced in one step.
    ///
    /// @param folder of the jar
    /// @throws IOException if it cannot be written, or the library has none for this machine
    public void unpackInto(Path folder) throws IOException {
        Path whole = Files.createDirectories(folder.resolve(FOLDER)).resolve(System.mapLibraryName(name));
        Path part = whole.resolveSibling(whole.getFileName() + "." + ProcessHandle.current().pid());
        try {
            if (!copyTo(part)) {
                throw new IOException("there is no " + name + " for " + machine());
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private boolean copyTo(Path file) throws IOException {
        try (InputStream in = NativeLibrary.class.getResourceAsStream(
                "/native/" + system() + "/" + processor() + "/" + System.mapLibraryName(name))) {
            if (in == null) {
                return false;
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                in.transferTo(out);
            }
            return true;
        }
    }

    private @Nullable Path besideTheJar() {
        String all = System.getProperty("java.class.path", "");
        int end = all.indexOf(File.pathSeparatorChar); // behind the program, add-ons
        String classes = end < 0 ? all : all.substring(0, end);
        return classes.endsWith(".jar")
                ? Path.of(classes).resolveSibling(FOLDER).resolve(System.mapLibraryName(name))
                : null;
    }

    private static String system() {
        String name = System.getProperty("os.name", "");
        return name.startsWith("Windows") ? "Windows" : name.startsWith("Mac") ? "Mac" : name;
    }

    private static String processor() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "arm64" -> "aarch64";
            case "ppc64le" -> "ppc64";
            default -> name;
        };
    }

    private static String machine() {
        return system() + " on " + System.getProperty("os.arch");
    }
}
