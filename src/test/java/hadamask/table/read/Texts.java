package hadamask.table.read;

import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.table.Note;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tables of the tests from texts, in which `|` ends a line.
final class Texts {
    private Texts() {
    }

    static Table read(String text, ReadOptions options) {
        return read("data.csv", text, options);
    }

    static Table read(String name, String text, ReadOptions options) {
        return TableReader.read(input(name, text), options);
    }

    static InputException refusal(String name, String text, ReadOptions options) {
        return assertThrows(InputException.class, () -> TableReader.read(input(name, text), options));
    }

    private static Input input(String name, String text) {
        return Input.stream(name, new ByteArrayInputStream(text.replace('|', '\n').getBytes(StandardCharsets.UTF_8)));
    }

    /// What was guessed, in words.
    static List<String> notes(Table table) {
        return table.notes().stream().map(Note::found).toList();
    }

    /// Column names, or `-`; row labels, or `-`; the size of the numbers.
    static String shape(Table table) {
        return (table.columnNames() == null ? "-" : String.join(" ", table.columnNames())) + " / "
                + (table.labels() == null ? "-" : String.join(" ", table.labels())) + " / " + table.values();
    }
}
