package hadamask.codec.jpeg;

import hadamask.codec.format.Cmyk;
import hadamask.codec.format.Damage;
import hadamask.codec.format.PictureSize;
import hadamask.codec.format.PixelLimit;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Orientation;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/// Reads JPEG by the platform's native decoder, which is given a bare file: see [JpegHeader#bare(JpegScans)].
public final class JpegReader {
    private JpegReader() {
    }

    /// Reads a JPEG file, upright.
    public static Image read(byte[] file, PixelLimit limit, Damage damage) throws IOException {
        JpegHeader header = JpegHeader.of(file);
        int components = header.components();
        if (components != 1 && components != 3 && components != 4) {
            throw new InputException("is a JPEG with " + components + " components, expected 1, 3 or 4");
        }
        limit.check(header.width(), header.height(), components, size(header));
        JpegScans scans = JpegScans.of(file, header, damage);
        Image stored = components == 4 ? readCmyk(header, scans, damage) : readGrayOrColor(header, scans, damage);
        return header.orientation().apply(stored);
    }

    private static PictureSize size(JpegHeader header) {
        boolean gray = header.components() == 1;
        int pixel = gray ? 1 : 3;
        int ink = header.components() == 4 ? 4 : 0;
        int turned = header.orientation() == Orientation.UPRIGHT ? 0 : pixel;
        return new PictureSize(header.width(), header.height(), pixel, Math.max(ink, turned),
                header.coefficientBytes());
    }

    private static Image readGrayOrColor(JpegHeader header, JpegScans scans, Damage damage) throws IOException {
        boolean gray = header.components() == 1;
        int type = gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage target = new BufferedImage(header.width(), header.height(), type);
        decode(header, scans, damage, reader -> {
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setDestination(target);
            return reader.read(0, parameters).getRaster();
        });
        byte[] samples = ((DataBufferByte) target.getRaster().getDataBuffer()).getData();
        Attributes attributes = new Attributes(header.colorProfile(), header.resolution());
        return Image.of8Bit(header.width(), header.height(), gray ? Layout.GRAY : Layout.BGR, samples, attributes);
    }

    private static Image readCmyk(JpegHeader header, JpegScans scans, Damage damage) throws IOException {
        WritableRaster raster = (WritableRaster) decode(header, scans, damage, reader -> reader.readRaster(0, null));
        byte[] ink = ((DataBufferByte) raster.getDataBuffer()).getData();
        if (header.hasColorDifferences()) {
            Cmyk.undoColorDifferences(ink);
        }
        // Stored as light, not as ink: with Adobe's mark and without, as every other reader takes them.
        Cmyk.invert(ink);
        byte[] samples = Cmyk.toBgr(ink, header.width(), header.height(), header.colorProfile());
        return Image.of8Bit(header.width(), header.height(), Layout.BGR, samples,
                new Attributes(null, header.resolution()));
    }

    /// The samples of a JPEG inside of another file, which says what they mean: in the order of the components, one pixel
    /// after the other.
    ///
    /// @param differences whether three components are luminance and colour differences; they become red, green, blue
    public static byte[] samples(JpegHeader header, JpegScans scans, boolean differences, Damage damage)
            throws IOException {
        JpegHeader meant = header.meaning(differences);
        if (header.components() != 3) {
            Raster raster = decode(meant, scans, damage, reader -> reader.readRaster(0, null));
            return ((DataBufferByte) raster.getDataBuffer()).getData();
        }
        byte[] samples = readGrayOrColor(meant, scans, damage).bytes();
        for (int i = 0; i < samples.length; i += 3) {
            byte blue = samples[i];
            samples[i] = samples[i + 2];
            samples[i + 2] = blue;
        }
        return samples;
    }

    /// One way to read from a reader.
    private interface Step {
        Raster from(ImageReader reader) throws IOException;
    }

    private static Raster decode(JpegHeader header, JpegScans scans, Damage damage, Step step) throws IOException {
        byte[] bare = header.bare(scans);
        ImageReader reader = PlatformCodec.jpegReader();
        Warnings warnings = new Warnings();
        try {
            reader.addIIOReadWarningListener(warnings);
            reader.setInput(new BytesInput(bare), true, true);
            Raster raster = step.from(reader);
            warnings.check(header, bare, scans.isClosed(), damage);
            return raster;
        } finally {
            reader.dispose();
        }
    }

    /// The native decoder only warns of damaged data and goes on with grey. It tells the first warning and no other.
    private static final class Warnings implements IIOReadWarningListener {
        private @Nullable String first;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            if (first == null) {
                first = warning;
            }
        }

        /// @param closed whether the file has an end mark: behind all data, or else the last scan may be cut
        void check(JpegHeader header, byte[] bare, boolean closed, Damage damage) {
            if (first == null) {
                return;
            }
            String fault = first;
            // Bytes that nobody needs, as some cameras leave them, or all that is told of blocks that were not understood.
            if (first.contains(" extraneous bytes before marker 0x")) {
                fault = JpegEntropy.fault(bare, header);
            }
            boolean cut = !closed || first.startsWith("Truncated File")
                    || first.startsWith("Premature end of JPEG file");
            if (fault != null && cut) {
                damage.truncated();
            } else if (fault != null) {
                damage.broken(fault);
            }
        }
    }
}
