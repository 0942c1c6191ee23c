package hadamask.codec.tiff;

import hadamask.codec.format.TiffTags;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entries of a directory as they stand in the file, with nothing made of them.
record TiffDirectory(List<Entry> entries) {
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
    /// What a stack may say in its first page alone.
    private static final List<Integer> SCALE = List.of(TiffTags.X_RESOLUTION, TiffTags.Y_RESOLUTION,
            TiffTags.RESOLUTION_UNIT);

    /// A tag.
    ///
    /// @param count of values
    /// @param field the values where they fit in it, otherwise their place
    record Entry(int tag, int type, long count, ByteBuffer field) {
        /// Bytes of all values; 0 where the type is none.
        long size() {
            int each = type < TYPE_SIZES.length ? TYPE_SIZES[type] : 0;
            return count < 0 || count > Integer.MAX_VALUE ? 0 : each * count;
        }

        boolean isInline() {
            return size() <= field.capacity();
        }

        long place() {
            return field.capacity() == 8 ? field.getLong(0) : field.getInt(0) & 0xFFFFFFFFL;
        }
    }

    /// @param bytes of the entries
    /// @param big whether the file is one of 64 bits
    static TiffDirectory of(ByteBuffer bytes, int count, boolean big) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = i * (big ? 20 : 12);
            long values = big ? bytes.getLong(at + 4) : bytes.getInt(at + 4) & 0xFFFFFFFFL;
            ByteBuffer field = bytes.slice(at + (big ? 12 : 8), big ? 8 : 4).order(bytes.order());
            entries.add(new Entry(bytes.getShort(at) & 0xFFFF, bytes.getShort(at + 2) & 0xFFFF, values, field));
        }
        return new TiffDirectory(entries);
    }

    @Nullable
    Entry entry(int tag) {
        for (Entry entry : entries) {
            if (entry.tag == tag) {
                return entry;
            }
        }
        return null;
    }

    /// The marks of what kind of picture it is; 0 where it has none.
    long kind() {
        Entry entry = entry(TiffTags.SUBFILE_TYPE);
        if (entry == null || entry.count != 1) {
            return 0;
        }
        return entry.type == 3 ? entry.field.getShort(0) & 0xFFFF : entry.type == 4 ? entry.field.getInt(0) : 0;
    }

    /// This directory with the description and the resolution of the first one, where it has none.
    TiffDirectory with(TiffDirectory first) {
        List<Entry> all = new ArrayList<>(entries);
        if (entry(TiffTags.DESCRIPTION) == null) {
            add(all, first.entry(TiffTags.DESCRIPTION));
        }
        if (SCALE.stream().allMatch(tag -> entry(tag) == null)) {
            SCALE.forEach(tag -> add(all, first.entry(tag)));
        }
        all.sort(Comparator.comparingInt(Entry::tag));
        return new TiffDirectory(all);
    }

    private static void add(List<Entry> all, @Nullable Entry entry) {
        if (entry != null) {
            all.add(entry);
        }
    }
}
