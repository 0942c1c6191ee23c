package hadamask.codec.tiff;

import hadamask.codec.format.TiffTags;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a TIFF as a file of its own: its directory, the values of its tags, and its strips or tiles one after the other.
final class TiffExtract {
    private final TiffPages.Content content;
    private final ByteOrder order;
    private final boolean big;
    private final TiffDirectory page;
    private final List<Part> parts;
    private final int offsetsTag;
    private long size;

    /// A strip or a tile in the file that it is taken from.
    private record Part(long from, int length) {}

    private TiffExtract(TiffPages.Content content, TiffDirectory page, ByteOrder order, boolean big, int offsetsTag,
            List<Part> parts) {
        this.content = content;
        this.page = page;
        this.order = order;
        this.big = big;
        this.offsetsTag = offsetsTag;
        this.parts = parts;
    }

    /// Looks at a page; null where it is not whole, or its pixels are not all in strips or tiles whose length is said.
    static @Nullable TiffExtract of(TiffPages.Content content, TiffDirectory page, ByteOrder order, boolean big)
            throws IOException {
        boolean tiled = page.entry(TiffTags.STRIP_OFFSETS) == null;
        int offsetsTag = tiled ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS;
        long[] offsets = numbers(content, page.entry(offsetsTag), order);
        long[] lengths = numbers(content, page.entry(tiled ? TiffTags.TILE_LENGTHS : TiffTags.STRIP_LENGTHS), order);
        if (offsets.length == 0 || offsets.length != lengths.length || page.entry(TiffTags.JPEG_STREAM) != null) {
            return null;
        }
        List<Part> parts = new ArrayList<>();
        long all = content.size();
        for (int i = 0; i < offsets.length; i++) {
            // Parts may overlap, but not make more of a file than there is.
            if (offsets[i] < 0 || lengths[i] < 0 || offsets[i] > content.size() - lengths[i]
                    || (all -= lengths[i]) < 0) {
                return null;
            }
            parts.add(new Part(offsets[i], (int) lengths[i]));
        }
        TiffExtract extract = new TiffExtract(content, page, order, big, offsetsTag, parts);
        return extract.measure() ? extract : null;
    }

    /// Whole numbers without a sign; none where the entry is not in the file, or holds others.
    private static long[] numbers(TiffPages.Content content, TiffDirectory.@Nullable Entry entry, ByteOrder order)
            throws IOException {
        boolean whole = entry != null && (entry.type() == 3 || entry.type() == 4 || entry.type() == 16);
        if (entry == null || !whole || entry.size() == 0 || isOutside(content, entry)) {
            return new long[0];
        }
        ByteBuffer bytes = values(content, entry, order);
        long[] numbers = new long[(int) entry.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = switch (entry.type()) {
                case 3 -> bytes.getShort(2 * i) & 0xFFFF;
                case 4 -> bytes.getInt(4 * i) & 0xFFFFFFFFL;
                default -> bytes.getLong(8 * i);
            };
        }
        return numbers;
    }

    private static boolean isOutside(TiffPages.Content content, TiffDirectory.Entry entry) {
        return !entry.isInline() && (entry.place() < 0 || entry.place() > content.size() - entry.size());
    }

    private static ByteBuffer values(TiffPages.Content content, TiffDirectory.Entry entry, ByteOrder order)
            throws IOException {
        return entry.isInline()
                ? entry.field()
                : ByteBuffer.wrap(content.read(entry.place(), (int) entry.size())).order(order);
    }

    private long headSize() {
        int entries = page.entries().size();
        return big ? 16 + 8 + 20L * entries + 8 : 8 + 2 + 12L * entries + 4;
    }

    /// @return false where values are not in the file, or the page would be larger than it
    private boolean measure() {
        size = headSize();
        for (TiffDirectory.Entry entry : page.entries()) {
            if (entry.tag() == offsetsTag) {
                size += (big ? 8L : 4L) * parts.size();
            } else if (isOutside(content, entry)) {
                return false;
            } else {
                size += entry.isInline() ? 0 : entry.size();
            }
        }
        for (Part part : parts) {
            size += part.length;
        }
        return size <= content.size() + headSize() + 16L * parts.size();
    }

    /// The number of bytes.
    long size() {
        return size;
    }

    /// The file.
    byte[] bytes() throws IOException {
        ByteBuffer out = ByteBuffer.allocate((int) size).order(order);
        out.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D));
        if (big) {
            out.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(16);
            out.putLong(page.entries().size());
        } else {
            out.putShort((short) 42).putInt(8).putShort((short) page.entries().size());
        }
        int free = (int) headSize();
        for (TiffDirectory.Entry entry : page.entries()) {
            byte[] values = new byte[0];
            if (entry.tag() == offsetsTag) {
                values = offsets();
                putHead(out, entry.tag(), big ? 16 : 4, parts.size());
            } else {
                putHead(out, entry.tag(), entry.type(), entry.count());
                values = entry.isInline() ? values : content.read(entry.place(), (int) entry.size());
            }
            int field = big ? 8 : 4;
            if (entry.tag() != offsetsTag && entry.isInline()) {
                out.put(entry.field().duplicate().clear());
            } else if (values.length <= field) {
                out.put(values).put(new byte[field - values.length]);
            } else {
                out.put(free, values);
                free += values.length;
                putNumber(out, (long) free - values.length);
            }
        }
        int at = (int) dataPlace();
        for (Part part : parts) {
            out.put(at, content.read(part.from, part.length));
            at += part.length;
        }
        return out.array();
    }

    private long dataPlace() {
        return size - parts.stream().mapToLong(Part::length).sum();
    }

    /// Where the parts stand.
    private byte[] offsets() {
        ByteBuffer places = ByteBuffer.allocate((big ? 8 : 4) * parts.size()).order(order);
        long at = dataPlace();
        for (Part part : parts) {
            putNumber(places, at);
            at += part.length;
        }
        return places.array();
    }

    private void putHead(ByteBuffer out, int tag, int type, long count) {
        out.putShort((short) tag).putShort((short) type);
        putNumber(out, count);
    }

    private void putNumber(ByteBuffer out, long number) {
        if (big) {
            out.putLong(number);
        } else {
            out.putInt((int) number);
        }
    }
}
