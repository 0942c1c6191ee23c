package hadamask.cli.image.watch;

import hadamask.batch.Arrivals;
import hadamask.batch.Source;
import hadamask.batch.Tally;
import hadamask.batch.Walk;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Watches folders, and all below them, for images, until a signal ends the program.
///
/// It looks again and again, as notices of the system are lost on disks of the network and on those that are renamed into place. How often grows
/// with the number of files: looking takes at most a twentieth of the time.
public final class FolderWatch {
    /// How long a file must not have changed, and how long is waited between two looks at least.
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(Long.getLong("hadamask.quiet", 2000));
    private static final long PAUSE = QUIET / 4;
    private static final int SHARE = 20;
    private static final long LINES_APART = TimeUnit.SECONDS.toNanos(10);

    private final Console console;
    private final List<Path> folders;
    private final List<Path> results;
    private final Tally tally;
    private final Arrivals arrivals = new Arrivals(QUIET);
    private final Set<String> unreadable = new HashSet<>();
    private final String names;
    private String said = "";
    private long saidAt;

    /// @param folders that are watched; they need not be there yet
    /// @param results folders that are not searched, because results are written there
    /// @param tally what became of the images
    public FolderWatch(Console console, List<Path> folders, List<Path> results, Tally tally) {
        this.console = console;
        this.folders = List.copyOf(folders);
        this.results = List.copyOf(results);
        this.tally = tally;
        names = String.join(", ", this.folders.stream().map(Path::toString).toList());
    }

    /// The folders that are named.
    ///
    /// @param named words of the command line
    /// @param results folders that are not searched
    /// @throws picocli.CommandLine.ParameterException if one of them is no folder, or would not be searched
    public static List<Path> folders(Command command, List<String> named, List<Path> results) {
        List<Path> folders = new ArrayList<>();
        for (String name : named) {
            Path folder = FilePath.of(name);
            if (name.equals("-") || (Files.exists(folder) && !Files.isDirectory(folder))) {
                throw command.usage("--watch", name + " is no folder, expected folders");
            }
            for (Path result : results) {
                if (place(folder).startsWith(place(result))) {
                    throw command.usage("--watch", name + " is where results are written, which is not searched,"
                            + " expected results elsewhere");
                }
            }
            folders.add(folder);
        }
        if (folders.isEmpty()) {
            throw command.usage("IMAGE", "is missing, expected a folder to watch");
        }
        return folders;
    }

    private static Path place(Path folder) {
        Path real = FilePath.real(folder);
        return real == null ? folder.toAbsolutePath().normalize() : real;
    }

    /// Watches until the program ends.
    ///
    /// @param work does the images that have come, and returns when that is done
    /// @param problems is told of folders that cannot be searched, each once
    /// @throws InputException if the work cannot go on at all
    public void run(Consumer<List<Source>> work, Consumer<List<InputException>> problems) {
        while (true) {
            long start = System.nanoTime();
            List<Source> ready = arrivals.of(found(problems), start);
            if (!ready.isEmpty()) {
                work.accept(ready);
                continue;
            }
            long looked = System.nanoTime() - start;
            if (!arrivals.expectsMore()) {
                say(System.nanoTime());
            }
            pause(Math.max(PAUSE, SHARE * looked));
        }
    }

    private List<Source> found(Consumer<List<InputException>> problems) {
        Walk walk = new Walk(real());
        List<Source> sources = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                walk.search(folder, (file, below) -> sources.add(new Source(file, below, sources.size() + 1)));
            }
        }
        List<InputException> fresh = new ArrayList<>(walk.unreadable());
        fresh.removeIf(problem -> !Files.exists(FilePath.of(problem.where())) || unreadable.contains(problem.where()));
        unreadable.retainAll(walk.unreadable().stream().map(InputException::where).toList());
        fresh.forEach(problem -> unreadable.add(problem.where()));
        if (!fresh.isEmpty()) {
            problems.accept(fresh);
        }
        return sources;
    }

    private Set<Path> real() {
        Set<Path> real = new HashSet<>();
        for (Path result : results) {
            Path path = FilePath.real(result);
            if (path != null) {
                real.add(path);
            }
        }
        return real;
    }

    /// Says what has come so far, unless that is said already, or was said just now.
    private void say(long now) {
        boolean there = folders.stream().allMatch(Files::isDirectory);
        String text = (tally.images() == 0 ? "" : tally + ", ") + "waiting for "
                + (there
                        ? (tally.images() == 0 ? "images" : "more") + " in " + names
                        : names + ", which is not there yet")
                + " (Ctrl-C ends it)";
        if (!text.equals(said) && (said.isEmpty() || now - saidAt >= LINES_APART)) {
            console.note(text);
            said = text;
            saidAt = now;
        }
    }

    private static void pause(long nanoseconds) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanoseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e); // nobody interrupts the main thread
        }
    }
}
