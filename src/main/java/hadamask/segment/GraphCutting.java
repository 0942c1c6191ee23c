package hadamask.segment;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.segment.ObjectCut.Part;
import hadamask.segment.cut.CutWays;
import hadamask.segment.cut.GraphCut;
import hadamask.segment.cut.GraphCutOptions;
import hadamask.segment.cut.GraphCutResult;
import hadamask.segment.cut.Hints;
import hadamask.segment.cut.Prior;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.Levels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The object is what stands out from a photograph, cut where its colours change: [GraphCut].
///
/// @param ways how it is cut, and what is known beforehand: of several ways the best cut is taken
/// @param alpha what the alpha of a pixel means: where it counts, what is more transparent than not is ground
public record GraphCutting(List<GraphCutOptions> ways, AlphaUse alpha) implements SegmentationMethod {
    /// One setting for photographs of all kinds.
    public static final GraphCutting DEFAULT = new GraphCutting(CutWays.of(GraphCutOptions.DEFAULT, null, null),
            AlphaUse.WEIGHT);

    public GraphCutting {
        ways = List.copyOf(ways);
    }

    @Override
    public int memory() {
        return alpha == AlphaUse.WEIGHT ? 3 : 2;
    }

    @Override
    public Found find(Image image, Stopwatch watch) {
        return find(image, watch, null, ObjectCut.SALIENCY);
    }

    /// The same where something else knows what stands out.
    ///
    /// @param prior null: saliency tells
    /// @param priorName what the evidence calls it
    Found find(Image image, Stopwatch watch, @Nullable Prior prior, String priorName) {
        requireInside(image);
        Hints hints = hints();
        boolean transparent = alpha == AlphaUse.WEIGHT && image.layout().hasAlpha();
        Hints known = transparent ? withoutTransparent(image, hints) : hints;
        GraphCutResult result = GraphCut.bestOf(ways.stream().map(way -> way.withHints(known)).toList())
                .segment(image, prior);
        watch.lap("cut");
        Levels saliency = new SaliencyLevels(image.width(), image.height(), result.saliency(), result.region());
        ObjectCut evidence = evidence(result, saliency, priorName);
        watch.lap("saliency");
        return new Found(result.mask(), evidence, saliency);
    }

    private Hints hints() {
        return ways.getFirst().hints();
    }

    private void requireInside(Image image) {
        Hints hints = hints();
        Rectangle box = hints.box();
        String size = image.width() + " x " + image.height() + " pixels";
        if (box != null && ((long) box.x() + box.width() > image.width()
                || (long) box.y() + box.height() > image.height())) {
            throw new InputException("the box " + box.x() + "," + box.y() + "," + box.width() + "," + box.height()
                    + " is not inside of its " + size, Remedy.of(Remedy.Kind.INSIDE_POINT));
        }
        for (var points : List.of(hints.keep(), hints.drop())) {
            for (Hints.Point point : points) {
                if (point.x() >= image.width() || point.y() >= image.height()) {
                    throw new InputException("the point " + point.x() + "," + point.y() + " is not inside of its "
                            + size, Remedy.of(Remedy.Kind.INSIDE_POINT));
                }
            }
        }
        for (Mask mask : new Mask[]{hints.kept(), hints.dropped()}) {
            if (mask != null && (mask.width() != image.width() || mask.height() != image.height())) {
                throw new InputException("has " + size + ", but the hints have " + mask.width() + " x "
                        + mask.height());
            }
        }
    }

    /// The hints, with what is more transparent than not on the ground.
    private static Hints withoutTransparent(Image image, Hints hints) {
        int channel = image.layout().alpha();
        Mask before = hints.dropped();
        byte[] dropped = before == null ? new byte[image.width() * image.height()] : before.values().clone();
        boolean any = false;
        for (int y = 0, i = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++, i++) {
                if (2 * image.sample(x, y, channel) < image.maxSample()) {
                    dropped[i] = 1;
                    any = true;
                }
            }
        }
        return any ? hints.withMasks(hints.kept(), new Mask(image.width(), image.height(), dropped)) : hints;
    }

    private ObjectCut evidence(GraphCutResult result, Levels saliency, String priorName) {
        Part[] parts = Part.of(saliency, result.mask());
        return new ObjectCut(alpha, priorName, result.way().ground(), result.way().centreShare(), result.region(),
                parts[1], parts[0], result.energy(), result.colors(), result.rounds(), ways.size(),
                result.confidence());
    }
}
