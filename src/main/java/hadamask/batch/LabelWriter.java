package hadamask.batch;

import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.file.Output;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.LabelImage;
import hadamask.image.PaletteImage;
import hadamask.plot.LabelColors;
import hadamask.region.RegionLabels;

/// Writes pictures of the regions of a mask: their numbers for programs, and colours for people.
public final class LabelWriter {
    private LabelWriter() {
    }

    /// Writes the numbers: 16-bit grey, the sample is the number, 0 is background; an array of NumPy has 32 bits, and so has a TIFF
    /// where a number needs them.
    ///
    /// @param of the attributes of the picture that the regions are of, whose resolution it keeps
    /// @throws hadamask.file.InputException if there are more regions than the format has numbers
    public static void writeNumbers(RegionLabels regions, Attributes of, Target target, Output output) {
        Attributes attributes = of.withoutProfile();
        if (target.isNpy()) {
            LabelImage labels = regions.toNumbers(attributes);
            output.write(out -> ImageEncoder.encodeNpy(labels, out));
        } else if (target.format() == ImageFormat.TIFF && !regions.fitImage()) {
            LabelImage labels = regions.toNumbers(attributes);
            output.write(out -> ImageEncoder.encodeTiff(labels, out));
        } else {
            Image picture = regions.toImage(attributes);
            output.write(out -> ImageEncoder.encode(picture, target.format(), Encoding.MASK, out));
        }
    }

    /// Writes a picture in which each region has a bright colour, and the background is black. A PNG has a palette, whose places are
    /// the numbers, where it has room for all of them.
    ///
    /// @param of the attributes of the picture that the regions are of, which it keeps
    public static void writeColors(RegionLabels regions, Attributes of, Target target, Output output) {
        LabelImage labels = regions.toNumbers(of);
        PaletteImage palette = target.format() == ImageFormat.PNG ? LabelColors.withPalette(labels, of) : null;
        if (palette != null) {
            output.write(out -> ImageEncoder.encodePalette(palette, Encoding.MASK, out));
            return;
        }
        Image colored = LabelColors.of(labels, of);
        output.write(out -> ImageEncoder.encode(colored, target.format(), Encoding.MASK, out));
    }

    /// Whether a job asks for any of them.
    public static boolean isWanted(Job job) {
        return job.target(Result.LABELS) != null || job.target(Result.LABELS_COLOR) != null;
    }

    /// Refuses regions that have no room in the picture of their numbers that a job asks for, before anything is written.
    ///
    /// @throws hadamask.file.InputException if there are more than its format has numbers
    public static void requireFits(Job job, RegionLabels regions) {
        Target numbers = job.target(Result.LABELS);
        if (numbers != null && numbers.format() != ImageFormat.TIFF) {
            regions.requireFitImage();
        }
    }

    /// Writes what a job asks for.
    ///
    /// @param of the attributes of the picture that the regions are of
    public static void write(Job job, RegionLabels regions, Attributes of, Storage storage) {
        Target numbers = job.target(Result.LABELS);
        if (numbers != null) {
            writeNumbers(regions, of, numbers, storage.output(numbers));
        }
        Target colors = job.target(Result.LABELS_COLOR);
        if (colors != null) {
            writeColors(regions, of, colors, storage.output(colors));
        }
    }
}
