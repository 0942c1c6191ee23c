package hadamask.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.codec.ImageDecoder;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Image;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.product.Background;
import hadamask.segment.product.Product;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Damaged pictures go through the whole pipeline: each gives a cut-out that reads back, or is refused.
class MutatedImagesTest {
    static final long MAX_PIXELS = 250_000;
    /// A picture of that size with 16 bits takes 2 MB. It is read, turned, segmented, multiplied, written and read again; a
    /// colour profile is at most 16 MB, and travels along.
    static final long MEMORY = 200L << 20;

    private static Map<ImageFormat, List<byte[]>> seeds = Map.of();

    @BeforeAll
    static void makeSeeds() throws IOException {
        seeds = ImageSeeds.of(Calls.SAMPLES);
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedPictureIsCutOutOrRefused(ImageFormat format) throws Exception {
        Trials.run(format.toString(), seeds.getOrDefault(format, List.of()), MEMORY,
                (file, number) -> isCutOut(file));
    }

    /// Decodes, segments, multiplies, writes, and reads back.
    static boolean isCutOut(byte[] file) throws IOException {
        Image image = ImageDecoder.decode(file, MAX_PIXELS);
        Segmentation segmentation = Segmenter.of(SegmentationOptions.DEFAULT).segment(image);
        Image product = Product.of(image, segmentation.mask(), Background.BLACK);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageEncoder.encode(product, ImageFormat.PNG, Encoding.DEFAULT, out);
        assertEquals(product, ImageDecoder.decode(out.toByteArray(), MAX_PIXELS));
        return true;
    }
}
