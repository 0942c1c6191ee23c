package hadamask.table.read;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.parallel.Workers;
import hadamask.table.Dialect;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import hadamask.table.text.CellSyntax;
import hadamask.table.text.Fields;
import hadamask.table.text.Preamble;
import hadamask.table.text.Records;
import java.util.ArrayList;
import java.util.List;

/// A small table of texts, as people and pages write them: CSV, or cells between tabs where the first line has one; UTF-8.
///
/// Rows are of the same number of cells, which may stand between quotes. The first one has the names of the columns, or is a row
/// as the others: whoever reads the table tells. All of it is in memory.
///
/// @hidden public for other packages of Hadamask alone
public final class TextTable {
    private final String name;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private TextTable(String name) {
        this.name = name;
    }

    /// Reads all rows.
    ///
    /// @throws InputException if there is none, or rows differ in their number of cells, or a quote is never closed
    public static TextTable read(Input input) {
        try {
            TextTable table = new TextTable(input.name());
            table.add(Content.of(input));
            return table;
        } catch (InputException e) {
            throw e.where().startsWith(input.name())
                    ? e
                    : e.at(e.where().isEmpty() ? input.name() : input.name() + ": " + e.where());
        }
    }

    private void add(byte[] text) {
        Preamble start = Preamble.of(text, 0);
        char delimiter = hasTab(text, start.from()) ? '\t' : ',';
        Records records = Records.of(text, start, String.valueOf(delimiter), Dialect.DEFAULT, Workers.current());
        if (records.count() == 0) {
            throw new InputException("is empty, expected rows");
        }
        Fields fields = new Fields(text, CellSyntax.of(delimiter, ReadOptions.DEFAULT));
        for (int record = 0; record < records.count(); record++) {
            List<String> cells = new ArrayList<>();
            fields.record(records, record);
            while (fields.next()) {
                cells.add(fields.text());
            }
            if (!rows.isEmpty() && cells.size() != rows.getFirst().size()) {
                throw new InputException("row " + records.line(record) + " has " + Table.count(cells.size(), "field")
                        + ", expected " + rows.getFirst().size()
                        + (delimiter == ',' ? " (a cell with a comma stands between quotes)" : ""));
            }
            rows.add(List.copyOf(cells));
            lines.add(records.line(record));
        }
    }

    private static boolean hasTab(byte[] text, int from) {
        for (int i = from; i < text.length && text[i] != '\n' && text[i] != '\r'; i++) {
            if (text[i] == '\t') {
                return true;
            }
        }
        return false;
    }

    /// The name of the input.
    public String name() {
        return name;
    }

    /// The number of rows, the first among them.
    public int size() {
        return rows.size();
    }

    /// The cells of a row.
    ///
    /// @param row from 0
    public List<String> row(int row) {
        return rows.get(row);
    }

    /// Where a row stands, for messages: the name of the input and the line, from 1.
    public String place(int row) {
        return name + ": row " + lines.get(row);
    }

    /// The column that the first row calls so; -1 when none is.
    public int column(String title) {
        return rows.getFirst().indexOf(title);
    }
}
