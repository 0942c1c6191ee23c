package hadamask.cli.image;

import hadamask.batch.Source;
import hadamask.cli.Command;
import hadamask.cli.image.model.Models;
import hadamask.cli.option.Settings;
import hadamask.cli.option.SettingsOptions;
import hadamask.cli.option.UsageProblem;
import hadamask.file.FilePath;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.plane.GrayScale;
import hadamask.table.read.TextTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A table of images and of options for each of them alone, as the page of a report saves it and as `--choices` reads it.
///
/// The options of a row are those of an image as if they stood on the command line behind the others: what both give, the row has.
final class Choices {
    /// Options that say how an image is segmented and how its cut-out looks, from their words.
    static final class Way {
        private final MethodOptions method = new MethodOptions();
        private final MaskOptions mask = new MaskOptions();
        private final PictureOptions picture = new PictureOptions();
        private final SettingsOptions settings = new SettingsOptions();
        /// All words of it.
        private String words = "";
        private final CommandLine line;

        private Way() {
            CommandSpec command = CommandSpec.create();
            List.of(method.cutGroup(), method.modelGroup(), method.group(), mask.group(), picture.group(),
                    settings.group()).forEach(group -> group.declare(command));
            line = new CommandLine(command);
        }

        /// @param words as a person types them
        /// @throws ParameterException if they are no options of these kinds
        static Way of(List<String> words) {
            Way way = new Way();
            way.words = words.stream().map(Choices::quoted).collect(Collectors.joining(" "));
            way.line.parseArgs(words.toArray(String[]::new));
            Settings.apply(way.settings, way.line, way.line.getParseResult(), file -> {
                throw new IllegalStateException(file);
            });
            return way;
        }

        /// @param models has the network, where one is asked for
        SegmentationOptions segmentation(Models models) {
            return new SegmentationOptions(method.method(null, models), mask.refinement(), mask.invert());
        }

        PictureOptions picture() {
            return picture;
        }

        /// The grey that is measured.
        GrayScale gray() {
            return method.gray();
        }

        /// All words of it, also those that hold for other images.
        String words() {
            return words;
        }

        private void check(Command command) {
            method.check(command);
            picture.requireOneEdge(command, null);
        }
    }

    /// @param words as they stand in the table
    private record Row(String image, String words, String place, Way way) {}

