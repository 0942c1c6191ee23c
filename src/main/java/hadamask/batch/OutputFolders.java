package hadamask.batch;

import hadamask.file.FilePath;
import hadamask.file.Input;
import hadamask.file.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folders in which results lie.
public final class OutputFolders {
    private OutputFolders() {
    }

    /// Makes the folders that are named and those below them; before the first job that of the journal.
    ///
    /// @return all of them
    /// @throws InputException if one cannot be made
    public static Set<Path> create(Targets targets, List<Job> jobs) {
        targets.folders().forEach(OutputFolders::create);
        Set<Path> folders = new LinkedHashSet<>();
        Path ground = targets.ground();
        if (jobs.isEmpty() && ground != null && folders.add(ground)) {
            create(ground.toString());
        }
        for (Job job : jobs) {
            job.targets().forEach((result, target) -> {
                Path folder = targets.folder(result, target);
                if (folder != null && folders.add(folder)) {
                    create(folder.toString());
                }
            });
        }
        return folders;
    }

    /// Refuses a result of all images that has no folder to lie in: it is written last, when all the work is done.
    ///
    /// @throws InputException if the folder is not there
    public static void requireFolder(@Nullable String file) {
        if (file == null || file.equals("-")) {
            return;
        }
        Path folder = FilePath.of(file).toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new InputException("cannot be written: there is no folder " + folder).at(file);
        }
    }

    private static void create(String given) {
        Path folder = Path.of(given);
        if (Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw new InputException("is a file, expected a folder").at(given);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InputException("cannot be made: " + Input.reason(e), e).at(given);
        }
    }
}
