package hadamask.cli.table;

import hadamask.cli.option.OptionValues;
import hadamask.cli.table.TableOptions.Tables;
import hadamask.matrix.Divisor;
import hadamask.table.ColumnSpec;
import hadamask.table.LabelColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Values of the options for tables, from the words in which users write them.
final class TableValues {
    private static final String NO_DELIMITERS = "\"\n\r.+-eE0123456789";

    private TableValues() {
    }

    /// A character between cells, or `tab`.
    static Character delimiter(String value) {
        boolean tab = value.toLowerCase(Locale.ROOT).equals("tab") || value.equals("\\t");
        String character = tab ? "\t" : value;
        if (character.length() != 1 || character.charAt(0) > '~' || NO_DELIMITERS.contains(character)) {
            throw OptionValues.unexpected(value, "a character such as ; or tab");
        }
        return character.charAt(0);
    }

    /// Which columns are read; not none, which is what an unset variable of a shell leaves.
    static ColumnSpec columns(String value) {
        if (value.isEmpty()) {
            throw OptionValues.unexpected(value, "columns such as 1,3-5 or a-d");
        }
        return new ColumnSpec(value);
    }

    /// The name of an array or a sheet.
    static String part(String value) {
        if (value.isEmpty()) {
            throw OptionValues.unexpected(value, "the name of an array or a sheet");
        }
        return value;
    }

    /// Which tables an option is about.
    static Tables tables(String value) {
        return OptionValues.oneOf(Tables.class, value);
    }

    /// The column with the row labels; `none` or `0` for none.
    static LabelColumn labels(String value) {
        if (value.isEmpty()) {
            throw OptionValues.unexpected(value, "a column such as 1 or name, or none");
        }
        return value.equals("none") || value.equals("0") ? LabelColumn.NONE : LabelColumn.named(value);
    }

    /// A number of lines.
    static Integer skip(String value) {
        return (int) OptionValues.wholeNumber(value, n -> n >= 0 && n <= Integer.MAX_VALUE, "a number of lines from 0");
    }

    /// What comments begin with.
    static String comment(String value) {
        if (value.isBlank() || value.startsWith(" ") || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw OptionValues.unexpected(value, "what a comment begins with, such as #");
        }
        return value;
    }

    /// Words that stand for missing values.
    static Set<String> words(String value) {
        if (value.isBlank()) {
            throw OptionValues.unexpected(value, "words such as -999 or unknown, with commas between");
        }
        return Set.copyOf(new HashSet<>(List.of(value.split(",", -1))));
    }

    /// What is taken from the number of rows: 0 or 1.
    static Divisor divisor(String value) {
        return switch (value) {
            case "0" -> Divisor.POPULATION;
            case "1" -> Divisor.SAMPLE;
            default -> throw OptionValues.unexpected(value, "0 or 1", List.of("0", "1"));
        };
    }

    /// What is added to a diagonal.
    static Double ridge(String value) {
        try {
            double ridge = Double.parseDouble(value);
            if (ridge > 0 && ridge <= Double.MAX_VALUE) {
                return ridge;
            }
        } catch (NumberFormatException e) {
            // said below, like a number out of range
        }
        throw OptionValues.unexpected(value, "a number above 0");
    }
}
