package hadamask.segment.cut;

import hadamask.image.Rectangle;
import hadamask.segment.color.ReducedPicture;
import hadamask.segment.saliency.Side;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// A frame that is painted around a photograph: a mount, a shadow, a scanner's lid, a soft rim.
///
/// All that looks for an object takes the rim of the picture for ground. The rim of a framed picture is its frame, and all the
/// photograph is unlike that.
///
/// A side has a frame where its outermost line is of one colour, and the lines behind it leave that colour all at once, along most of
/// their length, within a tenth of the picture; a soft frame ends where its lines have stopped moving away. Horizons and roofs do
/// that at one side now and then, so that a frame counts from two sides on.
final class PictureFrame {
    /// Colours at this distance in Lab are the same.
    private static final double ALIKE = 12;
    /// The part of the outermost line that has its median colour.
    private static final double EVEN = 0.8;
    /// The parts of a line that have left the colour of the frame where it begins to end, and where it has ended.
    private static final double BEGINS = 0.2;
    private static final double ENDS = 0.7;
    /// The widest frame and the longest way from beginning to end, as parts of the picture's width or height.
    private static final double WIDEST = 0.1;
    private static final double SUDDEN = 0.03;
    private static final int MIN_SUDDEN = 2;
    /// A line of a soft frame is at least so much farther from the outermost colour than the line before it.
    private static final double MOVING = 1.03;
    private static final int LEAST_SIDES = 2;

    private final ReducedPicture picture;

    private PictureFrame(ReducedPicture picture) {
        this.picture = picture;
    }

    /// What a frame leaves of a picture.
    ///
    /// @param picture the picture as it is looked at
    /// @param width columns of the full picture
    /// @param height rows of it
    /// @return a part of the full picture; all of it where there is no frame
    static Rectangle inside(ReducedPicture picture, int width, int height) {
        PictureFrame frame = new PictureFrame(picture);
        Map<Side, Integer> depths = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            int depth = frame.depth(side);
            if (depth > 0) {
                depths.put(side, depth);
            }
        }
        if (depths.size() < LEAST_SIDES) {
            return new Rectangle(0, 0, width, height);
        }
        int left = full(depths.getOrDefault(Side.LEFT, 0), picture.width(), width);
        int top = full(depths.getOrDefault(Side.TOP, 0), picture.height(), height);
        int right = width - full(depths.getOrDefault(Side.RIGHT, 0), picture.width(), width);
        int bottom = height - full(depths.getOrDefault(Side.BOTTOM, 0), picture.height(), height);
        return new Rectangle(left, top, right - left, bottom - top);
    }

    /// The pixels of the full picture that reduced ones cover, rounded up.
    private static int full(int pixels, int reduced, int full) {
        return (int) (((long) pixels * full + reduced - 1) / reduced);
    }

    /// The lines of a side that are frame, 0 if there is none.
    private int depth(Side side) {
        int lines = isAcross(side) ? picture.height() : picture.width();
        int widest = (int) (WIDEST * lines);
        double[] color = outermost(side);
        if (apart(side, 0, color) > 1 - EVEN) {
            return 0;
        }
        int begin = 0;
        for (int line = 1; line <= widest; line++) {
            double apart = apart(side, line, color);
            if (begin == 0 && apart > BEGINS) {
                begin = line;
            }
            if (apart > ENDS) {
                boolean sudden = line - begin <= Math.max(MIN_SUDDEN, SUDDEN * lines);
                return sudden ? end(side, line, widest, color) : 0;
            }
        }
        return 0;
    }

    /// Follows a soft frame to where its lines stop moving away from the outermost colour.
    private int end(Side side, int from, int widest, double[] color) {
        int end = from;
        double farthest = meanDistance(side, from, color);
        for (int line = from + 1; line <= Math.min(widest, from + Math.max(3, widest / 3)); line++) {
            double distance = meanDistance(side, line, color);
            if (distance > MOVING * farthest) {
                farthest = distance;
                end = line;
            }
        }
        return end;
    }

    /// The median of L, a and b over the outermost line of a side.
    private double[] outermost(Side side) {
        double[] color = new double[3];
        float[] values = new float[length(side)];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = picture.lab()[3 * pixel(side, 0, i) + c];
            }
            Arrays.sort(values);
            color[c] = values[values.length / 2];
        }
        return color;
    }

    /// The part of a line that is unlike a colour.
    private double apart(Side side, int line, double[] color) {
        int n = 0;
        for (int i = 0; i < length(side); i++) {
            n += distance(pixel(side, line, i), color) > ALIKE ? 1 : 0;
        }
        return n / (double) length(side);
    }

    private double meanDistance(Side side, int line, double[] color) {
        double sum = 0;
        for (int i = 0; i < length(side); i++) {
            sum += distance(pixel(side, line, i), color);
        }
        return sum / length(side);
    }

    private double distance(int pixel, double[] color) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            double d = picture.lab()[3 * pixel + c] - color[c];
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    private static boolean isAcross(Side side) {
        return side == Side.TOP || side == Side.BOTTOM;
    }

    private int length(Side side) {
        return isAcross(side) ? picture.width() : picture.height();
    }

    /// A pixel of a line along a side; lines count from the outside.
    private int pixel(Side side, int line, int along) {
        int width = picture.width();
        return switch (side) {
            case TOP -> line * width + along;
            case BOTTOM -> (picture.height() - 1 - line) * width + along;
            case LEFT -> along * width + line;
            case RIGHT -> along * width + width - 1 - line;
        };
    }
}
