package hadamask.cli.image;

import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.OptionValues;
import hadamask.cli.option.SplitOption;
import hadamask.segment.refine.Closing;
import hadamask.segment.refine.Closing.Border;
import hadamask.segment.refine.Closing.Element;
import hadamask.segment.refine.Holes;
import hadamask.segment.refine.Refinement;
import hadamask.segment.split.Split;
import org.jspecify.annotations.Nullable;

/// Options of what is done to a mask, shared by `segment` and `refine`.
final class MaskOptions {
    private final Option<Holes> holes = Option.of(Holes.ALL, "all|none|N", OptionValues::holes,
            "Fill all holes, none, or those up to N pixels (default: all).", "--fill-holes");
    private final Option<Closing> closing = Option.of(Closing.DEFAULT, "SIDExN|auto|none", OptionValues::closing,
            "Close by N dilations, then N erosions, with a square of odd SIDE; auto: 5xN, N growing with the picture to 10"
                    + " (default: auto).",
            "--closing");
    private final Option<Element> element = Option.of(Element.SQUARE, "square|disc",
            word -> OptionValues.oneOf(Element.class, word), "Close with a square or a disc as wide (default: square).",
            "--element");
    private final Option<Border> border = Option.of(Border.EXTEND, "extend|zero",
            word -> OptionValues.oneOf(Border.class, word),
            "Close on the endless plane, which loses no pixel, or cut at the edge as SciPy does (default: extend).",
            "--border");
    private final Option<@Nullable Split> split = SplitOption.of(
            "Part objects that touch at waists H pixels deep by lines of background (without =H: 0.5).");
    private final Option<Long> minArea = Option.of(0L, "N", OptionValues::pixels, "Drop regions of less than N pixels.",
            "--min-area");
    private final Option<Boolean> largest = Option.flag("Drop all regions but the largest.", "--largest");
    private final Option<Boolean> invert = Option.flag("Keep the rest instead.", "--invert");

    OptionGroup group() {
        return Option.group("Mask", holes, closing, element, border, split, minArea, largest, invert);
    }

    Refinement refinement() {
        Closing chosen = closing.get();
        return new Refinement(holes.get(), chosen.with(border.get()).with(element.get()), SplitOption.value(split),
                minArea.get(),
                largest.get());
    }

    /// Says that objects are joined before they are parted, where nobody asked for that.
    void noteJoined(Console console) {
        if (SplitOption.value(split).splits() && closing.word().isEmpty() && closing.get().largestRadius() > 0) {
            console.note("note: --closing joins objects over gaps of up to " + 2 * closing.get().largestRadius()
                    + " pixels before --split parts them (of objects that lie close, --closing none)");
        }
    }

    boolean invert() {
        return invert.get();
    }
}
