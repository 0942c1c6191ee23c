package hadamask.segment;

import hadamask.image.Image;
import hadamask.segment.plane.PixelWeights;

/// How much of the image's border each class covers.
///
/// @param onBorder what the pixels of each class on the border count
/// @param unseen what is transparent there
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record BorderVote(long[] onBorder, long unseen) {
    static BorderVote of(Image image, Classes classes, PixelWeights weights) {
        long unseen = 0;
        long[] onBorder = new long[classes.size()];
        int right = image.width() - 1;
        int bottom = image.height() - 1;
        for (int y = 0; y <= bottom; y++) {
            int step = y == 0 || y == bottom ? 1 : Math.max(1, right);
            for (int x = 0; x <= right; x += step) {
                int weight = weights.of(x, y);
                onBorder[classes.of(x, y)] += weight;
                unseen += weights.unit() - weight;
            }
        }
        return new BorderVote(onBorder, unseen);
    }

    /// The class that covers most of the border, of equals the darkest; -1 where that is what is transparent.
    int most() {
        int most = 0;
        for (int c = 1; c < onBorder.length; c++) {
            most = onBorder[c] > onBorder[most] ? c : most;
        }
        return unseen > 0 && unseen >= onBorder[most] ? -1 : most;
    }

    /// The part of what is seen of the border that a class covers.
    double share(int c) {
        long all = 0;
        for (long count : onBorder) {
            all += count;
        }
        return all == 0 ? 0 : onBorder[c] / (double) all;
    }
}
