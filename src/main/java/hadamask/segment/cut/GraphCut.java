package hadamask.segment.cut;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.color.ReducedPicture;
import hadamask.segment.saliency.Saliency;

/// Finds the object of a photograph: what stands out, then what is coloured like it, with an edge where the colours change.
///
///     GraphCutResult result = GraphCut.of(GraphCutOptions.DEFAULT).segment(image);
///     Image cutout = Product.of(image, result.mask(), Background.BLACK);
///
/// The picture is reduced to 300 pixels of the longer side ([ReducedPicture]); its [Saliency] starts rounds of colour
/// mixtures and minimum cuts ([ColorCut], after "GrabCut"); small islands go, holes are filled ([Islands]), and the edge is
/// carried to the full size ([GuidedEdge]).
///
/// A graph cut has no state. The same image gives the same mask on every machine and with any number of threads: all that decides is
/// whole numbers, `+ - * /`, square roots, [StrictMath] and the project's own [hadamask.segment.color.Exponential], none of which
/// the platform may round in its own way.
public final class GraphCut {
    /// Islands with less than this part of the largest one's pixels are dropped.
    private static final double SMALLEST_ISLAND = 0.1;

    private final GraphCutOptions options;

    private GraphCut(GraphCutOptions options) {
        this.options = options;
    }

    /// A graph cut with these options.
    public static GraphCut of(GraphCutOptions options) {
        return new GraphCut(options);
    }

    /// Segments an image.
    ///
    /// @throws IllegalArgumentException if a hint lies outside of the image, or its masks are of another size
    public GraphCutResult segment(Image image) {
        options.hints().check(image.width(), image.height());
        ReducedPicture picture = ReducedPicture.of(image, options.longerSide());
        float[] saliency = Saliency.of(picture, options.ground());
        byte[] hints = HintMap.reduced(options.hints(), image.width(), image.height(), picture.width(),
                picture.height());
        Palette palette = Palette.of(picture);
        ColorCut cut = new ColorCut(picture, palette, saliency, hints, options);
        byte[] mask = palette.count() == 1 ? new byte[picture.size()] : cut.solve(); // one colour: no object
        new Islands(picture.width(), picture.height()).clean(mask, hints, SMALLEST_ISLAND);
        byte[] full = GuidedEdge.carry(picture, mask, image);
        HintMap.impose(options.hints(), image.width(), image.height(), full);
        return new GraphCutResult(new Mask(image.width(), image.height(), full), grey(saliency, picture),
                new Mask(picture.width(), picture.height(), mask), cut.energy(), palette.count());
    }

    private static Image grey(float[] map, ReducedPicture picture) {
        byte[] samples = new byte[map.length];
        for (int i = 0; i < map.length; i++) {
            samples[i] = (byte) (int) (255 * map[i] + 0.5f);
        }
        return Image.of8Bit(picture.width(), picture.height(), Layout.GRAY, samples, Attributes.NONE);
    }
}
