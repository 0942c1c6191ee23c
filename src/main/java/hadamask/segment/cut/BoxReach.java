package hadamask.segment.cut;

import hadamask.image.Rectangle;

/// Lets an object reach all four sides of its box, as a box is drawn around a whole thing: head, feet and tail belong to it, whatever
/// their colours.
///
/// Where a gap between the object and a side is more than a part of the box, the pixels of the gap lean more to the object,
/// and the cut is made again, until it reaches or they lean as much as is allowed. What is most like the object comes first.
///
/// V. Lempitsky, P. Kohli, C. Rother, T. Sharp, "Image segmentation with a bounding box prior", ICCV 2009, has the condition
/// ("tightness"); there single pixels are made certain, here whole gaps lean, so that a loose box takes no ground by force.
final class BoxReach {
    /// A gap up to this part of the width or height of the box is none.
    static final double GAP = 0.06;
    /// What the pixels of a gap lean more each time, and in all at most, in nats.
    static final float STEP = 0.5f;
    static final float MOST = 3;

    private final Rectangle box;
    private final int width;
    private final float[] leanings;

    /// @param box in pixels of the reduced picture
    BoxReach(Rectangle box, int width, int height) {
        this.box = box;
        this.width = width;
        leanings = new float[width * height];
    }

    /// What each pixel leans more to the object, from 0 to [#MOST].
    float[] leanings() {
        return leanings;
    }

    /// Makes the gaps of a mask lean more.
    ///
    /// @param mask 1 object and 0 ground, without small islands
    /// @return whether there was a gap that could
    boolean lean(byte[] mask) {
        int right = box.x() + box.width();
        int bottom = box.y() + box.height();
        int fromX = right;
        int toX = box.x();
        int fromY = bottom;
        int toY = box.y();
        for (int y = box.y(); y < bottom; y++) {
            for (int x = box.x(); x < right; x++) {
                if (mask[y * width + x] != 0) {
                    fromX = Math.min(fromX, x);
                    toX = Math.max(toX, x + 1);
                    fromY = Math.min(fromY, y);
                    toY = Math.max(toY, y + 1);
                }
            }
        }
        if (fromX == right) { // no object: both gaps end in the middle
            fromX = box.x() + box.width() / 2;
            toX = fromX;
            fromY = box.y() + box.height() / 2;
            toY = fromY;
        }
        double smallestX = GAP * box.width();
        double smallestY = GAP * box.height();
        boolean any = fromX - box.x() > smallestX && lean(box.x(), fromX, box.y(), bottom);
        any |= right - toX > smallestX && lean(toX, right, box.y(), bottom);
        any |= fromY - box.y() > smallestY && lean(box.x(), right, box.y(), fromY);
        any |= bottom - toY > smallestY && lean(box.x(), right, toY, bottom);
        return any;
    }

    private boolean lean(int left, int right, int top, int bottom) {
        boolean any = false;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int i = y * width + x;
                any |= leanings[i] < MOST;
                leanings[i] = Math.min(MOST, leanings[i] + STEP);
            }
        }
        return any;
    }
}
