package hadamask.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.segment.ColorClustering;
import hadamask.segment.Evidence;
import hadamask.segment.Foreground;
import hadamask.segment.GraphCutting;
import hadamask.segment.GrayClustering;
import hadamask.segment.HalfLevels;
import hadamask.segment.LocalThresholding;
import hadamask.segment.NetworkCutting;
import hadamask.segment.SegmentationMethod;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.Statistics;
import hadamask.segment.cluster.ColorFeatures;
import hadamask.segment.cluster.Thresholding;
import hadamask.segment.local.LocalThreshold;
import hadamask.segment.network.Network.Tensor;
import hadamask.segment.network.NetworkAdjustments;
import hadamask.segment.network.NetworkSketch;
import hadamask.segment.network.ObjectNetwork;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.BorderPlane;
import hadamask.segment.plane.ColorPlane;
import hadamask.segment.plane.FlattenedPlane;
import hadamask.segment.plane.GrayScale;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

class JsonTextTest {
    private static final LocalThreshold LOCAL = new LocalThreshold(LocalThreshold.Rule.SAUVOLA, 15, 0.1 + 0.2);

    private static final int MAP = 32;
    private static final List<SegmentationMethod> METHODS = List.of(GrayClustering.DEFAULT,
            GrayClustering.DEFAULT.with(new Thresholding.KMeans(5, 3)),
            new GrayClustering(ColorPlane.LAB_A, new Thresholding.KMeans(2, 0), new Foreground.Bright(),
                    AlphaUse.WEIGHT),
            new GrayClustering(new BorderPlane(), new Thresholding.Fixed(0.3), new Foreground.Dark(), AlphaUse.IGNORE),
            new GrayClustering(new FlattenedPlane(GrayScale.REC709, 9), new Thresholding.KMeans(2, 0),
                    new Foreground.Auto(), AlphaUse.WEIGHT),
            new HalfLevels(GrayClustering.DEFAULT),
            new LocalThresholding(ColorPlane.GREEN, LOCAL, new Foreground.Dark(), AlphaUse.WEIGHT),
            new ColorClustering(ColorFeatures.HSV, 4, 1, new Foreground.Auto(), AlphaUse.WEIGHT), GraphCutting.DEFAULT,
            new NetworkCutting(ObjectNetwork.of("net", new NetworkSketch("input", MAP, MAP, JsonTextTest::left),
                    NetworkAdjustments.NONE), null, AlphaUse.WEIGHT));

    /// What a network says that sees the object on the left.
    private static Tensor left(Tensor picture) {
        float[] map = new float[MAP * MAP];
        for (int i = 0; i < map.length; i++) {
            map[i] = i % MAP < MAP / 3 ? 0.875f : 0.125f;
        }
        return new Tensor(map, List.of(1L, 1L, (long) MAP, (long) MAP));
    }

    private static Image picture() {
        Random random = new Random(8);
        byte[] abgr = new byte[4 * 60 * 40];
        for (int i = 0; i < 60 * 40; i++) {
            boolean in = Math.hypot(i % 60 - 30, i / 60 - 20) < 12;
            abgr[4 * i] = (byte) (255 - random.nextInt(60));
            abgr[4 * i + 1] = (byte) (random.nextInt(40) + (in ? 20 : 120));
            abgr[4 * i + 2] = (byte) (random.nextInt(40) + 90);
            abgr[4 * i + 3] = (byte) (random.nextInt(40) + (in ? 190 : 30));
        }
        return Image.of8Bit(60, 40, Layout.ABGR, abgr, Attributes.NONE);
    }

    @Test
    void theEvidenceOfEveryMethodIsReadAsItWasWritten() {
        Set<Class<?>> seen = new HashSet<>();
        for (SegmentationMethod method : METHODS) {
            Statistics found = Statistics
                    .of(Segmenter.of(SegmentationOptions.DEFAULT.withMethod(method)).segment(picture()));
            StringWriter text = new StringWriter();
            try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
                JsonText.write(json, found);
            }
            try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(),
                    new StringReader(text.toString()))) {
                json.nextToken();
                assertEquals(found, JsonText.statistics(JsonText.read(json)), text::toString);
            }
            seen.add(found.evidence().getClass());
        }
        assertEquals(Set.of(Evidence.class.getPermittedSubclasses()), seen, "a method for each kind of evidence");
    }
}
