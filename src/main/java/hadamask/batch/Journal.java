package hadamask.batch;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.segment.Statistics;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What is done, remembered in a file beside the results, so that a later run need not do it again.
///
/// The file has a line of JSON for each image, added in one piece when all results of the image have their names. A run that
/// is killed loses at most the line it was writing: a line that is no JSON is passed over, and its image is done again. The
/// last line about a result is the one that counts.
///
/// An entry is believed only when the image and all its results are, by size and time, as they were when it was written: a
/// result that something else wrote since then makes it void.
public final class Journal implements Observer, AutoCloseable {
    /// The name of the file, in the folder of the results.
    public static final String NAME = ".hadamask-journal";

    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final FileChannel channel;
    private final String settings;
    private final Map<String, Entry> entries = new HashMap<>();

    private Journal(Path file, FileChannel channel, String settings) {
        this.file = file;
        this.channel = channel;
        this.settings = settings;
    }

    /// Opens the journal of a folder, and makes it where there is none.
    ///
    /// @param settings everything that decides how results look, in one line
    /// @throws InputException if it cannot be written
    public static Journal in(Path folder, String settings) {
        return open(folder.resolve(NAME), settings);
    }

    /// Opens the journal of a table, which lies beside it and holds its rows: `.cells.csv.hadamask-journal` for `cells.csv`.
    ///
    /// @param settings everything that decides the rows, in one line
    /// @param resume whether what it holds is kept; otherwise the run begins anew, and so does the journal
    /// @throws InputException if it cannot be written
    public static Journal beside(Path table, String settings, boolean resume) {
        Path file = table.resolveSibling("." + table.getFileName() + NAME);
        if (!resume) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new InputException("cannot be removed: " + Input.reason(e), e).at(file.toString());
            }
        }
        return open(file, settings);
    }

    private static Journal open(Path file, String settings) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (!endsWithLine(file)) {
                channel.write(ByteBuffer.wrap(new byte[]{'\n'}));
            }
            return new Journal(file, channel, settings);
        } catch (IOException e) {
            throw new InputException("cannot be written: " + Input.reason(e), e).at(file.toString());
        }
    }

    /// Whether the last line is whole: one that was cut off when a run was killed is ended before another follows.
    private static boolean endsWithLine(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            return size == 0 || channel.read(last, size - 1) < 1 || last.get(0) == '\n';
        }
    }

    /// Reads what earlier runs did.
    ///
    /// Memory: about 1 KB for each image, and 8 bytes for each number that was measured.
    ///
    /// @throws InputException if it cannot be read
    public void read() {
        Map<String, String> known = new HashMap<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> {
                Entry entry = entry(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                        known);
                if (entry != null) {
                    entries.put(entry.key(), entry);
                }
            });
        } catch (IOException e) {
            throw new InputException("cannot be read: " + Input.reason(e), e).at(file.toString());
        }
    }

    /// The outcome of a job that an earlier run did, or null when it must be done.
    ///
    /// @param statistics whether they are needed
    /// @param measured whether what was measured is needed
    /// @param checksum whether the content of the image is compared, not its size and time
    public Outcome.@Nullable Skipped earlier(Job job, boolean statistics, boolean measured, boolean checksum) {
        Path image = job.source().file();
        String key = Entry.key(job);
        Entry entry = key == null ? null : entries.get(key);
        if (image == null || entry == null) {
            return null;
        }
        FileState now = FileState.of(image);
        if (now == null || now.size() != entry.read().size()) {
            return null;
        }
        FileState found = checksum ? withContent(now, job.source().page(), Input.file(image), job.partner()) : now;
        return entry.holds(job, settings, statistics, measured, found, partner(job, entry, checksum))
                ? new Outcome.Skipped(job, entry.statistics(), entry.seconds(), entry.measured())
                : null;
    }

    private static @Nullable FileState partner(Job job, Entry entry, boolean checksum) {
        Path image = job.source().file();
        Path partner = job.partner();
        FileState now = partner == null ? null : FileState.of(partner);
        FileState then = entry.partnerRead();
        return partner != null && now != null && then != null && checksum && now.size() == then.size()
                ? withContent(now, job.source().page(), Input.file(partner), image)
                : now;
    }

    /// @param other the file that is read with it, or null
    private static FileState withContent(FileState state, @Nullable Page page, Input input, @Nullable Path other) {
        Input read = other == null ? Page.of(page, input) : Page.ofPair(page, input, Input.file(other));
        return state.with(read.bytes(), page);
    }

    @Override
    public void finished(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done done)) {
            return;
        }
        Entry entry = Entry.of(settings, done);
        if (entry == null) {
            return;
        }
        try {
            ByteBuffer line = ByteBuffer.wrap((line(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw new InputException("cannot be written: " + Input.reason(e), e).at(file.toString());
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Every line is written already.
        }
    }

    private static String line(Entry entry) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("input", entry.input());
            json.writeName("read");
            write(json, entry.read());
            FileState partnerRead = entry.partnerRead();
            if (partnerRead != null) {
                json.writeStringProperty("partner", entry.partner());
                json.writeName("partnerRead");
                write(json, partnerRead);
            }
            json.writeObjectPropertyStart("written");
            entry.written().forEach((output, state) -> {
                json.writeName(output);
                write(json, state);
            });
            json.writeEndObject();
            json.writeStringProperty("settings", entry.settings());
            Statistics statistics = entry.statistics();
            if (statistics != null) {
                json.writeName("statistics");
                JsonText.write(json, statistics);
            }
            Measured measured = entry.measured();
            if (measured != null) {
                json.writeName("measured");
                JsonText.write(json, measured);
            }
            json.writeObjectPropertyStart("seconds");
            entry.seconds().forEach(json::writeNumberProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, FileState state) {
        json.writeStartArray();
        json.writeNumber(state.size());
        json.writeNumber(state.modified());
        json.writeNumber(state.checksum());
        json.writeEndArray();
    }

    /// The entry of a line, or null when it is none.
    private static @Nullable Entry entry(String line, Map<String, String> known) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            if (!(JsonText.read(json) instanceof Map<?, ?> map)) {
                return null;
            }
            Map<String, FileState> written = new LinkedHashMap<>();
            if (map.get("written") instanceof Map<?, ?> outputs) {
                outputs.forEach((output, state) -> written.put(String.valueOf(output), state(state)));
            }
            String settings = (String) map.get("settings");
            String input = (String) map.get("input");
            if (settings == null || input == null) {
                return null;
            }
            // Most entries have the same settings: one string is enough.
            Object partner = map.get("partner");
            return new Entry(known.computeIfAbsent(settings, same -> same), input, state(map.get("read")),
                    partner == null ? null : String.valueOf(partner),
                    partner == null ? null : state(map.get("partnerRead")), written,
                    JsonText.statistics(map.get("statistics")), JsonText.seconds(map.get("seconds")),
                    JsonText.measured(map.get("measured")));
        } catch (JacksonException | ClassCastException | NullPointerException | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            return null; // cut off, or written by someone else
        }
    }

    private static FileState state(@Nullable Object read) {
        if (!(read instanceof List<?> numbers)) {
            throw new IllegalArgumentException("no state of a file: " + read);
        }
        return new FileState((Long) numbers.get(0), (Long) numbers.get(1), (Long) numbers.get(2));
    }
}
