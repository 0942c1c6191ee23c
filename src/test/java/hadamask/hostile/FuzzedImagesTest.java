package hadamask.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hadamask.codec.format.ImageFormat;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/// Coverage-guided fuzzing of pictures through the whole pipeline: each is cut out, or refused. See `scripts/fuzz`.
@Timeout(60)
class FuzzedImagesTest {
    private static final byte[] PNG = ImageSeeds.fixture("palette.gif.png");
    private static final byte[] JPEG = ImageSeeds.fixture("gray.jpg");
    private static final byte[] CMYK = ImageSeeds.fixture("cmyk.jpg");
    private static final byte[] WEBP = ImageSeeds.fixture("alpha.webp");

    private static List<byte[]> of(ImageFormat format) throws IOException {
        Map<ImageFormat, List<byte[]>> seeds = ImageSeeds.of(Calls.SAMPLES);
        return seeds.getOrDefault(format, List.of());
    }

    static List<byte[]> pngs() throws IOException {
        return of(ImageFormat.PNG);
    }

    static List<byte[]> jpegs() throws IOException {
        return of(ImageFormat.JPEG);
    }

    static List<byte[]> tiffs() throws IOException {
        return of(ImageFormat.TIFF);
    }

    static List<byte[]> bmps() throws IOException {
        return of(ImageFormat.BMP);
    }

    static List<byte[]> anyMaps() throws IOException {
        return of(ImageFormat.PNM);
    }

    static List<byte[]> gifs() throws IOException {
        return of(ImageFormat.GIF);
    }

    static List<byte[]> webps() throws IOException {
        return of(ImageFormat.WEBP);
    }

    static List<byte[]> blocks() {
        return List.of(Exif.block());
    }

    static List<byte[]> profiles() {
        return Stream.of(ColorSpace.CS_sRGB, ColorSpace.CS_GRAY, ColorSpace.CS_CIEXYZ)
                .map(space -> ICC_Profile.getInstance(space).getData()).toList();
    }

    private static void cutOut(byte[] file) throws Exception {
        Trials.hold(file, MutatedImagesTest.MEMORY, (bytes, number) -> MutatedImagesTest.isCutOut(bytes));
    }

    @MethodSource("pngs")
    @FuzzTest
    void png(byte[] file) throws Exception {
        // No fuzzer finds right checksums.
        cutOut(PngRepair.withChecksums(file));
    }

    @MethodSource("jpegs")
    @FuzzTest
    void jpeg(byte[] file) throws Exception {
        cutOut(file);
    }

    @MethodSource("tiffs")
    @FuzzTest
    void tiff(byte[] file) throws Exception {
        cutOut(file);
    }

    @MethodSource("bmps")
    @FuzzTest
    void bmp(byte[] file) throws Exception {
        cutOut(file);
    }

    @MethodSource("anyMaps")
    @FuzzTest
    void anyMap(byte[] file) throws Exception {
        cutOut(file);
    }

    @MethodSource("gifs")
    @FuzzTest
    void gif(byte[] file) throws Exception {
        cutOut(file);
    }

    @MethodSource("webps")
    @FuzzTest
    void webp(byte[] file) throws Exception {
        cutOut(file);
    }

    @MethodSource("blocks")
    @FuzzTest
    void exif(byte[] block) throws Exception {
        cutOut(Wrapped.exifInJpeg(JPEG, block));
        cutOut(Wrapped.inPng(PNG, "eXIf", block));
        cutOut(Wrapped.exifInWebp(WEBP, block));
    }

    @MethodSource("profiles")
    @FuzzTest
    void profile(byte[] profile) throws Exception {
        cutOut(Wrapped.profileInJpeg(CMYK, profile));
        cutOut(Wrapped.profileInPng(PNG, profile));
    }
}
