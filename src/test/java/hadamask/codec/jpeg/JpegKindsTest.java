package hadamask.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.codec.Samples;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Attributes;
import hadamask.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the components of a JPEG mean, by the marks that say it, and kinds that are not read.
class JpegKindsTest {
    private static final byte[] JFIF = {(byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0,
        0};

    private static byte[] adobe(int transform) {
        return new byte[]{(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0,
            (byte) transform};
    }

    private static int find(byte[] file, int marker) {
        for (int i = 0; i + 1 < file.length; i++) {
            if (file[i] == (byte) 0xFF && (file[i + 1] & 0xFF) == marker) {
                return i;
            }
        }
        throw new IllegalArgumentException();
    }

    /// A file of another program without the marks of JFIF and Adobe.
    private static byte[] unmarked(String name) {
        byte[] file = Samples.file(name);
        for (int marker : new int[]{0xE0, 0xEE}) {
            for (int i = 2; i + 3 < file.length && file[i + 1] != (byte) 0xDA;) {
                int length = 2 + ((file[i + 2] & 0xFF) << 8 | (file[i + 3] & 0xFF));
                if ((file[i + 1] & 0xFF) == marker) {
                    byte[] rest = new byte[file.length - length];
                    System.arraycopy(file, 0, rest, 0, i);
                    System.arraycopy(file, i + length, rest, i, rest.length - i);
                    file = rest;
                } else {
                    i += length;
                }
            }
        }
        return file;
    }

    private static Image marked(String name, byte[] mark) {
        return Samples.decode(Samples.inserted(unmarked(name), 2, mark)).with(Attributes.NONE);
    }

    /// With other names of the components, in the frame and in the scan.
    private static byte[] named(byte[] file, String names) {
        int frame = find(file, 0xC0);
        int scan = find(file, 0xDA);
        for (int i = 0; i < names.length(); i++) {
            file[frame + 10 + 3 * i] = (byte) names.charAt(i);
            file[scan + 5 + 2 * i] = (byte) names.charAt(i);
        }
        return file;
    }

    @Test
    void anyTransformButNoneIsColourDifferences() {
        Image expected = Samples.decode(Samples.file("baseline.jpg")).with(Attributes.NONE);
        assertEquals(expected, marked("baseline.jpg", adobe(1)));
        assertEquals(expected, marked("baseline.jpg", adobe(2)));
        assertEquals(expected, marked("baseline.jpg", adobe(9)));
        assertNotEquals(expected, marked("baseline.jpg", adobe(0)));
    }

    @Test
    void theMarkOfJfifIsBelievedBeforeAdobesAndBeforeNames() {
        Image expected = Samples.decode(Samples.file("baseline.jpg")).with(Attributes.NONE);
        byte[] both = Samples.inserted(Samples.inserted(unmarked("baseline.jpg"), 2, adobe(0)), 2, JFIF);
        assertEquals(expected, Samples.decode(both).with(Attributes.NONE));
        byte[] rgbNames = named(Samples.inserted(unmarked("baseline.jpg"), 2, JFIF), "RGB");
        assertEquals(expected, Samples.decode(rgbNames).with(Attributes.NONE));
    }

    @Test
    void withoutMarksTheNamesRgbAreColoursAndAllOthersAreDifferences() {
        Image differences = Samples.decode(Samples.file("baseline.jpg")).with(Attributes.NONE);
        assertEquals(differences, Samples.decode(unmarked("baseline.jpg")));
        assertEquals(differences, Samples.decode(named(unmarked("baseline.jpg"), "\0\1\2")));
        Image colors = Samples.decode(Samples.file("components-rgb.jpg")).with(Attributes.NONE);
        assertEquals(colors, Samples.decode(named(unmarked("components-rgb.jpg"), "RGB")));
    }

    @Test
    void inksAreStoredAsLightWithAdobesMarkAndWithout() {
        Image expected = Samples.decode(Samples.file("cmyk.jpg")).with(Attributes.NONE);
        assertEquals(expected, Samples.decode(unmarked("cmyk.jpg")));
        Image ycck = Samples.decode(Samples.file("ycck.jpg")).with(Attributes.NONE);
        assertEquals(ycck, marked("ycck.jpg", adobe(1)));
    }

    @ParameterizedTest
    @CsvSource({"0xC3, a lossless JPEG", "0xC5, a hierarchical JPEG", "0xC7, a hierarchical JPEG",
        "0xC9, a JPEG with arithmetic coding", "0xCA, a JPEG with arithmetic coding", "0xCB, a lossless JPEG",
        "0xCD, a hierarchical JPEG", "0xF7, a JPEG-LS"})
    void aKindThatIsNotReadIsNamed(String marker, String kind) {
        byte[] file = Samples.file("baseline.jpg");
        file[find(file, 0xC0) + 1] = (byte) (int) Integer.decode(marker);
        InputException e = assertThrows(InputException.class, () -> Samples.decode(file));
        assertEquals("is " + kind + ", which is not read; expected 8 bits, baseline or progressive", e.problem());
        assertEquals(Remedy.Kind.ADVICE, e.remedy().kind());
    }

    @Test
    void twelveBitsAreNamed() {
        byte[] file = Samples.file("baseline.jpg");
        int frame = find(file, 0xC0);
        file[frame + 1] = (byte) 0xC1;
        file[frame + 4] = 12;
        InputException e = assertThrows(InputException.class, () -> Samples.decode(file));
        assertEquals("is a JPEG of 12 bits per sample, which is not read; expected 8 bits, baseline or progressive",
                e.problem());
    }
}
