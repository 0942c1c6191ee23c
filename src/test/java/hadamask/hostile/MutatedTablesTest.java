package hadamask.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged tables are given to every command that reads tables, with options that few use: each gives a result, or one line.
class MutatedTablesTest {
    private static final Path SAMPLES = Path.of(System.getProperty("basedir", "."), "samples");
    private static final long MEMORY = 64L << 20;

    /// `GOOD` is a table that is not damaged.
    private static final List<String> CALLS = List.of("distances -", "distances - --no-headers --missing nan",
            "distances - --missing pairwise --shape long", "distances - -m cosine --zero-vector nan --format json",
            "distances - -m chebyshev --columns !1 --digits 3", "distances - -m mahalanobis --pinv --missing drop",
            "distances - --with GOOD -m manhattan", "distances GOOD --with - -m canberra", "distances - --knn 2 --id 1",
            "distances - -m minkowski --p 0.5 --delimiter ; --format phylip",
            "distances - --format npy --shape condensed",
            "distances - -m correlation --missing pairwise --zero-vector 0", "similarity - --missing pairwise",
            "mahalanobis - --ridge 0.1", "mahalanobis GOOD --cov-from -", "covariance - --correlation --missing drop",
            "axes - --pinv", "axes GOOD --cov -", "whiten - --method zca --pinv", "hadamard - GOOD",
            "hadamard - GOOD --missing nan --format tsv", "distances - --max-distance 1e308 --delimiter tab",
            "distances - -m hamming --columns 2-", "distances - -m jaccard");

    @TempDir
    Path folder;

    private Path good = Path.of("");

    @BeforeEach
    void aGoodTable() throws IOException {
        good = Files.writeString(folder.resolve("good.csv"), "a,b,c\n1,2,1\n3,5,0\n4,1,7\n2,2,2\n");
    }

    private boolean call(byte[] file, long number) {
        // The seed is chosen by the number, too: a factor keeps the two apart.
        String call = CALLS.get((int) Math.floorMod(number * 7 + number / 24, (long) CALLS.size()));
        return Called.succeeds(file, 1, call.replace("GOOD", good.toString()).split(" ", -1));
    }

    @Test
    void damagedCsv() throws Exception {
        Trials.run("CSV", TableSeeds.texts(SAMPLES), MEMORY, this::call);
    }

    @Test
    void damagedTsv() throws Exception {
        Trials.run("TSV", TableSeeds.tabbed(SAMPLES), MEMORY, this::call);
    }

    @Test
    void damagedGzip() throws Exception {
        List<byte[]> packed = TableSeeds.texts(SAMPLES).stream().map(TableSeeds::packed).toList();
        Trials.run("gzip", packed, MEMORY, this::call);
    }

    @Test
    void damageInsideOfGzip() throws Exception {
        Trials.run("inside gzip", TableSeeds.texts(SAMPLES), MEMORY,
                (file, number) -> call(TableSeeds.packed(file), number));
    }

    @Test
    void damagedNumPy() throws Exception {
        Trials.run("NPY", TableSeeds.npy(), MEMORY, this::call);
    }
}
