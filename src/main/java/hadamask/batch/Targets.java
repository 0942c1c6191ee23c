package hadamask.batch;

import hadamask.file.FilePath;
import hadamask.file.ShellWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the results of images go: names, folders and patterns, each with the label that messages call it by.
public final class Targets {
    /// The word for a result that is not wanted.
    public static final String NONE = "none";

    /// What a file's name ends in; behind a dot of a version or a date, as in `run-1.2`, stands a digit.
    private static final Pattern ENDING = Pattern.compile(".*[^/]\\.[A-Za-z][A-Za-z0-9]{0,4}");

    private final List<Source> sources;
    private final Extent extent;
    private final Map<Result, Naming> namings = new EnumMap<>(Result.class);
    private final Map<Result, String> labels = new EnumMap<>(Result.class);
    private final Map<Result, String> given = new EnumMap<>(Result.class);
    private final Set<String> folders = new LinkedHashSet<>();

    /// What results are made of.
    public enum Extent {
        /// Images that are named; one of them has one result.
        NAMED,
        /// Images that are searched for or listed: there may be many, even where one was found.
        FOUND
    }

    /// @param sources all images
    public Targets(List<Source> sources, Extent extent) {
        this.sources = sources;
        this.extent = extent;
    }

    /// The target of the one result of one image.
    ///
    /// @param label what the caller calls the result by
    /// @param given a name, or null
    /// @param suffix what a name that is not given ends in, such as `-refined`
    /// @param input the image: a file, or `-`
    /// @throws TargetProblem if no such result can be written
    public static Target single(Result result, String label, @Nullable String given, String suffix, String input) {
        Source source = new Source(input.equals("-") ? null : FilePath.of(input), null, 1);
        Targets targets = new Targets(List.of(source), Extent.NAMED);
        targets.put(result, label, given == null ? targets.standard(suffix) : given);
        return Objects.requireNonNull(targets.jobs().getFirst().target(result));
    }

    /// What a name means that is not given: one here, or standard output for standard input.
    ///
    /// @param suffix what the name ends in, such as `-cutout`
    public String standard(String suffix) {
        return sources.size() == 1 && sources.getFirst().file() == null ? "-" : name() + suffix + ".png";
    }

    /// The field, or fields, that tell images apart which have names of their own.
    private String name() {
        return sources.stream().anyMatch(Source::isOneOfPages) ? "{name}-p{page}" : "{name}";
    }

    /// Adds a result.
    ///
    /// @param label what the caller calls it by, such as the option that names it
    /// @param value its value: a file, a folder that exists or ends in `/`, a pattern with fields, `-`, or null when the
    ///        result is not asked for; for many images a name without an ending is a folder, too
    public void put(Result result, String label, @Nullable String value) {
        if (value != null) {
            labels.put(result, label);
            given.put(result, FilePath.slashes(value));
            namings.put(result, naming(label, FilePath.slashes(value)));
        }
    }

    private Naming naming(String label, String given) {
        if (Naming.isPattern(given)) {
            try {
                return Naming.pattern(given.endsWith("/") ? given + name() + ".png" : given);
            } catch (IllegalArgumentException e) {
                throw new TargetProblem(label, String.valueOf(e.getMessage()));
            }
        }
        if (isFolder(given) || isFolderOfMany(given)) {
            folders.add(given);
            return Naming.mirrored(FilePath.of(given), ".png");
        }
        if (sources.size() > 1) {
            String folder = exampleFolder(given);
            throw new TargetProblem(label, given + " is one file for " + sources.size()
                    + " images, expected a folder such as " + ShellWord.of(folder + "/") + ", or a pattern such as "
                    + ShellWord.of(folder + "/" + name() + ".png"));
        }
        return Naming.fixed(given);
    }

    /// Refuses names of one file, and those that need to know how many images there are.
    ///
    /// @throws TargetProblem if there is one
    public void requireMany() {
        namings.forEach((result, naming) -> {
            if (naming.isFixed()) {
                throw new TargetProblem(label(result),
                        given.get(result) + " is one file for many images, expected a folder or a pattern");
            }
            if (naming.has(Naming.Field.INDEX)) {
                throw new TargetProblem(label(result), Naming.Field.INDEX
                        + " is the place among all images, which are not known yet, expected a pattern without it");
            }
        });
    }

    /// Where the results of an archive lie, of which each entry is an image: one name for each kind of result, which stands before all of them.
    ///
    /// @param archive an image in the archive, at its top
    /// @throws TargetProblem if they do not lie below a folder of their own, so that those of two archives may meet
    public Map<Result, String> archives(Source archive) {
        Map<Result, String> folders = new EnumMap<>(Result.class);
        namings.forEach((result, naming) -> {
            String folder = naming.folder(archive);
            if (folder == null) {
                throw new TargetProblem(label(result), given.get(result)
                        + " does not begin with the archive's name, expected a folder, or a pattern such as "
                        + ShellWord.of("results/{dir}/{name}.png"));
            }
            folders.put(result, folder);
        });
        return folders;
    }

