package hadamask.table.text;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.table.Dialect;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import hadamask.table.text.CellSyntax.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why a text could not be read as a table, as far as its first lines reveal it: they are comments, a title, units or the
/// header of another format, or the text is no table at all. Otherwise a single cell is to blame.
final class Misreading {
    private static final int LOOK = 20;
    private static final List<String> COMMENTS = List.of("#", "%", "//", ";", "!", "\"#", "\"%");
    private static final Set<String> ORANGE_TYPES = Set.of("c", "d", "s", "t", "i", "b", "continuous", "discrete",
            "string", "time", "class", "meta", "ignore", "");

    private final byte[] text;
    private final Records records;
    private final Dialect dialect;
    private final char delimiter;
    private final ReadOptions options;

    private Misreading(byte[] text, Preamble start, Records records, ReadOptions options) {
        this.text = text;
        this.records = records;
        this.dialect = options.dialect();
        this.options = options;
        this.delimiter = DelimiterSearch.of("", text, start, dialect).delimiter();
    }

    /// What is wrong, in better words where the first lines suggest them.
    ///
    /// @param fault that ended the reading
    static InputException explain(InputException fault, byte[] text, Preamble start, ReadOptions options) {
        try {
            Records records = Records.of(text, start, DelimiterSearch.CANDIDATES, options.dialect(), LOOK);
            InputException found = records.count() == 0
                    ? null
                    : new Misreading(text, start, records, options).found();
            return found == null ? fault : found;
        } catch (InputException e) {
            return fault; // a quote that is never closed
        }
    }

    private @Nullable InputException found() {
        String first = line(0);
        if (Pattern.matches("#1\\.[23]\\s*", first)) {
            return new InputException("is a GCT file: the two lines before its header are no rows, nor are descriptions"
                    + " numbers", Remedy.of(Remedy.Kind.GCT));
        }
        InputException other = otherText(first);
        if (other != null) {
            return other;
        }
        InputException comments = comments();
        if (comments != null) {
            return comments;
        }
        if (isWordVectors()) {
            return fault(0, "counts words and numbers, as word2vec writes it: it is no row", 1);
        }
        if (records.count() > 3 && allKnown(1) && allKnown(2) && !line(1).equals(line(0))) {
            return fault(1, "holds types, as Orange writes them: it is no row, nor is the next", 3);
        }
        InputException title = title();
        return title == null ? units() : title;
    }

    private static @Nullable InputException otherText(String first) {
        String start = first.strip().toLowerCase(Locale.ROOT);
        if (Pattern.matches("<(!doctype|html|head|body).*", start)) {
            return new InputException("is an HTML page, expected a table such as CSV",
                    "download the table itself, not the page that shows it");
        }
        if (start.startsWith("<?xml")) {
            return new InputException("is an XML text, expected a table such as CSV");
        }
        if (Pattern.matches("[{\\[]\\s*(\\[.*|\\{.*|\".*|)", start)) {
            return new InputException("is a JSON text, expected a table such as CSV");
        }
        return start.startsWith("version https://git-lfs")
                ? new InputException("is a pointer of Git LFS, expected a table such as CSV",
                        "fetch it with: git lfs pull")
                : null;
    }

    /// Lines that begin as comments do, above others that do not.
    private @Nullable InputException comments() {
        int count = 0;
        String mark = mark(line(0));
        if (mark == null) {
            return null;
        }
        while (count < records.count() && line(count).strip().startsWith(mark)) {
            count++;
        }
        boolean header = count < records.count() && areAlike(count - 1, count); // such as #OTU ID
        if (count == records.count() || (count == 1 && header)) {
            return null;
        }
        if (header) {
            return fault(0, "is no row of the table", records.line(count - 1) - 1);
        }
        return new InputException("row " + records.line(0) + " begins with " + mark + ", as a comment does",
                new Remedy(Remedy.Kind.COMMENTS, mark));
    }

    private static @Nullable String mark(String line) {
        return COMMENTS.stream().filter(line.strip()::startsWith).findFirst().orElse(null);
    }

    /// Two natural numbers above rows of a word and as many numbers as the second says.
    private boolean isWordVectors() {
        String[] numbers = line(0).strip().split("[ \t]+", -1);
        return records.count() > 1 && numbers.length == 2 && ColumnEvidence.isNatural(numbers[0])
                && ColumnEvidence.isNatural(numbers[1])
                && line(1).strip().split("[ \t]+", -1).length == Integer.parseInt(numbers[1]) + 1;
    }

