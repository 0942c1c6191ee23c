package hadamask.codec.bmp;

import hadamask.image.Attributes.Resolution;
import hadamask.image.Image;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes Windows bitmaps of 24 bits per pixel.
public final class BmpWriter {
    private static final int HEADERS = 14 + 40;
    private static final double METRES_PER_INCH = 0.0254;

    private BmpWriter() {
    }

    /// @param image 8 bits, no alpha
    public static void write(Image image, OutputStream out) throws IOException {
        int width = image.width();
        int height = image.height();
        int rowBytes = (int) ((3L * width + 3) / 4 * 4);
        long size = HEADERS + (long) rowBytes * height;
        Resolution r = image.attributes().resolution();
        ByteBuffer header = ByteBuffer.allocate(HEADERS).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'B').put((byte) 'M').putInt((int) size).putInt(0).putInt(HEADERS);
        header.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) 24).putInt(0).putInt(0);
        header.putInt(r == null ? 0 : perMetre(r.x())).putInt(r == null ? 0 : perMetre(r.y())).putInt(0).putInt(0);
        out.write(header.array());
        byte[] samples = image.bytes();
        byte[] row = new byte[rowBytes];
        boolean color = image.layout().isColor();
        // The lowest row comes first.
        for (int y = height - 1; y >= 0; y--) {
            if (color) {
                System.arraycopy(samples, 3 * y * width, row, 0, 3 * width);
            } else {
                for (int x = 0; x < width; x++) {
                    byte gray = samples[y * width + x];
                    row[3 * x] = gray;
                    row[3 * x + 1] = gray;
                    row[3 * x + 2] = gray;
                }
            }
            out.write(row);
        }
    }

    private static int perMetre(double perInch) {
        return Math.clamp(Math.round(perInch / METRES_PER_INCH), 1, Integer.MAX_VALUE);
    }
}
