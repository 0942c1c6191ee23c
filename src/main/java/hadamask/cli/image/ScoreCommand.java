package hadamask.cli.image;

import hadamask.batch.Journal;
import hadamask.batch.Partners;
import hadamask.batch.RowsFile;
import hadamask.batch.Source;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.TextEnding;
import hadamask.cli.Version;
import hadamask.cli.image.mask.MaskInput;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.cli.option.Parameter;
import hadamask.file.FilePath;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.MaskReading;
import hadamask.table.write.NpyRows;
import hadamask.table.write.Precision;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `score`: how well a mask agrees with the truth.
public final class ScoreCommand extends Command {
    private enum Format {
        CSV, TSV, JSON, NPY
    }

    private static final TextEnding ENDING = new TextEnding(".csv, .tsv, .json, .npy or --format", "csv", "tsv",
            "tab", "json", "npy");
    private static final TextEnding LINES = new TextEnding(".csv, .tsv, .jsonl, .npy or --format", "csv", "tsv",
            "tab", "json", "jsonl", "ndjson", "npy");
    /// Bytes per pixel of the regions of a mask.
    private static final int REGIONS = 5;

    private final PositionalParamSpec mask = Parameter.one(0, "MASK",
            "A mask, bright is in, or labels; - is standard input; a folder with -r.");
    private final PositionalParamSpec truth = Parameter.one(1, "TRUTH",
            "The true mask, of the same size; or -; a folder with -r.");
    private final Option<@Nullable String> output = Option.path("File or - (default: -).", "-o", "--output");
    private final Option<@Nullable Format> format = Option.of(null, "csv|tsv|json|npy",
            word -> OptionValues.oneOf(Format.class, word),
            "csv, tsv, json or npy (default: by the ending of the output, otherwise csv).", "-f", "--format").aside();
    private final Option<Boolean> objects = Option.flag(
            "Also match the regions of masks one by one: F1, average precision (of labels always).", "--objects");
    private final Option<MaskReading.As> readAs = MaskInput.option();
    private final FolderOptions folder = new FolderOptions();
    private final Option<@Nullable Integer> jobs = Option.of(null, "N", OptionValues::jobs,
            "With -r, masks that are worked on at once (default: as many as there are cores).", "-j", "--jobs").aside();
    private final ReadingOptions reading = new ReadingOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(mask).addPositional(truth).addOption(output.spec()).addOption(format.spec())
                .addOption(objects.spec()).addOption(readAs.spec());
        add(folder.group(jobs));
        reading.declare(command);
        command.usageMessage().header(
                "Score a mask against the truth: IoU, Dice, precision, recall, accuracy; of labels also F1, AP.")
                .footer(
                        "", "Examples:", "  score mask.png truth.png", "  score mask.png truth.png --format json",
                        "  score labels.tif cellpose-labels.tif",
                        "  score masks/ truth/ -r -o scores.csv",
                        "  score labels/ truth/ -r --objects -o scores.tsv",
                        "  segment cat.jpg --mask - -o none | score - truth/cat.png -o score.csv");
    }

    @Override
    protected boolean couldBeOutput(String word) {
        return ENDING.isKnown(word);
    }

    @Override
    protected int run(Console console) {
        List<String> inputs = List.of(mask.<String>getValue(), truth.<String>getValue());
        if (inputs.stream().allMatch("-"::equals)) {
            throw usage("-", "standard input can be read once");
        }
        boolean many = folder.recursive() || reading.asksForPages();
        if (jobs.get() != null && !many) {
            throw usage("--jobs", "is for many masks, expected -r with it");
        }
        String target = output.get() == null ? "-" : output.get();
        folder.check(this, many, target);
        reading.requireFiles(this, inputs);
        requireNotAnInput("--output", target, inputs);
        Format chosen = format.get();
        if (chosen == null) {
            (many ? LINES : ENDING).require(this, "--output", target);
        }
        if (format(target) == Format.NPY) {
            requireNoTerminal("--output", target, "a .npy");
        }
        if (many) {
            return many(console, inputs, target);
        }
        inputs.forEach(given -> console.await(given, "a mask"));
        Input first = reading.pageOfPair(console.input(inputs.getFirst()), console.input(inputs.getLast()));
        Input second = reading.pageOfPair(console.input(inputs.getLast()), console.input(inputs.getFirst()));
        MaskInput read = reading.readMask(console, first, 1, readAs.get());
        MaskInput readTruth = reading.readMask(console, second, 1, readAs.get());
        readTruth.requireSize(read.width(), read.height(), first);
        Map<String, Number> scores = Scores.of(read, readTruth, objects.get()).values();
        byte[] written = written(format(target), inputs, scores);
        console.output(target).write(out -> out.write(written));
        read.say(console);
        readTruth.say(console);
        return ExitStatus.OK;
    }

    private int many(Console console, List<String> inputs, String target) {
        List<InputException> unreadable = new ArrayList<>();
        List<Source> found = folder.sources(inputs.getFirst(), unreadable, List.of());
        Partners partners = folder.recursive() ? new Partners(inputs.getLast()) : null;
        if (partners != null) {
            unreadable.addAll(partners.unreadable());
        }
        Function<Source, @Nullable Path> partner = partners != null
                ? partners::of
                : source -> FilePath.of(inputs.getLast());
        List<Source> sources = reading.pages(this, found, partner);
        Journal journal = folder.journal(target, "score " + Version.number() + " " + deciding());
        Set<String> said = new HashSet<>();
        Scores.Means means = new Scores.Means();
        Integer asked = jobs.get();
        int threads = asked == null ? Runtime.getRuntime().availableProcessors() : asked;
        RowsFile.Kind kind = switch (format(target)) {
            case CSV -> RowsFile.Kind.CSV;
            case TSV -> RowsFile.Kind.TSV;
            case JSON -> RowsFile.Kind.JSON_LINES;
            case NPY -> RowsFile.Kind.NPY;
        };
        try (RowsFile file = new RowsFile(console.output(target), kind,
                "mask", Precision.SHORTEST, reading.asksForPages());
                FolderRun run = new FolderRun(console,
                        new MaskTargets(this, sources, partner).jobs(), folder.errors(), journal, folder.checksum())) {
            int status = run.run(threads, unreadable, (job, share) -> scored(console, job.source(), partner, share),
                    (source, scored) -> {
                        means.add(scored);
                        FolderOptions.noteLeftOut(console, source, said, file.add(source, scored),
                                "; --objects matches those of all");
                        scored.notes().forEach(console::note);
                    });
            if (!means.isEmpty()) {
                file.add("mean", means.row());
            }
            file.finish();
            ResultOptions.noteNames(console, kind, target);
            return status;
        }
    }

    private FolderRun.Result scored(Console console, Source source, Function<Source, @Nullable Path> partner,
            FolderRun.Share share) {
        FolderRun.Reader mask = share.reader(source, partner.apply(source));
        FolderRun.Reader expected = Objects.requireNonNull(mask.partner());
        MaskInput found = read(console, mask, share);
        MaskInput wanted = read(console, expected, share);
        wanted.requireSize(found.width(), found.height(), found.input());
        List<String> notes = Stream.of(found.note(), wanted.note()).filter(note -> !note.isEmpty()).toList();
        return new FolderRun.Result(Scores.of(found, wanted, objects.get()).row(notes), mask.state(), expected.state());
    }

    private MaskInput read(Console console, FolderRun.Reader file, FolderRun.Share share) {
        byte[] content = file.content();
        return MaskInput.of(file.input(), content,
                share.within(reading.reading(console), content.length, 1 + MaskInput.NUMBERS + REGIONS), readAs.get());
    }

    /// The format that was asked for, or that the output's name says.
    private Format format(String output) {
        Format asked = format.get();
        if (asked != null) {
            return asked;
        }
        return switch (LINES.isKnown(output) ? LINES.of(output) : "csv") {
            case "tsv", "tab" -> Format.TSV;
            case "json", "jsonl", "ndjson" -> Format.JSON;
            case "npy" -> Format.NPY;
            default -> Format.CSV;
        };
    }

    private static byte[] written(Format format, List<String> inputs, Map<String, Number> scores) {
        return switch (format) {
            case CSV -> cells(scores, ",").getBytes(StandardCharsets.UTF_8);
            case TSV -> cells(scores, "\t").getBytes(StandardCharsets.UTF_8);
            case JSON -> json(inputs, scores).getBytes(StandardCharsets.UTF_8);
            case NPY -> {
                ByteArrayOutputStream array = new ByteArrayOutputStream();
                array.writeBytes(NpyRows.header(1, scores.size()));
                array.writeBytes(NpyRows.bytes(scores.values().stream().mapToDouble(Number::doubleValue).toArray()));
                yield array.toByteArray();
            }
        };
    }

    private static String cells(Map<String, Number> scores, String between) {
        return String.join(between, scores.keySet()) + "\n"
                + scores.values().stream().map(ScoreCommand::number).collect(Collectors.joining(between)) + "\n";
    }

    /// A score that has no value, such as the precision of an empty mask, is an empty cell.
    private static String number(Number score) {
        return Double.isNaN(score.doubleValue()) ? "" : score.toString();
    }

    private static String json(List<String> inputs, Map<String, Number> scores) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("mask", inputs.getFirst());
            json.writeStringProperty("truth", inputs.getLast());
            scores.forEach((name, score) -> {
                if (score instanceof Integer count) {
                    json.writeNumberProperty(name, count);
                } else if (Double.isNaN(score.doubleValue())) {
                    json.writeNullProperty(name);
                } else {
                    json.writeNumberProperty(name, score.doubleValue());
                }
            });
            json.writeEndObject();
        }
        return text + "\n";
    }
}
