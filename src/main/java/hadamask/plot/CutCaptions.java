package hadamask.plot;

import hadamask.segment.NetworkMask;
import hadamask.segment.ObjectCut;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.stream.Collectors;

/// What stands under the pictures of a graph cut, or of what a network sees.
///
/// @param pixels of the image
record CutCaptions(CaptionLines lines, long pixels) {
    void saliency(Rectangle room, ObjectCut found) {
        if (!found.prior().equals(ObjectCut.SALIENCY)) {
            lines.text(room, 0, "how probable the object is, by");
            lines.text(room, 1, found.prior());
            return;
        }
        lines.text(room, 0, "how unlike the ground each pixel is");
        lines.text(room, 1,
                "ground at: " + found.orderedGround().stream().map(side -> side.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    void energy(Rectangle room, ObjectCut found) {
        lines.text(room, 0, "minimum cut: energy " + Figures.number(found.energy()) + " nats after "
                + Figures.count(found.rounds(), "round"));
        lines.text(room, 1, "mixtures of " + Figures.count(found.colors(), "colour") + " of the reduced picture");
    }

    void map(Rectangle room, NetworkMask found) {
        lines.text(room, 0, "how probable the object is, by");
        lines.text(room, 1, found.network());
    }

    void means(Rectangle room, NetworkMask found) {
        lines.text(room, 0, "mean of the object " + Figures.number(found.object().saliency()) + ", of the ground "
                + Figures.number(found.rest().saliency()));
        lines.text(room, 1, "a map of " + found.width() + " x " + found.height());
    }

    void sides(Rectangle room, ObjectCut.Part object, ObjectCut.Part ground) {
        lines.swatch(room, 0, ColorScale.of(1, 2), "object  " + Figures.percent(object.pixels(), pixels), true);
        lines.swatch(room, 1, ColorScale.of(0, 2), "ground  " + Figures.percent(ground.pixels(), pixels), false);
    }
}
