package hadamask.cli.image;

import hadamask.batch.Journal;
import hadamask.batch.Source;
import hadamask.batch.Walk;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.Failures;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Options of commands that do a mask, or all masks of a folder.
final class FolderOptions {
    private final Option<Boolean> recursive = Option.flag(
            "MASK is a folder: do all masks in it and below; the other one is a folder, too, with files of the same names"
                    + " up to the ending.",
            "-r", "--recursive");
    private final Option<@Nullable String> errors = Option.path("With -r, also write what failed, as CSV.",
            "--errors");

    private final Option<Boolean> resume = Option.flag(
            "Take the rows of masks over that an earlier run with the same options did, and which have not changed since.",
            "--resume").aside();
    private final Option<Boolean> checksum = Option.flag(
            "With --resume, compare the content of masks and images, not their size and time.", "--checksum").aside();

    OptionGroup group(Option<?>... more) {
        Option<?>[] own = {recursive, errors, resume, checksum};
        Option<?>[] all = Arrays.copyOf(own, own.length + more.length);
        System.arraycopy(more, 0, all, own.length, more.length);
        return Option.group("Many masks", all);
    }

    boolean recursive() {
        return recursive.get();
    }

    @Nullable
    String errors() {
        return errors.get();
    }

    /// Refuses what does not go with or without many masks.
    ///
    /// @param many whether there are: those of a folder, or the pages of a file
    /// @param output of the table, or `-`
    void check(Command command, boolean many, String output) {
        check(command, many);
        if (resume.get() && !keepsJournal(output)) {
            throw command.usage("--resume", "goes by a journal beside the table, expected a file with --output");
        }
    }

    /// Refuses what does not go with or without many masks.
    ///
    /// @param many whether there are: those of a folder, or the pages of a file
    void check(Command command, boolean many) {
        if (!many && errors.get() != null) {
            throw command.usage("--errors", "is for many masks, expected -r with it");
        }
        if (!many && resume.get()) {
            throw command.usage("--resume", "is for many masks, expected -r with it");
        }
        if (checksum.get() && !resume.get()) {
            throw command.usage("--checksum", "says how --resume compares, expected --resume");
        }
        Failures.check(command, errors.get());
    }

    /// Refuses `--resume` with an option that it does not go with.
    void requireAnew(Command command, String option) {
        if (resume.get()) {
            throw command.usage("--resume", "takes rows over that " + option + " has not seen, expected one of them");
        }
    }

    private static boolean keepsJournal(String output) {
        return !output.equals("-") && !FilePath.isDevice(output);
    }

    /// The journal of a table, which holds its rows; null where the table is no file.
    ///
    /// @param settings everything that decides the rows
    @Nullable
    Journal journal(String output, String settings) {
        if (!keepsJournal(output)) {
            return null;
        }
        Journal journal = Journal.beside(FilePath.of(output), settings, resume.get());
        journal.read();
        return journal;
    }

    /// The journal of a folder of results.
    ///
    /// @param settings everything that decides them
    Journal journalIn(Path folder, String settings) {
        Journal journal = Journal.in(folder, settings);
        if (resume.get()) {
            journal.read();
        }
        return journal;
    }

    boolean checksum() {
        return checksum.get();
    }

    /// Says once which columns are left out because the first image has not had them.
    ///
    /// @param said what was said before
    /// @param columns that are left out of the rows of an image
    static void noteLeftOut(Console console, Source image, Set<String> said, List<String> columns, String advice) {
        List<String> more = columns.stream().filter(said::add).toList();
        if (!more.isEmpty()) {
            console.note("note: " + image.spokenName() + ": has " + String.join(", ", more)
                    + ", which the first image has not (left out, also of others" + advice + ")");
        }
    }

    /// The masks of a folder, or the one that is named.
    ///
    /// @param unreadable takes the folders below that could not be searched
    /// @param grounds folders of results, which are not searched
    List<Source> sources(String folder, List<InputException> unreadable, List<Path> grounds) {
        if (!recursive()) {
            return List.of(new Source(folder.equals("-") ? null : FilePath.of(folder), null, 1));
        }
        Path path = FilePath.of(folder);
        if (!Files.isDirectory(path)) {
            throw new InputException(
                    Files.exists(path) ? "is a file, expected a folder" : "is not there, expected a folder")
                    .at(folder);
        }
        List<Source> sources = new ArrayList<>();
        Set<Path> results = grounds.stream().map(FilePath::real).filter(Objects::nonNull).collect(Collectors.toSet());
        Walk walk = new Walk(results, true);
        walk.search(path, (file, below) -> sources.add(new Source(file, below, sources.size() + 1)));
        unreadable.addAll(walk.unreadable());
        if (sources.isEmpty() && unreadable.isEmpty()) {
            throw new InputException("no image was found").at(folder);
        }
        return sources;
    }
}
