package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.segment.color.ReducedPicture;
import hadamask.segment.cut.GraphCutOptions;
import hadamask.segment.cut.GuidedEdge;
import hadamask.segment.network.ObjectMap;
import hadamask.segment.network.ObjectNetwork;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.Levels;
import hadamask.segment.plane.PixelWeights;
import hadamask.segment.plane.Plane;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The object is what a network takes for it: where that is more probable than not, with the edge of the picture; or its
/// probabilities are the prior of a graph cut, which also knows hints. With a plane a pixel's level counts besides: what the
/// network says of the pixel is the prior, and which levels the object has and the ground has is learned from it ([LevelOdds]).
///
/// @param network what is asked
/// @param plane whose levels count; null: none
/// @param cut how the picture is cut, and what is known beforehand; null: not at all
/// @param alpha what the alpha of a pixel means: where it counts, what is more transparent than not is ground
public record NetworkCutting(ObjectNetwork network, @Nullable Plane plane, @Nullable GraphCutOptions cut,
        AlphaUse alpha)
        implements
            SegmentationMethod {
    /// How much finer than the map the picture is that its edge is carried by, and the most columns and rows of it: windows of twice the
    /// size of a pixel of the map, as the same picture would have, reach over things beside the edge.
    private static final int FINER = 3;
    private static final int FINEST = 1536;
    /// Bytes per pixel of the probabilities in the size of the image, while they are made and once they are.
    private static final int MAPS = 12;

    /// The network alone, or with hints.
    public NetworkCutting(ObjectNetwork network, @Nullable GraphCutOptions cut, AlphaUse alpha) {
        this(network, null, cut, alpha);
    }

    @Override
    public int memory() {
        return (alpha == AlphaUse.WEIGHT ? 3 : 2) + (plane == null ? 0 : MAPS + plane.memory());
    }

    @Override
    public Found find(Image image, Stopwatch watch) {
        if (cut != null) {
            return new GraphCutting(List.of(cut), alpha).find(image, watch,
                    (picture, width, height) -> seen(network.map(picture), picture).at(width, height), network.name());
        }
        ObjectMap map = network.map(image);
        watch.lap("network");
        ObjectMap seen = seen(map, image);
        byte[] values = carried(seen, image);
        if (alpha == AlphaUse.WEIGHT && image.layout().hasAlpha()) {
            dropTransparent(image, values);
        }
        Mask mask = new Mask(image.width(), image.height(), values);
        watch.lap("carry");
        Levels view = new SaliencyLevels(image.width(), image.height(), seen.grey(),
                new Rectangle(0, 0, image.width(), image.height()));
        ObjectCut.Part[] parts = ObjectCut.Part.of(view, mask);
        watch.lap("saliency");
        return new Found(mask, new NetworkMask(alpha, network.name(), map.width(), map.height(), parts[1], parts[0]),
                view);
    }

    /// The map, with what the plane says where there is one.
    private ObjectMap seen(ObjectMap map, Image image) {
        return plane == null ? map : LevelOdds.of(map, image, plane, PixelWeights.of(image, alpha));
    }

    /// The mask in the size of the image: a map that is as large is cut at one half; the edge of a smaller one follows the colours.
    private static byte[] carried(ObjectMap map, Image image) {
        int longer = Math.max(map.width(), map.height());
        if (Math.max(image.width(), image.height()) > longer) {
            ReducedPicture picture = ReducedPicture.withoutLab(image,
                    Math.max(longer, Math.min(FINER * longer, FINEST)));
            return GuidedEdge.carry(picture, map.at(picture.width(), picture.height()), image);
        }
        float[] parts = map.at(image.width(), image.height());
        byte[] values = new byte[parts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (parts[i] > 0.5f ? 1 : 0);
        }
        return values;
    }

    private static void dropTransparent(Image image, byte[] values) {
        int channel = image.layout().alpha();
        for (int y = 0, i = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++, i++) {
                if (2 * image.sample(x, y, channel) < image.maxSample()) {
                    values[i] = 0;
                }
            }
        }
    }
}
