package hadamask.segment.cut;

/// The outermost pixels of a reduced picture above, on the left and on the right, where objects seldom run out of it. Below they
/// stand, and often do.
final class Rim {
    /// What a pixel of the rim leans to the ground, in nats: more than colours and what stands out can outweigh.
    private static final float LEANING = 20;

    private Rim() {
    }

    /// Makes the rim lean to the ground.
    ///
    /// @param leanings changed
    static void lean(float[] leanings, int width, int height) {
        for (int x = 0; x < width; x++) {
            leanings[x] -= LEANING;
        }
        for (int y = 1; y < height; y++) {
            leanings[y * width] -= LEANING;
            leanings[y * width + width - 1] -= LEANING;
        }
    }

    /// Lets an object that was found beside the rim run out of the picture: each pixel of the rim becomes as the one within.
    ///
    /// @param mask changed
    static void open(byte[] mask, int width, int height) {
        if (width < 3 || height < 2) {
            return;
        }
        for (int y = 1; y < height; y++) {
            mask[y * width] = mask[y * width + 1];
            mask[y * width + width - 1] = mask[y * width + width - 2];
        }
        System.arraycopy(mask, width, mask, 0, width);
    }
}