    private boolean allKnown(int record) {
        String[] cells = line(record).split(Pattern.quote(String.valueOf(delimiter)), -1);
        return cells.length > 1 && List.of(cells).stream().map(String::strip).allMatch(ORANGE_TYPES::contains);
    }

    /// First lines with another number of cells than all below have.
    private @Nullable InputException title() {
        if (areAlike(delimiter)) {
            return evenTitle();
        }
        String candidates = dialect.delimiter() == null ? DelimiterSearch.CANDIDATES : String.valueOf(delimiter);
        for (int k = 0; k < candidates.length(); k++) {
            int last = records.count() - 1;
            int expected = occurrences(candidates.charAt(k), last);
            int start = last;
            while (start > 0 && occurrences(candidates.charAt(k), start - 1) == expected) {
                start--;
            }
            if (expected > 0 && start > 0 && last > start && !holdsNumbers(start - 1, candidates.charAt(k))) {
                int cells = occurrences(candidates.charAt(k), start - 1) + 1;
                return fault(start - 1, "has " + Table.count(cells, "cell") + " where the rows below have "
                        + (expected + 1) + ", as a title has", records.line(start) - 1);
            }
        }
        return null;
    }

    /// First lines of one text each, filled up with empty cells as a workbook is when it is saved, above a row of names.
    private @Nullable InputException evenTitle() {
        FirstRows rows = new FirstRows(text, CellSyntax.of(delimiter, options), records);
        int titles = 0;
        int names = 0;
        for (; names < rows.count(); names++) {
            FirstRows.Tally tally = rows.tally(names);
            if (tally.empty() < rows.row(names).size()) {
                if (tally.texts() != 1 || tally.numbers() + tally.missing() > 0) {
                    break;
                }
                titles = names + 1;
            }
        }
        boolean above = titles > 0 && names < rows.count() && rows.tally(names).texts() > 1
                && rows.tally(names).numbers() == 0;
        return above
                ? fault(titles - 1, "has 1 cell where the rows below have " + rows.row(names).size()
                        + ", as a title has", records.line(names) - 1)
                : null;
    }

    /// A row of texts between the names and the numbers.
    private @Nullable InputException units() {
        CellSyntax syntax = CellSyntax.of(delimiter, options);
        FirstRows rows = new FirstRows(text, syntax, records);
        if (rows.count() < 3 || options.headers() == ReadOptions.Headers.NONE) {
            return null;
        }
        int over = 0;
        for (int j = 0; j < rows.row(0).size(); j++) {
            if (rows.kind(0, j) == Kind.NUMBER || rows.kind(1, j) == Kind.NUMBER) {
                return null;
            }
            over += rows.kind(1, j) == Kind.TEXT && ColumnEvidence.of(rows, 2, j).isNumeric() ? 1 : 0;
        }
        return over == 0
                ? null
                : new InputException(
                        "row " + rows.line(1) + " holds no number where the rows below do, as a row of units"
                                + " does",
                        new Remedy(Remedy.Kind.NAMES_AND_UNITS, String.valueOf(rows.line(1))));
    }

    private boolean holdsNumbers(int record, char candidate) {
        CellSyntax syntax = CellSyntax.of(candidate, options);
        return new Fields(text, syntax).texts(records, record).stream()
                .anyMatch(cell -> syntax.kind(cell) == Kind.NUMBER);
    }

    private InputException fault(int record, String problem, int skipped) {
        return new InputException("row " + records.line(record) + " " + problem,
                new Remedy(Remedy.Kind.SKIP_LINES, String.valueOf(skipped)));
    }

    /// Whether a delimiter stands equally often in all records.
    private boolean areAlike(char candidate) {
        int expected = occurrences(candidate, 0);
        for (int i = 1; i < records.count(); i++) {
            if (occurrences(candidate, i) != expected) {
                return false;
            }
        }
        return expected > 0;
    }

    /// Whether two records have as many cells, not one each.
    private boolean areAlike(int one, int other) {
        return "\t;,|".chars()
                .anyMatch(c -> occurrences((char) c, one) > 0
                        && occurrences((char) c, one) == occurrences((char) c, other));
    }

    private int occurrences(char candidate, int record) {
        return DelimiterSearch.occurrences(candidate, text, records, record, dialect);
    }

    private String line(int record) {
        int start = records.start(record);
        return new String(text, start, records.end(record) - start, StandardCharsets.UTF_8);
    }
}
