package hadamask.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
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

/// Writes the page of a report: `report.html` with `report.css`, `report.js` and the data in their places.
///
/// Names and messages are data in JSON, in which `<` is always written as an escape: nothing that an input is called can end
/// the element, and the script shows it as text. The page's policy allows its own style and script, by their checksums, its
/// pictures, and nothing else: no address is ever asked for anything.
final class ReportPage {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final Writer out;

    private ReportPage(Writer out) {
        this.out = out;
    }

    /// @param pictures that go into the page, by the place of their image
    /// @param folder beside the page that has the pictures; empty when the page has them
    /// @param stream stays open
    static void write(ReportRun run, List<ReportEntry> entries, Map<Integer, List<ReportPicture>> pictures,
            String folder, OutputStream stream) throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        new ReportPage(out).write(run, entries, pictures, folder);
        out.flush();
    }

    private void write(ReportRun run, List<ReportEntry> entries, Map<Integer, List<ReportPicture>> pictures,
            String folder) throws IOException {
        String style = resource("report.css");
        String script = resource("report.js");
        String[] parts = resource("report.html").split("\\{\\{[a-z]+}}", -1);
        out.append(parts[0]).append(policy(style, script));
        out.append(parts[1]).append(style);
        out.append(parts[2]).append(embedded(json(run, folder)));
        out.append(parts[3]);
        writeEntries(entries);
        out.append(parts[4]);
        writePictures(pictures);
        out.append(parts[5]).append(script).append(parts[6]);
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

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
            json.writeObjectPropertyStart("settings");
            run.settings().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private void writeEntries(List<ReportEntry> entries) throws IOException {
        String separator = "[\n";
        for (ReportEntry entry : entries) {
            out.append(separator).append(embedded(json(entry)));
            separator = ",\n";
        }
        out.append(entries.isEmpty() ? "[]" : "\n]");
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
            json.writeEndObject();
        }
        return text.toString();
    }

    private static JsonGenerator generator(StringWriter text) {
        return new JsonFactory().createGenerator(ObjectWriteContext.empty(), text);
    }

    /// An element for each image, in which a line is the name of a picture and its content in Base64: the browser keeps it as
    /// text, and a picture is made of it when it comes into view.
    private void writePictures(Map<Integer, List<ReportPicture>> pictures) throws IOException {
        for (Map.Entry<Integer, List<ReportPicture>> image : pictures.entrySet()) {
            out.append("<script type=\"text/plain\" id=\"pictures-").append(image.getKey().toString()).append("\">\n");
            for (ReportPicture picture : image.getValue()) {
                out.append(picture.name()).append(' ').append(BASE64.encodeToString(picture.content())).append('\n');
            }
            out.append("</script>\n");
        }
    }
}
