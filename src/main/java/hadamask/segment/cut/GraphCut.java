package hadamask.segment.cut;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.parallel.Workers;
import hadamask.segment.color.ReducedPicture;
import hadamask.segment.saliency.Saliency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the object of a photograph: what stands out, then what is coloured like it, with an edge where the colours change.
///
///     GraphCutResult result = GraphCut.of(GraphCutOptions.DEFAULT).segment(image);
///     Image cutout = Product.of(image, result.mask(), Background.BLACK);
///
/// The picture is reduced to 300 pixels of the longer side ([ReducedPicture]); its [Saliency], and which colours its middle has and its
/// border has not ([PlacePrior]), start rounds of colour mixtures and minimum cuts ([ColorCut], after "GrabCut"); small islands go,
/// small holes are filled ([Islands]), and the edge is carried to the full size ([GuidedEdge]). Clicks reach as far as colours are
/// alike ([ClickDistance]). With a box only what is in and around it is looked at, and that more closely, and the object reaches its
/// sides ([BoxReach]); without one a frame that is painted around the photograph is left out ([PictureFrame]). Colours are compared
/// with the ground at their height ([RowShares]).
///
/// A graph cut has no state. The same image gives the same mask on every machine and with any number of threads: all that decides is
/// whole numbers, `+ - * /`, square roots, [StrictMath] and the project's own [hadamask.segment.color.Exponential], none of which
/// the platform may round in its own way.
public final class GraphCut {
    /// What is looked at around a box on each side, as a part of its longer side, and in pixels at least.
    private static final double MARGIN = 0.25;
    private static final int MIN_MARGIN = 8;
    /// What the middle of a box counts in what stands out, at least.
    private static final double BOX_CENTRE = 0.3;

    private final List<GraphCutOptions> ways;
    private final GraphCutOptions options;

    /// One cut of several, all of the same reduced picture.
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    private record Draft(GraphCutOptions way, float[] map, byte[] mask, double energy, int rounds) {}

    private GraphCut(List<GraphCutOptions> ways) {
        this.ways = List.copyOf(ways);
        options = ways.getFirst();
        for (GraphCutOptions way : ways) {
            if (way.longerSide() != options.longerSide() || !way.hints().equals(options.hints())) {
                throw new IllegalArgumentException("ways of different sizes or hints");
            }
        }
    }

    /// A graph cut with these options.
    public static GraphCut of(GraphCutOptions options) {
        return bestOf(List.of(options));
    }

    /// A graph cut that is made in several ways, and the best of them taken ([CutChoice]). What they have in common is made once.
    ///
    /// @param ways at least one, all of the same size and with the same hints; of equal ones the first is taken
    public static GraphCut bestOf(List<GraphCutOptions> ways) {
        return new GraphCut(ways);
    }

    /// Segments an image.
    ///
    /// @throws IllegalArgumentException if a hint lies outside of the image, or its masks are of another size
    public GraphCutResult segment(Image image) {
        return segment(image, null);
    }

    /// Segments an image of which something else knows what stands out.
    ///
    /// @param prior asked once, for the image or for what is in and around the box; null: saliency tells, and the frame is left out
    /// @throws IllegalArgumentException if a hint lies outside of the image, or its masks are of another size
    public GraphCutResult segment(Image image, @Nullable Prior prior) {
        Hints hints = options.hints();
        hints.check(image.width(), image.height());
        if (hints.box() != null) {
            return part(image, around(hints.box(), image), prior);
        }
        ReducedPicture picture = ReducedPicture.of(image, options.longerSide());
        Rectangle whole = new Rectangle(0, 0, image.width(), image.height());
        Rectangle inside = prior != null ? whole : PictureFrame.inside(picture, image.width(), image.height());
        return inside.width() == image.width() && inside.height() == image.height()
                ? cut(image, picture, inside, hints, prior)
                : part(image, inside, prior);
    }

    /// Cuts a part of an image, as if there were nothing around it.
    private GraphCutResult part(Image image, Rectangle region, @Nullable Prior prior) {
        Hints known = options.hints();
        Image inner = image.crop(region);
        GraphCutResult part = cut(inner, ReducedPicture.of(inner, options.longerSide()), region, known.within(region),
                prior);
        Mask mask = placed(part.mask(), region, image);
        HintMap.impose(known, image.width(), image.height(), mask.values());
        return new GraphCutResult(mask, region, part.saliency(), part.reducedMask(), part.energy(), part.colors(),
                part.rounds(), part.way(), part.confidence());
    }

    private static Mask placed(Mask part, Rectangle region, Image image) {
        byte[] values = new byte[image.width() * image.height()];
        for (int y = 0; y < part.height(); y++) {
            System.arraycopy(part.values(), y * part.width(), values, (region.y() + y) * image.width() + region.x(),
                    part.width());
        }
        return new Mask(image.width(), image.height(), values);
    }

    /// The box and as much around it as its ground is learned from.
    private static Rectangle around(Rectangle box, Image image) {
        int margin = Math.max(MIN_MARGIN, (int) (MARGIN * Math.max(box.width(), box.height())));
        return box.grown(margin, image.width(), image.height());
    }

