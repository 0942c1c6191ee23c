package hadamask.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hadamask.Hadamask;
import hadamask.cli.Console;
import hadamask.codec.format.ImageFormat;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/// Coverage-guided fuzzing of the arguments of all commands. An input has an argument in each line; `DIR` stands for a folder,
/// `PNG` and `CSV` for good files in it. See `scripts/fuzz`.
///
/// Other names have no separators, so that all that is written is in that folder or in the working folder, which is
/// one of its own while fuzzing; both are emptied after each input.
@Timeout(60)
class FuzzedOptionsTest {
    private static final long MEMORY = 400L << 20;
    /// Whether the working folder may be emptied.
    private static final boolean FUZZING = Boolean.getBoolean("fuzzing");

    @TempDir
    Path folder;

    private Path picture = Path.of("");
    private Path table = Path.of("");
    private byte[] pixels = {};
    private static final byte[] ROWS = "a,b,c\n1,2,1\n3,5,0\n4,1,7\n2,2,2\n".getBytes(UTF_8);

    @BeforeEach
    void goodFiles() throws IOException {
        picture = folder.resolve("good.png");
        table = folder.resolve("good.csv");
        pixels = ImageSeeds.of(Calls.SAMPLES).getOrDefault(ImageFormat.PNG, List.of()).getLast();
    }

    static List<byte[]> arguments() {
        return Stream.of("segment PNG -o DIRo.png --mask DIRm.png --stats - --stages DIRs.png --overlay DIRv.jpg",
                "segment PNG - -o DIRo --mask DIR{name}-m.tif --stats DIRs.csv --errors - -j 2 --gray rec601 -k 3 --seed 4",
                "segment -r DIR -o DIRout --resume --checksum --foreground 3,4 --fill-holes 9 --closing 3x2 --border zero",
                "segment PNG --report DIRr.html --threshold 0.5 --invert --background #aabbcc --trim=3 --quality 90",
                "segment PNG -o - --preset cells --compression 9 --max-pixels 10000 --min-area 3 --largest --show=sixel -v",
                "segment --files-from CSV --files0-from - --dry-run -o DIR{dir}{name}{index}.{ext} -q",
                "segment --settings - --print-settings", "refine PNG -o DIRo.bmp --fill-holes none --closing none",
                "apply PNG - -o DIRo.pnm --background transparent --trim", "score PNG - --format json -o DIRs.json",
                "measure PNG - --pixel-size 0.65um --min-area 2 -o DIRm.csv --digits 3",
                "distances CSV -m minkowski --p 3 -o DIRd.npy --shape condensed --threads 2 --weights 1,2,3",
                "distances CSV --with CSV --columns a-c,!2 --id 1 --missing drop --knn 2 --max-distance 4 --heatmap DIRh.png",
                "similarity CSV -m correlation --min-similarity 0.1 --zero-vector nan -d , -n --format tsv --digits 2",
                "distances CSV --with CSV --headers=table -n=other --skip 1 --comment # --quote none --decimal comma --na 2,x",
                "mahalanobis CSV --cov-from CSV --ddof 0 --pinv --ridge 0.5 --plot DIRp.png --plot-columns a,b",
                "covariance CSV --correlation --format phylip", "whiten CSV --method zca -o DIRw.csv",
                "axes CSV --cov CSV --format json", "hadamard CSV CSV --missing nan", "--help", "--version",
                "segment --help", "distances --shape long CSV --format npy").map(
                        call -> call.replace(' ', '\n').getBytes(UTF_8))
                .toList();
    }

    @MethodSource("arguments")
    @FuzzTest
    void options(byte[] lines) throws Exception {
        Files.write(picture, pixels);
        Files.write(table, ROWS);
        Set<Path> goods = entries(folder);
        Set<Path> before = FUZZING ? entries(Path.of("")) : Set.of();
        try {
            Trials.hold(lines, MEMORY, (bytes, number) -> {
                int status = run(arguments(bytes));
                assertTrue(status >= 0 && status <= 2, () -> "exit " + status);
                Set<Path> left = entries(folder);
                assertTrue(left.stream().noneMatch(path -> path.toString().endsWith(".tmp")), left::toString);
                if (status == 2) {
                    assertEquals(goods, left, "wrong usage that did something");
                }
                return true;
            });
        } finally {
            empty(folder, Set.of());
            if (FUZZING) {
                empty(Path.of(""), before);
            }
        }
    }

    private String[] arguments(byte[] lines) {
        String safe = new String(lines, UTF_8).replace(File.separatorChar, '_').replace("..", "__");
        return safe.replace("DIR", folder + File.separator).replace("PNG", picture.toString())
                .replace("CSV", table.toString())
                .split("\n", -1);
    }

    private int run(String... arguments) {
        StringWriter err = new StringWriter();
        int status = Hadamask.commands().run(arguments,
                new Console(new ByteArrayInputStream(pixels), OutputStream.nullOutputStream(), new PrintWriter(err)));
        assertTrue(status != 70, () -> String.join(" ", arguments) + ": " + err);
        return status;
    }

    private static Set<Path> entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void empty(Path folder, Set<Path> kept) throws IOException {
        for (Path entry : entries(folder)) {
            if (!kept.contains(entry)) {
                try (Stream<Path> found = Files.walk(entry)) {
                    for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
    }
}
