package hadamask.batch;

import hadamask.file.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes the page of a report: `report.html` with `report.css`, `report.js` and the data in their places, image by image
/// while the run goes on.
///
/// Names and messages are data in JSON, in which `<` is always written as an escape: nothing that an input is called can end
/// the element, and the script shows it as text. The page's policy allows its own style and script, by their checksums, its
/// pictures, and nothing else: no address is ever asked for anything.
final class ReportPage {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final Draft out;
    private final String script = resource("report.js") + resource("choices.js") + resource("objects.js")
            + resource("start.js");
    /// What stands around the data, from the policy to the end.
    private final String[] parts = resource("report.html").split("\\{\\{[a-z]+}}", -1);
    private String separator = "[\n";

    /// Writes the page as far as nothing need be known of the images.
    ///
    /// @param out stays open
    ReportPage(Draft out) {
        this.out = out;
        String style = resource("report.css") + resource("choices.css") + resource("objects.css");
        out.add(parts[0] + policy(style, script) + parts[1] + style + parts[2]);
    }

    /// Adds the next image.
    void add(ReportEntry entry) {
        out.add(separator + embedded(json(entry)));
        separator = ",\n";
    }

    /// Writes the rest.
    ///
    /// @param pictures that go into the page, by the place of their image
    /// @param folder beside the page that has the pictures; empty when the page has them
    void end(ReportRun run, Map<Integer, List<ReportPicture>> pictures, String folder) {
        boolean none = separator.startsWith("[");
        out.add((none ? "[]" : "\n]") + parts[3]);
        pictures.forEach(this::add);
        out.add(parts[4] + embedded(json(run, folder)) + parts[5] + script + parts[6]);
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; img-src data: file: 'self'; style-src '" + checksum(style) + "'; script-src '"
                + checksum(script) + "'; base-uri 'none'; form-action 'none'";
    }

    private static String checksum(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + BASE64.encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is part of the program
        }
    }

    /// JSON that may stand in an element: `<` occurs only in strings, where it has an escape.
    private static String embedded(String json) {
        return json.replace("<", "\\u003c");
    }

    private static String json(ReportRun run, String folder) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = generator(text)) {
            json.writeStartObject();
            json.writeStringProperty("program", run.program());
            json.writeStringProperty("started", run.started());
            json.writeNumberProperty("seconds", Math.round(run.seconds() * 1e3) / 1e3);
            json.writeStringProperty("folder", folder);
            json.writeStringProperty("kind", run.kind().name().toLowerCase(Locale.ROOT));
            json.writeObjectPropertyStart("settings");
            run.settings().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String json(ReportEntry entry) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = generator(text)) {
            json.writeStartObject();
            json.writeNumberProperty("index", entry.index());
            json.writeStringProperty("input", entry.input());
            json.writeStringProperty("output", entry.output());
            json.writeStringProperty("state", entry.state().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("message", entry.message());
            json.writeName("statistics");
            json.writeRawValue(entry.statistics().isEmpty() ? "null" : entry.statistics());
            json.writeArrayPropertyStart("histogram");
            entry.histogram().forEach(json::writeNumber);
            json.writeEndArray();
            json.writeArrayPropertyStart("stagePixels");
            entry.stagePixels().forEach(json::writeNumber);
            json.writeEndArray();
            json.writeArrayPropertyStart("pictures");
            entry.pictures().forEach(json::writeString);
            json.writeEndArray();
            json.writeStringProperty("image", entry.image());
            String options = entry.options();
            if (options != null) {
                json.writeStringProperty("options", options);
            }
            ReportObjects objects = entry.objects();
            if (objects != null) {
                write(json, objects);
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, ReportObjects objects) {
        json.writeObjectPropertyStart("objects");
        json.writeNumberProperty("width", objects.width());
        json.writeNumberProperty("height", objects.height());
        json.writeNumberProperty("side", objects.side());
        json.writeArrayPropertyStart("columns");
        objects.columns().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("rows", objects.rows());
        json.writeStringProperty("shapes", objects.shapes());
        json.writeEndObject();
    }

    private static JsonGenerator generator(StringWriter text) {
        return new JsonFactory().createGenerator(ObjectWriteContext.empty(), text);
    }

    /// An element for each image, in which a line is the name of a picture and its content in Base64: the browser keeps it as
    /// text, and a picture is made of it when it comes into view.
    private void add(int index, List<ReportPicture> pictures) {
        out.add("<script type=\"text/plain\" id=\"pictures-" + index + "\">\n");
        for (ReportPicture picture : pictures) {
            out.add(picture.name() + ' ' + BASE64.encodeToString(picture.content()) + '\n');
        }
        out.add("</script>\n");
    }
}
