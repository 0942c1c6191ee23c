package hadamask.cli.image;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.TextEnding;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.cli.option.Parameter;
import hadamask.file.Input;
import hadamask.image.MaskReading;
import hadamask.region.Agreement;
import hadamask.region.Matching;
import hadamask.segment.Connectivity;
import hadamask.segment.split.Split;
import hadamask.table.Format;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `score`: how well a mask agrees with the truth.
public final class ScoreCommand extends Command {
    private enum Format {
        CSV, JSON
    }

    private static final TextEnding ENDING = new TextEnding(".csv, .json or --format", "csv", "json");

    private final PositionalParamSpec mask = Parameter.one(0, "MASK", "A mask, bright is in, or labels; - is standard input.");
    private final PositionalParamSpec truth = Parameter.one(1, "TRUTH", "The true mask, of the same size; or -.");
    private final Option<@Nullable String> output = Option.path("File or - (default: -).", "-o", "--output");
    private final Option<@Nullable Format> format = Option.of(null, "csv|json",
            word -> OptionValues.oneOf(Format.class, word),
            "csv or json (default: by the ending of the output, otherwise csv).", "-f", "--format");
    private final Option<Boolean> objects = Option.flag(
            "Also match the regions of masks one by one: F1, average precision (of labels always).", "--objects");
    private final Option<MaskReading.As> readAs = MaskInput.option();
    private final ReadingOptions reading = new ReadingOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(mask).addPositional(truth).addOption(output.spec()).addOption(format.spec()).addOption(objects.spec())
                .addOption(readAs.spec());
        reading.declare(command);
        command.usageMessage().header("Score a mask against the truth: IoU, Dice, precision, recall, accuracy; of labels also F1, AP.").footer(
                "", "Examples:", "  score mask.png truth.png", "  score mask.png truth.png --format json", "  score labels.tif cellpose-labels.tif",
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
        String target = output.get() == null ? "-" : output.get();
        requireNotAnInput("--output", target, inputs);
        Format chosen = format.get();
        if (chosen == null) {
            ENDING.require(this, "--output", target);
        }
        inputs.forEach(given -> console.await(given, "a mask"));
        Input first = console.input(inputs.getFirst());
        Input second = console.input(inputs.getLast());
        MaskInput read = reading.readMask(console, first, 1, readAs.get());
        MaskInput readTruth = reading.readMask(console, second, 1, readAs.get());
        readTruth.requireSize(read.width(), read.height(), first);
        Agreement agreement = Agreement.of(read.mask(), readTruth.mask());
        Map<String, Number> scores = new LinkedHashMap<>();
        scores.put("iou", agreement.iou());
        scores.put("dice", agreement.dice());
        scores.put("precision", agreement.precision());
        scores.put("recall", agreement.recall());
        scores.put("accuracy", agreement.accuracy());
        if (objects.get() || read.labels() != null || readTruth.labels() != null) {
            Matching matching = Matching.of(read.regions(Connectivity.EIGHT, Split.NONE),
                    readTruth.regions(Connectivity.EIGHT, Split.NONE));
            scores.put("objects", matching.found());
            scores.put("true_objects", matching.expected());
            scores.put("matched", matching.matched());
            scores.put("f1", matching.f1());
            scores.put("ap", matching.averagePrecision());
        }
        boolean json = chosen == null ? ENDING.of(target).equals("json") : chosen == Format.JSON;
        byte[] text = (json ? json(inputs, scores) : csv(scores)).getBytes(StandardCharsets.UTF_8);
        console.output(target).write(out -> out.write(text));
        read.say(console);
        readTruth.say(console);
        return ExitStatus.OK;
    }

    private static String csv(Map<String, Number> scores) {
        return String.join(",", scores.keySet()) + "\n"
                + scores.values().stream().map(ScoreCommand::number).collect(Collectors.joining(",")) + "\n";
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
