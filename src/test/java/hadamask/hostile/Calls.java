package hadamask.hostile;

import hadamask.codec.format.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Commands that read a hostile file on standard input, some with a good file beside it.
///
/// @param all the calls; `GOOD` stands for a file that is not damaged
/// @param good that file
record Calls(List<String> all, Path good) {
    static final Path SAMPLES = Path.of(System.getProperty("basedir", "."), "samples");

    static final Calls NONE = new Calls(List.of(), Path.of(""));

    private static final List<String> OF_MASKS = List.of("refine - -o -",
            "refine - -o - --largest --invert --closing 3x2",
            "score - GOOD", "score GOOD - --format json", "measure - GOOD", "measure - --pixel-size 0.5um",
            "measure GOOD -", "measure - GOOD --measures all --split --clear-border --pixel-size auto",
            "measure - --measures all --read-as labels --labels - -o none", "score - GOOD --objects",
            "refine - -o - --split",
            "apply - GOOD -o -", "apply GOOD - -o - --trim=2 --background transparent");

    private static final List<String> OF_TABLES = List.of("distances -", "distances - --no-headers --missing nan",
            "distances - --missing pairwise --shape long", "distances - -m cosine --zero-vector nan --format json",
            "distances - -m chebyshev --columns !1 --digits 3", "distances - -m mahalanobis --pinv --missing drop",
            "distances - --with GOOD -m manhattan", "distances GOOD --with - -m canberra", "distances - --knn 2 --id 1",
            "distances - -m minkowski --p 0.5 --delimiter ; --format phylip",
            "distances - --format npy --shape condensed",
            "distances - -m correlation --missing pairwise --zero-vector 0", "similarity - --missing pairwise",
            "mahalanobis - --ridge 0.1", "mahalanobis GOOD --cov-from -", "covariance - --correlation --missing drop",
            "axes - --pinv", "axes GOOD --cov -", "whiten - --method zca --pinv", "hadamard - GOOD",
            "hadamard - GOOD --missing nan --format tsv", "distances - --max-distance 1e308 --delimiter tab",
            "distances - -m hamming --columns 2-", "distances - -m jaccard",
            "distances - --headers --comment # --id none",
            "distances - --quote none --skip 1 --missing nan", "distances - --decimal comma --missing pairwise",
            "distances - --na -999,kind,2 --missing drop --shape long", "distances - --id 1 --columns 1-",
            "distances GOOD --with - --headers=table -n=other", "hadamard - GOOD --headers=other --comment x",
            "mahalanobis - --pinv --missing drop --decimal comma -d ,", "distances - --transpose",
            "distances - --columns numeric --booleans -m sqeuclidean", "similarity - --knn 2 -f mtx --zero-vector nan",
            "covariance - --transpose --missing nan", "distances - --max-distance 9 -f graphml --part data",
            "distances - -m cosine --zero-vector 0 --knn 3 -f edges", "distances - --with GOOD --knn 1 -f mtx",
            "distances - -m manhattan --columns !1 --missing drop", "similarity - -m dot --shape lower");

    /// Calls of every command that reads masks. The good picture has the size of most [ImageSeeds].
    ///
    /// @param folder for the good file
    static Calls ofMasks(Path folder) throws IOException {
        byte[] good = ImageSeeds.of(SAMPLES).getOrDefault(ImageFormat.PNG, List.of()).getLast();
        return new Calls(OF_MASKS.stream().map(call -> call + " --max-pixels 250000").toList(),
                Files.write(folder.resolve("good.png"), good));
    }

    /// Calls of every command that reads tables, with options that few use.
    ///
    /// @param folder for the good file
    static Calls ofTables(Path folder) throws IOException {
        return new Calls(OF_TABLES,
                Files.writeString(folder.resolve("good.csv"), "a,b,c\n1,2,1\n3,5,0\n4,1,7\n2,2,2\n"));
    }

    /// Makes one call: it must give a result, or one line.
    ///
    /// @param number of the call; they begin again behind the last
    /// @return whether there was a result
    boolean succeeds(byte[] file, long number) {
        String call = all.get((int) Math.floorMod(number, (long) all.size()));
        return Called.succeeds(file, 1, call.replace("GOOD", good.toString()).split(" ", -1));
    }
}
