package hadamask.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hadamask.plot.Lettering.Align;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LetteringTest {
    private static final Lettering LETTERS = new Lettering(20, Lettering.REGULAR, Color.BLACK);

    @Test
    void everyCharacterOfAsciiHasALetter() {
        for (int c = ' '; c <= '~'; c++) {
            assertNotEquals(Glyph.UNKNOWN, Glyph.of(c), Character.toString(c));
        }
    }

    @Test
    void whatHasNoLetterIsABox() {
        assertEquals(Glyph.UNKNOWN, Glyph.of(0x6C34));
        assertNull(PlatformLetters.of("\uE000\uE001"), "private characters have no letter in any font");
        assertEquals(LETTERS.width("\uE000\uE001"), LETTERS.width("\uE002\uE003"));
        assertNotEquals(LETTERS.width("\uE000"), LETTERS.width("\uE000\uE001"));
    }

    @Test
    void lettersOfOtherScriptsAreThoseOfThePlatform() {
        String height = "\u0432\u044b\u0441\u043e\u0442\u0430"; // a word in Cyrillic
        assumeTrue(PlatformLetters.of(height) != null, "this platform has no font with Cyrillic letters");
        assertNotEquals(ink("\uE000\uE001\uE002\uE003\uE004\uE005"), ink(height));
        assertNotEquals(ink("\u0432\u044b"), ink("\u0441\u043e"));
        assertTrue(ink(height) > ink("\u0432\u044b\u0441"), "more letters, more ink");
        assertTrue(LETTERS.width("a " + height) > LETTERS.width("a ") + LETTERS.width(height) - 1);
    }

    /// How many pixels of a text are dark.
    private static int ink(String text) {
        BufferedImage image = new BufferedImage(300, 40, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, 300, 40);
        LETTERS.draw(canvas, text, 5, 28, Align.LEFT);
        canvas.dispose();
        int dark = 0;
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 40; y++) {
                dark += image.getRaster().getSample(x, y, 0) < 128 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void lettersKeepTheirAccents() {
        assertEquals(LETTERS.width("cafe"), LETTERS.width("caf\u00e9"));
        String accented = "\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u0101\u0103\u0105\u00e7\u010d\u010f\u0117\u0151\u0219\u1ea1\u1ea3\u1ea5"
                + "\u00c9\u00d1\u00d6\u0130\u013d\u1e6e";
        accented.codePoints().mapToObj(Character::toString).forEach(letter -> {
            String plain = java.text.Normalizer.normalize(letter, java.text.Normalizer.Form.NFD).substring(0, 1);
            assertTrue(ink(letter) > ink(plain), letter + " and " + plain);
        });
        assertNotEquals(ink("\u00ed"), ink("i"), "an accent in place of the dot");
        assertTrue(ink("x\u030c") > ink("x"), "of two characters, which no single one stands for");
        assertEquals(ink("e"), ink("\u0301e"), "an accent without a letter is nothing");
    }

    @Test
    void allDigitsAreEquallyWide() {
        for (int digit = 1; digit <= 9; digit++) {
            assertEquals(LETTERS.width("0"), LETTERS.width(Integer.toString(digit)));
        }
    }

    @Test
    void aLongTextStaysWithinItsRoom() {
        for (int room : new int[]{5, 40, 90, 200}) {
            BufferedImage image = new BufferedImage(400, 40, BufferedImage.TYPE_INT_RGB);
            Graphics2D canvas = image.createGraphics();
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, 400, 40);
            LETTERS.drawWithin(canvas, "a long name of a file.png", 10, 25, room);
            canvas.dispose();
            int last = 0;
            for (int x = 0; x < 400; x++) {
                for (int y = 0; y < 40; y++) {
                    last = image.getRGB(x, y) == Color.WHITE.getRGB() ? last : x;
                }
            }
            assertTrue(last <= Math.max(10 + room + 3, 30), last + " of " + room);
        }
    }

    @Test
    void aTextOnTheRightEndsWhereItIsPut() {
        BufferedImage image = new BufferedImage(200, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        new Lettering(20, Lettering.BOLD, Color.WHITE).draw(canvas, "HI", 150, 30, Align.RIGHT);
        canvas.dispose();
        assertNotEquals(Color.BLACK.getRGB(), image.getRGB(150, 22));
        assertEquals(Color.BLACK.getRGB(), image.getRGB(153, 22));
    }
}
