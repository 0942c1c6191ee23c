package hadamask.codec.tiff;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.Damage;
import hadamask.codec.format.TiffTags;
import hadamask.codec.jpeg.JpegHeader;
import hadamask.codec.jpeg.JpegReader;
import hadamask.codec.jpeg.JpegScans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The strips and tiles of a TIFF that are JPEGs: their tables may stand apart, once for all.
final class TiffJpeg {
    private final TiffKind kind;
    private final Damage damage;
    private final byte @Nullable [] tables;

    TiffJpeg(TiffKind kind, TiffTags tags, Damage damage) {
        this.kind = kind;
        this.damage = damage;
        this.tables = tags.bytes(TiffTags.JPEG_TABLES);
    }

    /// @param from where the JPEG begins
    /// @param columns of the strip or tile
    /// @param most rows of it at most
    /// @param out its samples, in the order of the TIFF; as many rows as it has places for
    /// @return how many were filled
    int unpack(byte[] file, int from, int to, int columns, int most, byte[] out) throws IOException {
        byte[] jpeg = whole(file, from, to);
        JpegHeader header = JpegHeader.of(jpeg);
        int n = kind.together();
        if (header.components() != n || header.width() != columns || header.height() < 1
                || header.height() > most) {
            throw new BrokenImageException("a JPEG in it has " + header.width() + " x " + header.height()
                    + " pixels of " + header.components() + " samples, expected " + columns + " x " + most + " of "
                    + n);
        }
        JpegScans scans = JpegScans.of(jpeg, header, damage);
        byte[] samples = JpegReader.samples(header, scans, kind.color() == TiffColor.YCBCR, damage);
        int length = Math.min(out.length, samples.length);
        System.arraycopy(samples, 0, out, 0, length);
        return length;
    }

    private byte[] whole(byte[] file, int from, int to) throws IOException {
        if (to - from < 4 || file[from] != (byte) 0xFF || file[from + 1] != (byte) 0xD8) {
            throw new BrokenImageException("there is no JPEG at byte " + from + ", where one is expected");
        }
        byte[] shared = tables;
        if (shared == null || shared.length < 4) {
            return Arrays.copyOfRange(file, from, to);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(shared.length + to - from);
        int end = shared[shared.length - 2] == (byte) 0xFF && shared[shared.length - 1] == (byte) 0xD9 ? 2 : 0;
        all.write(shared, 0, shared.length - end);
        all.write(file, from + 2, to - from - 2);
        return all.toByteArray();
    }
}
