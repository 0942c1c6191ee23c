package hadamask.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damages files at random: bits, bytes and numbers changed, parts cut, removed, doubled, exchanged, or taken from another
/// file. The same number gives the same damage.
final class Mutator {
    private static final int[] NUMBERS = {0, 1, 2, 3, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x10000,
        0x7FFFFFFF,
        0x80000000, -1, -2, 0xFFFFFF, 0x40000000, 0x3FFFFFFF, 10000};
    private static final String[] WORDS = {"\"", ",", "\n", "\r", "\t", "nan", "inf", "-", "1e999", "1e-400", "0x10",
        "\0",
        "\uFEFF", "\\u12", "\\", "=", "99999999999999999999", "0.1", "1;2", ",,,,", "\"\"", "a", "#", "65535", "(", "7",
        "-2.5", "5e-324", "1e308", "0", "\n1,2\n", "9".repeat(400)};

    private final List<byte[]> seeds;
    private final Random random;

    private Mutator(List<byte[]> seeds, long number) {
        this.seeds = seeds;
        // Neighbouring numbers give alike streams.
        this.random = new Random(number * 0x9E3779B97F4A7C15L);
    }

    /// One of the seeds, damaged.
    ///
    /// @param number of this input: which seed, and which damage
    static byte[] input(List<byte[]> seeds, long number) {
        return new Mutator(seeds, number).damaged();
    }

    private byte[] damaged() {
        byte[] file = anySeed();
        boolean png = PngRepair.isPng(file);
        if (png && random.nextInt(4) == 0) {
            file = PngRepair.withPixelData(file, packed -> changed(packed, 1 + random.nextInt(2)));
        } else {
            file = changed(file, Math.max(1, random.nextInt(4)));
        }
        return png && random.nextInt(4) > 0 ? PngRepair.withChecksums(file) : file;
    }

    private byte[] changed(byte[] file, int times) {
        byte[] changed = file;
        for (int i = 0; i < times; i++) {
            changed = changed(changed.length == 0 ? anySeed() : changed);
        }
        return changed;
    }

    private byte[] changed(byte[] file) {
        return switch (random.nextInt(13)) {
            case 0, 1 -> flipped(file);
            case 2, 3 -> numbered(file);
            case 4 -> nudged(file);
            case 5 -> Arrays.copyOf(file, random.nextInt(file.length));
            case 6 -> replaced(file, place(file), 1 + random.nextInt(16), new byte[0]);
            case 7 -> replaced(file, place(file), 0, noise());
            case 8 -> spliced(file);
            case 9 -> replaced(file, place(file), random.nextInt(3), word());
            default -> rearranged(file);
        };
    }

    private byte[] anySeed() {
        return seeds.get(random.nextInt(seeds.size())).clone();
    }

    /// A place in the file: mostly near its beginning, or near that of one of its parts.
    private int place(byte[] file) {
        int[] pieces = Pieces.of(file);
        int place = switch (random.nextInt(4)) {
            case 0 -> random.nextInt(file.length);
            case 1 -> random.nextInt(Math.min(96, file.length));
            default -> pieces[random.nextInt(pieces.length)] + random.nextInt(20);
        };
        return Math.min(place, file.length - 1);
    }

    private byte[] flipped(byte[] file) {
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
            file[place(file)] ^= (byte) (1 << random.nextInt(8));
        }
        return file;
    }

    /// A number of 8, 16 or 32 bits set to one that is at the edge of something.
    private byte[] numbered(byte[] file) {
        int number = random.nextInt(3) == 0
                ? file.length + random.nextInt(3) - 1
                : NUMBERS[random.nextInt(NUMBERS.length)];
        return set(file, place(file), number);
    }

    private byte[] nudged(byte[] file) {
        int at = place(file);
        return set(file, at, (file[at] & 0xFF) + random.nextInt(9) - 4);
    }

    private byte[] set(byte[] file, int at, int number) {
        ByteBuffer data = ByteBuffer.wrap(file)
                .order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int size = 1 << random.nextInt(3);
        if (size == 4 && at + 4 <= file.length) {
            data.putInt(at, number);
        } else if (size >= 2 && at + 2 <= file.length) {
            data.putShort(at, (short) number);
        } else {
            file[at] = (byte) number;
        }
        return file;
    }

    private byte[] spliced(byte[] file) {
        byte[] other = anySeed();
        int from = place(other);
        return replaced(file, place(file), file.length, Arrays.copyOfRange(other, from, other.length));
    }

    /// A part removed, doubled, moved, or put in from another file.
    private byte[] rearranged(byte[] file) {
        byte[] part = part(file);
        int[] pieces = Pieces.of(file);
        int at = pieces[random.nextInt(pieces.length)];
        int k = Arrays.binarySearch(pieces, at);
        int length = k + 1 < pieces.length ? pieces[k + 1] - at : 0;
        return switch (random.nextInt(4)) {
            case 0 -> replaced(file, at, length, new byte[0]);
            case 1 -> replaced(file, at, 0, part);
            case 2 -> replaced(file, at, length, part);
            default -> replaced(file, at, 0, part(anySeed()));
        };
    }

    private byte[] part(byte[] file) {
        int[] pieces = Pieces.of(file);
        int k = random.nextInt(pieces.length - 1);
        return Arrays.copyOfRange(file, pieces[k], pieces[k + 1]);
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(24)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] word() {
        return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
    }

    /// The file with a stretch of it replaced.
    static byte[] replaced(byte[] file, int at, int length, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.writeBytes(by);
        int rest = (int) Math.min(file.length, (long) at + length);
        out.write(file, rest, file.length - rest);
        return out.toByteArray();
    }
}
