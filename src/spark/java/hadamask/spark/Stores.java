package hadamask.spark;

import hadamask.batch.Naming;
import hadamask.file.Input;
import hadamask.file.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.security.AccessControlException;

/// Reads and writes whole files, wherever they are.
///
/// A file is written under another name and renamed; in stores of objects, which rename by copying, it is put, which is whole or
/// absent by itself. Files of the machine go by the machine's own ways: Hadoop's would leave a file of checksums beside each.
final class Stores {
    /// Stores of objects, by their schemes.
    private static final Set<String> OBJECTS = Set.of("s3", "s3a", "s3n", "gs", "oss", "cosn", "obs", "swift", "wasb",
            "wasbs");

    private final Configuration settings;
    private final Set<String> made = new HashSet<>();

    Stores(Configuration settings) {
        this.settings = settings;
    }

    Configuration settings() {
        return settings;
    }

    /// The folder or pattern for results that an option names, in the words of the program's own paths.
    static String results(String given, Configuration settings) {
        String words = Address.of(given, settings).words();
        return Naming.isPattern(given) || words.endsWith("/") ? words : words + "/";
    }

    /// The store that a file lies in.
    FileSystem store(Address address) throws IOException {
        return address.hadoop().getFileSystem(settings);
    }

    /// A store that does not answer.
    static InputException unreachable(String where, IOException e) {
        return new InputException("cannot be reached: " + reason(e), e).at(where);
    }

    /// What is known of a file; null when it is not there.
    FileStatus status(Address address) throws IOException {
        return store(address).getFileStatus(address.hadoop());
    }

    boolean exists(Address address) throws IOException {
        return address.isLocal() ? Files.exists(address.path()) : store(address).exists(address.hadoop());
    }

    InputStream open(Address address) throws IOException {
        return address.isLocal() ? Files.newInputStream(address.path()) : store(address).open(address.hadoop());
    }

    /// A file in which one can go back and forth.
    FSDataInputStream openFile(Address address) throws IOException {
        FileSystem store = store(address);
        return (store instanceof LocalFileSystem local ? local.getRawFileSystem() : store).open(address.hadoop());
    }

    /// The whole content.
    byte[] bytes(Address address) throws IOException {
        try (InputStream in = open(address)) {
            return in.readAllBytes();
        }
    }

    /// Writes a file, whole or not at all; one that is there is replaced.
    ///
    /// @param attempt a name that nobody else writes to, in the same store
    void write(Address target, Address attempt, byte[] content) throws IOException {
        if (target.isLocal()) {
            makeFolder(attempt.folder());
            makeFolder(target.folder());
            Files.write(attempt.path(), content);
            Files.move(attempt.path(), target.path(), StandardCopyOption.ATOMIC_MOVE);
        } else if (isObject(target)) {
            put(target, content);
        } else {
            makeFolder(target.folder());
            try (OutputStream out = store(attempt).create(attempt.hadoop(), true)) {
                out.write(content);
            }
            rename(attempt, target);
        }
    }

    /// Gives a file or a folder, which is whole, its name.
    void rename(Address from, Address to) throws IOException {
        if (from.isLocal()) {
            Files.move(from.path(), to.path(), StandardCopyOption.ATOMIC_MOVE);
        } else if (isObject(to)) {
            store(to).delete(to.hadoop(), true);
            if (!store(from).rename(from.hadoop(), to.hadoop())) {
                throw new IOException(from + " cannot be renamed to " + to);
            }
        } else {
            FileContext.getFileContext(from.hadoop().toUri(), settings).rename(from.hadoop(), to.hadoop(),
                    Options.Rename.OVERWRITE);
        }
    }

    /// Whether a store puts objects whole.
    static boolean isObject(Address address) {
        int colon = address.words().indexOf(':');
        return !address.isLocal() && OBJECTS.contains(address.words().substring(0, colon));
    }

    private void put(Address target, byte[] content) throws IOException {
        FSDataOutputStream out = store(target).create(target.hadoop(), true);
        boolean whole = false;
        try {
            out.write(content);
            whole = true;
        } finally {
            if (whole) {
                out.close();
            } else {
                out.abort();
            }
        }
    }

    /// A file that is written piece by piece, to be renamed when it is whole.
    OutputStream create(Address address) throws IOException {
        makeFolder(address.folder());
        return address.isLocal()
                ? Files.newOutputStream(address.path())
                : store(address).create(address.hadoop(), true);
    }

    /// Makes a folder and those above it, once.
    void makeFolder(Address folder) throws IOException {
        if (isObject(folder) || made.contains(folder.words())) {
            return;
        }
        if (folder.isLocal()) {
            Files.createDirectories(folder.path());
        } else {
            store(folder).mkdirs(folder.hadoop());
        }
        made.add(folder.words());
    }

    /// The names in a folder; none where there is no folder.
    List<String> names(Address folder) throws IOException {
        List<String> names = new ArrayList<>();
        try {
            if (folder.isLocal()) {
                try (var entries = Files.newDirectoryStream(folder.path())) {
                    entries.forEach(entry -> names.add(entry.getFileName().toString()));
                }
            } else {
                for (FileStatus found : store(folder).listStatus(folder.hadoop())) {
                    names.add(found.getPath().getName());
                }
            }
        } catch (FileNotFoundException | NoSuchFileException e) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    /// Removes a file, or a folder with all that is in it; what is not there is removed already.
    void remove(Address address) throws IOException {
        made.clear();
        if (!address.isLocal()) {
            store(address).delete(address.hadoop(), true);
        } else if (Files.exists(address.path())) {
            Files.walkFileTree(address.path(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, java.io.IOException e) throws IOException {
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    /// What a store said, in words.
    static String reason(IOException e) {
        if (e instanceof FileNotFoundException) {
            return "there is no such file";
        }
        if (e instanceof AccessControlException) {
            return "permission denied";
        }
        String said = Input.reason(e);
        int end = said.indexOf('\n');
        return end < 0 ? said : said.substring(0, end);
    }
}