    /// What the caller calls a result by.
    public String label(Result result) {
        return Objects.requireNonNull(labels.get(result));
    }

    /// The folders that are named.
    Set<String> folders() {
        return folders;
    }

    /// The jobs, in the order of the images. Each is made whenever it is asked for: of an image nothing but its source is
    /// kept.
    ///
    /// A job whose results have no format, or lie outside of their folder, is wrong usage when it is asked for.
    public List<Job> jobs() {
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

    /// The job of an image.
    ///
    /// @throws TargetProblem if one of its results has no format, or lies outside of its folder
    public Job job(Source source) {
        Map<Result, Target> targets = new EnumMap<>(Result.class);
        namings.forEach((result, naming) -> targets.put(result, target(result, naming, source)));
        return new Job(source, targets);
    }

    private Target target(Result result, Naming naming, Source source) {
        String label = label(result);
        String output;
        try {
            output = naming.of(source, sources.size());
        } catch (IllegalArgumentException e) {
            throw new TargetProblem(label, String.valueOf(e.getMessage()));
        }
        return result == Result.LABELS ? Target.ofLabels(label, output) : Target.of(label, output);
    }

    /// The folders that values name, without their fields; where there is one for all, none of them is searched.
    ///
    /// @param given values, or null
    public static List<Path> grounds(@Nullable String... given) {
        List<Path> grounds = new ArrayList<>();
        for (String written : given) {
            String value = written == null ? null : FilePath.slashes(written);
            if (value != null && Naming.isPattern(value)) {
                grounds.add(Path.of(value.substring(0, value.lastIndexOf('/', value.indexOf('{')) + 1)));
            } else if (value != null && !value.equals(NONE) && isFolder(value)) {
                grounds.add(FilePath.of(value));
            }
        }
        return grounds;
    }

    /// The folder below which the results lie that a job is known by; null when no result is written.
    @Nullable
    public Path ground() {
        for (Result result : Result.values()) {
            Naming naming = namings.get(result);
            if (naming != null) {
                return naming.ground();
            }
        }
        return null;
    }

    /// The folders below which the results lie: first that of the result that a job is known by.
    public List<Path> resultFolders() {
        return namings.values().stream().map(Naming::ground).distinct().toList();
    }

    /// What to type where two images would have the same result: `, expected -o 'out/{name}-{ext}.png'`; empty when no
    /// field tells the images apart.
    String remedy(Result result) {
        String value = Objects.requireNonNull(given.get(result));
        boolean tree = !Naming.isPattern(value) && sources.stream().anyMatch(source -> source.folder() != null);
        String pattern = Naming.isPattern(value) && !value.endsWith("/")
                ? value
                : (value.endsWith("/") ? value : value + "/") + (tree ? "{dir}/" + name() + ".png" : name() + ".png");
        List<String> fields = List.of("{name}-p{page}", "{name}-{ext}", "{dir}/{name}", "{dir}/{name}-{ext}",
                "{index}-{name}");
        for (String field : fields) {
            String other = pattern.contains("{name}")
                    ? pattern.replace("{name}", field)
                    : pattern.replaceFirst("(\\.[^./]*)?$", "-" + field.replace("/", "-") + "$1");
            if (isOnePerImage(other)) {
                return ", expected " + label(result) + " " + ShellWord.of(other);
            }
        }
        return "";
    }

    private boolean isOnePerImage(String pattern) {
        try {
            Naming naming = Naming.pattern(pattern);
            Set<Path> names = new HashSet<>();
            return sources.stream()
                    .allMatch(source -> names.add(Path.of(naming.of(source, sources.size())).normalize()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Whether a name that is not there can only mean a folder: many images are written to it, and it has no ending.
    private boolean isFolderOfMany(String given) {
        boolean many = sources.size() > 1 || extent == Extent.FOUND;
        return many && !given.equals("-") && !ENDING.matcher(given).matches() && !Files.exists(FilePath.of(given));
    }

    /// A folder that could be meant where a file was named.
    private static String exampleFolder(String given) {
        String name = ENDING.matcher(given).matches() ? given.substring(0, given.lastIndexOf('.')) : given;
        Path folder = Path.of(name);
        boolean file = Files.exists(folder) && !Files.isDirectory(folder);
        return file || name.equals("-") ? "results" : name;
    }

    private static boolean isFolder(String given) {
        return !given.equals("-") && (given.endsWith("/") || Files.isDirectory(FilePath.of(given)));
    }

    /// The folder of a result, when it is one that this program makes; null for a result that was named as a file.
    @Nullable
    Path folder(Result result, Target target) {
        Naming naming = Objects.requireNonNull(namings.get(result));
        return naming.isFixed() || target.output().equals("-") ? null : Path.of(target.output()).getParent();
    }
}
