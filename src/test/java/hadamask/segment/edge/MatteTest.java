package hadamask.segment.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.Threads;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.image.SoftMask;
import hadamask.segment.Pictures;
import hadamask.segment.refine.NaiveMorphology;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatteTest {
    private static final int SIDE = 160;
    private static final int WIDTH = 6;

    /// A disc with a wavy, soft edge, known colours on both sides, and the hard mask of it.
    @SuppressWarnings("ArrayRecordComponent") // a picture and what it was made of, never compared
    private record Composite(Image image, double[] alpha, double[] object, Mask mask) {
        /// @param softness pixels of the ramp of alpha
        /// @param texture deviation of both sides' colours from their means
        static Composite of(int bits, double softness, double texture, double[] front, double[] back, long seed) {
            Random random = new Random(seed);
            int max = bits == 8 ? 255 : 65535;
            double[] alpha = new double[SIDE * SIDE];
            double[] object = new double[3 * SIDE * SIDE];
            int[] samples = new int[3 * SIDE * SIDE];
            byte[] in = new byte[SIDE * SIDE];
            Layout layout = Layout.color(bits, false);
            for (int i = 0; i < alpha.length; i++) {
                double x = i % SIDE - SIDE / 2.0;
                double y = (double) Math.floorDiv(i, SIDE) - SIDE / 2.0;
                double edge = 50 + 3 * Math.sin(9 * Math.atan2(y, x)) - Math.hypot(x, y);
                alpha[i] = Math.clamp(0.5 + edge / softness, 0, 1);
                in[i] = (byte) (alpha[i] > 0.5 ? 1 : 0);
                for (int c = 0; c < 3; c++) {
                    double f = Math.clamp(front[c] + 10 * Math.sin(x / 30 + c) + texture * random.nextGaussian(), 0,
                            255);
                    double b = Math.clamp(back[c] + 10 * Math.cos(y / 25 + c) + texture * random.nextGaussian(), 0,
                            255);
                    object[3 * i + c] = f / 255;
                    double mixed = alpha[i] * f + (1 - alpha[i]) * b;
                    int place = c == 0 ? layout.red() : c == 1 ? layout.green() : layout.blue();
                    samples[3 * i + place] = (int) Math.round(mixed * max / 255);
                }
            }
            return new Composite(Pictures.of(SIDE, SIDE, layout, bits, samples), alpha, object,
                    new Mask(SIDE, SIDE, in));
        }

        static Composite plain(int bits) {
            return of(bits, 6, 2, new double[]{210, 140, 60}, new double[]{40, 70, 120}, 1);
        }

        /// The mean absolute error of weights where alpha is neither 0 nor 1.
        double error(SoftMask soft) {
            double sum = 0;
            int n = 0;
            for (int i = 0; i < alpha.length; i++) {
                if (alpha[i] > 0 && alpha[i] < 1) {
                    sum += Math.abs(alpha[i] - (double) soft.sample(i % SIDE, i / SIDE) / soft.one());
                    n++;
                }
            }
            return sum / n;
        }

        SoftEdge edge(Edge.Kind kind, int width) {
            return new Edge(kind, width).of(image, mask);
        }

        /// The mean absolute error of the colours of an image, in [0, 1], where alpha is at least one half and not 1.
        double colorError(Image found) {
            double sum = 0;
            int n = 0;
            for (int i = 0; i < alpha.length; i++) {
                if (alpha[i] >= 0.5 && alpha[i] < 1) {
                    int x = i % SIDE;
                    int y = i / SIDE;
                    Layout layout = found.layout();
                    int[] places = {layout.red(), layout.green(), layout.blue()};
                    for (int c = 0; c < 3; c++) {
                        sum += Math.abs(object[3 * i + c] - (double) found.sample(x, y, places[c]) / found.maxSample());
                        n++;
                    }
                }
            }
            return sum / n;
        }
    }

    private static Image copy(Image image) {
        return image.crop(new Rectangle(0, 0, image.width(), image.height()));
    }

    @Test
    void alphaIsFoundBetterThanByTheMaskOrByAFeather() {
        for (int bits : new int[]{8, 16}) {
            Composite plain = Composite.plain(bits);
            double matte = plain.error(plain.edge(Edge.Kind.MATTE, WIDTH).weights());
            double hard = plain.error(SoftMask.of(plain.mask()));
            double feather = Double.POSITIVE_INFINITY;
            for (int width = 2; width <= 12; width++) {
                feather = Math.min(feather, plain.error(plain.edge(Edge.Kind.FEATHER, width).weights()));
            }
            assertTrue(matte < 0.02, "matte " + matte);
            assertTrue(matte < hard / 10, "hard " + hard);
            assertTrue(matte < feather / 2, "feather " + feather);
        }
    }

    @Test
    void aMaskThatMissesTheEdgeIsPutRight() {
        Composite plain = Composite.plain(8);
        byte[] shifted = new byte[SIDE * SIDE];
        System.arraycopy(plain.mask().values(), 0, shifted, 2, shifted.length - 2); // two pixels to the right
        Mask wrong = new Mask(SIDE, SIDE, shifted);
        double matte = plain.error(new Edge(Edge.Kind.MATTE, 10).of(plain.image(), wrong).weights());
        double feather = plain.error(new Edge(Edge.Kind.FEATHER, 6).of(plain.image(), wrong).weights());
        assertTrue(matte < 0.02, "matte " + matte);
        assertTrue(matte < feather / 9, "feather " + feather);
    }

    @Test
    void textureCostsSomeOfIt() {
        Composite rough = Composite.of(8, 6, 14, new double[]{210, 140, 60}, new double[]{40, 70, 120}, 2);
        double matte = rough.error(rough.edge(Edge.Kind.MATTE, WIDTH).weights());
        double hard = rough.error(SoftMask.of(rough.mask()));
        assertTrue(matte < 0.065, "matte " + matte);
        assertTrue(matte < hard / 4, "hard " + hard);
    }

    @Test
    void sidesOfOneColourLeaveARampByDistance() {
        double[] same = {120, 120, 120};
        Composite blind = Composite.of(8, 6, 20, same, same, 3);
        SoftMask matte = blind.edge(Edge.Kind.MATTE, WIDTH).weights();
        SoftMask ramp = blind.edge(Edge.Kind.FEATHER, 2).weights();
        double sum = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            sum += Math.abs(matte.sample(i % SIDE, i / SIDE) - ramp.sample(i % SIDE, i / SIDE)) / 255.0;
        }
        assertTrue(sum / (SIDE * SIDE) < 0.01, "mean difference " + sum / (SIDE * SIDE));
    }

    @Test
    void coloursAreFreedFromTheBackground() {
        for (int bits : new int[]{8, 16}) {
            Composite plain = Composite.plain(bits);
            SoftEdge edge = plain.edge(Edge.Kind.MATTE, WIDTH);
            Image freed = copy(plain.image());
            edge.free(freed);
            double before = plain.colorError(plain.image());
            double after = plain.colorError(freed);
            assertTrue(after < 0.01, "after " + after);
            assertTrue(after < before / 10, "before " + before);
        }
    }

    @Test
    void onlyPixelsOfTheBandChange() {
        Composite plain = Composite.plain(8);
        SoftEdge edge = plain.edge(Edge.Kind.MATTE, WIDTH);
        SoftMask far = new Edge(Edge.Kind.FEATHER, 2 * WIDTH).of(plain.image(), plain.mask()).weights();
        Image freed = copy(plain.image());
        edge.free(freed);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            if (far.sample(x, y) == 0 || far.sample(x, y) == 255) {
                assertEquals(far.sample(x, y), edge.weights().sample(x, y));
            }
            int weight = edge.weights().sample(x, y);
            if (weight == 0 || weight == 255) {
                for (int s = 0; s < 3; s++) {
                    assertEquals(plain.image().sample(x, y, s), freed.sample(x, y, s));
                }
            }
        }
    }

    @Test
    void theNumberOfThreadsDoesNotCount() {
        Composite plain = Composite.plain(8);
        SoftEdge one = Threads.by(1, () -> plain.edge(Edge.Kind.MATTE, 9));
        SoftEdge many = Threads.by(6, () -> plain.edge(Edge.Kind.MATTE, 9));
        assertEquals(one.weights().weights(), many.weights().weights());
        Image first = copy(plain.image());
        Image second = copy(plain.image());
        one.free(first);
        Threads.by(4, () -> {
            many.free(second);
            return true;
        });
        assertEquals(first, second);
    }

    @Test
    void anyMaskOfAnyPictureHasAMatte() {
        Random random = new Random(8);
        for (int[] size : new int[][]{{1, 1}, {1, 9}, {9, 1}, {5, 4}, {41, 33}, {130, 70}}) {
            for (int width : new int[]{1, 2, 6, 17, 100}) {
                for (Layout layout : new Layout[]{Layout.GRAY, Layout.ABGR, Layout.RGBA}) {
                    int bits = layout == Layout.RGBA ? 16 : 8;
                    Image image = Pictures.random(random, size[0], size[1], layout, bits);
                    Mask noise = NaiveMorphology.random(random, size[0], size[1]);
                    byte[] dot = new byte[size[0] * size[1]];
                    dot[random.nextInt(dot.length)] = 1;
                    for (Mask mask : new Mask[]{noise, new Mask(size[0], size[1], dot)}) {
                        SoftEdge edge = new Edge(Edge.Kind.MATTE, width).of(image, mask);
                        edge.free(copy(image));
                        assertEquals(image.maxSample(), edge.weights().one());
                    }
                }
            }
        }
    }

    @Test
    void anImageOfAnotherSizeIsNotFreed() {
        Composite plain = Composite.plain(8);
        Image other = Image.of8Bit(1, 1, Layout.GRAY, new byte[1], Attributes.NONE);
        assertThrows(IllegalArgumentException.class, () -> plain.edge(Edge.Kind.MATTE, 3).free(other));
    }
}