    /// What stands between quotes, or is neither a blank nor a quote; a quote that is not closed is a letter.
    private static final Pattern PIECE = Pattern.compile("'([^']*)'|\"([^\"]*)\"|\\S");
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|\\S)+");

    private final List<Row> rows = new ArrayList<>();
    private final Map<Path, Row> byPlace = new HashMap<>();

    /// Reads and checks a table: all of it is understood, or nothing is done.
    ///
    /// @param command whose other options hold for all images
    /// @throws ParameterException if a row is wrong
    static Choices read(Command command, CommandLine given, Input input) {
        TextTable table;
        try {
            table = TextTable.read(input);
        } catch (InputException e) {
            throw new ParameterException(given, e.where() + ": " + e.problem(), e);
        }
        Choices choices = new Choices();
        int image = table.column("image");
        int options = table.column("options");
        if (image < 0 || options < 0) {
            throw new ParameterException(given, table.name() + ": its columns are "
                    + String.join(", ", table.row(0)) + ", expected image and options");
        }
        for (int row = 1; row < table.size(); row++) {
            String name = table.row(row).get(image);
            String words = table.row(row).get(options).strip();
            Way way = way(command, given, words, table.place(row));
            choices.add(given, new Row(name, words, table.place(row), way));
        }
        return choices;
    }

    private void add(CommandLine given, Row row) {
        if (row.image.isEmpty()) {
            throw new ParameterException(given, row.place + ": names no image");
        }
        Row before = byPlace.putIfAbsent(place(file(row.image)), row);
        if (before != null) {
            throw new ParameterException(given, row.place + ": " + row.image + " has a row already, expected one");
        }
        rows.add(row);
    }

    private static Way way(Command command, CommandLine given, String words, String place) {
        try {
            List<String> own = split(words);
            Way alone = new Way();
            alone.line.parseArgs(own.toArray(String[]::new));
            Set<String> named = new HashSet<>();
            for (OptionSpec option : alone.line.getParseResult().matchedOptions()) {
                requireForOne(option);
                named.add(option.longestName());
            }
            List<String> all = new ArrayList<>();
            for (OptionSpec option : given.getParseResult().matchedOptions()) {
                boolean shared = alone.line.getCommandSpec().optionsMap().containsKey(option.longestName());
                if (shared && named.add(option.longestName())) {
                    all.addAll(words(option));
                }
            }
            all.addAll(own);
            Way way = Way.of(all);
            way.check(command);
            return way;
        } catch (UnmatchedArgumentException e) {
            String word = e.getUnmatched().getFirst().replaceFirst("=.*", "");
            boolean ofAll = given.getCommandSpec().optionsMap().containsKey(word);
            throw new ParameterException(given, place + ": " + (ofAll
                    ? word + ": is an option of the command line alone"
                    : UsageProblem.of(other -> false, e)), e);
        } catch (ParameterException e) {
            throw new ParameterException(given, place + ": " + UsageProblem.of(word -> false, e), e);
        }
    }

    private static void requireForOne(OptionSpec option) {
        String name = option.longestName();
        if (!option.isMultiValue() && option.originalStringValues().size() > 1) {
            throw new OverwrittenOptionException(option.command().commandLine(), option, "");
        }
        if (name.equals("--settings") || name.equals("--print-settings") || name.equals("--hints")) {
            throw new ParameterException(option.command().commandLine(),
                    name + ": is an option of the command line alone");
        }
    }

    /// Words as they are typed: one with blanks in it stands between quotes, as in `--background 'my wall.jpg'`.
    static List<String> split(String words) {
        List<String> parts = new ArrayList<>();
        for (Matcher word = WORD.matcher(words); word.find();) {
            StringBuilder part = new StringBuilder();
            for (Matcher piece = PIECE.matcher(word.group()); piece.find();) {
                part.append(piece.group(1) != null
                        ? piece.group(1)
                        : piece.group(2) != null ? piece.group(2) : piece.group());
            }
            parts.add(part.toString());
        }
        return parts;
    }

    private static String quoted(String word) {
        boolean bare = !word.isEmpty()
                && word.chars().noneMatch(c -> Character.isWhitespace(c) || c == '\'' || c == '"');
        return bare ? word : word.indexOf('\'') < 0 ? "'" + word + "'" : '"' + word + '"';
    }

    /// An option and its values as words.
    private static List<String> words(OptionSpec option) {
        if (option.arity().max() == 0) {
            return List.of(option.longestName());
        }
        List<String> words = new ArrayList<>();
        for (String values : option.originalStringValues()) {
            List<String> parts = option.isMultiValue() ? List.of(values.strip().split("\\s+", -1)) : List.of(values);
            for (String value : parts) {
                if (option.arity().min() == 0) {
                    words.add(option.longestName() + "=" + value);
                } else {
                    words.addAll(List.of(option.longestName(), value));
                }
            }
        }
        return words;
    }

    /// The words that stand on a command line and say how an image is segmented and looks, for a row of its own.
    static String words(CommandLine given) {
        List<String> words = new ArrayList<>();
        Map<String, OptionSpec> known = new Way().line.getCommandSpec().optionsMap();
        for (OptionSpec option : given.getParseResult().matchedOptions()) {
            String name = option.longestName();
            if (known.containsKey(name) && !name.equals("--print-settings")) {
                words(option).stream().map(Choices::quoted).forEach(words::add);
            }
        }
        return String.join(" ", words);
    }

    /// The images of all rows, in their order.
    List<String> images() {
        return rows.stream().map(Row::image).toList();
    }

    /// How the cut-outs look: of images without a row, and of those of each row.
    List<PictureOptions> looks(PictureOptions rest) {
        return Stream.concat(Stream.of(rest), rows.stream().map(row -> row.way.picture())).toList();
    }

    /// The options of an image, or null when it has no row.
    @Nullable
    Way of(Source source) {
        Path file = source.file();
        Row row = file == null ? null : byPlace.get(place(file));
        return row == null ? null : row.way;
    }

    /// Refuses rows of other images than those that are worked on.
    void requireAmong(Command command, List<Source> sources) {
        Set<Path> known = new HashSet<>();
        for (Source source : sources) {
            Path file = source.file();
            if (file != null) {
                known.add(place(file));
            }
        }
        for (Row row : rows) {
            if (!known.contains(place(file(row.image)))) {
                throw command.usage(row.place, row.image + " is none of the images, expected one of them");
            }
        }
    }

    /// Loads all networks that rows name.
    void load(Models models) {
        rows.forEach(row -> row.way.segmentation(models));
    }

    /// The files of networks that rows name.
    List<String> models() {
        return rows.stream().map(row -> row.way.method.model()).filter(Objects::nonNull).distinct().toList();
    }

    /// All that it says, for the journal.
    String text() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(' ').append(row.image).append(' ').append(row.words));
        return text.toString();
    }

    /// The file of an image; `-` is a file of that name, as in lists.
    static Path file(String image) {
        return image.equals("-") ? Path.of("./-") : FilePath.of(image);
    }

    private static Path place(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
