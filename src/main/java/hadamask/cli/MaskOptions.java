package hadamask.cli;

import hadamask.segment.Closing;
import hadamask.segment.Closing.Border;
import hadamask.segment.Holes;
import hadamask.segment.Refinement;
import picocli.CommandLine.Option;

/// Options of what is done to a mask, shared by `segment` and `refine`.
final class MaskOptions {
    @Option(names = "--fill-holes", paramLabel = "all|none|N", converter = OptionValues.HolesValue.class, description = "Fill all holes, none, or those up to N pixels (default: all).")
    private Holes holes = Holes.ALL;

    @Option(names = "--closing", paramLabel = "SIDExN|none", converter = OptionValues.ClosingValue.class, description = "Close by N dilations and N erosions with a square of odd SIDE (default: 5x10).")
    private Closing closing = Closing.DEFAULT;

    @Option(names = "--border", paramLabel = "extend|zero", description = "The closing on the endless plane, which loses no pixel, or cut at the edge as SciPy does (default: extend).")
    private Border border = Border.EXTEND;

    @Option(names = "--min-area", paramLabel = "N", converter = OptionValues.PixelsValue.class, description = "Drop regions of less than N pixels.")
    private long minArea;

    @Option(names = "--largest", description = "Drop all regions but the largest.")
    private boolean largest;

    @Option(names = "--invert", description = "Keep the rest instead.")
    private boolean invert;

    Refinement refinement() {
        return new Refinement(holes, closing.with(border), minArea, largest);
    }

    boolean invert() {
        return invert;
    }
}
