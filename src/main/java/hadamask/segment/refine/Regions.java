package hadamask.segment.refine;

import boofcv.alg.filter.binary.LinearContourLabelChang2004;
import boofcv.alg.filter.binary.LinearExternalContours;
import boofcv.struct.ConfigLength;
import boofcv.struct.ConnectRule;
import boofcv.struct.image.GrayS32;
import boofcv.struct.image.GrayU8;
import hadamask.image.Mask;
import hadamask.parallel.Reusable;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// The connected regions of a mask and their areas.
///
/// BoofCV labels them (Chang, Chen and Lu, "A linear-time component-labeling algorithm using contour tracing technique",
/// 2004). Memory: 5 bytes per pixel.
public final class Regions {
    /// What is at most this part of the heap is kept for the next mask.
    private static final int KEPT_PART = 64;
    private static final Reusable<Workspace> WORKSPACES = new Reusable<>(Workspace::new, workspace -> {});

    private final Workspace workspace;
    private final GrayS32 labels;
    private final int count;
    private long @Nullable [] areas;

    private Regions(Workspace workspace, int count) {
        this.workspace = workspace;
        this.labels = workspace.labels;
        this.count = count;
    }

    /// What is needed to label a mask, and is used again for another of the same size.
    private static final class Workspace {
        private GrayS32 labels = new GrayS32(1, 1);
        private @Nullable LinearContourLabelChang2004 labelling;
        private @Nullable Connectivity connected;

        LinearContourLabelChang2004 of(int width, int height, Connectivity connectivity) {
            if (labels.width != width || labels.height != height) {
                labels = new GrayS32(width, height);
            }
            LinearContourLabelChang2004 before = labelling;
            if (before != null && connected == connectivity) {
                return before;
            }
            LinearContourLabelChang2004 made = new LinearContourLabelChang2004(connectivity.rule());
            made.setSaveInternalContours(false);
            made.setMaxContourLength(ConfigLength.fixed(0));
            labelling = made;
            connected = connectivity;
            return made;
        }
    }

    /// The regions of a mask.
    ///
    /// @param connected which pixels touch
    public static Regions of(Mask mask, Connectivity connected) {
        GrayU8 binary = new GrayU8();
        binary.data = mask.values();
        binary.width = mask.width();
        binary.height = mask.height();
        binary.stride = mask.width();
        Workspace workspace = WORKSPACES.take();
        LinearContourLabelChang2004 labelling = workspace.of(mask.width(), mask.height(), connected);
        labelling.process(binary, workspace.labels);
        return new Regions(workspace, labelling.getContours().size);
    }

    /// The number of regions of a mask, pixels that touch at a corner being connected: each has one outer contour.
    public static int count(Mask mask) {
        LinearExternalContours contours = new LinearExternalContours(ConnectRule.EIGHT);
        contours.process(padded(mask), 1, 1);
        return contours.getExternalContours().size();
    }

    /// The mask with a frame of zeros.
    private static GrayU8 padded(Mask mask) {
        int width = mask.width();
        GrayU8 padded = new GrayU8(width + 2, mask.height() + 2);
        for (int y = 0; y < mask.height(); y++) {
            System.arraycopy(mask.values(), y * width, padded.data, (y + 1) * padded.stride + 1, width);
        }
        return padded;
    }

    /// The number of regions; the largest label.
    public int count() {
        return count;
    }

    /// The label of each pixel, row by row: 0 for background, then from 1 in the order of the regions' first pixels. Not
    /// copied.
    public int[] labels() {
        return labels.data;
    }

    /// Gives the memory of the labels up, for those of another mask: nothing may be asked of them any more. Whoever does not is
    /// left to the garbage collector.
    public void giveUp() {
        if (5L * labels.data.length <= Runtime.getRuntime().maxMemory() / KEPT_PART) {
            WORKSPACES.giveBack(workspace);
        }
    }

    /// The area of each region in pixels, at its label; 0 for the background. Not copied.
    public long[] areas() {
        long[] known = areas;
        if (known == null) {
            known = new long[count + 1];
            for (int label : labels.data) {
                known[label]++;
            }
            known[0] = 0;
            areas = known;
        }
        return known;
    }

    /// The area of the largest region in pixels, 0 when there is none.
    public long largestArea() {
        long largest = 0;
        for (long area : areas()) {
            largest = Math.max(largest, area);
        }
        return largest;
    }

    /// The mask of the regions whose area is accepted.
    Mask select(LongPredicate byArea) {
        byte[] kept = new byte[count + 1];
        for (int label = 1; label <= count; label++) {
            kept[label] = (byte) (byArea.test(areas()[label]) ? 1 : 0);
        }
        return select(kept);
    }

    /// The mask of the largest region; of equals, the one whose first pixel comes first, row by row.
    public Mask largest() {
        byte[] kept = new byte[count + 1];
        long largest = largestArea();
        for (int label = 1; label <= count; label++) {
            if (areas()[label] == largest) {
                kept[label] = 1;
                break;
            }
        }
        return select(kept);
    }

    private Mask select(byte[] kept) {
        byte[] values = new byte[labels.data.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = kept[labels.data[i]];
        }
        return new Mask(labels.width, labels.height, values);
    }
}
