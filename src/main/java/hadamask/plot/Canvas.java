package hadamask.plot;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// What pictures are drawn on: black to begin with, an [Image] in the end, without a copy.
final class Canvas {
    private Canvas() {
    }

    static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    /// The drawn picture; the canvas is given up.
    static Image image(BufferedImage canvas) {
        byte[] bgr = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
        return Image.of8Bit(canvas.getWidth(), canvas.getHeight(), Layout.BGR, bgr, Attributes.NONE);
    }
}
