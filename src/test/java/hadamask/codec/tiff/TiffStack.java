package hadamask.codec.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A TIFF of several pages of 8-bit grey, each in two strips, its first page with a description and a resolution where they are
/// given.
public final class TiffStack {
    private final ByteOrder order;
    private final boolean big;
    private final ByteBuffer out;
    private String description = "";
    private int resolution;
    private int unit = 1;
    private final List<Integer> reduced = new ArrayList<>();

    public TiffStack(ByteOrder order, boolean big) {
        this.order = order;
        this.big = big;
        out = ByteBuffer.allocate(1 << 20).order(order);
    }

    /// Little-endian, of 32 bits.
    public static TiffStack plain() {
        return new TiffStack(ByteOrder.LITTLE_ENDIAN, false);
    }

    /// What the first page says.
    ///
    /// @param perUnit pixels per unit
    public TiffStack says(String words, int perUnit, int of) {
        description = words;
        resolution = perUnit;
        unit = of;
        return this;
    }

    /// Marks a page as a reduced picture of another.
    public TiffStack reduced(int page) {
        reduced.add(page);
        return this;
    }

    /// @param pages samples, row by row
    /// @param width of every page
    public byte[] of(int width, byte[]... pages) {
        out.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M')).put(0, out.get(0)).put(1, out.get(0));
        out.position(2).putShort((short) (big ? 43 : 42));
        if (big) {
            out.putShort((short) 8).putShort((short) 0);
        }
        int link = out.position();
        number(0);
        for (int page = 0; page < pages.length; page++) {
            link = page(page + 1, width, pages[page], link);
        }
        byte[] file = new byte[out.position()];
        out.get(0, file);
        return file;
    }

    private void number(long value) {
        if (big) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }

    private void link(int at, int place) {
        int end = out.position();
        out.position(at);
        number(place);
        out.position(end);
    }

    private int page(int number, int width, byte[] samples, int link) {
        int height = samples.length / width;
        int rows = (height + 1) / 2;
        int first = out.position();
        out.put(samples);
        int second = first + rows * width;
        int words = out.position();
        byte[] text = (description + '\0').getBytes(StandardCharsets.UTF_8);
        boolean says = number == 1 && !description.isEmpty();
        if (says) {
            out.put(text);
        }
        int ratio = out.position();
        out.putInt(resolution).putInt(1);
        int offsets = out.position();
        number(first);
        number(second);
        int lengths = out.position();
        number((long) rows * width);
        number((long) samples.length - (long) rows * width);
        link(link, out.position());
        boolean scaled = says && resolution > 0;
        int count = 9 + (says ? 1 : 0) + (scaled ? 3 : 0);
        if (big) {
            out.putLong(count);
        } else {
            out.putShort((short) count);
        }
        entry(254, 4, 1, reduced.contains(number) ? 1 : 0);
        entry(256, 4, 1, width);
        entry(257, 4, 1, height);
        entry(258, 3, 1, 8);
        entry(262, 3, 1, 1);
        if (says) {
            entry(270, 2, text.length, words);
        }
        entry(273, big ? 16 : 4, 2, offsets);
        entry(277, 3, 1, 1);
        entry(278, 4, 1, rows);
        entry(279, big ? 16 : 4, 2, lengths);
        if (scaled) {
            entry(282, 5, 1, ratio);
            entry(283, 5, 1, ratio);
            entry(296, 3, 1, unit);
        }
        int next = out.position();
        number(0);
        return next;
    }

    private void entry(int tag, int type, long count, int value) {
        out.putShort((short) tag).putShort((short) type);
        number(count);
        int field = out.position();
        if (type == 5 && big) {
            out.putInt(resolution).putInt(1);
        } else if (count > 1 || type == 5) {
            number(value);
        } else if (type == 3) {
            out.putShort((short) value);
        } else {
            out.putInt(value);
        }
        out.position(field + (big ? 8 : 4));
    }
}
