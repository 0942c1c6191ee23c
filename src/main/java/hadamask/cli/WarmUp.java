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
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes a tiny picture through the pipeline on another core while the arguments and the first image are read: classes
/// are then loaded, linked and initialised when the real picture arrives.
///
/// Of the time of a small image, half goes there; decoding and parsing use one core, and the other has nothing to do.
final class WarmUp {
    /// Large enough for the loops to be compiled, too; small enough to be done when a photograph is decoded.
    private static final int SIDE = 160;
    /// Bytes of the first rows of a table, and how often they are read.
    private static final int HEAD = 1 << 18;
    private static final int READINGS = 3;
    /// Bytes of a table.
    private static final int LARGE = 1 << 20;

    private WarmUp() {
    }

    /// Starts the work and returns at once. Nobody waits for it, and its failure is nobody's failure.
    static void start(List<String> arguments) {
        boolean jpeg = arguments.stream().anyMatch(argument -> ImageFormat.ofName(argument) == ImageFormat.JPEG);
        Thread.ofPlatform().daemon().name("warm-up").start(() -> run(jpeg));
    }

    /// Starts reading the first rows of a table, again and again, and returns at once: what reads them is then compiled
    /// before the whole table is fetched.
    ///
    /// @param arguments one of them may name a large file
    /// @return the first rows, when they are read; null when no file is so large that it pays
    static @Nullable Future<Table> startReading(List<String> arguments) {
        for (String argument : arguments) {
            File file = new File(argument);
            if (file.length() > LARGE) {
                FutureTask<Table> reading = new FutureTask<>(() -> firstRows(file));
                Thread.ofPlatform().daemon().name("warm-up").start(reading);
                return reading;
            }
        }
        return null;
    }

    private static Table firstRows(File file) throws IOException {
        byte[] head = head(file);
        Table table = read(head);
        for (int again = 1; again < READINGS; again++) {
            table = read(head);
        }
        return table;
    }

    private static byte[] head(File file) throws IOException {
        byte[] head = new byte[HEAD];
        try (RandomAccessFile opened = new RandomAccessFile(file, "r")) {
            opened.readFully(head);
        }
        int end = head.length;
        while (end > 1 && head[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(head, end);
    }

    private static Table read(byte[] text) {
        return TableReader.read(Input.stream("warm-up", new ByteArrayInputStream(text)),
                ReadOptions.DEFAULT.withThreads(1));
    }

    /// Starts comparing the first rows of a table and returns at once: the loops are compiled while it is read.
    ///
    /// @param reading what [#startReading(List)] gave
    /// @param measure what will be measured, of a table
    static void startPairs(Future<Table> reading, Function<Table, Measure> measure) {
        Thread.ofPlatform().daemon().name("warm-up").start(() -> {
            try (Workers workers = new Workers(1)) {
                Table rows = reading.get();
                Pairwise.of(measure.apply(rows), rows.values(), Treatment.PLAIN).panels(workers, block -> {});
            } catch (InterruptedException | ExecutionException | RuntimeException | OutOfMemoryError e) {
                // The whole table will meet the same failure, and report it.
            }
        });
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
