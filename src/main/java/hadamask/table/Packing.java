package hadamask.table;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// How a table may be packed. A file may have several packed parts, one behind the other, which make one text.
enum Packing {
    /// Deflate with a checksum.
    GZIP("gzip", 0x1f, 0x8b) {
        @Override
        InputStream open(InputStream packed) throws IOException {
            return new GZIPInputStream(packed, BUFFER);
        }
    },
    /// Blocks of up to 900 KB, each sorted.
    BZIP2("bzip2", 'B', 'Z', 'h') {
        @Override
        InputStream open(InputStream packed) throws IOException {
            return new BZip2CompressorInputStream(packed, true);
        }
    },
    /// LZMA2.
    XZ("xz", 0xfd, '7', 'z', 'X', 'Z', 0) {
        @Override
        InputStream open(InputStream packed) throws IOException {
            return new XZInputStream(packed, MOST_KILOBYTES);
        }
    },
    /// Zstandard, by native code.
    ZSTD("zstd", 0x28, 0xb5, 0x2f, 0xfd) {
        @Override
        InputStream open(InputStream packed) throws IOException {
            return new ZstdInputStreamNoFinalizer(packed).setContinuous(false).setLongMax(MOST_WINDOW);
        }
    };

    private static final int BUFFER = 1 << 16;
    /// What a packer may ask of memory: `xz -9` takes 65 MB.
    private static final int MOST_KILOBYTES = 128 << 10;
    /// The logarithm of the largest window of zstd: `zstd --ultra -22` has one of 128 MB.
    private static final int MOST_WINDOW = 27;
    /// Behind `BZh` and a digit: what begins a block, or ends a file without one. A text may begin with the first four.
    private static final int[] BLOCK = {'1', 'A', 'Y', '&', 'S', 'Y'};
    private static final int[] NO_BLOCK = {0x17, 'r', 'E', '8', 'P', 0x90};

    private final String called;
    private final int[] magic;

    Packing(String called, int... magic) {
        this.called = called;
        this.magic = magic;
    }

    /// How a content is packed; null: it is not.
    static @Nullable Packing of(byte[] head) {
        for (Packing packing : values()) {
            if (Content.startsWith(head, 0, packing.magic) && (packing != BZIP2
                    || Content.startsWith(head, 4, BLOCK) || Content.startsWith(head, 4, NO_BLOCK))) {
                return packing;
            }
        }
        return null;
    }

    /// What it is called.
    String called() {
        return called;
    }

    /// The unpacked content.
    abstract InputStream open(InputStream packed) throws IOException;
}
