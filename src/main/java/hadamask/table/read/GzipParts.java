package hadamask.table.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/// The parts of a gzip file, one behind the other, to its last byte.
///
/// The virtual machine's stream ends where no further part begins. Where the beginning of one is damaged or cut off, its rows
/// would be lost in silence. Zeros at the end are no harm: tapes and blocks leave them, and `gzip` takes them, too.
final class GzipParts extends GZIPInputStream {
    /// The checksum and the size behind each part.
    private static final int TRAILER = 8;

    private final byte[] packed;
    /// How many bytes of the file stand behind those that the inflater was given.
    private int behind;

    GzipParts(byte[] packed, int buffer) throws IOException {
        super(new ByteArrayInputStream(packed), buffer);
        this.packed = packed;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        behind = in.available();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        if (count < 0) {
            requireEnd();
        }
        return count;
    }

    private void requireEnd() throws IOException {
        int rest = inf.getRemaining() + behind - TRAILER;
        for (int k = packed.length - rest; k < packed.length; k++) {
            if (packed[k] != 0) {
                throw new IOException("its last " + (rest == 1 ? "byte is" : rest + " bytes are") + " no gzip data");
            }
        }
    }
}
