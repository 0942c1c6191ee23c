import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.segment.cut.GraphCut;
import hadamask.segment.cut.GraphCutOptions;
import hadamask.segment.cut.Hints;
import java.util.ArrayList;
import java.util.List;

/// A person who knows the true mask: draws a box around it, then clicks into the middle of the largest wrong region, again and
/// again.
///
/// @param box whether there is a box, 2 % of the longer side of the picture around the truth
/// @param clicks how many clicks follow
record TruthHints(boolean box, int clicks) {
    private static final double MARGIN = 0.02;

    Mask mask(Image image, Mask truth) {
        Rectangle around = truth.boundingBox();
        Hints hints = Hints.NONE;
        if (box && around != null) {
            int margin = (int) Math.round(MARGIN * Math.max(image.width(), image.height()));
            hints = hints.withBox(around.grown(margin, image.width(), image.height()));
        }
        List<Hints.Point> keep = new ArrayList<>();
        List<Hints.Point> drop = new ArrayList<>();
        Mask found = GraphCut.of(GraphCutOptions.DEFAULT.withHints(hints)).segment(image).mask();
        for (int i = 0; i < clicks; i++) {
            Hints.Point click = middleOfLargestError(found, truth);
            if (click == null) {
                return found;
            }
            (truth.contains(click.x(), click.y()) ? keep : drop).add(click);
            hints = hints.withPoints(keep, drop);
            found = GraphCut.of(GraphCutOptions.DEFAULT.withHints(hints)).segment(image).mask();
        }
        return found;
    }

    /// The pixel farthest from right ones, in steps, in the largest connected wrong region; null if all is right.
    private static Hints.Point middleOfLargestError(Mask found, Mask truth) {
        int width = truth.width();
        int height = truth.height();
        int[] region = new int[width * height];
        int[] members = new int[region.length];
        int largest = 0;
        int count = 0;
        int most = 0;
        for (int start = 0; start < region.length; start++) {
            if (region[start] != 0 || found.values()[start] == truth.values()[start]) {
                continue;
            }
            int size = 1;
            members[0] = start;
            region[start] = ++count;
            for (int done = 0; done < size; done++) {
                int i = members[done];
                for (int n : neighbours(i, width, height)) {
                    if (n >= 0 && region[n] == 0 && found.values()[n] != truth.values()[n]
                            && found.values()[n] == found.values()[start]) {
                        region[n] = count;
                        members[size++] = n;
                    }
                }
            }
            if (size > most) {
                most = size;
                largest = count;
            }
        }
        return largest == 0 ? null : deepest(region, largest, width, height);
    }

    private static Hints.Point deepest(int[] region, int which, int width, int height) {
        int[] steps = new int[region.length];
        int[] queue = new int[region.length];
        int tail = 0;
        for (int i = 0; i < region.length; i++) {
            boolean inside = region[i] == which;
            for (int n : neighbours(i, width, height)) {
                inside &= n >= 0 && region[n] == which;
            }
            if (region[i] == which && !inside) {
                steps[i] = 1;
                queue[tail++] = i;
            }
        }
        for (int head = 0; head < tail; head++) {
            for (int n : neighbours(queue[head], width, height)) {
                if (n >= 0 && region[n] == which && steps[n] == 0) {
                    steps[n] = steps[queue[head]] + 1;
                    queue[tail++] = n;
                }
            }
        }
        int last = queue[tail - 1];
        return new Hints.Point(last % width, last / width);
    }

    private static int[] neighbours(int i, int width, int height) {
        int x = i % width;
        return new int[]{x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i >= width ? i - width : -1,
            i < (height - 1) * width ? i + width : -1};
    }
}
