import hadamask.codec.ImageDecoder;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.region.Matching;
import hadamask.region.RegionFilter;
import hadamask.region.RegionLabels;
import hadamask.segment.Closing;
import hadamask.segment.Connectivity;
import hadamask.segment.GrayClustering;
import hadamask.segment.HalfLevels;
import hadamask.segment.Holes;
import hadamask.segment.Refinement;
import hadamask.segment.SegmentationMethod;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.split.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Measures how well objects are found one by one: mean F1 at an intersection over union of 1/2, and the mean average precision
/// of the Data Science Bowl 2018.
///
///     src/bench/instance-scores [--list] [--truth] [--half-levels] [--min-area N] [--split H,...] FOLDER [LIST]
///
/// FOLDER has a folder for each picture, with `images/*.png`, the picture, and `masks/*.png`, a mask for each object: the layout of
/// that set. LIST names a file with the folders to take, one a line; all otherwise. Pictures are segmented with the defaults,
/// except for the closing; with `--truth` their masks are the true ones, which leaves the split alone to be measured;
/// with `--half-levels` each region is cut again by a threshold of its own.
class InstanceScores {
    private record Picture(String name, Mask mask, RegionLabels truth) {
    }

    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean list = words.remove("--list");
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
            double f1 = 0;
            double precision = 0;
            long start = System.nanoTime();
            List<String> lines = new ArrayList<>();
            for (Picture picture : pictures) {
                Matching matching = Matching
                        .of(RegionLabels.of(picture.mask, Connectivity.EIGHT, split)
                                .select(RegionFilter.from(minArea)), picture.truth);
                f1 += matching.f1();
                precision += matching.averagePrecision();
                lines.add(String.format(Locale.ROOT, "  %.3f %.3f %4d of %4d %s", matching.f1(),
                        matching.averagePrecision(), matching.found(), matching.expected(), picture.name));
            }
            int n = pictures.size();
            System.out.printf(Locale.ROOT, "%-8s %6d %8.3f %8.3f %8.3f%n", depth, n, f1 / n, precision / n,
                    (System.nanoTime() - start) / 1e9 / n);
            if (list) {
                lines.stream().sorted().forEach(System.out::println);
            }
        }
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
