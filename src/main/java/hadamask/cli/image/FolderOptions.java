package hadamask.cli.image;

import hadamask.batch.Source;
import hadamask.batch.Walk;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.Failures;
import hadamask.cli.option.Option;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// Options of commands that do a mask, or all masks of a folder.
final class FolderOptions {
    private final Option<Boolean> recursive = Option.flag(
            "MASK is a folder: do all masks in it and below; the other one is a folder, too, with files of the same names"
                    + " up to the ending.",
            "-r", "--recursive");
    private final Option<@Nullable String> errors = Option.path("With -r, also write what failed, as CSV.",
            "--errors");

    ArgGroupSpec group(Option<?>... more) {
        Option<?>[] all = new Option<?>[more.length + 2];
        all[0] = recursive;
        all[1] = errors;
        System.arraycopy(more, 0, all, 2, more.length);
        return Option.group("Many masks", all);
    }

    boolean recursive() {
        return recursive.get();
    }

    @Nullable
    String errors() {
        return errors.get();
    }

    /// Refuses what does not go with or without a folder.
    void check(Command command) {
        if (!recursive() && errors.get() != null) {
            throw command.usage("--errors", "is for many masks, expected -r with it");
        }
        Failures.check(command, errors.get());
    }

    /// Says once which columns are left out because the first image has not had them.
    ///
    /// @param said what was said before
    /// @param columns that are left out of the rows of an image
    static void noteLeftOut(Console console, Source image, Set<String> said, List<String> columns, String advice) {
        List<String> more = columns.stream().filter(said::add).toList();
        if (!more.isEmpty()) {
            console.note("note: " + image.name() + ": has " + String.join(", ", more)
                    + ", which the first image has not (left out, also of others" + advice + ")");
        }
    }

    /// The masks of a folder.
    ///
    /// @param unreadable takes the folders below that could not be searched
    static List<Source> sources(String folder, List<InputException> unreadable) {
        Path path = FilePath.of(folder);
        if (!Files.isDirectory(path)) {
            throw new InputException(
                    Files.exists(path) ? "is a file, expected a folder" : "is not there, expected a folder")
                    .at(folder);
        }
        List<Source> sources = new ArrayList<>();
        Walk walk = new Walk(Set.of(), true);
        walk.search(path, (file, below) -> sources.add(new Source(file, below, sources.size() + 1)));
        unreadable.addAll(walk.unreadable());
        if (sources.isEmpty() && unreadable.isEmpty()) {
            throw new InputException("no image was found").at(folder);
        }
        return sources;
    }
}
