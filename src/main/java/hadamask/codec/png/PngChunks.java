package hadamask.codec.png;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.Damage;
import hadamask.codec.format.PixelLimit;
import hadamask.codec.format.TiffTags;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.Attributes.Resolution;
import hadamask.image.Orientation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The chunks of a PNG file that matter here, each with its checksum verified.
final class PngChunks {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /// Larger profiles are not carried: real ones have up to 4 MB, and a few bytes can unpack to gigabytes.
    private static final int MAX_PROFILE = 16 << 20;
    private static final double INCHES_PER_METRE = 1 / 0.0254;

    private final byte[] file;
    private final List<Part> pixelData = new ArrayList<>();
    private @Nullable Part header;
    private @Nullable Part palette;
    private @Nullable Part transparency;
    private @Nullable Part profile;
    private @Nullable Part density;
    private @Nullable Part exif;

    /// The data of one chunk.
    ///
    /// @param start place of the first byte in the file
    /// @param length bytes
    record Part(int start, int length) {}

    private PngChunks(byte[] file) {
        this.file = file;
    }

    /// Walks over all chunks up to the end mark; what follows that is nobody's concern.
    ///
    /// @param limit is checked as soon as the header is known to be sound
    /// @param damage is told of wrong checksums, and of an end that is missing
    static PngChunks of(byte[] file, PixelLimit limit, Damage damage) throws IOException {
        PngChunks chunks = new PngChunks(file);
        ByteBuffer data = ByteBuffer.wrap(file);
        if (file.length < SIGNATURE.length || !ByteBuffer.wrap(SIGNATURE).equals(data.slice(0, SIGNATURE.length))) {
            throw new BrokenImageException("its first 8 bytes are damaged, as by a transfer that changes line ends");
        }
        CRC32 checksum = new CRC32();
        int at = SIGNATURE.length;
        while (true) {
            if (file.length - at < 12) {
                chunks.ended(damage);
                return chunks;
            }
            long length = data.getInt(at) & 0xFFFFFFFFL;
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (!isType(type)) {
                String reason = "there is no chunk at byte " + at + ", where one is expected";
                if (chunks.pixelData.isEmpty()) {
                    throw new BrokenImageException(reason);
                }
                damage.broken(reason);
                return chunks;
            }
            if (length > file.length - at - 12) {
                if (type.equals("IDAT")) {
                    chunks.take(type, new Part(at + 8, (int) Math.min(length, file.length - at - 8)));
                }
                chunks.ended(damage);
                return chunks;
            }
            checksum.reset();
            checksum.update(file, at + 4, (int) length + 4);
            int end = at + 8 + (int) length;
            if ((int) checksum.getValue() != data.getInt(end)) {
                damage.found("has a wrong checksum in chunk " + type + " at byte " + at + ": the file is damaged");
            }
            if (type.equals("IEND")) {
                return chunks;
            }
            chunks.take(type, new Part(at + 8, (int) length));
            if (at == SIGNATURE.length) {
                ByteBuffer header = chunks.header();
                limit.check(header.getInt(0) & 0xFFFFFFFFL, header.getInt(4) & 0xFFFFFFFFL, samples(header.get(9)),
                        header.get(8) == 16 ? 2 : 1);
            }
            at = end + 4;
        }
    }

    /// Where a file ends early, its pixels may have begun.
    private void ended(Damage damage) {
        if (header == null || pixelData.isEmpty()) {
            throw new InputException("is a truncated PNG: the data end before the picture begins");
        }
        damage.truncated();
    }

    /// Samples per pixel of a colour type, in memory: a palette becomes colours, perhaps with alpha.
    private static int samples(byte colorType) {
        return switch (colorType) {
            case 0 -> 1;
            case 4 -> 2;
            case 2 -> 3;
            default -> 4;
        };
    }

    private void take(String type, Part part) throws IOException {
        if (header == null && !type.equals("IHDR")) {
            throw new BrokenImageException("it begins with chunk " + type + ", expected IHDR");
        }
        switch (type) {
            case "IHDR" -> header = header == null ? part : header;
            case "PLTE" -> palette = part;
            case "tRNS" -> transparency = part;
            case "iCCP" -> profile = part;
            case "pHYs" -> density = part;
            case "eXIf" -> exif = part;
            case "IDAT" -> pixelData.add(part);
            default -> {
                // A capital letter marks what no reader may skip: the format may grow by such a chunk.
                if (Character.isUpperCase(type.charAt(0))) {
                    throw new BrokenImageException("it needs chunk " + type + ", which is not known");
                }
            }
        }
    }

    /// The 13 bytes of the header.
    ByteBuffer header() throws IOException {
        Part part = header;
        if (part == null || part.length < 13) {
            throw new BrokenImageException("it has no header");
        }
        return ByteBuffer.wrap(file, part.start, part.length).slice();
    }

    /// The parts of the compressed pixels, in order.
    List<Part> pixelData() {
        return pixelData;
    }

    /// Red, green, blue of each palette entry, or null.
    byte @Nullable [] palette() {
        return bytes(palette);
    }

    /// The alpha of palette entries, or the transparent colour, or null.
    byte @Nullable [] transparency() {
        return bytes(transparency);
    }

    /// Which way up the pixels are.
    Orientation orientation() {
        Part part = exif;
        return part == null
                ? Orientation.UPRIGHT
                : TiffTags.of(file, part.start, part.start + part.length).orientation();
    }

    /// Profile and resolution; what is damaged or absurd is as if it was not there.
    Attributes attributes() {
        return new Attributes(colorProfile(), resolution());
    }

    private @Nullable Resolution resolution() {
        byte[] b = bytes(density);
        if (b == null || b.length < 9 || b[8] != 1) {
            return null;
        }
        ByteBuffer data = ByteBuffer.wrap(b);
        int x = data.getInt(0);
        int y = data.getInt(4);
        return x <= 0 || y <= 0 ? null : new Resolution(x / INCHES_PER_METRE, y / INCHES_PER_METRE);
    }

    private byte @Nullable [] colorProfile() {
        Part part = profile;
        if (part == null) {
            return null;
        }
        int end = part.start + part.length;
        int at = part.start;
        while (at < end && file[at] != 0) {
            at++;
        }
        // A zero ends the name; the byte after it names the compression, and there is only one.
        if (end - at < 3 || file[at + 1] != 0) {
            return null;
        }
        return inflated(at + 2, end);
    }

    private byte @Nullable [] inflated(int from, int to) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, from, to - from);
            byte[] out = new byte[4096];
            int n = 0;
            while (!inflater.finished()) {
                if (n == out.length) {
                    if (n == MAX_PROFILE) {
                        return null;
                    }
                    out = Arrays.copyOf(out, 2 * n);
                }
                int more = inflater.inflate(out, n, out.length - n);
                if (more == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary())) {
                    return null;
                }
                n += more;
            }
            return Arrays.copyOf(out, n);
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }

    private byte @Nullable [] bytes(@Nullable Part part) {
        return part == null ? null : Arrays.copyOfRange(file, part.start, part.start + part.length);
    }

    private static boolean isType(String type) {
        for (int i = 0; i < type.length(); i++) {
            char c = (char) (type.charAt(i) | 0x20);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return true;
    }
}
