package hadamask.cli.image.measure;

import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.region.RegionFilter;
import hadamask.region.RegionGrays;
import hadamask.region.RegionIntensities;
import hadamask.region.RegionLabels;
import hadamask.region.RegionRings;
import hadamask.region.RegionShapes;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.refine.Connectivity;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Options of what is measured of regions, as every command has them that does. One that is not given has no value, so that what
/// is printed of the settings stays short.
public final class MeasureOptions {
    /// Bytes per pixel of sorted greys.
    private static final int GRAYS = 4;
    private static final int RING = 5;
    private static final int MAX_RING = 100;

    private final Option<@Nullable Connectivity> connectivity = Option.<@Nullable Connectivity>of(null, "4|8",
            MeasureOptions::connectivity, "Pixels touch at 4 sides, or at 8 sides and corners (default: 8).",
            "--connectivity");
    private final Option<@Nullable Long> maxArea = Option.<@Nullable Long>of(null, "N", OptionValues::pixels,
            "Leave regions above N pixels out.", "--max-area");
    private final Option<Boolean> clearBorder = Option.flag("Leave regions out that touch the border of the picture.",
            "--clear-border");
    private final Option<@Nullable Set<MeasureGroup>> measures = Option.<@Nullable Set<MeasureGroup>>of(null, "NAMES",
            MeasureGroup::of,
            "Measure more: shape, hu, neighbours, grays, background, all, or several between commas.", "--measures");
    private final Option<@Nullable Integer> ring = Option.<@Nullable Integer>of(null, "N",
            word -> (int) OptionValues.wholeNumber(word, n -> n >= 1 && n <= MAX_RING,
                    "a number of pixels from 1 to " + MAX_RING),
            "Width of the ring around a region that --measures background looks at (default: 5).", "--ring");
    private final Option<@Nullable PixelSize> pixelSize = Option.<@Nullable PixelSize>of(null, "S", PixelSize::of,
            "Side of a pixel and its unit, as in 0.65um, or auto, as the picture says: lengths and areas are given in it"
                    + " (default: in pixels).",
            "--pixel-size");

    /// The options, in the order of the help.
    public List<Option<?>> all() {
        return List.of(connectivity, maxArea, clearBorder, measures, ring, pixelSize);
    }

    /// Those that say which regions there are.
    public List<Option<?>> ofRegions() {
        return List.of(connectivity, maxArea, clearBorder);
    }

    /// Those that say what is measured of them.
    public List<Option<?>> ofTable() {
        return List.of(measures, ring, pixelSize);
    }

    private static Connectivity connectivity(String value) {
        return switch (value) {
            case "4" -> Connectivity.FOUR;
            case "8" -> Connectivity.EIGHT;
            default -> throw OptionValues.unexpected(value, "4 or 8", List.of("4", "8"));
        };
    }

    /// How pixels touch.
    public Connectivity connectivity() {
        return Objects.requireNonNullElse(connectivity.get(), Connectivity.EIGHT);
    }

    private Set<MeasureGroup> measures() {
        return Objects.requireNonNullElse(measures.get(), Set.of());
    }

    /// Whether `--measures` asks for greys that cannot be left out, as `all` can.
    public boolean asksForGrays() {
        Set<MeasureGroup> groups = measures();
        boolean all = groups.size() == MeasureGroup.values().length; // then as far as can be
        return !all && (groups.contains(MeasureGroup.GRAYS) || groups.contains(MeasureGroup.BACKGROUND));
    }

    /// The option that is for rings where none are asked for; null where it is not given, or they are.
    public @Nullable String uselessRing() {
        return ring.get() != null && !measures().contains(MeasureGroup.BACKGROUND) ? ring.name() : null;
    }

    /// Bytes per pixel that are taken beside the labels.
    public int memory() {
        return measures().contains(MeasureGroup.GRAYS) ? GRAYS : 0;
    }

    /// Which regions are measured.
    ///
    /// @param minArea smaller ones are not
    public RegionFilter filter(long minArea) {
        return new RegionFilter(minArea, Objects.requireNonNullElse(maxArea.get(), Long.MAX_VALUE), clearBorder.get());
    }

    /// What is measured of regions.
    ///
    /// @param objects that the regions are among: no pixel of them is ground
    /// @param mask what travels with the picture of the regions
    /// @param image of the size of the labels, or null
    /// @throws hadamask.file.InputException if the size of a pixel is not known
    public RegionRows rows(RegionLabels regions, Mask objects, Attributes mask, @Nullable Image image,
            GrayScale scale) {
        PixelSize given = pixelSize.get();
        PixelSize size = given == null
                ? PixelSize.ONE
                : given.of(image == null ? mask : image.attributes(), mask);
        RegionIntensities intensities = image == null ? null : RegionIntensities.of(regions, image, scale);
        RegionRows rows = new RegionRows(regions, RegionShapes.of(regions), intensities, size);
        Set<MeasureGroup> more = measures();
        if (more.contains(MeasureGroup.SHAPE)) {
            rows.addShape(connectivity());
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
        if (image != null && intensities != null && more.contains(MeasureGroup.BACKGROUND)) {
            rows.addBackground(RegionRings.of(regions, objects, image, scale,
                    Objects.requireNonNullElse(ring.get(), RING)), intensities);
        }
        return rows;
    }
}
