package hadamask.codec.pnm;

import hadamask.codec.format.RowBytes;
import hadamask.image.Image;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes any-maps: P5 for grey, P6 for colour, 8 or 16 bits.
public final class PnmWriter {
    private PnmWriter() {
    }

    /// @param image without alpha
    public static void write(Image image, OutputStream out) throws IOException {
        String header = (image.layout().isColor() ? "P6" : "P5") + "\n" + image.width() + " " + image.height() + "\n"
                + image.maxSample() + "\n";
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        RowBytes rows = new RowBytes(image, ByteOrder.BIG_ENDIAN);
        byte[] row = new byte[rows.length()];
        for (int y = 0; y < image.height(); y++) {
            rows.copy(y, row, 0);
            out.write(row);
        }
    }
}
