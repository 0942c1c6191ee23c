package hadamask.cli.option.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.segment.Foreground;
import hadamask.segment.product.Background;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/// Colours as CSS writes them.
class ColorWordTest {
    /// The checksum is that of Pillow's table, `ImageColor.colormap`, in the same form.
    @Test
    void allNamesOfCssMeanWhatPillowMeansByThem() {
        List<String> names = CssColors.names();
        assertEquals(148, names.size());
        StringBuilder table = new StringBuilder();
        for (String name : names.stream().sorted().toList()) {
            table.append(name).append(String.format(Locale.ROOT, " %06x\n", CssColors.of(name)));
        }
        CRC32 sum = new CRC32();
        sum.update(table.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals("d9406c4e", Long.toHexString(sum.getValue()), table.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"#fff | 255 255 255 255", "#FFFF | 255 255 255 255", "#1a2b | 17 170 34 187",
        "#336699 | 51 102 153 255", "#33669980 | 51 102 153 128", "rgb(51,102,153) | 51 102 153 255",
        "rgb( 51, 102 ,153 ) | 51 102 153 255", "rgb(51 102 153) | 51 102 153 255",
        "RGBA(51, 102, 153, 0.5) | 51 102 153 128", "rgb(20% 40% 60% / 50%) | 51 102 153 128",
        "rgb(0,0,0,0) | 0 0 0 0", "rgb(0.5, 1, 2) | 1 1 2 255", "RebeccaPurple | 102 51 153 255",
        "grey | 128 128 128 255"})
    void everyWayOfWritingIsUnderstood(String word, String samples) {
        ColorWord color = Objects.requireNonNull(ColorWord.of(word));
        assertEquals(samples, color.red() + " " + color.green() + " " + color.blue() + " " + color.alpha());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "#f", "#ff", "#fffff", "#fffffff", "#ggg", "# ff", "#-12", "#١٢٣", "rgb", "rgb()",
        "rgb(1,2)", "rgb(1,2,3", "rgb(1 2,3)", "rgb(-1,2,3)", "rgb(1,2,3)x", "rgb(1,2,3,)", "whit", "black ",
        "blackish"})
    void anythingElseIsNoColour(String word) {
        if (word.equals("rgb(1,2,3,)")) {
            assertThrows(TypeConversionException.class, () -> ColorWord.of(word));
        } else {
            assertNull(ColorWord.of(word));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgb(256,0,0)", "rgb(0,0,101%)", "rgb(0 0 0 / 1.5)"})
    void numbersOutOfRangeAreSaid(String word) {
        TypeConversionException refusal = assertThrows(TypeConversionException.class, () -> Backdrop.of(word));
        assertTrue(String.valueOf(refusal.getMessage()).contains("numbers from 0 to 255"));
    }

    @Test
    void alphaIsWhatShinesThroughABackground() {
        assertEquals(new Background.Transparent(), Backdrop.of("#1230").color());
        assertEquals(new Background.Color(17, 34, 51), Backdrop.of("#123f").color());
        assertEquals(new Background.Translucent(17, 34, 51, 128), Backdrop.of("#11223380").color());
        assertEquals("#11223380", Backdrop.of("rgb(17 34 51 / 50%)").toString());
        assertEquals(new Foreground.Near(255, 255, 255), ForegroundWord.of("white"));
    }

    @Test
    void anythingThatLooksLikeAFileIsAPicture() {
        for (String name : new String[]{"./white", "wall.jpg", "walls/7", "-", "C:\\walls\\7.png"}) {
            assertEquals(name, Backdrop.of(name).picture());
            assertEquals(name, Backdrop.of(name).toString());
        }
        assertFalse(Backdrop.of("white").isPicture());
        assertThrows(TypeConversionException.class, () -> Backdrop.of("wall"));
        assertThrows(TypeConversionException.class, () -> Backdrop.of(""));
    }
}
