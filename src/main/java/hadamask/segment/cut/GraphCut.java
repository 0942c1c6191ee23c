package hadamask.segment.cut;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.color.Exponential;
import hadamask.segment.color.ReducedPicture;
import hadamask.segment.saliency.Saliency;

/// Finds the object of a photograph.
public final class GraphCut {
    private final GraphCutOptions options;

    private GraphCut(GraphCutOptions options) {
        this.options = options;
    }

    /// A graph cut with these options.
    public static GraphCut of(GraphCutOptions options) {
        return new GraphCut(options);
    }

    static final boolean T = Boolean.getBoolean("timing");
    static long t0;
    static void lap(String s) { if (T) { long t = System.nanoTime(); System.err.printf("%-12s %6.1f%n", s, (t - t0) / 1e6); t0 = t; } }

    /// Segments an image.
    public GraphCutResult segment(Image image) {
        t0 = System.nanoTime();
        ReducedPicture picture = ReducedPicture.of(image, options.longerSide());
        lap("reduce");
        float[] saliency = Saliency.of(picture, options.ground());
        lap("saliency");
        byte[] hints = HintMap.reduced(options.hints(), image.width(), image.height(), picture.width(),
                picture.height());
        Palette palette = Palette.of(picture);
        lap("palette");
        ColorCut cut = new ColorCut(picture, palette, saliency, hints, options);
        lap("smoothness");
        byte[] mask = cut.solve();
        lap("cuts");
        new Islands(picture.width(), picture.height()).clean(mask, hints, 0.1);
        lap("islands");
        byte[] full = GuidedEdge.carry(picture, mask, image);
        HintMap.impose(options.hints(), image.width(), image.height(), full);
        lap("edge");
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
