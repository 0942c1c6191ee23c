package hadamask.cli;

import hadamask.file.Remedy;
import java.util.regex.Pattern;

/// What messages advise: each kind of remedy in words, with the options of the command line.
final class RemedyWords {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,:@%+=/-]+");

    private RemedyWords() {
    }

    /// A phrase such as `use --max-pixels to allow more`; empty when there is nothing to advise.
    static String of(Remedy remedy) {
        String detail = remedy.detail();
        return switch (remedy.kind()) {
            case NONE -> "";
            case ADVICE -> detail;
            case MORE_PIXELS -> "use --max-pixels to allow more";
            case TOLERANT -> "--tolerant reads what is there";
            case MORE_MEMORY -> "raise --max-memory";
            case MORE_MEMORY_OR_PARTS -> "raise --max-memory, or do it in parts";
            case GIVEN_THRESHOLD -> "use --threshold to cut at a grey of your own";
            case FEWER_CLUSTERS -> "use a smaller --clusters";
            case FOREGROUND_POINT -> "--foreground X,Y counts from 0 at the top left";
            case INSIDE_POINT -> "--box, --keep and --drop count from 0 at the top left";
            case DARK_MASK ->
                (remedy.detail().isEmpty() ? "" : "if these are numbers of objects: --read-as labels; to ")
                        + "make a mask of what is not black: segment IMAGE --threshold 0 --foreground bright"
                        + " --closing none --fill-holes none --mask mask.png";
            case IGNORE_ALPHA -> "use --alpha ignore to take the colours below";
            case NO_TRIM -> "leave --trim away";
            case SEARCH_FOLDER -> "use -r to do the images in it";
            case FEWER_REGIONS -> "--labels with a name that ends in .tif or .npy has 32 bits";
            case POPULATION_COVARIANCE -> "--ddof 0 divides by the number of rows";
            case OTHER_COVARIANCE -> "choose fewer columns with --columns, or --cov-method ledoit-wolf";
            case SINGULAR_COVARIANCE -> "use --pinv or --ridge";
            case FEWER_COLUMNS -> "choose some with --columns";
            case OTHER_COLUMNS -> "choose others with --columns";
            case LEAVE_COLUMNS_OUT -> "leave columns out with --columns";
            case COLUMNS_OR_NO_HEADERS -> "choose columns with --columns, or say --no-headers";
            case NO_HEADERS -> "if its one line is data, say --no-headers";
            case MISSING_VALUES -> "for missing values choose --missing nan, pairwise or drop";
            case DROP_MISSING -> "leave rows with a missing value out with --missing drop";
            case ROWS_OR_NAMES -> "leave --distances away if these are rows; --headers, --no-headers and --id say what"
                    + " names are";
            case LABEL_COLUMN -> "is it a label? say --id " + detail;
            case COLUMN_OUT -> "leave it out with --columns " + quoted(detail);
            case COLUMNS_OUT -> "leave them out with --columns " + quoted(detail);
            case NAMES_ARE_DATA -> "use --no-headers if it is data";
            case DATA_ARE_NAMES -> "use --headers if it holds the names of the columns";
            case LABELS_ARE_NUMBERS -> "use --id none if it is one of the numbers";
            case ROW_NUMBERS -> "use --id none for the numbers of the rows";
            case ZERO_VECTORS -> "use --zero-vector nan or 0";
            case FLOAT64 -> "use --dtype float64";
            case OTHER_DELIMITER -> "use --delimiter " + quoted(detail) + " if it is another";
            case NO_QUOTES -> "if quotes are characters like others, say --quote none";
            case DECIMAL_COMMA -> "between thousands there must be nothing; for decimal commas say --decimal comma"
                    + (detail.isEmpty() ? "" : " --delimiter " + quoted(detail));
            case FIRST_ROW_HAS_NAMES -> "if row 1 holds names, leave --no-headers away, or say for one of two tables"
                    + " --no-headers=table or --no-headers=other";
            case MISSING_WORD -> "if it stands for a missing value, say --na " + quoted(detail)
                    + " --missing nan, pairwise or drop";
            case COMMENTS -> "leave such lines out with --comment " + quoted(detail);
            case SKIP_LINES -> "leave it out with --skip " + detail;
            case NAMES_AND_UNITS -> "leave names and units out with --skip " + detail;
            case TWO_HEADERS -> "leave both out with --skip " + detail + ", or say --headers if it is data";
            case ONE_PART -> "choose one with --part";
            case ONE_SHEET -> "choose one with --sheet";
            case BOOLEAN_WORDS -> "for 1 and 0 say --booleans";
            case GCT -> "leave them out with --skip 2 --columns '!2'";
        };
    }

    /// As a shell takes it for one word.
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
