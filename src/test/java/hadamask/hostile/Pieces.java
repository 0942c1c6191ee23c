package hadamask.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.TreeSet;

/// Where the parts of a file begin: chunks of PNG and WebP, segments of JPEG, directory entries of TIFF and EXIF, lines and
/// cells of a text. Damage there does the most harm.
final class Pieces {
    private static final int MAX_PIECES = 400;

    private final byte[] file;
    private final TreeSet<Integer> starts = new TreeSet<>();

    private Pieces(byte[] file) {
        this.file = file;
    }

    /// The places where a part begins, ascending, from 0 to the length of the file. A damaged file has fewer.
    static int[] of(byte[] file) {
        Pieces pieces = new Pieces(file);
        pieces.starts.add(0);
        pieces.starts.add(file.length);
        if (file.length > 12) {
            pieces.look();
        }
        Iterator<Integer> first = pieces.starts.iterator();
        int[] places = new int[Math.min(MAX_PIECES, pieces.starts.size())];
        for (int i = 0; i < places.length; i++) {
            places[i] = first.next();
        }
        return places;
    }

    private void look() {
        ByteBuffer data = ByteBuffer.wrap(file);
        switch (data.getInt(0)) {
            case 0x89504E47 -> chunks(data, 8, 0, 4);
            case 0x52494646 -> chunks(data.order(ByteOrder.LITTLE_ENDIAN), 12, 4, 0);
            default -> {
                if (data.getShort(0) == (short) 0xFFD8) {
                    segments(data);
                } else {
                    separators();
                }
            }
        }
        for (int i = 0; i + 8 < file.length; i++) {
            int mark = ByteBuffer.wrap(file).getInt(i);
            if (mark == 0x49492A00 || mark == 0x4D4D002A) {
                directories(i, mark == 0x49492A00 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
                return;
            }
        }
    }

    /// Parts of a name, a length and data: `lengthAt` is where the length stands in the head of 8 bytes.
    private void chunks(ByteBuffer data, int from, int lengthAt, int behind) {
        long at = from;
        while (at + 8 <= file.length) {
            starts.add((int) at);
            long length = data.getInt((int) at + lengthAt) & 0xFFFFFFFFL;
            at += 8 + length + behind + (behind == 0 ? length & 1 : 0);
        }
    }

    private void segments(ByteBuffer data) {
        int at = 2;
        while (at + 4 <= file.length && file[at] == (byte) 0xFF) {
            starts.add(at);
            at += 2 + (data.getShort(at + 2) & 0xFFFF);
        }
        starts.add(Math.min(at, file.length));
    }

    private void separators() {
        for (int i = 0; i < file.length && starts.size() < MAX_PIECES; i++) {
            if (file[i] == '\n' || file[i] == ',' || file[i] == '=' || file[i] == '"') {
                starts.add(i);
            }
        }
    }

    private void directories(int base, ByteOrder order) {
        ByteBuffer data = ByteBuffer.wrap(file).order(order);
        long at = base + (data.getInt(base + 4) & 0xFFFFFFFFL);
        for (int i = 0; i < 3 && at > base && at + 6 <= file.length; i++) {
            int count = data.getShort((int) at) & 0xFFFF;
            starts.add((int) at);
            for (at += 2; count > 0 && at + 12 <= file.length; count--, at += 12) {
                starts.add((int) at);
            }
            at = at + 4 <= file.length ? base + (data.getInt((int) at) & 0xFFFFFFFFL) : 0;
        }
    }
}
