package hadamask.plot;

import hadamask.segment.ObjectCut;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.stream.Collectors;

/// What stands under the pictures of a graph cut.
///
/// @param pixels of the image
record CutCaptions(CaptionLines lines, long pixels) {
    void saliency(Rectangle room, ObjectCut found) {
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

    void cut(Rectangle room, ObjectCut found) {
        lines.swatch(room, 0, ColorScale.of(1, 2), "object  " + Figures.percent(found.object().pixels(), pixels), true);
        lines.swatch(room, 1, ColorScale.of(0, 2), "ground  " + Figures.percent(found.rest().pixels(), pixels), false);
    }
}
