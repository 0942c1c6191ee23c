import hadamask.image.Image;
import hadamask.image.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Prints how well `segment` finds what is sought, without options and with each preset: the mean intersection over union of each set.
///
///     src/bench/accuracy [--with OPTIONS]... SET...
///
/// A set is a folder that holds `images` and `masks` ([MaskSets]). Each column but one is a run of the command, as a user types it, over
/// all images of a set; `box` has a box 2 % around the true object ([TruthHints]). `best` is the best preset, which looks at no truth but
/// the set's mean. An image that is refused counts 0. `--with` adds a column with other options, as in `--with '--threshold otsu'`.
class Accuracy {
    private static final String BOX = "box";

    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    Accuracy() {
        columns.put("default", List.of());
        for (String preset : List.of("photo", "portrait", BOX, "cells", "smear", "plant", "document", "product",
                "textbook")) {
            columns.put(preset, List.of("--preset", preset));
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> sets = new ArrayList<>(List.of(arguments));
        Accuracy accuracy = new Accuracy();
        while (!sets.isEmpty() && sets.getFirst().equals("--with")) {
            sets.removeFirst();
            String options = sets.removeFirst();
            accuracy.columns.put(options, List.of(options.split(" ")));
        }
        if (sets.isEmpty()) {
            System.err.println("usage: accuracy [--with OPTIONS]... SET...");
            System.exit(2);
        }
        accuracy.run(sets);
    }

    private void run(List<String> sets) throws IOException, InterruptedException {
        System.out.println("| set | images | " + String.join(" | ", columns.keySet()) + " | best |");
        System.out.println("|---".repeat(columns.size() + 3) + "|");
        for (String set : sets) {
            List<Path> images = MaskScores.files(Path.of(set, "images"));
            System.out.printf("| %s | %d |", Path.of(set).getFileName(), images.size());
            double best = 0;
            String name = "";
            for (Map.Entry<String, List<String>> column : columns.entrySet()) {
                double mean = column.getKey().equals(BOX) ? boxed(set, images) : mean(set, images, column.getValue());
                System.out.printf(Locale.ROOT, " %.3f |", mean);
                System.out.flush();
                if (mean > best && column.getValue().contains("--preset") && !column.getKey().equals(BOX)) {
                    best = mean;
                    name = column.getKey();
                }
            }
            System.out.printf(Locale.ROOT, " %.3f %s |%n", best, name);
        }
    }

    private static double boxed(String set, List<Path> images) throws IOException {
        double sum = 0;
        for (Path file : images) {
            Image image = MaskScores.read(file);
            Mask truth = MaskScores.truth(Path.of(set), file, image);
            sum += MaskScores.iou(new TruthHints(true, 0).mask(image, truth), truth);
        }
        return sum / images.size();
    }

    private static double mean(String set, List<Path> images, List<String> options)
            throws IOException, InterruptedException {
        Path found = Files.createTempDirectory("accuracy");
        try {
            segment(set, found, options);
            double sum = 0;
            for (Path file : images) {
                Image image = MaskScores.read(file);
                Path mask = found.resolve(MaskScores.base(file) + ".png");
                if (Files.exists(mask)) {
                    sum += MaskScores.iou(Mask.of(MaskScores.read(mask)),
                            MaskScores.truth(Path.of(set), file, image));
                }
            }
            return sum / images.size();
        } finally {
            try (Stream<Path> files = Files.walk(found)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Writes the masks of all images of a set.
    private static void segment(String set, Path found, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "hadamask.Hadamask", "segment", "-r", set + "/images", "-o", "none",
                "--mask", found + "/{name}.png", "-q"));
        command.addAll(options);
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status > 1) {
            throw new IOException(String.join(" ", command) + ": exit status " + status);
        }
    }
}
