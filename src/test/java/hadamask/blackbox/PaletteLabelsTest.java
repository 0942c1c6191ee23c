package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.ImageDecoder;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.Reading;
import hadamask.file.Input;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.PaletteImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PNG with a palette, as a picture of labels.
class PaletteLabelsTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;
    /// The first colours of Pascal VOC, as its development kit lists them, and that of 255.
    private static final int[][] VOC = {{0, 0, 0, 0}, {1, 128, 0, 0}, {2, 0, 128, 0}, {3, 128, 128, 0},
        {7, 128, 128, 128},
        {8, 64, 0, 0}, {15, 192, 128, 128}, {20, 0, 64, 128}, {255, 224, 224, 192}};

    @TempDir
    Path folder;

    private Path png(String name, byte[] places, byte[] colors) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Image image = Image.of8Bit(WIDTH, HEIGHT, Layout.GRAY, places, Attributes.NONE);
            ImageEncoder.encodePalette(new PaletteImage(image, colors, false), Encoding.MASK, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Files.write(folder.resolve(name), out.toByteArray());
    }

    /// Two boxes on a ground.
    private static byte[] boxes(int first, int second, int edge) {
        byte[] places = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < places.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            boolean left = x >= 5 && x < 15 && y >= 5 && y < 20;
            boolean around = x >= 4 && x < 16 && y >= 4 && y < 21;
            places[i] = (byte) (left ? first : around ? edge : x > 25 && y > 10 ? second : 0);
        }
        return places;
    }

    private static byte[] voc() {
        byte[] colors = new byte[3 * 256];
        for (int[] entry : VOC) {
            for (int c = 0; c < 3; c++) {
                colors[3 * entry[0] + c] = (byte) entry[1 + c];
            }
        }
        return colors;
    }

    private static String labels(Run run) {
        return String.join(" ",
                run.text().lines().skip(1).map(line -> line.split(",", -1)[0] + ":" + line.split(",", -1)[1])
                        .toList());
    }

    @Test
    void placesInThePaletteOfPascalVocAreLabelsAndWhatIsUndecidedIsBackground() {
        Run run = Run.of("measure", png("voc.png", boxes(15, 7, 0), voc()));
        assertEquals("", run.err());
        assertEquals("7:266 15:150", labels(run));
        Run undecided = Run.of("measure", png("void.png", boxes(15, 7, 255), voc()));
        assertEquals("7:266 15:150", labels(undecided));
        assertEquals(
                "note: DIR/void.png: has the palette of Pascal VOC, in which 255 is undecided: its pixels of 255 count as"
                        + " background\n",
                undecided.err(folder));
    }

    @Test
    void aMaskOfOneColourThatWasPackedByAPaletteIsAMask() {
        byte[] colors = {(byte) 255, (byte) 255, (byte) 255, 0, 0, 0};
        byte[] places = boxes(0, 0, 0);
        for (int i = 0; i < places.length; i++) {
            places[i] = (byte) (i % WIDTH < 10 ? 0 : 1); // the first entry is white
        }
        assertEquals("1:300", labels(Run.of("measure", png("m.png", places, colors))));
    }

    @Test
    void aPictureWithAPaletteIsNoLabels() {
        Random random = new Random(1);
        byte[] places = new byte[WIDTH * HEIGHT];
        byte[] colors = new byte[3 * 256];
        random.nextBytes(places);
        random.nextBytes(colors);
        colors[0] = colors[1] = colors[2] = 0;
        Run run = Run.of("measure", png("p.png", places, colors), "-o", folder.resolve("t.csv"));
        assertTrue(run.err().contains("grey levels, expected a mask of two"), run.err());
        Run asked = Run.of("measure", png("v.png", boxes(3, 2, 0), voc()), "--read-as", "mask");
        assertTrue(asked.err().contains("makes an empty mask"), asked.err());
    }

    @Test
    void aSingleNumberOfOtherColoursMayBeAMask() {
        byte[] colors = {0, 0, 0, (byte) 200, 20, 30};
        assertTrue(Run.of("measure", png("one.png", boxes(1, 0, 0), colors)).err()
                .contains("was taken as labels of 1 object (if it is a mask, --read-as mask)"));
        assertEquals("", Run.of("measure", png("two.png", boxes(1, 2, 0),
                new byte[]{0, 0, 0, (byte) 200, 20, 30, 10, (byte) 200, 30})).err());
    }

    @Test
    void coloursThatAreWrittenAreReadAsTheirLabels() {
        byte[] values = new byte[WIDTH * HEIGHT];
        byte[] boxes = boxes(1, 1, 0);
        System.arraycopy(boxes, 0, values, 0, values.length);
        Path mask = Files.write(folder.resolve("mask.png"), new Mask(WIDTH, HEIGHT, values).toImage(Attributes.NONE));
        Run first = Run.quietly("measure", mask, "--labels-color", folder.resolve("c.png"), "--labels",
                folder.resolve("n.png"));
        Run second = Run.quietly("measure", folder.resolve("c.png"));
        assertEquals(first.text(), second.text());
        byte[] file = Files.read(folder.resolve("c.png"));
        PaletteImage palette = Objects.requireNonNull(
                ImageDecoder.decodePalette(Input.file(folder.resolve("c.png")), file, Reading.DEFAULT));
        Image numbers = Files.image(folder.resolve("n.png"));
        for (int i = 0; i < values.length; i++) {
            assertEquals(numbers.sample(i % WIDTH, i / WIDTH, 0), palette.indices().bytes()[i]);
        }
        Run.quietly("measure", mask, "--labels-color", folder.resolve("c.tif"), "-o", folder.resolve("t.csv"));
        assertEquals(Files.image(folder.resolve("c.tif")), Files.image(folder.resolve("c.png")), "the same colours");
        assertArrayEquals(new byte[]{3}, new byte[]{file[25]});
    }

    @Test
    void moreThanAPaletteHoldsAreColours() {
        int side = 40;
        byte[] values = new byte[side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i % side % 2 == 0 && i / side % 2 == 0 ? 1 : 0);
        }
        Path mask = Files.write(folder.resolve("many.png"), new Mask(side, side, values).toImage(Attributes.NONE));
        Run.quietly("measure", mask, "--labels-color", folder.resolve("c.png"), "-o", folder.resolve("t.csv"));
        assertEquals(2, Files.read(folder.resolve("c.png"))[25]);
    }
}
