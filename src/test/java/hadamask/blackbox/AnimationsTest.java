package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of an animation the first frame is read, which is said.
class AnimationsTest {
    private static final int SIDE = 24;

    @TempDir
    Path folder;

    private Path gif(String name, int frames) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int frame = 0; frame < frames; frame++) {
                BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED);
                for (int i = 0; i < SIDE * SIDE; i++) {
                    int row = i / SIDE;
                    boolean in = Math.hypot(i % SIDE - 8 - frame, row - 11) < 6;
                    picture.setRGB(i % SIDE, row, in ? 0xFFFFFF : 0x003300);
                }
                writer.writeToSequence(new IIOImage(picture, null, null), null);
            }
            writer.endWriteSequence();
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static String note(String name, int frames) {
        return "note: DIR/" + name + ": is an animation of " + frames + " frames, of which the first was taken"
                + " (the others as images of their own: magick FILE -coalesce frame-%d.png)\n";
    }

    @Test
    void aGifOfSeveralFramesIsSaidToHaveThem() throws IOException {
        byte[] first = Run.quietly("segment", gif("one.gif", 1), "-o", "-").out();
        Path moving = gif("three.gif", 3);
        Run found = Run.of("segment", moving, "-o", "-");
        assertArrayEquals(first, found.out());
        assertEquals(note("three.gif", 3), found.err(folder));
        assertEquals(note("three.gif", 3), Run.of("measure", moving).err(folder));
        assertEquals(note("three.gif, page 1", 3),
                Run.of("segment", moving, "--page", "all", "-o", folder.resolve("all.png")).err(folder));
        Run.quietly("segment", moving, "--page", 1, "-o", "-");
        Run.quietly("segment", "-q", moving, "-o", "-");
    }

    @Test
    void aFrameThatIsCutOffIsNone() throws IOException {
        byte[] whole = Files.read(gif("two.gif", 2));
        Set<String> said = new TreeSet<>();
        for (int end = whole.length - 1; end > 0; end -= 9) {
            Path cut = Files.write(folder.resolve("cut.gif"), Arrays.copyOf(whole, end));
            Run run = Run.of("segment", cut, "-o", "-");
            if (run.status() != 0) {
                break; // within the first frame
            }
            said.add(run.err(folder));
        }
        assertEquals(Set.of("", note("cut.gif", 2)), said);
    }

    @Test
    void aWebpOfSeveralFramesIsSaidToHaveThem() throws IOException {
        try (InputStream in = Objects
                .requireNonNull(getClass().getResourceAsStream("/hadamask/codec/animation.webp"))) {
            Path moving = Files.write(folder.resolve("moving.webp"), in.readAllBytes());
            assertEquals(note("moving.webp", 2), Run.of("segment", moving, "-o", "-").err(folder));
        }
    }
}
