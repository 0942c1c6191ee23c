package hadamask.cli.image;

import hadamask.cli.option.MeasureGroup;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.cli.option.PixelSize;
import hadamask.cli.option.SplitOption;
import hadamask.image.Image;
import hadamask.image.MaskReading;
import hadamask.region.RegionFilter;
import hadamask.region.RegionGrays;
import hadamask.region.RegionIntensities;
import hadamask.region.RegionLabels;
import hadamask.region.RegionShapes;
import hadamask.segment.Connectivity;
import hadamask.segment.GrayScale;
import hadamask.segment.split.Split;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// Options of which regions are measured, and of what.
final class RegionOptions {
    /// Bytes per pixel of the mask and of its labels.
    private static final int LABELS = 6;
    /// The same where objects are told apart.
    private static final int SPLIT = 1 + Split.MEMORY;

    /// The same of sorted greys.
    private static final int GRAYS = 4;

    private final Option<MaskReading.As> readAs = MaskInput.option();
    private final Option<Connectivity> connectivity = Option.of(Connectivity.EIGHT, "4|8", RegionOptions::connectivity,
            "Pixels touch at 4 sides, or at 8 sides and corners (default: 8).", "--connectivity");
    private final Option<@Nullable Split> split = SplitOption.of(
            "Tell objects apart that touch at waists H pixels deep (without =H: 0.5).");
    private final Option<Long> minArea = Option.of(0L, "N", OptionValues::pixels,
            "Leave regions below N pixels out (default: 0).", "--min-area");
    private final Option<Long> maxArea = Option.of(Long.MAX_VALUE, "N", OptionValues::pixels,
            "Leave regions above N pixels out.", "--max-area");
    private final Option<Boolean> clearBorder = Option.flag("Leave regions out that touch the border of the picture.",
            "--clear-border");
    private final Option<@Nullable String> keepLabels = Option.<@Nullable String>of(null, "FILE", OptionValues::name,
            "Keep only the regions whose numbers are in the column label of a table, or in a list, one a line; with -r also by its"
                    + " column image.",
            "--keep-labels");
    private final Option<Set<MeasureGroup>> measures = Option.of(Set.of(), "NAMES", MeasureGroup::of,
            "Measure more: shape, hu, neighbours, grays, all, or several between commas.", "--measures");
    private final Option<PixelSize> pixelSize = Option.of(PixelSize.ONE, "S", PixelSize::of,
            "Side of a pixel and its unit, as in 0.65um, or auto, as the resolution of IMAGE or MASK says: lengths and areas are"
                    + " given in it (default: in pixels).",
            "--pixel-size");
    private final Option<@Nullable GrayScale> gray = Option.<@Nullable GrayScale>of(null, "NAME",
            word -> OptionValues.oneOf(GrayScale.class, word),
            "Grey of IMAGE: mean, rec601, rec709 or lightness (default: mean).", "--gray");

    ArgGroupSpec group() {
        return Option.group("Regions", readAs, connectivity, split, minArea, maxArea, clearBorder,
                keepLabels, measures,
                pixelSize, gray);
    }

    private static Connectivity connectivity(String value) {
        return switch (value) {
            case "4" -> Connectivity.FOUR;
            case "8" -> Connectivity.EIGHT;
            default -> throw OptionValues.unexpected(value, "4 or 8");
        };
    }

    /// The option that asks for greys, or null when none does.
    @Nullable
    String asksForGray() {
        boolean all = measures.get().size() == MeasureGroup.values().length; // then as far as can be
        boolean grays = measures.get().contains(MeasureGroup.GRAYS) && !all;
        return gray.get() != null ? "--gray" : grays ? "--measures" : null;
    }

    MaskReading.As readAs() {
        return readAs.get();
    }

    /// The list of numbers that are kept, or null.
    @Nullable
    String keepLabels() {
        return keepLabels.get();
    }

    /// Bytes per pixel that are taken beside a mask.
    int memory() {
        return (SplitOption.value(split).splits() ? SPLIT : LABELS)
                + (measures.get().contains(MeasureGroup.GRAYS) ? GRAYS : 0);
    }

    /// The regions of a mask, or of a picture of labels, which is given up.
    RegionLabels regions(MaskInput mask) {
        return mask.regions(connectivity.get(), SplitOption.value(split))
                .select(new RegionFilter(minArea.get(), maxArea.get(), clearBorder.get()));
    }

    /// What is measured of regions.
    ///
    /// @param mask that the regions are of
    /// @param image of the size of the mask, or null
    /// @throws hadamask.file.InputException if the size of a pixel is not known
    RegionRows rows(RegionLabels regions, MaskInput mask, @Nullable Image image) {
        PixelSize size = pixelSize.get().of(image == null ? mask.attributes() : image.attributes(), mask.attributes());
        GrayScale chosen = gray.get();
        GrayScale scale = chosen == null ? GrayScale.MEAN : chosen;
        RegionIntensities intensities = image == null ? null : RegionIntensities.of(regions, image, scale);
        RegionRows rows = new RegionRows(regions, RegionShapes.of(regions), intensities, size);
        Set<MeasureGroup> more = measures.get();
        if (more.contains(MeasureGroup.SHAPE)) {
            rows.addShape(connectivity.get());
        }
        if (more.contains(MeasureGroup.HU)) {
            rows.addHu();
        }
        if (more.contains(MeasureGroup.NEIGHBOURS)) {
            rows.addNeighbours();
        }
        if (image != null && more.contains(MeasureGroup.GRAYS)) {
            rows.addGrays(RegionGrays.of(regions, image, scale));
        }
        return rows;
    }
}
