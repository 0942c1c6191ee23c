package hadamask.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.ImageDecoder;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.plot.TerminalPicture.Raster;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TerminalPictureTest {
    private static final Pattern PIECE = Pattern.compile("\u001B_G([^;]*);([^\u001B]*)\u001B\\\\");
    private static final Pattern SIXEL = Pattern
            .compile("#(\\d+);2;(\\d+);(\\d+);(\\d+)|#(\\d+)|!(\\d+)(.)|([?-~])|([$-])");

    private static Raster noise(int width, int height, long seed) {
        Random random = new Random(seed);
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = random.nextInt(1 << 24);
        }
        return new Raster(width, height, rgb);
    }

    private static Image image(int width, int height, Layout layout, long seed) {
        byte[] samples = new byte[width * height * layout.samples()];
        new Random(seed).nextBytes(samples);
        return Image.of8Bit(width, height, layout, samples, Attributes.NONE);
    }

    @Test
    void aHalfBlockHasTheUpperPixelAsLetterAndTheLowerAsGround() {
        Raster two = new Raster(2, 3, new int[]{0x010203, 0x010203, 0x0A0B0C, 0x0A0B0D, 0xFFFFFF, 0xFFFFFF});
        assertEquals("\u001B[38;2;1;2;3;48;2;10;11;12m\u2580\u001B[48;2;10;11;13m\u2580\u001B[0m\n"
                + "\u001B[38;2;255;255;255;49m\u2580\u2580\u001B[0m\n", HalfBlocks.encode(two, HalfBlocks::direct));
    }

    @Test
    void theNearestColourOfThePaletteIsNoneFurtherThanAnyOther() {
        Random random = new Random(31);
        for (int i = 0; i < 20_000; i++) {
            int rgb = random.nextInt(1 << 24);
            int least = Integer.MAX_VALUE;
            for (int number = XtermPalette.FIRST; number < XtermPalette.END; number++) {
                least = Math.min(least, XtermPalette.difference(rgb, XtermPalette.rgb(number)));
            }
            assertEquals(least, XtermPalette.difference(rgb, XtermPalette.rgb(XtermPalette.nearest(rgb))));
        }
        for (int number = XtermPalette.FIRST; number < XtermPalette.END; number++) {
            assertEquals(XtermPalette.rgb(number), XtermPalette.rgb(XtermPalette.nearest(XtermPalette.rgb(number))));
        }
    }

    @Test
    void blocksFitTheRoomThereIs() {
        for (int[] size : new int[][]{{451, 300}, {300, 900}, {3, 2}, {1, 1}, {5000, 3}, {3, 5000}}) {
            for (int columns : new int[]{1, 80, 200}) {
                String text = TerminalPicture.of(image(size[0], size[1], Layout.BGR, 32), TerminalProtocol.PALETTE,
                        columns, 21);
                String shown = text.replaceAll("\u001B\\[[0-9;]*m", "");
                assertTrue(shown.lines().count() <= 21 && shown.lines().allMatch(line -> line.length() <= columns));
                assertTrue(shown.matches("(\u2580+\n)+"));
            }
        }
    }

    @Test
    void whatIsTransparentShowsACheckerboard() {
        Image nothing = Image.of8Bit(200, 100, Layout.ABGR, new byte[80_000], Attributes.NONE);
        Raster shown = TerminalPicture.scaled(nothing, 100, 50);
        assertEquals(0xFFFFFF, shown.at(0, 0));
        assertEquals(0xCCCCCC, shown.at(2, 0));
        assertEquals(0xCCCCCC, shown.at(0, 2));
        assertEquals(0xFFFFFF, shown.at(2, 2));
    }

    /// Reads sixels as a terminal does.
    private static Raster decoded(String text) {
        Matcher start = Pattern.compile("\u001BP0;0;0q\"1;1;(\\d+);(\\d+)(.*)\u001B\\\\\n", Pattern.DOTALL)
                .matcher(text);
        assertTrue(start.matches());
        int width = Integer.parseInt(start.group(1));
        int height = Integer.parseInt(start.group(2));
        int[] rgb = new int[width * height];
        int[] colors = new int[256];
        int color = 0;
        int x = 0;
        int top = 0;
        Matcher m = SIXEL.matcher(start.group(3));
        for (int end = 0; end < start.group(3).length(); end = m.end()) {
            assertTrue(m.find(end) && m.start() == end);
            if (m.group(1) != null) {
                colors[Integer.parseInt(m.group(1))] = percent(m.group(2)) << 16 | percent(m.group(3)) << 8
                        | percent(m.group(4));
            } else if (m.group(5) != null) {
                color = colors[Integer.parseInt(m.group(5))];
            } else if (m.group(9) != null) {
                x = 0;
                top += m.group(9).equals("-") ? 6 : 0;
            } else {
                int run = m.group(6) == null ? 1 : Integer.parseInt(m.group(6));
                int bits = (m.group(8) == null ? m.group(7) : m.group(8)).charAt(0) - '?';
                for (int end2 = x + run; x < end2; x++) {
                    for (int row = 0; row < 6; row++) {
                        if ((bits >> row & 1) != 0) {
                            assertEquals(0, rgb[(top + row) * width + x], "drawn twice");
                            rgb[(top + row) * width + x] = 1 << 24 | color;
                        }
                    }
                }
            }
        }
        return new Raster(width, height, rgb);
    }

    private static int percent(String text) {
        return Math.round(Integer.parseInt(text) * 255 / 100f);
    }

    @Test
    void sixelsDrawEveryPixelOnceInColoursOfThePalette() {
        for (int[] size : new int[][]{{1, 1}, {7, 6}, {40, 13}, {3, 30}}) {
            Raster shown = decoded(Sixels.encode(noise(size[0], size[1], 33)));
            assertEquals(size[0], shown.width());
            assertEquals(size[1], shown.height());
            for (int pixel : shown.rgb()) {
                assertEquals(1, pixel >>> 24, "drawn");
                int rgb = pixel & 0xFFFFFF;
                assertTrue(XtermPalette.difference(rgb, XtermPalette.rgb(XtermPalette.nearest(rgb))) <= 3);
            }
        }
    }

    @Test
    void sixelsOfThePalettesOwnColoursAreExactToAPercent() {
        int[] rgb = new int[240];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = XtermPalette.rgb(XtermPalette.FIRST + i);
        }
        int[] shown = decoded(Sixels.encode(new Raster(16, 15, rgb))).rgb();
        for (int i = 0; i < rgb.length; i++) {
            assertTrue(XtermPalette.difference(rgb[i], shown[i] & 0xFFFFFF) <= 3, "pixel " + i);
        }
    }

    @Test
    void sixelsKeepTheMeanColourOfAnArea() {
        int[] rgb = new int[64 * 60];
        java.util.Arrays.fill(rgb, 0x9A6A33);
        Raster shown = decoded(Sixels.encode(new Raster(64, 60, rgb)));
        for (int shift = 0; shift < 24; shift += 8) {
            long sum = 0;
            for (int pixel : shown.rgb()) {
                sum += pixel >> shift & 0xFF;
            }
            assertEquals(0x9A6A33 >> shift & 0xFF, sum / (double) rgb.length, 2);
        }
    }

    @Test
    void kittyGetsAPngInPiecesOf4096Letters() {
        Raster picture = noise(90, 70, 34);
        String text = KittyPicture.encode(picture, 12);
        StringBuilder data = new StringBuilder();
        Matcher piece = PIECE.matcher(text);
        int end = 0;
        for (; piece.find(end) && piece.start() == end; end = piece.end()) {
            boolean last = piece.end() == text.length() - 1;
            assertEquals((end == 0 ? "f=100,a=T,q=2,c=12," : "") + (last ? "m=0" : "m=1"), piece.group(1));
            assertTrue(last ? piece.group(2).length() <= 4096 : piece.group(2).length() == 4096);
            data.append(piece.group(2));
            if (last) {
                end = piece.end();
                break;
            }
        }
        assertEquals(text.length() - 1, end);
        Image shown = ImageDecoder.decode(Base64.getDecoder().decode(data.toString()), 10_000);
        assertEquals(90, shown.width());
        int[] rgb = new int[90 * 70];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = shown.sample(i % 90, i / 90, 2) << 16 | shown.sample(i % 90, i / 90, 1) << 8
                    | shown.sample(i % 90, i / 90, 0);
        }
        assertArrayEquals(picture.rgb(), rgb);
    }
}
