package hadamask.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.ImageDecoder;
import hadamask.codec.Samples;
import hadamask.codec.format.Reading;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Image;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JPEG whose entropy-coded data are damaged: the platform's decoder goes on, and tells the first of its warnings.
class JpegDamageTest {
    private static final byte[] FILL = new byte[60];

    private static List<Integer> marks(byte[] file, int first, int last) {
        List<Integer> places = new ArrayList<>();
        for (int i = 2; i + 1 < file.length; i++) {
            int marker = file[i + 1] & 0xFF;
            if (file[i] == (byte) 0xFF && marker >= first && marker <= last) {
                places.add(i);
            }
        }
        return places;
    }

    private static String refused(byte[] file) {
        InputException e = assertThrows(InputException.class, () -> Samples.decode(file));
        assertEquals(Remedy.of(Remedy.Kind.TOLERANT), e.remedy(), e.problem());
        return e.problem();
    }

    private static Image tolerant(byte[] file, String warning) {
        List<String> warnings = new ArrayList<>();
        Image image = ImageDecoder.decode(file, Reading.DEFAULT.tolerant(warnings::add));
        assertEquals(List.of(warning), warnings);
        return image;
    }

    private static byte[] without(byte[] file, int from, int to) {
        byte[] rest = Arrays.copyOf(file, file.length - (to - from));
        System.arraycopy(file, to, rest, from, file.length - to);
        return rest;
    }

    @Test
    void bytesThatFillUpBeforeAnyMarkLoseNothing() {
        for (String name : new String[]{"restarts.jpg", "restarts-blocks.jpg", "restarts-progressive.jpg",
            "progressive.jpg",
            "baseline.jpg"}) {
            byte[] file = Samples.file(name);
            Image whole = Samples.decode(file);
            List<Integer> places = new ArrayList<>(marks(file, 0xD0, 0xD7));
            places.add(file.length - 2);
            List<Integer> scans = marks(file, 0xDA, 0xDA);
            marks(file, 0xC4, 0xC4).stream().filter(at -> at > scans.getFirst()).forEach(places::add);
            for (int place : places) {
                assertEquals(whole, Samples.decode(Samples.inserted(file, place, FILL)), name + " " + place);
            }
        }
    }

    @Test
    void dataLeftBehindTheLastBlockAreThoseThatWereMisunderstood() {
        byte[] file = Samples.file("restarts-blocks.jpg");
        int mark = marks(file, 0xD0, 0xD7).get(1);
        byte[] longer = Samples.inserted(file, mark, new byte[]{1, 2, 3, 4, 5, 6, 7, 8});
        assertEquals("is a broken JPEG: 8 bytes are left behind the last block", refused(longer));
        Image whole = Samples.decode(file);
        assertEquals(whole, tolerant(longer, "is a broken JPEG: 8 bytes are left behind the last block"));
    }

    @Test
    void harmlessBytesDoNotHideDamageBehindThem() {
        byte[] file = Samples.file("restarts-blocks.jpg");
        List<Integer> marks = marks(file, 0xD0, 0xD7);
        byte[] cut = without(file, marks.getLast() + 6, marks.getLast() + 40 < file.length - 2
                ? marks.getLast() + 40
                : file.length - 2);
        refused(cut);
        refused(Samples.inserted(cut, marks.getFirst(), FILL));
    }

    @Test
    void restartMarksThatAreMissingTwiceOrOutOfTurnAreRefused() {
        byte[] file = Samples.file("restarts-blocks.jpg");
        List<Integer> marks = marks(file, 0xD0, 0xD7);
        byte[] missing = without(file, marks.getFirst(), marks.get(1));
        assertEquals("is a broken JPEG: restart mark 1 stands where 0 is expected", refused(missing));
        byte[] lost = without(file, marks.getLast(), file.length - 2);
        assertTrue(refused(lost).startsWith("is a broken JPEG: a scan has "), refused(lost));
        byte[] surplus = Samples.inserted(file, file.length - 2,
                new byte[]{(byte) 0xFF, (byte) (0xD0 + marks.size() % 8)});
        assertEquals(Samples.decode(file), Samples.decode(surplus));
    }

    /// What the decoder does not warn of at all cannot be known: codes that are damaged may come to the right end.
    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "restarts.jpg", "progressive.jpg", "gray.jpg", "cmyk.jpg"})
    void mostNoiseInTheDataIsFound(String name) {
        byte[] file = Samples.file(name);
        Random random = new Random(4);
        int start = marks(file, 0xDA, 0xDA).getFirst() + 14;
        int silent = 0;
        for (int run = 0; run < 100; run++) {
            byte[] damaged = file.clone();
            int at = start + random.nextInt((file.length - start) / 2);
            for (int i = at; i < Math.min(at + 60, file.length - 2); i++) {
                damaged[i] = (byte) random.nextInt(255);
            }
            try {
                Samples.decode(damaged);
                silent++;
            } catch (InputException e) {
                // found
            }
        }
        assertTrue(silent <= 40, name + ": " + silent + " of 100 were not found");
    }

    @Test
    void aJpegThatIsCutIsReadAsFarAsItGoes() {
        for (String name : new String[]{"baseline.jpg", "progressive.jpg", "restarts.jpg"}) {
            byte[] file = Samples.file(name);
            Image whole = Samples.decode(file);
            Image part = tolerant(Arrays.copyOf(file, file.length * 4 / 5),
                    "is a truncated JPEG: the data end before the picture does");
            assertEquals(whole.width(), part.width());
            assertEquals(whole.sample(0, 0, 0), part.sample(0, 0, 0), 40);
        }
    }
}
