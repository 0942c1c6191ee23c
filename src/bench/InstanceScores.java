import hadamask.codec.ImageDecoder;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.region.Matching;
import hadamask.region.RegionFilter;
import hadamask.region.RegionLabels;
import hadamask.segment.GrayClustering;
import hadamask.segment.HalfLevels;
import hadamask.segment.SegmentationMethod;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.refine.Closing;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.refine.Holes;
import hadamask.segment.refine.Refinement;
import hadamask.segment.split.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Measures how well objects are found one by one: mean F1 at an intersection over union of 1/2, and the mean average precision
/// of the Data Science Bowl 2018.
///
///     src/bench/instance-scores [--list] [--truth] [--half-levels] [--min-area N] [--split H,...] FOLDER [LIST]
///     src/bench/instance-scores [--list] --run OPTIONS FOLDER [LIST]
///
/// FOLDER has a folder for each picture, with `images/*.png`, the picture, and `masks/*.png`, a mask for each object: the layout of
/// that set. LIST names a file with the folders to take, one a line; all otherwise. Pictures are segmented with the defaults,
/// except for the closing; with `--truth` their masks are the true ones, which leaves the split alone to be measured;
/// with `--half-levels` each region is cut again by a threshold of its own. `--run` measures the labels that `segment` itself writes
/// with these options, as in `--run '--preset cells --split'`.
class InstanceScores {
    private record Picture(String name, Mask mask, RegionLabels truth) {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean list = words.remove("--list");
        String run = option(words, "--run", "");
        if (!run.isEmpty()) {
            System.out.printf("%-8s %6s %8s %8s %8s%n", "", "images", "mean F1", "mean AP", "s/image");
            new Scores(list).print("segment", labelled(words, run));
            return;
        }
        boolean given = words.remove("--truth");
        SegmentationMethod method = words.remove("--half-levels")
                ? new HalfLevels(GrayClustering.DEFAULT)
                : GrayClustering.DEFAULT;
        long minArea = Long.parseLong(option(words, "--min-area", "30"));
        String[] depths = option(words, "--split", "inf,0.5").split(",");
        List<Picture> pictures = pictures(words, minArea, given, method);
        System.out.printf("%-8s %6s %8s %8s %8s%n", "split", "images", "mean F1", "mean AP", "s/image");
        for (String depth : depths) {
            Split split = depth.equals("inf") ? Split.NONE : new Split(Double.parseDouble(depth));
            new Scores(list).print(depth, pictures.stream().map(picture -> new Found(picture.name,
                    () -> RegionLabels.of(picture.mask, Connectivity.EIGHT, split).select(RegionFilter.from(minArea)),
                    picture.truth)).toList());
        }
    }

    /// What was found in a picture, and what is there.
    private record Found(String name, Supplier<RegionLabels> labels, RegionLabels truth) {}

    private record Scores(boolean list) {
        void print(String name, List<Found> pictures) {
            double f1 = 0;
            double precision = 0;
            long start = System.nanoTime();
            List<String> lines = new ArrayList<>();
            for (Found picture : pictures) {
                Matching matching = Matching.of(picture.labels.get(), picture.truth);
                f1 += matching.f1();
                precision += matching.averagePrecision();
                lines.add(String.format(Locale.ROOT, "  %.3f %.3f %4d of %4d %s", matching.f1(),
                        matching.averagePrecision(), matching.found(), matching.expected(), picture.name));
            }
            int n = pictures.size();
            System.out.printf(Locale.ROOT, "%-8s %6d %8.3f %8.3f %8.3f%n", name, n, f1 / n, precision / n,
                    (System.nanoTime() - start) / 1e9 / n);
            if (list) {
                lines.stream().sorted().forEach(System.out::println);
            }
        }
    }

    /// What the command finds, run on all pictures at once; their names are those of their folders.
    private static List<Found> labelled(List<String> words, String options) throws IOException, InterruptedException {
        Path folder = Path.of(words.getFirst());
        List<String> names = words.size() > 1 ? Files.readAllLines(Path.of(words.get(1))) : names(folder);
        Path work = Files.createTempDirectory("instances");
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "hadamask.Hadamask", "segment", "-o", "none", "--labels",
                work + "/{name}.png", "-q", "--files-from", work + "/images"));
        command.addAll(List.of(options.split(" ")));
        List<String> images = new ArrayList<>();
        for (String name : names) {
            images.add(files(folder.resolve(name).resolve("images")).getFirst().toString());
        }
        Files.write(work.resolve("images"), images);
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + ": exit status " + status);
        }
        List<Found> found = new ArrayList<>();
        for (String name : names) {
            Path image = files(folder.resolve(name).resolve("images")).getFirst();
            Image labels = read(work.resolve(image.getFileName()));
            int[] numbers = new int[labels.width() * labels.height()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = labels.sample(i % labels.width(), i / labels.width(), 0);
            }
            int[] truth = truth(labels, files(folder.resolve(name).resolve("masks")));
            found.add(new Found(name, () -> RegionLabels.ofNumbers(labels.width(), labels.height(), numbers),
                    RegionLabels.ofNumbers(labels.width(), labels.height(), truth)));
        }
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return found;
    }

    private static String option(List<String> words, String name, String initial) {
        int place = words.indexOf(name);
        if (place < 0) {
            return initial;
        }
        words.remove(place);
        return words.remove(place);
    }

    private static List<Picture> pictures(List<String> words, long minArea, boolean given,
            SegmentationMethod method) throws IOException {
        Path folder = Path.of(words.getFirst());
        List<String> names = words.size() > 1 ? Files.readAllLines(Path.of(words.get(1))) : names(folder);
        SegmentationOptions options = SegmentationOptions.DEFAULT.withMethod(method)
                .withRefinement(new Refinement(Holes.ALL, Closing.NONE, minArea, false));
        List<Picture> pictures = new ArrayList<>();
        for (String name : names) {
            Path file = files(folder.resolve(name).resolve("images")).getFirst();
            Image image = read(file);
            int[] labels = truth(image, files(folder.resolve(name).resolve("masks")));
            Mask mask = given ? mask(image, labels) : Segmenter.of(options).segment(image).mask();
            pictures.add(new Picture(name, mask, RegionLabels.ofNumbers(image.width(), image.height(), labels)));
        }
        return pictures;
    }

    /// The picture of all masks: each pixel has the number of the last mask that it is in.
    private static int[] truth(Image image, List<Path> masks) throws IOException {
        int[] labels = new int[image.width() * image.height()];
        int label = 0;
        for (Path file : masks) {
            byte[] in = Mask.of(read(file)).values();
            label++;
            for (int i = 0; i < labels.length; i++) {
                labels[i] = in[i] == 0 ? labels[i] : label;
            }
        }
        return labels;
    }

    private static Mask mask(Image image, int[] labels) {
        byte[] values = new byte[labels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (labels[i] > 0 ? 1 : 0);
        }
        return new Mask(image.width(), image.height(), values);
    }

    private static List<String> names(Path folder) throws IOException {
        return files(folder).stream().map(file -> file.getFileName().toString()).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Image read(Path file) throws IOException {
        return ImageDecoder.decode(Files.readAllBytes(file), 1_000_000_000L);
    }
}
