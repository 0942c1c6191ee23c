package hadamask.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.ImageDecoder;
import hadamask.codec.ImagePages;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.Image;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages are taken out of a TIFF one at a time, as files of their own.
class TiffPagesTest {
    private static final int WIDTH = 31;

    @TempDir
    Path folder;

    private static byte[][] pages(int count) {
        Random random = new Random(count);
        byte[][] pages = new byte[count][];
        for (int page = 0; page < count; page++) {
            pages[page] = new byte[WIDTH * (20 + page)];
            random.nextBytes(pages[page]);
        }
        return pages;
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("s.tif"), content);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void eachPageIsAFileOfItsOwn(boolean little, boolean big) throws IOException {
        byte[][] pages = pages(12);
        byte[] stack = new TiffStack(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN, big)
                .says("ImageJ=1.53\nunit=micron\n", 4, 1).of(WIDTH, pages);
        Path file = file(stack);
        assertEquals(12, ImagePages.of(file).size());
        for (int page = 1; page <= 12; page++) {
            byte[] content = ImagePages.content(Input.file(file), page, true);
            assertTrue(content.length < pages[page - 1].length + 500, content.length + " bytes");
            Image image = ImageDecoder.decode(content);
            assertEquals(20 + page - 1, image.height());
            assertArrayEquals(pages[page - 1], image.bytes());
            var description = Objects.requireNonNull(image.attributes().description());
            assertEquals(4, description.x(), "what the first page says goes with all");
            assertArrayEquals(content, ImagePages
                    .content(Input.stream("-", new ByteArrayInputStream(stack)), page, false));
        }
    }

    @Test
    void aPageThatIsNotThereIsSaid() throws IOException {
        Path file = file(TiffStack.plain().of(WIDTH, pages(3)));
        InputException e = assertThrows(InputException.class, () -> ImagePages.content(Input.file(file), 4, false));
        assertEquals("has 3 pages, page 4 is not there", e.problem());
        assertEquals(file.toString(), e.where());
        Path text = Files.writeString(folder.resolve("t.png"), "no picture");
        assertEquals("has 1 page, page 2 is not there",
                assertThrows(InputException.class, () -> ImagePages.content(Input.file(text), 2, false)).problem());
        assertEquals(10, ImagePages.content(Input.file(text), 1, true).length);
        assertEquals(10, ImagePages.contentOrOnly(Input.file(text), 7, true).length);
        assertThrows(InputException.class, () -> ImagePages.content(Input.file(folder.resolve("gone.tif")), 1, false));
    }

    @Test
    void reducedPicturesAreNoPages() throws IOException {
        Path file = file(TiffStack.plain().reduced(2).reduced(4).of(WIDTH, pages(5)));
        assertEquals(List.of(1, 3, 5), ImagePages.of(file));
        assertEquals(List.of(1, 2), ImagePages.of(file(TiffStack.plain().reduced(1).reduced(2).of(WIDTH, pages(2)))));
    }

    /// The place of the link to the first directory.
    private static int next(ByteBuffer file, int page) {
        int link = 4;
        for (int i = 0; i < page; i++) {
            int at = file.getInt(link);
            link = at + 2 + 12 * file.getShort(at);
        }
        return link;
    }

    @Test
    void pagesThatCannotBeFollowedAreSaid() throws IOException {
        byte[] stack = TiffStack.plain().of(WIDTH, pages(3));
        ByteBuffer bytes = ByteBuffer.wrap(stack).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(next(bytes, 3), bytes.getInt(4));
        problem("is a broken TIFF: its pages go round in a circle behind page 3", stack);
        bytes.putInt(next(bytes, 2), stack.length + 50);
        problem("is a broken TIFF: the directory of its page 3 is not in the file", stack);
        byte[] cut = TiffStack.plain().of(WIDTH, pages(3));
        problem("is a broken TIFF: the directory of its page 3 is cut off", Arrays.copyOf(cut, cut.length - 20));
    }

    private void problem(String problem, byte[] stack) throws IOException {
        Path file = file(stack);
        assertEquals(problem,
                assertThrows(InputException.class, () -> ImagePages.content(Input.file(file), 1, true)).problem());
        assertEquals(problem,
                assertThrows(InputException.class, () -> ImagePages.content(Input.file(file), 9, false)).problem());
        assertTrue(ImagePages.content(Input.file(file), 2, false).length > 0, "a page that is there is read");
    }

    /// Whatever is changed in a stack: a page is read, or refused in one line, and never more than the file is made of it.
    @Test
    void damagedStacksAreReadOrRefused() throws IOException {
        Random random = new Random(3);
        byte[] stack = TiffStack.plain().says("ImageJ=1\nunit=um\n", 2, 1).of(WIDTH, pages(3));
        for (int trial = 0; trial < 400; trial++) {
            byte[] damaged = stack.clone();
            ByteBuffer bytes = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
            int page = random.nextInt(3);
            int at = bytes.getInt(next(bytes, page));
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                int place = at + random.nextInt(Math.min(130, damaged.length - at - 1));
                damaged[place] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
            }
            Path file = file(random.nextInt(5) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
            try {
                byte[] content = ImagePages.content(Input.file(file), page + 1, random.nextBoolean());
                assertTrue(content.length <= damaged.length + 500, content.length + " bytes");
                ImageDecoder.decode(content, 1_000_000);
            } catch (InputException e) {
                assertTrue(e.problem().length() > 5, e.problem());
            }
        }
    }
}
