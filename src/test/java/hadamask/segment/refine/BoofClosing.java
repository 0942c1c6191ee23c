package hadamask.segment.refine;

import boofcv.alg.filter.binary.BinaryImageOps;
import boofcv.struct.image.GrayU8;
import hadamask.image.Mask;

/// The closing by BoofCV: a square of radius r is r dilations by 3 x 3, then r erosions.
///
/// BoofCV takes the outside for 0 when it dilates, and for 1 when it erodes. So the endless plane is a frame that no
/// dilation leaves, and an outside of 0 a frame of one pixel around what is eroded.
public final class BoofClosing {
    private BoofClosing() {
    }

    public static Mask close(Mask mask, Closing closing) {
        int radius = closing.radius();
        if (radius == 0) {
            return mask;
        }
        boolean endless = closing.border() == Closing.Border.EXTEND;
        GrayU8 dilated = BinaryImageOps.dilate8(framed(mask, endless ? radius : 0), radius, null);
        Mask cut = new Mask(dilated.width, dilated.height, dilated.data);
        GrayU8 closed = BinaryImageOps.erode8(framed(cut, endless ? 0 : 1), radius, null);
        int frame = (closed.width - mask.width()) / 2;
        byte[] values = new byte[mask.values().length];
        for (int y = 0; y < mask.height(); y++) {
            System.arraycopy(closed.data, closed.getIndex(frame, y + frame), values, y * mask.width(), mask.width());
        }
        return new Mask(mask.width(), mask.height(), values);
    }

    private static GrayU8 framed(Mask mask, int frame) {
        GrayU8 image = new GrayU8(mask.width() + 2 * frame, mask.height() + 2 * frame);
        for (int y = 0; y < mask.height(); y++) {
            System.arraycopy(mask.values(), y * mask.width(), image.data, image.getIndex(frame, y + frame),
                    mask.width());
        }
        return image;
    }
}
