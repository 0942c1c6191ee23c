package hadamask.plot;

import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.plot.TerminalPicture.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/// The graphics protocol of kitty: a PNG in base 64, in pieces of at most 4096 letters.
final class KittyPicture {
    private static final String START = "\u001B_G";
    private static final String END = "\u001B\\";
    private static final int PIECE = 4096;

    private KittyPicture() {
    }

    /// The text, with a line feed at the end.
    ///
    /// @param columns of the terminal that the picture covers
    static String encode(Raster picture, int columns) {
        String data = Base64.getEncoder().encodeToString(png(picture));
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < data.length(); from += PIECE) {
            int end = Math.min(data.length(), from + PIECE);
            // f=100: PNG; a=T: show it at once; q=2: the terminal shall not answer, the shell would read it as typed.
            String first = from == 0 ? "f=100,a=T,q=2,c=" + columns + "," : "";
            text.append(START).append(first).append(end < data.length() ? "m=1;" : "m=0;").append(data, from, end)
                    .append(END);
        }
        return text.append('\n').toString();
    }

    private static byte[] png(Raster picture) {
        byte[] bgr = new byte[3 * picture.rgb().length];
        for (int i = 0; i < picture.rgb().length; i++) {
            int rgb = picture.rgb()[i];
            bgr[3 * i] = (byte) rgb;
            bgr[3 * i + 1] = (byte) (rgb >> 8);
            bgr[3 * i + 2] = (byte) (rgb >> 16);
        }
        Image image = Image.of8Bit(picture.width(), picture.height(), Layout.BGR, bgr, Attributes.NONE);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageEncoder.encode(image, ImageFormat.PNG, Encoding.DEFAULT, png);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory takes everything
        }
        return png.toByteArray();
    }
}
