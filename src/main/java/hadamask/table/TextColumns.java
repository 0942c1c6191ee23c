package hadamask.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Columns of texts in a table of numbers: each different text has a number, its place in a list, which stands for it.
///
/// @param texts by their numbers
/// @param places the columns of texts, by their places in the file from 1, as [Table#columnPlace] gives them
public record TextColumns(List<String> texts, Set<Integer> places) {
    /// No columns of texts.
    public static final TextColumns NONE = new TextColumns(List.of(), Set.of());

    public TextColumns {
        texts = List.copyOf(texts);
        places = Set.copyOf(places);
    }

    /// Whether a column of a table has texts.
    ///
    /// @param column from 0
    public boolean has(Table table, int column) {
        return places.contains(table.columnPlace(column));
    }

    /// Gives texts their numbers, in the order in which they come.
    public static final class Numbering {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> texts = new ArrayList<>();

        public double number(String text) {
            return numbers.computeIfAbsent(text, unseen -> {
                texts.add(unseen);
                return texts.size() - 1;
            });
        }

        public List<String> texts() {
            return texts;
        }
    }
}
