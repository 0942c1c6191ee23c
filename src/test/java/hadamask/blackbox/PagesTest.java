package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.tiff.TiffStack;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--page`: a page of a stack is the picture that it would be as a file.
class PagesTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;
    private static final int COUNT = 3;

    @TempDir
    Path folder;

    private final byte[][] masks = new byte[COUNT][WIDTH * HEIGHT];
    private final byte[][] images = new byte[COUNT][WIDTH * HEIGHT];

    @BeforeEach
    void stacks() {
        Random random = new Random(2);
        for (int page = 0; page < COUNT; page++) {
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                boolean in = Math.hypot(i % WIDTH - 9 - 3 * page, i / WIDTH - 12) <= 6
                        || (page > 0 && Math.hypot(i % WIDTH - 30, i / WIDTH - 20) <= 4);
                masks[page][i] = (byte) (in ? 255 : 0);
                images[page][i] = (byte) ((in ? 160 : 30) + random.nextInt(40));
            }
            Files.write(file("m" + (page + 1) + ".png"), picture(masks[page]));
            Files.write(file("i" + (page + 1) + ".png"), picture(images[page]));
        }
        Files.write(file("m.tif"), TiffStack.plain().of(WIDTH, masks));
        Files.write(file("i.tif"), TiffStack.plain().of(WIDTH, images));
    }

    private static Image picture(byte[] samples) {
        return Image.of8Bit(WIDTH, HEIGHT, Layout.GRAY, samples.clone(), Attributes.NONE);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static String firstOf(String stack) {
        return "note: DIR/" + stack + ": has 3 pages, of which the first was taken"
                + " (another: --page N; each as an image of its own: --page all)\n";
    }

    @Test
    void theFirstPageIsTheUsualOneWhichIsSaid() {
        Run measured = Run.of("measure", file("m.tif"), file("i.tif"));
        assertArrayEquals(Run.quietly("measure", file("m1.png"), file("i1.png")).out(), measured.out());
        assertEquals(firstOf("m.tif") + firstOf("i.tif"), measured.err(folder));
        assertArrayEquals(Run.of("measure", file("m.tif")).out(),
                Run.quietly("measure", file("m.tif"), "--page", 1).out());
        assertEquals(firstOf("i.tif"), Run.of("segment", file("i.tif"), "-o", "-").err(folder));
        assertEquals(firstOf("i.tif") + firstOf("m.tif"),
                Run.of("apply", file("i.tif"), file("m.tif"), "-o", "-").err(folder));
        assertEquals(firstOf("m.tif"), Run.of("refine", file("m.tif"), "-o", "-").err(folder));
        assertEquals(firstOf("m.tif"), Run.of("score", file("m1.png"), file("m.tif")).err(folder));
        Run.quietly("measure", "-q", file("m.tif"));
    }

    @Test
    void reducedPagesAreNoPages() {
        Files.write(file("r.tif"), TiffStack.plain().reduced(2).of(WIDTH, masks[0], masks[1]));
        Run.quietly("measure", file("r.tif"));
        Files.write(file("f.tif"), TiffStack.plain().reduced(1).of(WIDTH, masks[0], masks[1]));
        assertEquals("note: DIR/f.tif: its first page was taken, which is a reduced picture or a mask of another,"
                + " as page 2 is not (another: --page N; each as an image of its own: --page all)\n",
                Run.of("measure", file("f.tif")).err(folder));
        Run.quietly("measure", file("f.tif"), "--page", 2);
    }

    @Test
    void onePageIsMeasuredScoredRefinedAppliedAndSegmented() {
        for (int page = 1; page <= COUNT; page++) {
            Path mask = file("m" + page + ".png");
            Path image = file("i" + page + ".png");
            assertArrayEquals(Run.quietly("measure", mask, image).out(),
                    Run.quietly("measure", file("m.tif"), file("i.tif"), "--page", page).out());
            assertArrayEquals(Run.quietly("measure", mask, image).out(),
                    Run.quietly("measure", mask, file("i.tif"), "--page", page).out(), "a single page goes with each");
            assertArrayEquals(Run.quietly("score", mask, file("m1.png")).out(),
                    Run.quietly("score", file("m.tif"), file("m1.png"), "--page", page).out());
            assertArrayEquals(Run.quietly("refine", mask, "-o", "-").out(),
                    Run.quietly("refine", file("m.tif"), "--page", page, "-o", "-").out());
            assertArrayEquals(Run.quietly("apply", image, mask, "-o", "-").out(),
                    Run.quietly("apply", file("i.tif"), file("m.tif"), "--page", page, "-o", "-").out());
            assertArrayEquals(Run.quietly("segment", image, "-o", "-").out(),
                    Run.quietly("segment", file("i.tif"), "--page", page, "-o", "-").out());
            assertArrayEquals(Run.quietly("segment", image, "-o", "-").out(), Run.withInput(Files.read(file("i.tif")),
                    "segment", "-", "--page", page).succeeded().out());
        }
    }

    @Test
    void allPagesAreOneTable() {
        StringBuilder expected = new StringBuilder();
        for (int page = 1; page <= COUNT; page++) {
            List<String> lines = Run
                    .quietly("measure", file("m" + page + ".png"), file("i" + page + ".png")).text().lines().toList();
            if (page == 1) {
                expected.append("image,page,").append(lines.getFirst()).append('\n');
            }
            for (String line : lines.subList(1, lines.size())) {
                expected.append(file("m.tif")).append(',').append(page).append(',').append(line).append('\n');
            }
        }
        for (int threads : new int[]{1, 3}) {
            assertEquals(expected.toString(),
                    Run.quietly("measure", file("m.tif"), file("i.tif"), "--page", "all", "-j",
                            threads).text());
        }
        Run scores = Run.quietly("score", file("m.tif"), file("m1.png"), "--page", "all");
        List<String> lines = scores.text().lines().toList();
        assertEquals("mask,page,iou,dice,precision,recall,accuracy", lines.getFirst());
        assertEquals(COUNT + 2, lines.size());
        assertTrue(lines.get(1).startsWith(file("m.tif") + ",1,1,1,"), lines.get(1));
        assertTrue(lines.getLast().startsWith("mean,nan,"), lines.getLast());
    }

    @Test
    void allPagesOfAFolderAreOneTableAndAreTakenOver() throws IOException {
        Path stacks = file("stacks");
        java.nio.file.Files.createDirectories(stacks);
        Files.write(stacks.resolve("a.tif"), Files.read(file("m.tif")));
        Files.write(stacks.resolve("b.png"), Files.read(file("m2.png")));
        Run.quietly("measure", stacks, "-r", "--page", "all", "-o", file("t.csv"));
        List<String> places = Files.text(file("t.csv")).lines().skip(1).map(line -> line.split(",", 4))
                .map(cells -> cells[0].replaceAll(".*/", "") + " " + cells[1] + " " + cells[2]).toList();
        assertEquals(List.of("a.tif 1 1", "a.tif 2 1", "a.tif 2 2", "a.tif 3 1", "a.tif 3 2", "b.png 1 1", "b.png 1 2"),
                places);
        for (List<Object> more : List.<List<Object>>of(List.of(), List.of("--checksum"))) {
            List<Object> words = new ArrayList<>(
                    List.of("measure", stacks, "-r", "--page", "all", "-o", file("t.csv"), "--resume"));
            words.addAll(more);
            assertEquals("0 of 4 images done, 4 done before\n", Run.of(words.toArray()).err());
        }
    }

    @Test
    void resultsOfPagesHaveThemInTheirNames() {
        Run.quietly("segment", file("i.tif"), "--page", "all", "-o", file("out"), "--mask", file("x/{name}_{page}.tif"),
                "--stats", file("s.jsonl"), "--measure", file("t.csv"), "--closing", "none");
        for (int page = 1; page <= COUNT; page++) {
            assertArrayEquals(Run.quietly("segment", file("i" + page + ".png"), "-o", "-", "--closing", "none").out(),
                    Files.read(file("out/i-p" + page + ".png")));
            assertTrue(Files.exists(file("x/i_" + page + ".tif")));
        }
        assertTrue(Files.text(file("s.jsonl")).startsWith("{\"input\":\"" + file("i.tif") + ", page 1\""),
                Files.text(file("s.jsonl")));
        assertTrue(Files.text(file("t.csv")).startsWith("image,page,label,"));
        Run.quietly("refine", file("m.tif"), "--page", "all", "-o", file("r/"));
        Run.quietly("apply", file("i.tif"), file("m.tif"), "--page", "all", "-o", file("a/"), "--overlay", file("o/"));
        Run.quietly("measure", file("m.tif"), "--page", "all", "--labels", file("l.png"), "--labels-color",
                file("c{page}.png"), "-o", file("m.csv"));
        for (int page = 1; page <= COUNT; page++) {
            assertArrayEquals(Run.quietly("refine", file("m" + page + ".png"), "-o", "-").out(),
                    Files.read(file("r/m-p" + page + ".png")));
            assertArrayEquals(
                    Run.quietly("apply", file("i" + page + ".png"), file("m" + page + ".png"), "-o", "-").out(),
                    Files.read(file("a/i-p" + page + ".png")));
            assertTrue(Files.exists(file("o/i-p" + page + ".png")));
            Run.quietly("measure", file("m" + page + ".png"), "--labels", file("own.png"), "-o", file("own.csv"));
            assertArrayEquals(Files.read(file("own.png")), Files.read(file("l-p" + page + ".png")));
            assertTrue(Files.exists(file("c" + page + ".png")));
        }
        Run one = Run.of("segment", file("i.tif"), "--page", "all", "-o", file("one.png"));
        assertEquals(
                "hadamask: --output: DIR/one.png is one file for 3 images, expected a folder such as DIR/one/, or a"
                        + " pattern such as 'DIR/one/{name}-p{page}.png' (see hadamask segment --help)\n",
                one.err(folder));
    }

    @Test
    void aPageThatIsNotThereIsOneLine() {
        Run gone = Run.of("measure", file("m.tif"), "--page", 4);
        assertEquals("hadamask: DIR/m.tif: has 3 pages, page 4 is not there\n", gone.err(folder));
        assertEquals(1, gone.status());
        assertEquals("hadamask: DIR/m1.png: has 1 page, page 2 is not there\n",
                Run.of("measure", file("m1.png"), file("i1.png"), "--page", 2).err(folder));
        assertEquals("hadamask: DIR/i.tif: has 3 pages, page 9 is not there\n",
                Run.of("segment", file("i.tif"), "--page", 9, "-o", file("o.png")).err(folder));
        Files.write(file("two.tif"), TiffStack.plain().of(WIDTH, masks[0], masks[1]));
        Run two = Run.of("measure", file("m.tif"), file("two.tif"), "--page", "all");
        assertEquals("hadamask: DIR/two.tif: has 2 pages, page 3 is not there\n2 of 3 images done, 1 failed\n",
                two.err(folder));
        assertEquals(1, two.status());
        assertEquals("hadamask: --page: '0' was found, expected the number of a page from 1, or all"
                + " (see hadamask measure --help)\n", Run.of("measure", file("m.tif"), "--page", 0).err());
        assertEquals("hadamask: --page: all takes the pages of files one by one, and standard input can be read once,"
                + " expected a file (see hadamask score --help)\n",
                Run.of("score", "-", file("m.tif"), "--page", "all").err());
    }
}
