import com.sun.management.OperatingSystemMXBean;
import hadamask.codec.ImageDecoder;
import hadamask.image.Image;
import hadamask.segment.NetworkCutting;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.network.Network;
import hadamask.segment.network.NetworkAdjustments;
import hadamask.segment.network.NetworkProvider;
import hadamask.segment.network.ObjectMap;
import hadamask.segment.network.ObjectNetwork;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.refine.Refinement;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// Measures a network on sets of pictures with known masks; see network-scores.
///
/// Of each set: the mean intersection over union of `segment --model`, that of the cut-outs of another program, and, where the picture is
/// larger than a small map, that within some pixels of the true edge: the map is reduced to SIDE x SIDE, as a smaller network would
/// give it, and carried to the picture by straight lines between its pixels, and as `segment` does it.
class NetworkScores {
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    private final Path model;
    private final int every;
    private final int side;
    private final int band;
    private final List<Path> others;
    private final Path maps;

    NetworkScores(Path model, int every, int side, int band, List<Path> others, Path maps) {
        this.model = model;
        this.every = every;
        this.side = side;
        this.band = band;
        this.others = others;
        this.maps = maps;
    }

    void of(Path set, ObjectNetwork network) throws IOException {
        TreeMap<String, List<Double>> scores = new TreeMap<>();
        double processor = 0;
        int count = 0;
        try (var files = Files.list(set.resolve("images"))) {
            List<Path> sorted = files.sorted().toList();
            for (int i = 0; i < sorted.size(); i += every) {
                String name = sorted.get(i).getFileName().toString().replaceFirst("\\.[^.]*$", "");
                Image image = ImageDecoder.decode(Files.readAllBytes(sorted.get(i)), 100_000_000);
                byte[] truth = truth(set.resolve("masks").resolve(name + ".png"), image.width(), image.height());
                if (network == null) {
                    count += addOthers(scores, set, name, truth) ? 1 : 0;
                    continue;
                }
                long before = PROCESS.getProcessCpuTime();
                ObjectMap map = map(set, name, network, image);
                byte[] mask = mask(network(map), image);
                processor += (PROCESS.getProcessCpuTime() - before) / 1e9;
                count++;
                add(scores, "segment", overlap(mask, truth, null));
                if (addOthers(scores, set, name, truth)) {
                    add(scores, "segment, of those", overlap(mask, truth, null));
                }
                if (Math.min(image.width(), image.height()) > side) {
                    ObjectMap small = new ObjectMap(side, side, map.at(side, side));
                    boolean[] edge = edge(truth, image.width(), image.height());
                    float[] wide = small.at(image.width(), image.height());
                    byte[] lines = new byte[wide.length];
                    for (int p = 0; p < wide.length; p++) {
                        lines[p] = (byte) (wide[p] > 0.5f ? 1 : 0);
                    }
                    add(scores, "edge, whole map", overlap(mask, truth, edge));
                    add(scores, "edge, lines", overlap(lines, truth, edge));
                    add(scores, "edge, segment", overlap(mask(network(small), image), truth, edge));
                }
            }
        }
        System.out.printf(Locale.ROOT, "%s: %d pictures%s%n", set.getFileName(), count, network == null
                ? ""
                : String.format(Locale.ROOT, ", %.2f s of processor time each, %s", processor / count, memory()));
        scores.forEach((what, values) -> System.out.printf(Locale.ROOT, "  %-20s %.4f (%d)%n", what,
                values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN), values.size()));
    }

    /// Scores the cut-outs of other programs, of a picture that all of them have.
    private boolean addOthers(TreeMap<String, List<Double>> scores, Path set, String name, byte[] truth)
            throws IOException {
        List<Path> cutouts = others.stream().map(other -> other.resolve(set.getFileName()).resolve(name + ".png")).toList();
        if (cutouts.isEmpty() || !cutouts.stream().allMatch(Files::exists)) {
            return false;
        }
        for (int i = 0; i < cutouts.size(); i++) {
            add(scores, "by " + others.get(i).getFileName(), overlap(opaque(cutouts.get(i)), truth, null));
        }
        return true;
    }

    /// What the network gives, or gave before.
    private ObjectMap map(Path set, String name, ObjectNetwork network, Image image) throws IOException {
        Path kept = maps == null ? null : maps.resolve(set.getFileName() + "-" + name);
        if (kept != null && Files.exists(kept)) {
            byte[] bytes = Files.readAllBytes(kept);
            int length = (int) Math.sqrt(bytes.length / 2);
            float[] values = new float[length * length];
            for (int i = 0; i < values.length; i++) {
                values[i] = ((bytes[2 * i] & 0xFF) << 8 | (bytes[2 * i + 1] & 0xFF)) / 65535f;
            }
            return new ObjectMap(length, length, values);
        }
        ObjectMap map = network.map(image);
        if (kept != null) {
            byte[] bytes = new byte[2 * map.values().length];
            for (int i = 0; i < map.values().length; i++) {
                int level = Math.round(65535 * map.values()[i]);
                bytes[2 * i] = (byte) (level >> 8);
                bytes[2 * i + 1] = (byte) level;
            }
            Files.write(kept, bytes);
        }
        return map;
    }

    /// One that gives a map that is there.
    private static ObjectNetwork network(ObjectMap map) {
        List<Long> shape = List.of(1L, 3L, (long) map.height(), (long) map.width());
        Network.Port in = new Network.Port("input", "FLOAT", shape);
        Network.Port out = new Network.Port("output", "FLOAT", List.of(1L, 1L, shape.get(2), shape.get(3)));
        return ObjectNetwork.of("map", new Network() {
            @Override
            public List<Port> inputs() {
                return List.of(in);
            }

            @Override
            public List<Port> outputs() {
                return List.of(out);
            }

            @Override
            public Tensor run(Tensor input) {
                return new Tensor(map.values().clone(), out.shape());
            }

            @Override
            public void close() {
            }
        }, NetworkAdjustments.NONE);
    }

    private static byte[] mask(ObjectNetwork network, Image image) {
        return Segmenter.of(new SegmentationOptions(new NetworkCutting(network, null, AlphaUse.WEIGHT), Refinement.NONE, false))
                .segment(image).mask().values();
    }

    private static byte[] truth(Path file, int width, int height) throws IOException {
        Image mask = ImageDecoder.decode(Files.readAllBytes(file), 100_000_000);
        byte[] values = new byte[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                int column = (int) ((long) x * mask.width() / width);
                int row = (int) ((long) y * mask.height() / height);
                values[i] = (byte) (2 * mask.sample(column, row, 0) > mask.maxSample() ? 1 : 0);
            }
        }
        return values;
    }

    /// The mask of a cut-out: what is opaque rather than not.
    private static byte[] opaque(Path file) throws IOException {
        Image cutout = ImageDecoder.decode(Files.readAllBytes(file), 100_000_000);
        byte[] values = new byte[cutout.width() * cutout.height()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (cutout.layout().hasAlpha() && 2 * cutout.sample(i % cutout.width(), i / cutout.width(),
                    cutout.layout().alpha()) <= cutout.maxSample() ? 0 : 1);
        }
        return values;
    }

    /// Pixels that are at most so many steps, also aslant, from one of the other side.
    private boolean[] edge(byte[] truth, int width, int height) {
        boolean[] near = new boolean[truth.length];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                if ((x + 1 < width && truth[i] != truth[i + 1]) || (y + 1 < height && truth[i] != truth[i + width])) {
                    for (int v = Math.max(0, y - band); v < Math.min(height, y + band + 1); v++) {
                        Arrays.fill(near, v * width + Math.max(0, x - band), v * width + Math.min(width, x + band + 1), true);
                    }
                }
            }
        }
        return near;
    }

    /// @param where counts; null for everywhere
    private static double overlap(byte[] mask, byte[] truth, boolean[] where) {
        long both = 0;
        long either = 0;
        for (int i = 0; i < truth.length; i++) {
            if (where == null || where[i]) {
                both += mask[i] & truth[i];
                either += mask[i] | truth[i];
            }
        }
        return either == 0 ? 1 : (double) both / either;
    }

    private static void add(TreeMap<String, List<Double>> scores, String what, double value) {
        scores.computeIfAbsent(what, key -> new ArrayList<>()).add(value);
    }

    private static String memory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "memory unknown";
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("")
                .replaceAll("\\s+", " ");
    }

    void main(List<Path> sets) throws IOException {
        if (model.toString().equals("-")) {
            for (Path set : sets) {
                of(set, null);
            }
            return;
        }
        try (ObjectNetwork network = ObjectNetwork.of(model.toString(),
                NetworkProvider.first().orElseThrow().open(model, 2), NetworkAdjustments.NONE)) {
            for (Path set : sets) {
                of(set, network);
            }
        }
    }

    public static void main(String[] args) throws IOException {
        int every = 1;
        int side = 320;
        int band = 5;
        List<Path> others = new ArrayList<>();
        Path maps = null;
        int at = 0;
        for (; at < args.length && args[at].startsWith("--"); at += 2) {
            switch (args[at]) {
                case "--every" -> every = Integer.parseInt(args[at + 1]);
                case "--side" -> side = Integer.parseInt(args[at + 1]);
                case "--band" -> band = Integer.parseInt(args[at + 1]);
                case "--others" -> others.add(Path.of(args[at + 1]));
                case "--maps" -> maps = Files.createDirectories(Path.of(args[at + 1]));
                default -> throw new IllegalArgumentException(args[at]);
            }
        }
        new NetworkScores(Path.of(args[at]), every, side, band, others, maps)
                .main(Arrays.stream(args, at + 1, args.length).map(Path::of).toList());
    }
}
