package hadamask.spark;

import hadamask.file.FilePath;
import hadamask.file.InputException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/// Where a file is, in words: a path of the machine, as in `photos/a.jpg`, or an address with a scheme, as in `hdfs://host:8020/a.jpg`.
///
/// In the program's own paths an address is what [Path] makes of it, with one slash behind its scheme; [FilePath#words] gives the other back.
///
/// @param words the path or address
record Address(String words) implements Serializable {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(/.*)");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    /// What an argument names. One without a scheme is a file of the cluster's default store, such as HDFS where there is one.
    ///
    /// @throws hadamask.file.InputException if its store cannot be asked, or it names no host where one is needed
    static Address of(String argument, Configuration settings) {
        Matcher scheme = SCHEME.matcher(argument);
        boolean named = scheme.matches();
        String store = named
                ? scheme.group(1).toLowerCase(Locale.ROOT)
                : FileSystem.getDefaultUri(settings).getScheme();
        if (store == null || store.equals("file")) {
            return new Address(named ? SLASHES.matcher(scheme.group(2)).replaceAll("/") : argument);
        }
        if (named && scheme.group(2).matches("//[^/].*")) {
            return new Address(argument);
        }
        try { // hdfs:///x, or x: at the host that the settings name
            org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(argument);
            org.apache.hadoop.fs.Path whole = path.getFileSystem(settings).makeQualified(path);
            if (whole.toUri().getAuthority() == null) {
                throw new InputException("names no host, expected " + store + "://HOST/...").at(argument);
            }
            return new Address(argument.endsWith("/") ? whole + "/" : whole.toString());
        } catch (IOException e) {
            throw Stores.unreachable(argument, e);
        }
    }

    /// The address of a path of the program's own.
    static Address of(Path path) {
        return new Address(FilePath.words(path.toString()));
    }

    /// Whether it is a file of the machine, or of a folder that all machines share under the same name.
    boolean isLocal() {
        return !SCHEME.matcher(words).matches();
    }

    /// The path of the program's own.
    Path path() {
        return FilePath.of(words);
    }

    /// The path for Hadoop.
    org.apache.hadoop.fs.Path hadoop() {
        return isLocal()
                ? new org.apache.hadoop.fs.Path(path().toAbsolutePath().normalize().toUri())
                : new org.apache.hadoop.fs.Path(words);
    }

    /// A file below this folder.
    Address resolve(String name) {
        return new Address(words.isEmpty() ? name : words.endsWith("/") ? words + name : words + "/" + name);
    }

    /// The same file, seen from any folder.
    ///
    /// @param base the folder in which the program was started
    Address from(String base) {
        return isLocal() && !words.startsWith("/") ? new Address(base + "/" + words) : this;
    }

    /// The folder that it lies in.
    Address folder() {
        int slash = words.lastIndexOf('/');
        return new Address(slash < 0 ? "." : slash == 0 ? "/" : words.substring(0, slash));
    }

    /// The name without its folders.
    String name() {
        return words.substring(words.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return words;
    }
}
