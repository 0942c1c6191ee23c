package hadamask.batch;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.segment.Statistics;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What became of an image as a line of JSON, which another machine sends, and a later run believes.
///
/// Read again, it tells observers all that the outcome itself would have told them.
///
/// @param input the image, as its job calls it
/// @param output the result that its job is known by; null when none is written
/// @param settings everything that decides how results look
/// @param read the state of the image before it was read; null when it is not known
/// @param failure why it could not be done; null when it was done
/// @param statistics what was found in it; null when nobody asked
/// @param seconds the time that each stage took
/// @param measured what was measured in it; null when nobody asked
/// @param notes what was said about it on the way, a line each
public record OutcomeLine(String input, @Nullable String output, String settings, @Nullable FileState read,
        @Nullable InputException failure, @Nullable Statistics statistics, Map<String, Double> seconds,
        @Nullable Measured measured, List<String> notes) {
    private static final JsonFactory JSON = new JsonFactory();

    /// The line of an outcome.
    ///
    /// @param notes what was said on the way
    public static OutcomeLine of(Outcome outcome, String settings, List<String> notes) {
        Target main = outcome.job().main();
        String input = outcome.job().source().name();
        String output = main == null ? null : main.output();
        return switch (outcome) {
            case Outcome.Done done -> new OutcomeLine(input, output, settings, done.read(), null, done.statistics(),
                    done.seconds(), done.measured(), notes);
            case Outcome.Skipped skipped -> new OutcomeLine(input, output, settings, null, null, skipped.statistics(),
                    skipped.seconds(), skipped.measured(), notes);
            case Outcome.Failed failed -> new OutcomeLine(input, output, settings, null, failed.cause(), null, Map.of(),
                    null, notes);
        };
    }

    /// The outcome that the line is of.
    ///
    /// @param job that it is the outcome of
    public Outcome outcome(Job job) {
        return failure == null
                ? new Outcome.Done(job, statistics, seconds, read, null, measured)
                : new Outcome.Failed(job, failure);
    }

    /// Whether what it tells of is what a job asks for, so that the job need not be done again.
    ///
    /// @param wanted what must be known beside the results
    /// @param now the state of the image
    public boolean holds(Job job, String settings, Set<CutOut.Fact> wanted, @Nullable FileState now) {
        Target main = job.main();
        FileState then = read;
        return failure == null && then != null && now != null && then.size() == now.size()
                && then.modified() == now.modified() && this.settings.equals(settings)
                && input.equals(job.source().name()) && Objects.equals(output, main == null ? null : main.output())
                && !(wanted.contains(CutOut.Fact.STATISTICS) && statistics == null)
                && !(wanted.contains(CutOut.Fact.MEASURES) && measured == null);
    }

    /// The line, without its end.
    public String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("input", input);
            if (output != null) {
                json.writeStringProperty("output", output);
            }
            json.writeStringProperty("settings", settings);
            if (read != null) {
                json.writeArrayPropertyStart("read");
                json.writeNumber(read.size());
                json.writeNumber(read.modified());
                json.writeNumber(read.checksum());
                json.writeEndArray();
            }
            if (failure != null) {
                json.writeArrayPropertyStart("failure");
                json.writeString(failure.where());
                json.writeString(failure.problem());
                json.writeString(failure.remedy().kind().name());
                json.writeString(failure.remedy().detail());
                json.writeEndArray();
            }
            if (statistics != null) {
                json.writeName("statistics");
                JsonText.write(json, statistics);
            }
            if (measured != null) {
                json.writeName("measured");
                JsonText.write(json, measured);
                write(json, "doubts", measured.notes());
            }
            json.writeObjectPropertyStart("seconds");
            seconds.forEach(json::writeNumberProperty);
            json.writeEndObject();
            write(json, "notes", notes);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            json.writeArrayPropertyStart(name);
            lines.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    /// What a line says; null when it is none, such as one that was cut off.
    public static @Nullable OutcomeLine of(String line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            if (!(JsonText.read(json) instanceof Map<?, ?> map)) {
                return null;
            }
            Measured measured = JsonText.measured(map.get("measured"));
            return new OutcomeLine(word(map, "input"), (String) map.get("output"), word(map, "settings"),
                    state(map.get("read")), failure(map.get("failure")), JsonText.statistics(map.get("statistics")),
                    JsonText.seconds(map.get("seconds")),
                    measured == null ? null : new Measured(measured.columns(), measured.values(), lines(map, "doubts")),
                    lines(map, "notes"));
        } catch (JacksonException | ClassCastException | NullPointerException | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static String word(Map<?, ?> map, String name) {
        return (String) Objects.requireNonNull(map.get(name));
    }

    private static List<String> lines(Map<?, ?> map, String name) {
        return map.containsKey(name) ? JsonText.list(map, name).stream().map(String::valueOf).toList() : List.of();
    }

    private static @Nullable FileState state(@Nullable Object read) {
        return read instanceof List<?> numbers
                ? new FileState((Long) numbers.get(0), (Long) numbers.get(1), (Long) numbers.get(2))
                : null;
    }

    private static @Nullable InputException failure(@Nullable Object read) {
        if (!(read instanceof List<?> words)) {
            return null;
        }
        InputException problem = new InputException((String) words.get(1),
                new Remedy(Remedy.Kind.valueOf((String) words.get(2)), (String) words.get(3)));
        String where = (String) words.get(0);
        return where.isEmpty() ? problem : problem.at(where);
    }
}
