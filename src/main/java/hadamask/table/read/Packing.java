package hadamask.table.read;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// How a table may be packed. A file may have several packed parts, one behind the other, which make one text.
enum Packing {
    /// Deflate with a checksum.
    GZIP("gzip", "\u001f\u008b") {
        @Override
        InputStream open(byte[] packed) throws IOException {
            return new GzipParts(packed, BUFFER);
        }
    },
    /// Blocks of up to 900 KB, each sorted.
    BZIP2("bzip2", "BZh") {
        @Override
        InputStream open(byte[] packed) throws IOException {
            return new BZip2CompressorInputStream(new ByteArrayInputStream(packed), true);
        }
    },
    /// LZMA2.
    XZ("xz", "\u00fd7zXZ\0") {
        @Override
        InputStream open(byte[] packed) throws IOException {
            return new XZInputStream(new ByteArrayInputStream(packed), MOST_KILOBYTES);
        }
    },
    /// Zstandard, by native code.
    ZSTD("zstd", "(\u00b5/\u00fd") {
        @Override
        InputStream open(byte[] packed) throws IOException {
            return new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packed)).setContinuous(false).setLongMax(MOST_WINDOW);
        }
    };

    private static final int BUFFER = 1 << 16;
    /// What a packer may ask of memory: `xz -9` takes 65 MB.
    private static final int MOST_KILOBYTES = 128 << 10;
    /// The logarithm of the largest window of zstd: `zstd --ultra -22` has one of 128 MB.
    private static final int MOST_WINDOW = 27;
    /// Behind `BZh` and a digit: what begins a block, or ends a file without one. A text may begin with the first four.
    private static final String BLOCK = "1AY&SY";
    private static final String NO_BLOCK = "\u0017rE8P\u0090";

    private final String called;
    /// The first bytes, as Latin-1.
    private final String magic;

    Packing(String called, String magic) {
        this.called = called;
        this.magic = magic;
    }

    /// How a content is packed; null: it is not.
    static @Nullable Packing of(byte[] head) {
        for (Packing packing : values()) {
            if (stands(packing.magic, head, 0) && (packing != BZIP2
                    || stands(BLOCK, head, 4) || stands(NO_BLOCK, head, 4))) {
                return packing;
            }
        }
        return null;
    }

    private static boolean stands(String latin1, byte[] head, int at) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.equals(head, Math.min(at, head.length), Math.min(at + bytes.length, head.length), bytes, 0,
                bytes.length);
    }

    /// What it is called.
    String called() {
        return called;
    }

    /// The unpacked content.
    abstract InputStream open(byte[] packed) throws IOException;
}
