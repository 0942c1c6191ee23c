package hadamask.batch;

import hadamask.codec.format.ImageFormat;
import hadamask.file.Input;
import hadamask.file.InputException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Searches a folder and all below it for images, in the order of their names.
///
/// A file is an image when its name has the ending of a format that is read. Hidden files and folders are passed over, and
/// so are the folders of results. Links to files are followed, links to folders are not, so that no search is endless.
public final class Walk {
    private static final String LABELS = ".npy";

    private final Set<Path> results;
    private final boolean labels;
    private final @Nullable Predicate<String> others;
    private final List<InputException> unreadable = new ArrayList<>();
    private int passedOver;

    /// @param results folders that are not entered, by their real paths: what lies there was made by this program
    public Walk(Set<Path> results) {
        this(results, false);
    }

    /// @param labels whether files of NumPy, which hold labels, are found, too
    public Walk(Set<Path> results, boolean labels) {
        this(results, labels, null);
    }

    /// @param others by their names, files that are found as images are, such as archives of them
    public Walk(Set<Path> results, Predicate<String> others) {
        this(results, false, others);
    }

    private Walk(Set<Path> results, boolean labels, @Nullable Predicate<String> others) {
        this.labels = labels;
        this.others = others;
        this.results = Set.copyOf(results);
    }

    /// Takes an image that was found.
    @FunctionalInterface
    public interface Finder {
        /// @param file where it is
        /// @param folder the folder in which it lies, seen from the one that is searched
        void found(Path file, Path folder);
    }

    /// Searches a folder. One that cannot be read is noted, and the others are searched.
    public void search(Path folder, Finder finder) {
        search(folder, Source.TOP, finder);
    }

    /// How many files were no images by their names, or hidden.
    public int passedOver() {
        return passedOver;
    }

    /// The folders that could not be read.
    public List<InputException> unreadable() {
        return Collections.unmodifiableList(unreadable);
    }

    private void search(Path folder, Path below, Finder finder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            unreadable.add(new InputException("cannot be searched: " + Input.reason(e), e).at(folder.toString()));
            return;
        } catch (DirectoryIteratorException e) {
            unreadable.add(new InputException("cannot be searched to its end", e).at(folder.toString()));
            return;
        }
        Collections.sort(entries); // of one folder, so by their names
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            if (name.startsWith(".")) {
                passedOver++;
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                if (!isResult(entry)) {
                    search(entry, below.resolve(entry.getFileName()), finder); // its name may be no text
                }
            } else if (isWanted(name) && isFile(entry)) {
                finder.found(entry, below);
            } else {
                passedOver++;
            }
        }
    }

    private boolean isWanted(String name) {
        return ImageFormat.ofName(name) != null || (labels && name.endsWith(LABELS))
                || (others != null && others.test(name));
    }

    /// A file, or a link to nothing, which fails when it is read.
    private static boolean isFile(Path entry) {
        return Files.isRegularFile(entry) || !Files.exists(entry);
    }

    private boolean isResult(Path folder) {
        try {
            return !results.isEmpty() && results.contains(folder.toRealPath());
        } catch (IOException e) {
            return false; // it cannot be read, which is said when it is searched
        }
    }
}