    private GraphCutResult cut(Image image, ReducedPicture picture, Rectangle region, Hints known,
            @Nullable Prior prior) {
        byte[] labels = HintMap.reduced(known, image.width(), image.height(), picture.width(), picture.height());
        Palette palette = Palette.of(picture);
        List<Draft> drafts = prior == null
                ? drafts(image, picture, palette, labels, known)
                : List.of(draft(image, picture, palette, labels, known, prior));
        CutChoice choice = CutChoice.among(picture, drafts.stream().map(Draft::mask).toList());
        Draft best = drafts.get(choice.best());
        byte[] full = GuidedEdge.carry(picture, best.mask, image);
        HintMap.impose(known, image.width(), image.height(), full);
        return new GraphCutResult(new Mask(image.width(), image.height(), full), region, grey(best.map, picture),
                new Mask(picture.width(), picture.height(), best.mask), best.energy, palette.count(), best.rounds,
                best.way, choice.confidence());
    }

    /// The cuts of all ways, side by side; what stands out is looked for once for those that look in the same way.
    private List<Draft> drafts(Image image, ReducedPicture picture, Palette palette, byte[] labels, Hints known) {
        Rectangle box = HintMap.reducedBox(known, image, picture);
        List<Saliency.Look> looks = ways.stream().map(GraphCut::look).distinct().toList();
        float[][] seen = Saliency.of(picture, looks);
        float[] fixed = fixed(image, picture, known);
        Draft[] drafts = new Draft[ways.size()];
        Workers.current().inAnyOrder(drafts.length, part -> {
            int w = drafts.length - 1 - part; // the last takes longest, so it is begun first
            GraphCutOptions way = ways.get(w);
            float[] map = standingOut(picture, palette, box, seen[looks.indexOf(look(way))], way);
            ColorCut cut = new ColorCut(picture, palette, map, odds(ObjectPrior.of(map, labels)), fixed, labels, way,
                    box);
            byte[] mask = solved(cut, palette, picture);
            if (known.isEmpty()) {
                Rim.open(mask, picture.width(), picture.height());
            }
            drafts[w] = draft(picture, map, cut, mask, labels, way);
        });
        return List.of(drafts);
    }

    private static Saliency.Look look(GraphCutOptions way) {
        return new Saliency.Look(way.ground(), way.saliency());
    }

    /// The cut by what something else knows: all ways are one.
    private Draft draft(Image image, ReducedPicture picture, Palette palette, byte[] labels, Hints known,
            Prior prior) {
        float[] map = prior.of(image, picture.width(), picture.height());
        ColorCut cut = new ColorCut(picture, palette, map, odds(ObjectPrior.heldOff(map)),
                ofClicks(image, picture, known), labels, options, null);
        return draft(picture, map, cut, solved(cut, palette, picture), labels, options);
    }

    private static byte[] solved(ColorCut cut, Palette palette, ReducedPicture picture) {
        return palette.count() == 1 ? new byte[picture.size()] : cut.solve(); // one colour: no object
    }

    /// @param mask of the cut; small islands and holes are taken from it
    private static Draft draft(ReducedPicture picture, float[] map, ColorCut cut, byte[] mask, byte[] labels,
            GraphCutOptions way) {
        new Islands(picture.width(), picture.height()).clean(mask, labels);
        return new Draft(way, map, mask, cut.energy(), cut.rounds());
    }

    /// What stands out: saliency, the colours of the middle, and its place. With a box, whose outside is ground for certain, those
    /// colours count more, the root of their share, and the middle of the box counts in any case.
    private static float[] standingOut(ReducedPicture picture, Palette palette, @Nullable Rectangle box,
            float[] saliency, GraphCutOptions way) {
        double place = box == null ? way.placeShare() : Math.sqrt(way.placeShare());
        double centre = box == null ? way.centreShare() : 1 - (1 - BOX_CENTRE) * (1 - way.centreShare());
        float[] map = place == 0
                ? saliency
                : ObjectPrior.mean(saliency, PlacePrior.of(picture, palette, box, way.ground(),
                        way.colorsDecide() ? saliency : null), place);
        return centre == 0 ? map : ObjectPrior.mean(map, CentrePrior.of(picture, box), centre);
    }

    /// The log-odds of probabilities.
    private static float[] odds(float[] prior) {
        float[] odds = new float[prior.length];
        for (int i = 0; i < odds.length; i++) {
            odds[i] = (float) StrictMath.log(prior[i] / (1 - prior[i]));
        }
        return odds;
    }

    /// What a pixel leans to the object besides: near clicks to their side; without hints the rim above, on the left and on the right to
    /// the ground, as objects seldom run out of a picture there.
    private static float[] fixed(Image image, ReducedPicture picture, Hints known) {
        float[] leanings = ofClicks(image, picture, known);
        if (known.isEmpty()) {
            Rim.lean(leanings, picture.width(), picture.height());
        }
        return leanings;
    }

    private static float[] ofClicks(Image image, ReducedPicture picture, Hints known) {
        float[] leanings = new float[picture.size()];
        if (known.hasClicks()) {
            byte[] clicks = HintMap.reduced(known.withBox(null), image.width(), image.height(), picture.width(),
                    picture.height());
            new ClickDistance(picture).lean(clicks, leanings);
        }
        return leanings;
    }

    private static Image grey(float[] map, ReducedPicture picture) {
        byte[] samples = new byte[map.length];
        for (int i = 0; i < map.length; i++) {
            samples[i] = (byte) (int) (255 * map[i] + 0.5f);
        }
        return Image.of8Bit(picture.width(), picture.height(), Layout.GRAY, samples, Attributes.NONE);
    }
}
