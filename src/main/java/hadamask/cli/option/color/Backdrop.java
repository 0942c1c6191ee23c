package hadamask.cli.option.color;

import hadamask.cli.option.OptionValues;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import hadamask.segment.product.Background;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands behind a cut-out, as it is written: a colour, `transparent`, or the name of a picture.
///
/// A word that is a colour is one, whatever files there are; `./white` is a file.
///
/// @param color null of a picture
/// @param picture the name of a file, or `-`; empty of a colour
public record Backdrop(@Nullable Background color, String picture) {
    /// Zero, as the Hadamard product has it.
    public static final Backdrop BLACK = new Backdrop(Background.BLACK, "");

    /// A colour of CSS, `transparent`, or a picture.
    ///
    /// @throws picocli.CommandLine.TypeConversionException if it is no colour, and neither looks like the name of a picture nor is one
    public static Backdrop of(String value) {
        if (value.equalsIgnoreCase("transparent")) {
            return new Backdrop(new Background.Transparent(), "");
        }
        ColorWord color = ColorWord.of(value);
        if (color != null) {
            return new Backdrop(background(color), "");
        }
        if (value.equals("-") || isFile(value)) {
            return new Backdrop(null, OptionValues.name(value));
        }
        List<String> words = new ArrayList<>(List.of("transparent"));
        words.addAll(CssColors.names());
        throw OptionValues.unexpected(value,
                "transparent, a colour (" + ColorWord.EXPECTED + ") or a picture", words);
    }

    private static Background background(ColorWord color) {
        if (color.alpha() == 0) {
            return new Background.Transparent();
        }
        return color.isOpaque()
                ? new Background.Color(color.red(), color.green(), color.blue())
                : new Background.Translucent(color.red(), color.green(), color.blue(), color.alpha());
    }

    private static boolean isFile(String value) {
        if (value.isEmpty() || value.startsWith("#") || value.endsWith(")")) {
            return !value.isEmpty() && exists(value);
        }
        return value.indexOf('/') >= 0 || value.indexOf('\\') >= 0 || value.indexOf('.') > 0 || exists(value);
    }

    private static boolean exists(String value) {
        try {
            return Files.exists(FilePath.of(value));
        } catch (InputException e) {
            return false;
        }
    }

    /// Whether it is a picture.
    public boolean isPicture() {
        return color == null;
    }

    /// As it is written.
    @Override
    public String toString() {
        return color == null ? picture : color.word();
    }
}
