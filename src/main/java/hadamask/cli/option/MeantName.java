package hadamask.cli.option;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the name that somebody meant: one that is written otherwise, cut short, made longer, called otherwise elsewhere, or
/// mistyped.
final class MeantName {
    /// What other programs and people call the same; each row means one thing. The first name of a row that there is, is
    /// meant.
    private static final List<List<String>> SYNONYMS = List.of(
            List.of("euclidean", "norm", "2norm", "frobenius"),
            List.of("sqeuclidean", "squared", "squaredeuclidean", "euclideansquared", "euclidean2"),
            List.of("manhattan", "taxicab", "taxi", "absolute", "1norm", "cityblocks"),
            List.of("chebyshev", "chessboard", "supremum", "maximum", "max", "inf", "infinity", "tchebychev",
                    "tschebyscheff", "chebychev", "maxnorm"),
            List.of("seuclidean", "standardized", "standardised", "standardizedeuclidean", "standardisedeuclidean"),
            List.of("correlation", "pearson", "pearsonr"), List.of("cosine", "angle", "angular"),
            List.of("spearman", "rank", "spearmanr", "rho"), List.of("levenshtein", "edit", "editdistance"),
            List.of("haversine", "greatcircle", "geodesic", "geo"), List.of("jensenshannon", "js", "jsd", "divergence"),
            List.of("chisquare", "chisq", "chisquared"), List.of("jaccard", "tanimoto"),
            List.of("dot", "inner", "innerproduct", "scalar", "scalarproduct"),
            List.of("lightness", "lstar", "l*", "lab"), List.of("rec601", "bt601", "luma", "luminosity"),
            List.of("rec709", "bt709", "luminance", "srgb"), List.of("mean", "average", "avg"),
            List.of("square", "full", "matrix"), List.of("lower", "triangle", "tril", "triangular"),
            List.of("condensed", "vector", "squareform", "pdist"), List.of("long", "pairs", "edges", "tidy"),
            List.of("npy", "numpy", "npz"), List.of("tsv", "tab", "text", "txt"),
            List.of("drop", "dropna", "omit", "skip", "remove", "ignore"), List.of("error", "fail", "raise"),
            List.of("cholesky", "chol"), List.of("blocks", "unicode", "truecolor"), List.of("bright", "light", "white"),
            List.of("dark", "black"), List.of("transparent", "alpha", "clear"),
            List.of("--output", "--out", "--outdir", "--outfile", "--outputdir", "--outputfile", "--dest", "--to"),
            List.of("--jobs", "--threads", "--parallel", "--workers", "--cores", "--cpus", "--processes"),
            List.of("--clusters", "--nclusters", "--numclusters", "-c"), List.of("--trim", "--crop", "--margin"),
            List.of("--threshold", "-t"), List.of("--mask", "-m"),
            List.of("--gray", "--grey", "--grayscale", "--greyscale"),
            List.of("--background", "--bg", "--ground", "-b"),
            List.of("--metric", "--distance", "--measure", "--dist"),
            List.of("--delimiter", "--sep", "--separator", "--delim", "-s"),
            List.of("--digits", "--precision", "--decimals", "--round", "-p"),
            List.of("--knn", "-k", "--neighbors", "--neighbours", "--nearest", "--top"),
            List.of("--columns", "--cols", "--usecols", "--fields", "-c"), List.of("--missing", "--na", "--nan"),
            List.of("--id", "--index", "--rownames", "--indexcol"),
            List.of("--no-headers", "--noheader", "--headerless"),
            List.of("--quiet", "--silent"), List.of("--heatmap", "--plot", "--heat"), List.of("--ddof", "--dof"),
            List.of("--zero-vector", "--zeros"), List.of("--fill-holes", "--holes"), List.of("--closing", "--close"));

    private MeantName() {
    }

    /// The name that a word stands for.
    ///
    /// @param names all there are
    /// @return null when none is near
    static @Nullable String of(String word, Collection<String> names) {
        String bare = bare(word);
        if (bare.replace("-", "").isEmpty()) {
            return null;
        }
        String same = first(names, name -> bare(name).equals(bare));
        String synonym = same == null ? synonym(bare, names) : same;
        if (synonym != null) {
            return synonym;
        }
        List<String> longer = names.stream().filter(name -> bare(name).startsWith(bare)).toList();
        if (longer.size() == 1) {
            return longer.getFirst();
        }
        String shorter = null; // the longest that the word goes on from, as in l2norm and cosine-similarity
        for (String name : names) {
            boolean begins = bare(name).replace("-", "").length() > 1 && bare.startsWith(bare(name));
            if (begins && (shorter == null || name.length() > shorter.length())) {
                shorter = name;
            }
        }
        return shorter == null ? NearestName.of(word.toLowerCase(Locale.ROOT), names) : shorter;
    }

    /// The options that a letter can stand for: the one that it is for most people, or those whose long names begin with it.
    static List<String> ofLetter(char letter, Collection<String> names) {
        String usual = synonym("-" + Character.toLowerCase(letter), names);
        if (usual != null) {
            return List.of(usual);
        }
        List<String> meant = new ArrayList<>();
        for (String name : names) {
            if (name.startsWith("--") && name.charAt(2) == Character.toLowerCase(letter)) {
                meant.add(name);
            }
        }
        return meant;
    }

    private static @Nullable String synonym(String bare, Collection<String> names) {
        for (List<String> row : SYNONYMS) {
            if (row.stream().anyMatch(name -> bare(name).equals(bare))) {
                String meant = first(row, names::contains);
                if (meant != null) {
                    return meant;
                }
            }
        }
        return null;
    }

    private static @Nullable String first(Collection<String> names, Predicate<String> accepted) {
        for (String name : names) {
            if (accepted.test(name)) {
                return name;
            }
        }
        return null;
    }

    /// A word in small letters, without what people part words with; options keep the dashes before them.
    private static String bare(String word) {
        String dashes = word.startsWith("--") ? "--" : word.startsWith("-") ? "-" : "";
        return dashes + word.substring(dashes.length()).toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
    }
}
