package hadamask.cli;

import hadamask.file.Remedy;

/// What messages advise: each kind of remedy in words, with the options of the command line.
final class RemedyWords {
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
            case DARK_MASK -> "make a mask of what is not black: segment IMAGE --threshold 0 --foreground bright"
                    + " --closing none --fill-holes none --mask mask.png";
            case IGNORE_ALPHA -> "use --alpha ignore to take the colours below";
            case FEWER_REGIONS -> "drop small ones with --min-area, or leave --labels away";
            case POPULATION_COVARIANCE -> "--ddof 0 divides by the number of rows";
            case SINGULAR_COVARIANCE -> "use --pinv or --ridge";
            case FEWER_COLUMNS -> "choose some with --columns";
            case OTHER_COLUMNS -> "choose others with --columns";
            case LEAVE_COLUMNS_OUT -> "leave columns out with --columns";
            case COLUMN_OUT -> "leave it out with --columns '" + detail.replace("'", "'\\''") + "'";
            case COLUMNS_OR_NO_HEADERS -> "choose columns with --columns, or say --no-headers";
            case NO_HEADERS -> "if its one line is data, say --no-headers";
            case MISSING_VALUES -> "for missing values choose --missing nan, pairwise or drop";
            case LABEL_COLUMN -> "is it a label? say --id " + detail;
        };
    }
}
