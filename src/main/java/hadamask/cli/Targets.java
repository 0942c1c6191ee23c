package hadamask.cli;

import hadamask.batch.Job;
import hadamask.batch.Naming;
import hadamask.batch.Result;
import hadamask.batch.Source;
import hadamask.batch.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the results of images go: the values of `--output`, `--mask` and the like.
final class Targets {
    private final Command command;
    private final List<Source> sources;
    private final Map<Result, Naming> namings = new EnumMap<>(Result.class);
    private final Map<Result, String> options = new EnumMap<>(Result.class);
    private final Set<String> folders = new LinkedHashSet<>();

    /// @param sources all images
    Targets(Command command, List<Source> sources) {
        this.command = command;
        this.sources = sources;
    }

    /// The target of a command that makes one result of one image.
    ///
    /// @param given the value of `--output`, or null
    /// @param suffix what a name that is not given ends in, such as `-cutout`
    static Target one(Command command, @Nullable String given, String suffix, String input) {
        Source source = new Source(input.equals("-") ? null : Console.path(input), null, 1);
        Targets targets = new Targets(command, List.of(source));
        targets.put(Result.CUTOUT, "--output", given == null ? targets.standard(suffix) : given);
        return targets.jobs().getFirst().cutout();
    }

    /// What an option means that is not given: a name here, or standard output for standard input.
    ///
    /// @param suffix what the name ends in, such as `-cutout`
    String standard(String suffix) {
        return sources.size() == 1 && sources.getFirst().file() == null ? "-" : "{name}" + suffix + ".png";
    }

    /// Adds a result.
    ///
    /// @param option the option that names it
    /// @param given its value: a file, a folder that exists or ends in `/`, a pattern with fields, `-`, or null when the
    ///        result is not asked for
    void put(Result result, String option, @Nullable String given) {
        if (given != null) {
            options.put(result, option);
            namings.put(result, naming(option, given));
        }
    }

    private Naming naming(String option, String given) {
        if (Naming.isPattern(given)) {
            try {
                return Naming.pattern(given.endsWith("/") ? given + "{name}.png" : given);
            } catch (IllegalArgumentException e) {
                throw command.usage(option, String.valueOf(e.getMessage()));
            }
        }
        if (!given.equals("-") && (given.endsWith("/") || Files.isDirectory(Console.path(given)))) {
            folders.add(given);
            return Naming.mirrored(Console.path(given), ".png");
        }
        if (sources.size() > 1) {
            throw command.usage(option, given + " is one file for " + sources.size()
                    + " images, expected a folder (which exists, or ends in /)");
        }
        return Naming.fixed(given);
    }

    /// The option that a result is asked for with.
    String option(Result result) {
        return Objects.requireNonNull(options.get(result));
    }

    /// The folders that options name.
    Set<String> folders() {
        return folders;
    }

    /// The jobs, in the order of the images. Each is made whenever it is asked for: of an image nothing but its source is
    /// kept.
    ///
    /// A job whose results have no format, or lie outside of their folder, is wrong usage when it is asked for.
    List<Job> jobs() {
        return new AbstractList<>() {
            @Override
            public Job get(int index) {
                return job(sources.get(index));
            }

            @Override
            public int size() {
                return sources.size();
            }
        };
    }

    private Job job(Source source) {
        Map<Result, Target> targets = new EnumMap<>(Result.class);
        namings.forEach((result, naming) -> targets.put(result, target(option(result), naming, source)));
        return new Job(source, targets);
    }

    private Target target(String option, Naming naming, Source source) {
        String output;
        try {
            output = naming.of(source, sources.size());
        } catch (IllegalArgumentException e) {
            throw command.usage(option, String.valueOf(e.getMessage()));
        }
        return new Target(output, PictureOptions.format(command, option, output));
    }

    /// The folder of a result, when it is one that this program makes; null for a result that was named as a file.
    @Nullable
    Path folder(Result result, Target target) {
        Naming naming = Objects.requireNonNull(namings.get(result));
        return naming.isFixed() || target.output().equals("-") ? null : Path.of(target.output()).getParent();
    }
}
