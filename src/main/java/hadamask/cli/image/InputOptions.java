package hadamask.cli.image;

import hadamask.batch.Source;
import hadamask.batch.Walk;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.Machines;
import hadamask.cli.image.watch.FolderWatch;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.Parameter;
import hadamask.file.FilePath;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.ShellWord;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Which images are read: named, listed, or found in folders.
final class InputOptions {
    /// In which the system's names of files are written.
    private static final Charset NAMES = Charset
            .forName(System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()), Charset.defaultCharset());

    private final PositionalParamSpec images = Parameter.any("IMAGE",
            "JPEG, PNG, TIFF, GIF, BMP, WebP or PNM; - is standard input; a folder with -r.");
    private final Option<Boolean> recursive = Option.flag("Search folders, and all below them, for images.", "-r",
            "--recursive").aside();
    private final Option<@Nullable String> list = Option.path("Also the images that a file or - names, one a line.",
            "--files-from");
    private final Option<@Nullable String> zeroList = Option
            .path("The same, each name ended by a zero byte, as find -print0 does.", "--files0-from");
    private final List<InputException> unreadable = new ArrayList<>();
    /// Images that a table names; none when there is no table, or other images are named.
    private List<Path> chosen = List.of();

    /// Whether no image is named, listed or searched for.
    boolean isNothing() {
        return Objects.requireNonNullElse(images.getValue(), List.of()).isEmpty() && list.get() == null
                && zeroList.get() == null;
    }

    /// Takes the images of a table, where no others are named.
    void choose(List<Path> files) {
        chosen = List.copyOf(files);
    }

    /// What is named, for machines that look for it themselves.
    Machines.Named named() {
        List<String> names = new ArrayList<>(Objects.requireNonNullElse(images.getValue(), List.of()));
        chosen.forEach(file -> names.add(FilePath.words(file.toString())));
        return new Machines.Named(names, recursive.get(), list.get() == null ? List.of() : List.of(list.get()),
                zeroList.get() == null ? List.of() : List.of(zeroList.get()));
    }

    /// Whether standard input or a list of it is read.
    boolean readsStream() {
        return named().images().contains("-") || "-".equals(list.get()) || "-".equals(zeroList.get());
    }

    PositionalParamSpec images() {
        return images;
    }

    OptionGroup group() {
        return Option.group("Images", recursive, list, zeroList);
    }

    /// Whether images are searched for or listed: then even a single one is a batch.
    boolean isBatch() {
        return recursive.get() || list.get() != null || zeroList.get() != null || !chosen.isEmpty();
    }

    /// The folders that are watched.
    ///
    /// @param results folders that are not searched, because results are written there
    List<Path> watched(Command command, List<Path> results) {
        if (!recursive.get() || list.get() != null || zeroList.get() != null) {
            throw command.usage("--watch", "looks into folders, expected -r and no list of files");
        }
        return FolderWatch.folders(command, Objects.requireNonNullElse(images.getValue(), List.of()), results);
    }

    /// How messages call all of them together.
    String name() {
        List<String> named = Objects.requireNonNullElse(images.getValue(), List.of());
        if (!named.isEmpty()) {
            return String.join(", ", named);
        }
        String file = list.get() == null ? String.valueOf(zeroList.get()) : list.get();
        return file.equals("-") ? Input.STANDARD : file;
    }

    /// Folders that could not be searched.
    List<InputException> unreadable() {
        return unreadable;
    }

    /// All images, in the order in which they were named; those of a folder in the order of their names.
    ///
    /// @param results folders that are not searched, because results are written there
    List<Source> sources(Command command, Console console, List<Path> results) {
        List<String> named = Objects.requireNonNullElse(images.getValue(), List.of());
        if (isNothing() && chosen.isEmpty()) {
            throw command.usage("IMAGE", "is missing");
        }
        long streams = named.stream().filter("-"::equals).count() + ("-".equals(list.get()) ? 1 : 0)
                + ("-".equals(zeroList.get()) ? 1 : 0);
        if (streams > 1) {
            throw command.usage("-", "standard input can be read once");
        }
        List<Source> sources = new ArrayList<>();
        Walk walk = new Walk(real(results));
        for (String name : named) {
            if (name.isEmpty()) {
                throw command.usage("IMAGE", "'' was found, expected a name or -");
            } else if (name.equals("-")) {
                sources.add(new Source(null, null, sources.size() + 1));
            } else {
                add(sources, walk, FilePath.of(name));
            }
        }
        chosen.forEach(file -> add(sources, walk, file));
        addListed(sources, walk, console, list.get(), "\n");
        addListed(sources, walk, console, zeroList.get(), "\0");
        unreadable.addAll(walk.unreadable());
        int passedOver = walk.passedOver();
        if (passedOver > 0) {
            console.explain(() -> passedOver + " files were passed over: hidden, or without the ending of an image");
        }
        return sources;
    }

    /// Refuses what was meant as the output, as other programs take it: behind an image that is there, a name that is not.
    void requireNoOutput(Command command) {
        List<String> named = Objects.requireNonNullElse(images.getValue(), List.of());
        if (named.size() < 2) {
            return;
        }
        String last = named.getLast();
        boolean folder = FilePath.slashes(last).endsWith("/");
        boolean file = named.size() == 2 && PictureOptions.isWritable(last);
        if ((folder || file) && !Files.exists(FilePath.of(last))
                && (named.getFirst().equals("-") || Files.exists(FilePath.of(named.getFirst())))) {
            throw command.usage("IMAGE", last + " is not there, did you mean -o " + ShellWord.of(last) + "?");
        }
    }

    private void addListed(List<Source> sources, Walk walk, Console console, @Nullable String file, String end) {
        if (file == null) {
            return;
        }
        console.await(file, "names of images");
        String names = new String(console.input(file).bytes(), NAMES);
        for (int at = names.startsWith("\uFEFF") ? 1 : 0; at < names.length();) { // some editors begin a text with a mark
            int next = names.indexOf(end, at);
            int stop = next < 0 ? names.length() : next;
            boolean carriageReturn = end.equals("\n") && stop > at && names.charAt(stop - 1) == '\r';
            String name = names.substring(at, carriageReturn ? stop - 1 : stop);
            if (!name.isEmpty()) {
                // In a list - is a file of this name.
                add(sources, walk, name.equals("-") ? Path.of("./-") : FilePath.of(name));
            }
            at = stop + 1;
        }
    }

    private void add(List<Source> sources, Walk walk, Path file) {
        if (recursive.get() && Files.isDirectory(file)) {
            walk.search(file, (found, folder) -> sources.add(new Source(found, folder, sources.size() + 1)));
        } else {
            sources.add(new Source(file, null, sources.size() + 1));
        }
    }

    private static Set<Path> real(List<Path> folders) {
        Set<Path> real = new HashSet<>();
        for (Path folder : folders) {
            Path path = FilePath.real(folder);
            if (path != null) {
                real.add(path);
            }
        }
        return real;
    }
}
