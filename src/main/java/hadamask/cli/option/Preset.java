package hadamask.cli.option;

import java.util.Map;

/// A kind of picture; the options that fit it were chosen by measurement, which `accuracy.md` shows.
enum Preset {
    /// A photograph with one thing in it that stands out.
    PHOTO,
    /// The same of a person, who runs out of the picture below.
    PORTRAIT,
    /// A thing on a bright sweep.
    PRODUCT,
    /// Green plants on soil or any ground that is not green.
    PLANT,
    /// Nuclei under a microscope: bright on a dark ground, or stained on a bright one.
    CELLS,
    /// One stained cell in a smear, or any one thing on an even ground that the border shows.
    SMEAR,
    /// Ink on paper.
    DOCUMENT,
    /// The seed of this program to the letter, the same bits as NumPy and SciPy make: mean grey, two clusters, ten passes of
    /// 5 x 5 that are cut at the edge, whatever the size of the picture.
    TEXTBOOK;

    /// Long names of options, without their dashes, and their values.
    Map<String, String> settings() {
        return switch (this) {
            case CELLS -> Map.of("plane", "green", "threshold", "otsu", "half-levels", "true", "closing", "none",
                    "min-area", "30");
            case SMEAR -> Map.of("plane", "border", "foreground", "bright", "closing", "none", "largest", "true");
            case DOCUMENT -> Map.of("flatten", "auto", "threshold", "howe", "foreground", "dark", "fill-holes", "none",
                    "closing", "none", "min-area", "10", "background", "white");
            case PHOTO -> Map.of("method", "graphcut", "fill-holes", "none", "closing", "none");
            case PORTRAIT -> Map.of("method", "graphcut", "ground", "top,left,right", "fill-holes", "none", "closing",
                    "none");
            case PRODUCT -> Map.of("closing", "none", "largest", "true", "background", "white");
            case PLANT -> Map.of("plane", "lab-a", "fill-holes", "none", "closing", "none", "min-area", "100",
                    "background", "transparent");
            case TEXTBOOK -> Map.of("gray", "mean", "clusters", "2", "fill-holes", "all", "closing", "5x10", "border",
                    "zero");
        };
    }
}
