package hadamask.cli.image;

import hadamask.cli.Command;
import hadamask.cli.image.mask.MaskInput;
import hadamask.cli.image.measure.MeasureOptions;
import hadamask.cli.image.measure.RegionRows;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.OptionValues;
import hadamask.cli.option.SplitOption;
import hadamask.image.Image;
import hadamask.image.MaskReading;
import hadamask.region.RegionLabels;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.split.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Options of which regions are measured, and of what.
final class RegionOptions {
    /// Bytes per pixel of the mask and of its labels.
    private static final int LABELS = 6;
    /// The same where objects are told apart.
    private static final int SPLIT = 1 + Split.MEMORY;

    private final Option<MaskReading.As> readAs = MaskInput.option();
    private final Option<@Nullable Split> split = SplitOption.of(
            "Tell objects apart that touch at waists H pixels deep (without =H: 0.5).");
    private final Option<Long> minArea = Option.of(0L, "N", OptionValues::pixels,
            "Leave regions below N pixels out (default: 0).", "--min-area");
    private final Option<@Nullable String> keepLabels = LabelOptions.keepOption();
    private final MeasureOptions measures = new MeasureOptions();
    private final Option<@Nullable GrayScale> gray = Option.<@Nullable GrayScale>of(null, "NAME",
            word -> OptionValues.oneOf(GrayScale.class, word),
            "Grey of IMAGE: mean, rec601, rec709 or lightness (default: mean).", "--gray");

    OptionGroup group() {
        List<Option<?>> all = new ArrayList<>(List.of(readAs, split, minArea, keepLabels));
        all.addAll(measures.all());
        all.add(gray);
        return Option.group("Regions", all.toArray(Option<?>[]::new));
    }

    /// The option that asks for greys, or null when none does.
    @Nullable
    String asksForGray() {
        return gray.get() != null ? "--gray" : measures.asksForGrays() ? "--measures" : null;
    }

    /// Refuses what says how something is measured that is not asked for.
    void check(Command command) {
        String ring = measures.uselessRing();
        if (ring != null) {
            throw command.usage(ring, "is for the ring of --measures background, expected that with it");
        }
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
        return (SplitOption.value(split).splits() ? SPLIT : LABELS) + measures.memory();
    }

    /// The regions of a mask, or of a picture of labels, which is given up.
    RegionLabels regions(MaskInput mask) {
        return mask.regions(measures.connectivity(), SplitOption.value(split)).select(measures.filter(minArea.get()));
    }

    /// What is measured of regions.
    ///
    /// @param mask that the regions are of
    /// @param image of the size of the mask, or null
    /// @throws hadamask.file.InputException if the size of a pixel is not known
    RegionRows rows(RegionLabels regions, MaskInput mask, @Nullable Image image) {
        return measures.rows(regions, mask.mask(), mask.attributes(), image,
                Objects.requireNonNullElse(gray.get(), GrayScale.MEAN));
    }
}
