package hadamask.segment;

import boofcv.alg.filter.binary.LinearContourLabelChang2004;
import boofcv.alg.filter.binary.LinearExternalContours;
import boofcv.struct.ConfigLength;
import boofcv.struct.ConnectRule;
import boofcv.struct.image.GrayS32;
import boofcv.struct.image.GrayU8;
import hadamask.image.Mask;
import java.util.function.LongPredicate;

/// The connected regions of a mask and their areas.
///
/// BoofCV labels them (Chang, Chen and Lu, "A linear-time component-labeling algorithm using contour tracing technique",
/// 2004). Memory: 5 bytes per pixel.
public final class Regions {
    private final GrayS32 labels;
    private final long[] areas;

    private Regions(GrayS32 labels, long[] areas) {
        this.labels = labels;
        this.areas = areas;
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
        GrayS32 labels = new GrayS32(mask.width(), mask.height());
        LinearContourLabelChang2004 labelling = new LinearContourLabelChang2004(connected.rule());
        labelling.setSaveInternalContours(false);
        labelling.setMaxContourLength(ConfigLength.fixed(0));
        labelling.process(binary, labels);
        long[] areas = new long[labelling.getContours().size + 1];
        for (int label : labels.data) {
            areas[label]++;
        }
        areas[0] = 0;
        return new Regions(labels, areas);
    }

    /// The number of regions of a mask, pixels that touch at a corner being connected: each has one outer contour.
    public static int count(Mask mask) {
        LinearExternalContours contours = new LinearExternalContours(ConnectRule.EIGHT);
        contours.process(Holes.padded(mask), 1, 1);
        return contours.getExternalContours().size();
    }

    /// The label of each pixel, row by row: 0 for background, then from 1 in the order of the regions' first pixels. Not
    /// copied.
    public int[] labels() {
        return labels.data;
    }

    /// The area of each region in pixels, at its label; 0 for the background. Not copied.
    public long[] areas() {
        return areas;
    }

    /// The area of the largest region in pixels, 0 when there is none.
    public long largestArea() {
        long largest = 0;
        for (long area : areas) {
            largest = Math.max(largest, area);
        }
        return largest;
    }

    /// The mask of the regions whose area is accepted.
    Mask select(LongPredicate byArea) {
        byte[] kept = new byte[areas.length];
        for (int label = 1; label < areas.length; label++) {
            kept[label] = (byte) (byArea.test(areas[label]) ? 1 : 0);
        }
        return select(kept);
    }

    /// The mask of the largest region; of equals, the one whose first pixel comes first, row by row.
    public Mask largest() {
        byte[] kept = new byte[areas.length];
        long largest = largestArea();
        for (int label = 1; label < areas.length; label++) {
            if (areas[label] == largest) {
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
