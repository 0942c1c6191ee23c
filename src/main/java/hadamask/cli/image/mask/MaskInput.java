package hadamask.cli.image.mask;

import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.codec.ImageDecoder;
import hadamask.codec.format.Reading;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.LabelImage;
import hadamask.image.Mask;
import hadamask.image.MaskReading;
import hadamask.image.PaletteImage;
import hadamask.region.RegionLabels;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.split.Split;
import hadamask.table.Table;
import org.jspecify.annotations.Nullable;

/// A picture that a command takes as a mask, or as numbers of objects, and what was guessed about it.
///
/// @param input its name
/// @param attributes what travels with its pixels
/// @param reading what it says
public record MaskInput(Input input, Attributes attributes, MaskReading reading) {
    /// Bytes per pixel that numbers of objects take beside their picture.
    public static final int NUMBERS = 5;

    /// What the picture is to be read as.
    public static Option<MaskReading.As> option() {
        return Option.of(MaskReading.As.AUTO, "auto|mask|labels",
                word -> OptionValues.oneOf(MaskReading.As.class, word),
                "A mask (bright is in), labels (each number but 0 is an object), or what it looks like (default: auto).",
                "--read-as");
    }

    /// Reads a picture as a mask, as [MaskReading] does.
    ///
    /// @param content of the input
    /// @param how it is read
    public static MaskInput of(Input input, byte[] content, Reading how, MaskReading.As as) {
        LabelImage numbers = ImageDecoder.decodeNumbers(input, content, how);
        if (numbers != null) {
            return new MaskInput(input, numbers.attributes(), MaskReading.of(numbers, as));
        }
        PaletteImage palette = as == MaskReading.As.MASK ? null : ImageDecoder.decodePalette(input, content, how);
        MaskReading places = palette == null ? null : MaskReading.of(palette, as);
        if (palette != null && places != null) {
            return new MaskInput(input, palette.indices().attributes(), places);
        }
        Image picture = ImageDecoder.decode(input, content, how);
        try {
            return new MaskInput(input, picture.attributes(), MaskReading.of(picture, as));
        } catch (InputException e) {
            throw e.at(input.name());
        }
    }

    public Mask mask() {
        return reading.mask();
    }

    public int width() {
        return mask().width();
    }

    public int height() {
        return mask().height();
    }

    /// The numbers of objects, or null of a mask.
    @Nullable
    public LabelImage labels() {
        return reading.labels();
    }

    /// The objects: those that have a number, or the regions of the mask. Numbers are given up.
    public RegionLabels regions(Connectivity connectivity, Split split) {
        LabelImage labels = labels();
        if (labels == null) {
            return RegionLabels.of(mask(), connectivity, split);
        }
        if (split.splits()) {
            throw new InputException("holds labels of " + Table.count(reading.levels(), "object")
                    + ", which are told apart already, expected a mask (leave --split away, or use --read-as mask)")
                    .at(input.name());
        }
        return RegionLabels.ofNumbers(labels.width(), labels.height(), labels.numbers());
    }

    private String words() {
        return switch (reading.finding()) {
            case MASK, LABELS -> "";
            case ZERO_AND_ONE -> "its only samples are 0 and 1, it was taken as a mask of these (1 is in)";
            case ALPHA -> "what is seen of it has one colour, its alpha was taken as the mask";
            case MANY_LEVELS -> "has " + reading.levels()
                    + " grey levels, expected a mask of two (what is brighter than half counts as in)";
            case ALL_BRIGHT -> "has " + reading.levels()
                    + " grey levels, all brighter than half, expected a mask of two (everything counts as in)";
            case LIKE_LABELS ->
                "has " + reading.levels() + " greys in patches beside black, as labels have (what is brighter than"
                        + " half counts as in; if these are labels, --read-as labels; if not, --read-as mask)";
            case MAYBE_LABELS -> "was taken as labels of " + Table.count(reading.levels(), "object")
                    + " (if it is a mask, --read-as mask)";
            case VOID_LABELS ->
                "has the palette of Pascal VOC, in which 255 is undecided: its pixels of 255 count as background";
        };
    }

    /// Refuses this picture when it has not the size of another.
    ///
    /// @param other the name of the other one
    public void requireSize(int width, int height, Input other) {
        requireSize(input, width(), height(), other, width, height);
    }

    /// Refuses a picture that has not the size of another.
    ///
    /// @param input the name of the picture, which has this width and height
    /// @param other the name of the other one
    public static void requireSize(Input input, int width, int height, Input other, int expectedWidth,
            int expectedHeight) {
        if (width != expectedWidth || height != expectedHeight) {
            throw new InputException("has " + width + " x " + height + " pixels, expected " + expectedWidth + " x "
                    + expectedHeight + " as " + other.name() + " has").at(input.name());
        }
    }

    /// What was guessed, as a line; empty when nothing was.
    public String note() {
        String words = words();
        return words.isEmpty() ? "" : "note: " + input.name() + ": " + words;
    }

    /// Says what was guessed: when all is done, as a failure is one line and nothing else.
    public void say(Console console) {
        String note = note();
        if (!note.isEmpty()) {
            console.note(note);
        }
    }
}
