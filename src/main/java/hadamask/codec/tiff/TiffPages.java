package hadamask.codec.tiff;

import hadamask.codec.format.BrokenImageException;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pages of a TIFF: each has a directory of tags, which says where the next one stands.
///
/// A page is taken out as a file of its own, so that no more of a stack is in memory than the page that is worked on. What a
/// stack says but once, in its first page, goes with every page: its description and its resolution.
///
/// @hidden public for other packages of Hadamask alone
public final class TiffPages {
    private static final int MAX_PAGES = 1 << 20;
    private static final int MAX_ENTRIES = 4096;
    /// Marks of reduced pictures (1) and of masks of transparency (4).
    private static final int ASIDE = 1 | 4;

    private final Content content;
    private final ByteOrder order;
    private final boolean big;
    private final List<TiffDirectory> pages = new ArrayList<>();
    private @Nullable String broken;

    /// Bytes of a file, wherever they stand in it.
    public interface Content {
        /// The number of bytes.
        long size();

        /// Reads bytes.
        ///
        /// @param from place of the first, with all others within the content
        byte[] read(long from, int length) throws IOException;
    }

    private TiffPages(Content content, ByteOrder order, boolean big) {
        this.content = content;
        this.order = order;
        this.big = big;
    }

    /// Follows the directories.
    ///
    /// @param content of a TIFF, by its first bytes
    /// @param last page that is looked for: those behind it are not
    public static TiffPages of(Content content, int last) throws IOException {
        byte[] head = content.read(0, (int) Math.min(16, content.size()));
        ByteOrder order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer start = ByteBuffer.wrap(head).order(order);
        boolean big = start.getShort(2) == 43;
        TiffPages pages = new TiffPages(content, order, big);
        pages.follow(head.length < (big ? 16 : 8) ? 0 : big ? start.getLong(8) : start.getInt(4) & 0xFFFFFFFFL, last);
        return pages;
    }

    private void follow(long first, int last) throws IOException {
        Set<Long> seen = new HashSet<>();
        for (long at = first; at != 0 && pages.size() < last;) {
            int head = big ? 8 : 2;
            if (at < 8 || at > content.size() - head || !seen.add(at) || pages.size() == MAX_PAGES) {
                broken = seen.size() > pages.size() || pages.size() == MAX_PAGES
                        ? "its pages are more than " + MAX_PAGES
                        : seen.contains(at)
                                ? "its pages go round in a circle behind page " + pages.size()
                                : "the directory of its page " + (pages.size() + 1) + " is not in the file";
                return;
            }
            ByteBuffer count = ByteBuffer.wrap(content.read(at, head)).order(order);
            long entries = big ? count.getLong(0) : count.getShort(0) & 0xFFFF;
            long length = entries * (big ? 20 : 12) + (big ? 8 : 4);
            if (entries < 0 || entries > MAX_ENTRIES || at + head > content.size() - length) {
                broken = "the directory of its page " + (pages.size() + 1) + " is cut off";
                return;
            }
            ByteBuffer bytes = ByteBuffer.wrap(content.read(at + head, (int) length)).order(order);
            pages.add(TiffDirectory.of(bytes, (int) entries, big));
            at = big ? bytes.getLong((int) length - 8) : bytes.getInt((int) length - 4) & 0xFFFFFFFFL;
        }
    }

    /// How many pages there are, up to the last that was looked for.
    public int count() {
        return pages.size();
    }

    /// The pages that are pictures, from 1: without those that say to be reduced pictures or masks of others, unless all do.
    public List<Integer> pictures() {
        List<Integer> all = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            all.add(page + 1);
            if ((pages.get(page).kind() & ASIDE) == 0) {
                numbers.add(page + 1);
            }
        }
        return numbers.isEmpty() ? all : numbers;
    }

    /// Refuses a file whose pages cannot be followed to the last.
    public void requireWhole() throws BrokenImageException {
        if (broken != null) {
            throw new BrokenImageException(broken);
        }
    }

    /// A page as a TIFF of its own.
    ///
    /// @param number from 1 to [#count()]
    /// @param memory that there is
    /// @throws InputException if it is larger than what there is room for; without the name of the file
    public byte[] page(int number, MemoryLimit memory) throws IOException {
        TiffDirectory page = pages.get(number - 1).with(pages.getFirst());
        TiffExtract extract = TiffExtract.of(content, page, order, big);
        long size = extract == null ? content.size() : extract.size();
        if (size > Integer.MAX_VALUE - 8) {
            throw new InputException("has a page of " + size + " bytes, expected less than 2 GiB");
        }
        memory.require(MemoryLimit.text(size) + " of content", size);
        return extract == null ? whole(number) : extract.bytes();
    }

    /// The whole file, whose first page is another: of what is damaged, or stands in a way of its own.
    private byte[] whole(int number) throws IOException {
        byte[] all = content.read(0, (int) content.size());
        ByteBuffer bytes = ByteBuffer.wrap(all).order(order);
        long at = big ? bytes.getLong(8) : bytes.getInt(4) & 0xFFFFFFFFL;
        for (int page = 1; page < number; page++) {
            int entries = big ? (int) bytes.getLong((int) at) : bytes.getShort((int) at) & 0xFFFF;
            int next = (int) at + (big ? 8 + 20 * entries : 2 + 12 * entries);
            at = big ? bytes.getLong(next) : bytes.getInt(next) & 0xFFFFFFFFL;
        }
        if (big) {
            bytes.putLong(8, at);
        } else {
            bytes.putInt(4, (int) at);
        }
        return all;
    }
}
