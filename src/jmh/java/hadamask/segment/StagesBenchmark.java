package hadamask.segment;

import hadamask.codec.ImageDecoder;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.cluster.Clusters;
import hadamask.segment.cluster.GrayHistogram;
import hadamask.segment.cluster.Thresholding;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.PixelWeights;
import hadamask.segment.product.Background;
import hadamask.segment.product.Product;
import hadamask.segment.refine.BoofClosing;
import hadamask.segment.refine.Closing;
import hadamask.segment.refine.Holes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Time of each stage of the pipeline on a picture of soft bright blobs on a dark, noisy ground.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StagesBenchmark {
    /// Megapixels.
    @Param({"0.135", "10.6"})
    private double size;

    private Image image;
    private PixelWeights weights;
    private GrayHistogram histogram;
    private Clusters clusters;
    private boolean[] foreground;
    private Mask clustered;
    private Mask filled;
    private byte[] jpeg;
    private byte[] png;

    /// Draws the picture and runs the stages once.
    @Setup
    public void draw() throws IOException {
        int height = (int) Math.sqrt(size * 1e6 / 1.5);
        image = blobs(height * 3 / 2, height);
        weights = PixelWeights.of(image, AlphaUse.WEIGHT);
        histogram = GrayHistogram.of(image, GrayScale.MEAN, weights);
        clusters = new Thresholding.KMeans(2, 0).clusters(histogram);
        foreground = new Foreground.Auto().choose(image, classes(), weights);
        clustered = classes().mask(foreground, weights);
        filled = Holes.ALL.fill(clustered);
        jpeg = encoded(ImageFormat.JPEG);
        png = encoded(ImageFormat.PNG);
    }

    private LevelClasses classes() {
        return new LevelClasses(GrayScale.MEAN.of(image, weights), clusters);
    }

    private static Image blobs(int width, int height) {
        Random random = new Random(1);
        float[] light = new float[width * height];
        for (int blob = 0; blob < 40; blob++) {
            int radius = height / 20 + random.nextInt(height / 10);
            int x0 = random.nextInt(width);
            int y0 = random.nextInt(height);
            for (int y = Math.max(0, y0 - radius); y < Math.min(height, y0 + radius); y++) {
                for (int x = Math.max(0, x0 - radius); x < Math.min(width, x0 + radius); x++) {
                    double distance = Math.hypot(x - x0, y - y0) / radius;
                    light[y * width + x] = (float) Math.max(light[y * width + x], 1 - distance * distance);
                }
            }
        }
        byte[] samples = new byte[3 * width * height];
        for (int i = 0; i < samples.length; i++) {
            double value = 40 + 170 * light[i / 3] + 8 * random.nextGaussian() + 10 * (i % 3);
            samples[i] = (byte) Math.clamp(value, 0, 255);
        }
        return Image.of8Bit(width, height, Layout.BGR, samples, Attributes.NONE);
    }

    private byte[] encoded(ImageFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageEncoder.encode(image, format, Encoding.DEFAULT, out);
        return out.toByteArray();
    }

    @Benchmark
    public Image decodeJpeg() {
        return ImageDecoder.decode(jpeg, Long.MAX_VALUE);
    }

    @Benchmark
    public Image decodePng() {
        return ImageDecoder.decode(png, Long.MAX_VALUE);
    }

    @Benchmark
    public GrayHistogram histogram() {
        return GrayHistogram.of(image, GrayScale.MEAN, weights);
    }

    @Benchmark
    public Clusters clusters() {
        return new Thresholding.KMeans(2, 0).clusters(histogram);
    }

    @Benchmark
    public Mask foreground() {
        return classes().mask(foreground, weights);
    }

    @Benchmark
    public Mask holes() {
        return Holes.ALL.fill(clustered);
    }

    @Benchmark
    public Mask closing() {
        return Closing.DEFAULT.close(filled);
    }

    /// The same by BoofCV, which the tests hold it to.
    @Benchmark
    public Mask closingByBoofCv() {
        return BoofClosing.close(filled, Closing.DEFAULT);
    }

    @Benchmark
    public Image product() {
        return Product.of(image, filled, Background.BLACK);
    }

    @Benchmark
    public byte[] encodePng() throws IOException {
        return encoded(ImageFormat.PNG);
    }

    @Benchmark
    public byte[] encodeJpeg() throws IOException {
        return encoded(ImageFormat.JPEG);
    }
}
