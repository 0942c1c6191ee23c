package hadamask.cli.image;

import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.image.Image;
import hadamask.image.MaskReading;
import hadamask.region.RegionFilter;
import hadamask.region.RegionIntensities;
import hadamask.region.RegionLabels;
import hadamask.region.RegionShapes;
import hadamask.segment.Connectivity;
import hadamask.segment.GrayScale;
import hadamask.segment.split.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// Options of which regions are measured, and of what.
final class RegionOptions {
    /// Bytes per pixel of the mask and of its labels.
    private static final int LABELS = 6;
    /// The same where objects are told apart.
    private static final int SPLIT = 1 + Split.MEMORY;

    private final Option<MaskReading.As> readAs = MaskInput.option();
    private final Option<Connectivity> connectivity = Option.of(Connectivity.EIGHT, "4|8", RegionOptions::connectivity,
            "Pixels touch at 4 sides, or at 8 sides and corners (default: 8).", "--connectivity");
    private final Option<@Nullable Split> split = SplitOption.of(
            "Tell objects apart that touch at waists H pixels deep (without =H: 0.5).");
    private final Option<Long> minArea = Option.of(0L, "N", OptionValues::pixels,
            "Leave regions below N pixels out (default: 0).", "--min-area");
    private final Option<PixelSize> pixelSize = Option.of(PixelSize.ONE, "S", PixelSize::of,
            "Side of a pixel and its unit, as in 0.65um: lengths and areas are given in it (default: in pixels).",
            "--pixel-size");
    private final Option<@Nullable GrayScale> gray = Option.<@Nullable GrayScale>of(null, "NAME",
            word -> OptionValues.oneOf(GrayScale.class, word),
            "Grey of IMAGE: mean, rec601, rec709 or lightness (default: mean).", "--gray");

    ArgGroupSpec group() {
        return Option.group("Regions", readAs, connectivity, split, minArea, pixelSize, gray);
    }

    private static Connectivity connectivity(String value) {
        return switch (value) {
            case "4" -> Connectivity.FOUR;
            case "8" -> Connectivity.EIGHT;
            default -> throw OptionValues.unexpected(value, "4 or 8");
        };
    }

    /// Whether a grey was chosen.
    boolean asksForGray() {
        return gray.get() != null;
    }

    MaskReading.As readAs() {
        return readAs.get();
    }

    /// Bytes per pixel that are taken beside a mask.
    int memory() {
        return SplitOption.value(split).splits() ? SPLIT : LABELS;
    }

    /// The regions of a mask, or of a picture of labels, which is given up.
    RegionLabels regions(MaskInput mask) {
        return mask.regions(connectivity.get(), SplitOption.value(split)).select(RegionFilter.from(minArea.get()));
    }

    /// What is measured of regions.
    ///
    /// @param image of the size of the mask, or null
    RegionRows rows(RegionLabels regions, @Nullable Image image) {
        GrayScale scale = gray.get();
        RegionIntensities intensities = image == null
                ? null
                : RegionIntensities.of(regions, image, scale == null ? GrayScale.MEAN : scale);
        return new RegionRows(regions, RegionShapes.of(regions), intensities, pixelSize.get());
    }
}
