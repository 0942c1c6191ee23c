package hadamask.codec.tiff;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.TiffTags;

/// Where the strips or tiles of a TIFF stand, in the file and in the picture.
///
/// @param width columns of each part; beyond the picture they are not seen
/// @param height rows of each part, but for the last strip
/// @param across parts next to each other
/// @param down parts below each other
/// @param offsets where each begins in the file, those of the first sample first where samples stand apart
/// @param lengths bytes of each in the file; none where the file does not say it
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record TiffParts(boolean tiled, int width, int height, int across, int down, long[] offsets, long[] lengths) {
    /// Small pictures stand in one tile that is larger.
    private static final int WIDEST_TILE = 1 << 14;
    private static final int SMALL = 1 << 20;

    static TiffParts of(TiffTags tags, TiffKind kind) throws BrokenImageException {
        long tileWidth = tags.pixelNumber(TiffTags.TILE_WIDTH, 0);
        long tileHeight = tags.pixelNumber(TiffTags.TILE_HEIGHT, 0);
        if (tileWidth > 0) {
            long rows = Math.min(tileHeight, kind.height());
            if (tileHeight < 1 || tileWidth > Math.max(kind.width(), WIDEST_TILE)
                    || tileWidth * rows > Math.max(SMALL, 4L * kind.width() * kind.height())) {
                throw new BrokenImageException(tileHeight < 1
                        ? "its tiles have no rows"
                        : "its tiles are wider than the picture");
            }
            int high = (int) Math.min(tileHeight, Integer.MAX_VALUE);
            return new TiffParts(true, (int) tileWidth, high, Math.ceilDiv(kind.width(), (int) tileWidth),
                    Math.ceilDiv(kind.height(), high), tags.pixelNumbers(TiffTags.TILE_OFFSETS),
                    tags.pixelNumbers(TiffTags.TILE_LENGTHS));
        }
        long rows = tags.pixelNumber(TiffTags.ROWS_PER_STRIP, kind.height());
        if (rows < 1) {
            throw new BrokenImageException("its strips have no rows");
        }
        int high = (int) Math.min(rows, kind.height());
        return new TiffParts(false, kind.width(), high, 1, Math.ceilDiv(kind.height(), high),
                tags.pixelNumbers(TiffTags.STRIP_OFFSETS), tags.pixelNumbers(TiffTags.STRIP_LENGTHS));
    }

    /// Parts of one sample, or of all where they stand together.
    int count() {
        return across * down;
    }

    /// Column of the picture where a part begins.
    int x(int part) {
        return part % across * width;
    }

    /// Row of the picture where a part begins.
    int y(int part) {
        return part % count() / across * height;
    }

    /// Rows of a part that the picture has.
    int rows(int part, TiffKind kind) {
        return Math.min(height, kind.height() - y(part));
    }

    /// Columns of a part that the picture has.
    int columns(int part, TiffKind kind) {
        return Math.min(width, kind.width() - x(part));
    }

    /// Where the bytes of a part end: where it says so, or where the next begins, or the file ends.
    long end(int part, long fileLength) {
        if (lengths.length > 0) {
            return part < lengths.length ? offsets[part] + lengths[part] : offsets[part];
        }
        long end = fileLength;
        for (long offset : offsets) {
            end = offset > offsets[part] ? Math.min(end, offset) : end;
        }
        return end;
    }

    /// What a part is called in messages.
    String name(int part) {
        return (tiled ? "tile " : "strip ") + (part + 1);
    }
}
