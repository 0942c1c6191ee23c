package hadamask.image;

import hadamask.file.InputException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/// Reads JPEG by the platform's native decoder, which is given a bare file: see [JpegHeader#bare(int)].
final class JpegReader {
    private JpegReader() {
    }

    /// Reads a JPEG file, upright.
    static Image read(byte[] file, PixelLimit limit) throws IOException {
        JpegHeader header = JpegHeader.of(file);
        int components = header.components();
        if (components != 1 && components != 3 && components != 4) {
            throw new InputException("is a JPEG with " + components + " components, expected 1, 3 or 4");
        }
        limit.check(header.width(), header.height(), components);
        int end = JpegScans.end(file, header.scanStart());
        if (8L * (end - header.scanStart()) < header.leastBits()) {
            throw JpegHeader.truncated();
        }
        byte[] bare = header.bare(end);
        Image stored = components == 4 ? readCmyk(header, bare) : readGrayOrColor(header, bare);
        return header.orientation().apply(stored);
    }

    private static Image readGrayOrColor(JpegHeader header, byte[] bare) throws IOException {
        boolean gray = header.components() == 1;
        int type = gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage target = new BufferedImage(header.width(), header.height(), type);
        decode(bare, reader -> {
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setDestination(target);
            return reader.read(0, parameters).getRaster();
        });
        byte[] samples = ((DataBufferByte) target.getRaster().getDataBuffer()).getData();
        Attributes attributes = new Attributes(header.colorProfile(), header.resolution());
        return Image.of8Bit(header.width(), header.height(), gray ? Layout.GRAY : Layout.BGR, samples, attributes);
    }

    private static Image readCmyk(JpegHeader header, byte[] bare) throws IOException {
        WritableRaster raster = (WritableRaster) decode(bare, reader -> reader.readRaster(0, null));
        byte[] ink = ((DataBufferByte) raster.getDataBuffer()).getData();
        if (header.hasColorDifferences()) {
            Cmyk.undoColorDifferences(ink);
        }
        if (header.isAdobe()) {
            Cmyk.invert(ink);
        }
        byte[] samples = Cmyk.toBgr(ink, header.width(), header.height(), header.colorProfile());
        return Image.of8Bit(header.width(), header.height(), Layout.BGR, samples,
                new Attributes(null, header.resolution()));
    }

    /// One way to read from a reader.
    private interface Reading {
        Raster from(ImageReader reader) throws IOException;
    }

    private static Raster decode(byte[] bare, Reading reading) throws IOException {
        ImageReader reader = Plugins.jpegReader();
        Warnings warnings = new Warnings();
        try {
            reader.addIIOReadWarningListener(warnings);
            reader.setInput(new BytesInput(bare), true, true);
            Raster raster = reading.from(reader);
            warnings.check();
            return raster;
        } finally {
            reader.dispose();
        }
    }

    /// The native decoder only warns of damaged data and goes on with grey.
    private static final class Warnings implements IIOReadWarningListener {
        private @Nullable String first;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            if (first == null) {
                first = warning;
            }
        }

        void check() throws IOException {
            if (first == null) {
                return;
            }
            if (first.startsWith("Truncated File") || first.startsWith("Premature end of JPEG file")) {
                throw JpegHeader.truncated();
            }
            throw new BrokenImageException(first);
        }
    }
}
