package hadamask.batch;

import hadamask.file.FilePath;
import hadamask.file.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds for an image of one folder the file of another that belongs to it: it lies in the same folder below, and has the same name
/// up to the ending.
public final class Partners {
    private final Path folder;
    private final Map<Path, List<Path>> files = new HashMap<>();
    private final List<InputException> unreadable;

    /// Searches a folder and all below it.
    ///
    /// @throws InputException if there is no such folder
    public Partners(String folder) {
        this.folder = FilePath.of(folder);
        if (!Files.isDirectory(this.folder)) {
            throw new InputException(
                    Files.exists(this.folder) ? "is a file, expected a folder" : "is not there, expected a folder")
                    .at(folder);
        }
        Walk walk = new Walk(Set.of(), true);
        walk.search(this.folder, (file, below) -> {
            Path key = below.resolve(new Source(file, below, 1).stem());
            files.computeIfAbsent(key, name -> new ArrayList<>()).add(file);
        });
        unreadable = walk.unreadable();
    }

    /// The folders that could not be searched.
    public List<InputException> unreadable() {
        return unreadable;
    }

    /// The file that belongs to an image.
    ///
    /// @throws InputException if there is none, or more than one
    public Path of(Source image) {
        Path below = image.folder() == null ? Source.TOP : image.folder();
        Path key = below.resolve(image.stem());
        List<Path> found = files.getOrDefault(key, List.of());
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new InputException(found.isEmpty()
                ? "has no partner, expected " + folder.resolve(key) + " with the ending of an image"
                : "has " + found.size() + " partners, expected one of " + found.getFirst() + " and " + found.get(1))
                .at(image.spokenName());
    }
}
