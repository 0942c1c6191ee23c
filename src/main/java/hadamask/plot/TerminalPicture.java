package hadamask.plot;

import hadamask.image.Image;
import java.awt.Dimension;
import java.awt.image.BufferedImage;

/// A picture as the text that makes a terminal show it.
///
/// It is scaled to the available room; small pictures grow by a whole number. Where it is transparent, a checkerboard shows,
/// because the background of a terminal may have any colour.
///
/// @hidden public for other packages of Hadamask alone
public final class TerminalPicture {
    /// Assumed size in pixels of a terminal's cell: rather too small than too large.
    private static final int CELL_WIDTH = 8;
    private static final int CELL_HEIGHT = 16;
    private static final int WHITE = 0xFFFFFF;
    private static final int GRAY = 0xCCCCCC;

    private TerminalPicture() {
    }

    /// The text, which ends with a line feed.
    ///
    /// @param columns of the terminal, at least 1
    /// @param rows that the picture may take, at least 1
    public static String of(Image image, TerminalProtocol protocol, int columns, int rows) {
        return switch (protocol) {
            case KITTY -> {
                Raster raster = scaled(image, columns * CELL_WIDTH, rows * CELL_HEIGHT);
                yield KittyPicture.encode(raster, Math.ceilDiv(raster.width(), CELL_WIDTH));
            }
            case SIXEL -> Sixels.encode(scaled(image, columns * CELL_WIDTH, rows * CELL_HEIGHT));
            case BLOCKS -> HalfBlocks.encode(scaled(image, columns, 2 * rows), HalfBlocks::direct);
            case PALETTE -> HalfBlocks.encode(scaled(image, columns, 2 * rows), HalfBlocks::indexed);
        };
    }

    /// Opaque pixels.
    ///
    /// @param rgb red, green and blue of each pixel, 8 bits each, row by row
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Raster(int width, int height, int[] rgb) {
        int at(int x, int y) {
            return rgb[y * width + x];
        }
    }

    /// The image at the largest size that fits, on a checkerboard.
    static Raster scaled(Image image, int width, int height) {
        Dimension size = AreaAverage.fitting(image.width(), image.height(), new Dimension(width, height), 1);
        BufferedImage picture = AreaAverage.of(image.width(), image.height(), ImagePixels.of(image), size);
        int[] rgb = picture.getRGB(0, 0, size.width, size.height, null, 0, size.width);
        int checker = Math.max(2, Math.min(width, height) / 24);
        for (int i = 0; i < rgb.length; i++) {
            boolean even = (i % size.width / checker + i / size.width / checker) % 2 == 0;
            rgb[i] = over(rgb[i], even ? WHITE : GRAY);
        }
        return new Raster(size.width, size.height, rgb);
    }

    private static int over(int argb, int ground) {
        int alpha = argb >>> 24;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int mixed = alpha * (argb >> shift & 0xFF) + (255 - alpha) * (ground >> shift & 0xFF);
            rgb |= ((mixed + 127) / 255) << shift;
        }
        return rgb;
    }
}
