package hadamask;

import hadamask.cli.Console;
import hadamask.codec.ImageDecoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/// Runs when the package is built: does typical work while the Java virtual machine watches, so that the AOT cache holds
/// the classes of such runs, loaded and linked; and renders the help of every command, which the launcher then shows
/// without a virtual machine.
final class Training {
    /// Of the table of many columns.
    private static final int ROWS = 2048;
    private static final int COLUMNS = 64;
    /// Of a table in which near rows are looked for by a tree.
    private static final int LONG_ROWS = 3000;

    /// The sample `cat.jpg` reduced to 16 x 12 pixels.
    private static final String WEBP = "UklGRnQAAABXRUJQVlA4IGgAAABQAgCdASoQAAwAAsBMJbACdH8AF8gZpAqyYgAA/vG5/ayvUeXj"
            + "PKWfgXSVrGUb3c71nOV7aSMu77cTSnFFkjmNxPgFa21Wzol6t0Z/roucsGPag1KSvcgiBOyffEBQ75Vn+ldhtGuAAA==";

    private final Path samples;
    private final Path work;

    private Training(Path samples, Path work) {
        this.samples = samples;
        this.work = work;
    }

    /// @param args the folder of the samples, and the folder of the build
    public static void main(String[] args) throws IOException {
        Hadamask.main(new String[]{"--version"}); // the class with which every run starts belongs in the cache, too
        Path build = Path.of(args[1]);
        Files.writeString(build.resolve("java-home"), System.getProperty("java.home") + "\n");
        boolean isWebpRead = unpackNativeCode(build);
        Path work = Files.createTempDirectory(build, "training");
        try {
            // What a run that was stopped leaves behind: those who look for such files have their classes in the cache, too.
            Files.createFile(work.resolve(".hadamask-0-1-1.tmp"));
            Training training = new Training(Path.of(args[0]), work);
            training.run();
            if (isWebpRead) {
                succeed("segment", training.webp(), "-o", training.file("cutout.png"));
            }
        } finally {
            try (var files = Files.list(work)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(work);
        }
        renderHelp(Files.createDirectories(build.resolve("help")));
    }

    /// Puts the native code of this machine beside the jar, where each run finds it without unpacking.
    private static boolean unpackNativeCode(Path build) {
        try {
            ImageDecoder.nativeLibrary().unpackInto(build);
            return true;
        } catch (IOException e) {
            IO.println("WebP will not be read: " + e.getMessage());
            return false;
        }
    }

    private void run() throws IOException {
        for (String image : List.of("cat.jpg", "coins.png", "leaf.jpg", "cells.tif", "page.png")) {
            succeed("segment", sample(image), "-o", file("cutout.png"), "--mask", file("mask.png"));
        }
        succeed("segment", sample("cat.jpg"), "-o", file("cutout.png"), "--preset", "photo");
        succeed("segment", sample("cat.jpg"), "-o", "none", "--mask", file("mask.png"), "--preset", "photo", "--box",
                "100,40,250,220");
        succeed("segment", sample("cells.tif"), "-o", file("cutout.png"), "--preset", "cells");
        for (List<String> way : List.of(List.of("--preset", "plant"), List.of("--preset", "document"),
                List.of("--plane", "border"), List.of("--threshold", "sauvola"), List.of("--threshold", "mean"),
                List.of("--threshold", "gaussian"), List.of("--features", "lab", "-k", "auto"))) {
            List<String> words = new ArrayList<>(List.of("segment", sample("leaf.jpg"), "-o", file("cutout.png")));
            words.addAll(way);
            succeed(words.toArray(String[]::new));
        }
        succeed("segment", sample("cat.jpg"), "-o", file("cutout.jpg"), "--background", "white", "--stats",
                file("stats.json"));
        succeed("segment", samples.toString(), "-r", "-o", file("{index}.png"), "--stats", file("stats.csv"),
                "--resume");
        succeed("refine", sample("truth/cat.png"), "-o", file("refined.png"));
        succeed("apply", sample("cat.jpg"), file("refined.png"), "-o", file("applied.png"));
        succeed("score", file("refined.png"), sample("truth/cat.png"));
        succeed("measure", file("refined.png"), sample("cat.jpg"), "-o", file("regions.csv"));
        for (String metric : List.of("euclidean", "manhattan", "chebyshev", "cosine", "mahalanobis")) {
            succeed("distances", "--metric", metric, sample("aliens.csv"), "-o", file("distances.npy"));
            succeed("distances", "--metric", metric, table(), "-o", file("distances.npy"));
        }
        succeed("distances", "--metric", "minkowski", "--p", "3", table(), "-o", file("distances.npy"));
        succeed("distances", "--metric", "minkowski", "--p", "2.5", sample("aliens.csv"), "-o", file("distances.npy"));
        compareSmallTables();
        succeed("distances", table(), "-o", file("distances.csv"));
        succeed("distances", sample("aliens.csv"), "-o", file("distances.csv"));
        succeed("distances", sample("aliens.csv"), "--knn", "3", "-o", file("nearest.csv"));
        succeed("distances", longTable(), "--knn", "3", "-o", file("nearest.csv"));
        succeed("distances", sample("aliens.csv"), "--max-distance", "1", "-o", file("nearest.csv"));
        succeed("distances", sample("aliens.csv"), "--shape", "long", "-o", file("pairs.csv"));
        succeed("similarity", sample("vectors.csv"));
        succeed("cluster", sample("aliens.csv"), "-k", "3", "-o", file("clusters.csv"));
        succeed("mahalanobis", sample("aliens.csv"), "-o", file("mahalanobis.csv"));
        String few = table("few.csv", "a,b\n1.37,0.2\n0.4,1.9\n1.1,2.3\n3.7,0.6\n2.9,4.1\n");
        for (String table : List.of(sample("aliens.csv"), few)) {
            succeed("covariance", table, "-o", file("covariance.csv"));
            succeed("whiten", table, "-o", file("white.csv"));
        }
        succeed("axes", sample("aliens.csv"), "-o", file("axes.csv"));
        runOutOfMemory();
    }

    /// By the metrics that are asked for less often.
    private void compareSmallTables() throws IOException {
        String bits = table("bits.csv", "1,0,1\n1,1,0\n0,1,1\n");
        String names = table("names.csv", "name\nOrion\nOryx\nLynx\n");
        for (String metric : List.of("sqeuclidean", "seuclidean", "correlation", "spearman", "angular", "canberra",
                "braycurtis", "chisquare", "jensenshannon", "hellinger", "bhattacharyya", "haversine", "gower")) {
            succeed("distances", "--metric", metric, sample("aliens.csv"), "-o", file("distances.npy"));
        }
        for (String metric : List.of("hamming", "jaccard", "dice", "rogerstanimoto", "russellrao", "sokalsneath",
                "yule", "kulczynski")) {
            succeed("distances", "--metric", metric, bits, "-o", file("distances.npy"));
        }
        succeed("distances", "--metric", "levenshtein", names, "-o", file("distances.npy"));
    }

    /// Where memory has run out there is none to read the classes from the jar that say so.
    private static void runOutOfMemory() {
        StringWriter errors = new StringWriter();
        InputStream full = new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError("Java heap space");
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return read();
            }
        };
        int status = Hadamask.commands().run(new String[]{"distances", "-"},
                new Console(full, OutputStream.nullOutputStream(), new PrintWriter(errors)));
        if (status == 0 || !errors.toString().contains("more memory")) {
            throw new IllegalStateException(errors.toString());
        }
    }

    /// A table of as many rows and columns as have ways of their own, as maxima have.
    private String table() throws IOException {
        return table("table.csv", ROWS, COLUMNS);
    }

    /// A table of as many rows as a tree pays for.
    private String longTable() throws IOException {
        return table("long.csv", LONG_ROWS, 2);
    }

    private String table(String name, int rows, int columns) throws IOException {
        if (Files.exists(work.resolve(name))) {
            return file(name);
        }
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int cell = 1; cell <= rows * columns; cell++) {
            text.append(random.nextGaussian()).append(cell % columns == 0 ? '\n' : ',');
        }
        return table(name, text.toString());
    }

    private String table(String name, String text) throws IOException {
        return Files.writeString(work.resolve(name), text).toString();
    }

    private String webp() throws IOException {
        return Files.write(work.resolve("cat.webp"), Base64.getDecoder().decode(WEBP)).toString();
    }

    private String sample(String name) {
        return samples.resolve(name).toString();
    }

    private String file(String name) {
        return work.resolve(name).toString();
    }

    private static void succeed(String... args) {
        StringWriter errors = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
                new PrintWriter(errors));
        if (Hadamask.commands().run(args, console) != 0) {
            throw new IllegalStateException(String.join(" ", args) + ": " + errors);
        }
    }

    /// Writes the help of each command for wide terminals, `NAME.txt`, and for those of 80 columns, `NAME.80.txt`.
    private static void renderHelp(Path folder) throws IOException {
        renderHelp(folder, ".txt");
        System.setProperty("hadamask.columns", "80");
        renderHelp(folder, ".80.txt");
        System.clearProperty("hadamask.columns");
    }

    private static void renderHelp(Path folder, String ending) throws IOException {
        for (String command : Hadamask.commands().names()) {
            System.setProperty("hadamask.program", command);
            Files.write(folder.resolve(command + ending), output(command, "--help"));
            System.clearProperty("hadamask.program");
            Files.write(folder.resolve("hadamask-" + command + ending), output(command, "--help"));
        }
        Files.write(folder.resolve("hadamask" + ending), output("--help"));
    }

    private static byte[] output(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Hadamask.commands().run(args,
                new Console(InputStream.nullInputStream(), out, new PrintWriter(new StringWriter())));
        return out.toByteArray();
    }
}
