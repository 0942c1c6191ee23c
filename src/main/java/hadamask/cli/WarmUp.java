package hadamask.cli;

import hadamask.distance.Measure;
import hadamask.distance.Pairwise;
import hadamask.distance.Treatment;
import hadamask.file.Input;
import hadamask.image.Attributes;
import hadamask.image.Encoding;
import hadamask.image.Image;
import hadamask.image.ImageDecoder;
import hadamask.image.ImageEncoder;
import hadamask.image.ImageFormat;
import hadamask.image.Layout;
import hadamask.segment.Background;
import hadamask.segment.Product;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import hadamask.table.TableReader;
import hadamask.table.Workers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// Takes a tiny picture through the pipeline on another core while the arguments and the first image are read: classes
/// are then loaded, linked and initialised when the real picture arrives.
///
/// Of the time of a small image, half goes there; decoding and parsing use one core, and the other has nothing to do.
final class WarmUp {
    /// Large enough for the loops to be compiled, too; small enough to be done when a photograph is decoded.
    private static final int SIDE = 160;
    private static final int ROWS = 320;
    private static final int COLUMNS = 64;
    private static final int READINGS = 3;

    private WarmUp() {
    }

    /// Starts the work and returns at once. Nobody waits for it, and its failure is nobody's failure.
    static void start(List<String> arguments) {
        boolean jpeg = arguments.stream().anyMatch(argument -> ImageFormat.ofName(argument) == ImageFormat.JPEG);
        Thread.ofPlatform().daemon().name("warm-up").start(() -> run(jpeg));
    }

    /// Starts taking a small table through what a large one will go through, and returns at once: the loops over cells and
    /// columns are then compiled while the large one is fetched.
    ///
    /// @param measure what will be measured, of a table
    static void startPairs(Function<Table, Measure> measure) {
        Thread.ofPlatform().daemon().name("warm-up").start(() -> {
            try {
                compare(measure);
            } catch (RuntimeException | OutOfMemoryError e) {
                // The real table will meet the same failure, and report it.
            }
        });
    }

    private static void compare(Function<Table, Measure> measure) {
        byte[] text = numbers();
        Table table = read(text);
        for (int again = 1; again < READINGS; again++) {
            table = read(text);
        }
        try (Workers workers = new Workers(1)) {
            Pairwise.of(measure.apply(table), table.values(), Treatment.PLAIN).panels(workers, block -> {});
        }
    }

    private static Table read(byte[] text) {
        return TableReader.read(Input.stream("warm-up", new ByteArrayInputStream(text)),
                ReadOptions.DEFAULT.withThreads(1));
    }

    /// A table of random numbers with 17 digits.
    private static byte[] numbers() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int cell = 1; cell <= ROWS * COLUMNS; cell++) {
            text.append(random.nextBoolean() ? "-0." : "0.").append(10_000_000 + random.nextInt(90_000_000))
                    .append(random.nextInt(1_000_000_000)).append("e+00").append(cell % COLUMNS == 0 ? '\n' : ',');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void run(boolean jpeg) {
        byte[] samples = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % 7 * 30);
        }
        Image picture = Image.of8Bit(SIDE, SIDE, Layout.BGR, samples, Attributes.NONE);
        try {
            if (jpeg) {
                ImageDecoder.prepareJpeg();
            }
            Segmentation tiny = Segmenter.of(SegmentationOptions.DEFAULT).segment(picture);
            Image cutout = Product.inPlace(picture, tiny.mask(), Background.BLACK);
            ImageEncoder.encode(cutout, ImageFormat.PNG, Encoding.DEFAULT, OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // The real picture will meet the same failure, and report it.
        }
    }
}
