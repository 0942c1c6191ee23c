package hadamask.cli.option;

import java.util.Map;

/// A kind of picture; the options that fit it were chosen by measurement, which `images.md` shows.
enum Preset {
    /// Bright nuclei on a dark ground.
    CELLS,
    /// Ink on paper.
    DOCUMENT,
    /// A thing on a bright sweep.
    PRODUCT,
    /// A leaf or a plant on bright ground.
    PLANT;

    /// Long names of options, without their dashes, and their values.
    Map<String, String> settings() {
        return switch (this) {
            case CELLS -> Map.of("foreground", "bright", "closing", "none", "min-area", "50");
            case DOCUMENT -> Map.of("clusters", "3", "foreground", "dark", "fill-holes", "none", "closing", "none",
                    "background", "white");
            case PRODUCT -> Map.of("closing", "none", "largest", "true", "background", "white");
            case PLANT -> Map.of("closing", "none", "largest", "true", "background", "transparent");
        };
    }
}
