package hadamask.codec;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.ImageFormat;
import hadamask.codec.tiff.TiffPages;
import hadamask.file.Input;
import hadamask.file.InputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The pages of an image file: a TIFF may have many, files of other formats have one.
///
/// Of a file no more is read than the page that is asked for; of a stream all, once.
public final class ImagePages {
    /// Pages are counted up to this number where nobody asks for them.
    private static final int COUNTED = 10_000;

    private ImagePages() {
    }

    /// The pages that are pictures, from 1, without reduced ones and masks of transparency, which the file marks as such.
    ///
    /// @return 1 alone for what is no TIFF, or not there
    public static List<Integer> of(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            TiffPages.Content content = content(channel);
            List<Integer> pages = isTiff(content)
                    ? TiffPages.of(content, Integer.MAX_VALUE).pictures()
                    : List.of(1);
            return pages.isEmpty() ? List.of(1) : pages;
        } catch (IOException | UnsupportedOperationException e) {
            return List.of(1); // what is wrong is said when it is read
        }
    }

    /// The content of a page, as a file that has it as its first.
    ///
    /// @param page from 1
    /// @param all whether every page of the file is asked for: then one whose pages cannot be followed is refused
    /// @throws InputException if there is no such page, or it cannot be read; with the name of the input
    public static byte[] content(Input input, int page, boolean all) {
        return content(input, page, all, false);
    }

    /// The same; of an input that has but one page, that page, whatever is asked for: one mask may go with many images.
    public static byte[] contentOrOnly(Input input, int page, boolean all) {
        return content(input, page, all, true);
    }

    private static byte[] content(Input input, int page, boolean all, boolean only) {
        Path path = input.path();
        if (path == null) {
            byte[] bytes = input.bytes();
            return content(input, content(bytes), bytes, page, all, only);
        }
        try (FileChannel channel = FileChannel.open(path)) {
            TiffPages.Content content = content(channel);
            if (isTiff(content)) {
                return content(input, content, new byte[0], page, all, only);
            }
        } catch (InputException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            // said by the reader
        }
        byte[] bytes = input.bytes();
        return content(input, content(bytes), bytes, page, all, only);
    }

    /// @param bytes all of them, where the content is no TIFF
    private static byte[] content(Input input, TiffPages.Content content, byte[] bytes, int page, boolean all,
            boolean only) {
        try {
            boolean tiff = isTiff(content);
            TiffPages pages = tiff ? TiffPages.of(content, all ? Integer.MAX_VALUE : Math.max(2, page)) : null;
            if (pages != null && all) {
                pages.requireWhole();
            }
            int count = pages == null ? 1 : pages.count();
            int wanted = only && count == 1 ? 1 : page;
            if (wanted > count && pages != null) {
                pages.requireWhole();
            }
            if (wanted > count) {
                throw new InputException("has " + count + (count == 1 ? " page" : " pages") + ", page " + wanted
                        + " is not there");
            }
            return pages == null ? bytes : pages.page(wanted, input.memory());
        } catch (InputException e) {
            throw e.at(input.name());
        } catch (BrokenImageException | EOFException e) {
            throw new InputException("is a broken TIFF: " + e.getMessage(), e).at(input.name());
        } catch (IOException e) {
            throw new InputException("cannot be read: " + Input.reason(e), e).at(input.name());
        } catch (OutOfMemoryError e) {
            throw input.memory().exceeded(e).at(input.name());
        } catch (RuntimeException e) {
            throw new InputException("is a broken TIFF: its data make no sense", e).at(input.name());
        }
    }

    /// Which pages a TIFF has beside the first, in words; empty where there is none that is a picture. The first may be a reduced
    /// picture of another, which is said, too.
    static String passedOver(byte[] tiff) {
        try {
            TiffPages pages = TiffPages.of(content(tiff), COUNTED + 1);
            List<Integer> pictures = pages.pictures();
            String count = pages.count() > COUNTED ? "more than " + COUNTED : String.valueOf(pictures.size());
            if (!pictures.isEmpty() && pictures.getFirst() > 1) {
                return "its first page was taken, which is a reduced picture or a mask of another, as page "
                        + pictures.getFirst() + " is not";
            }
            return pictures.size() > 1 ? "has " + count + " pages, of which the first was taken" : "";
        } catch (IOException | RuntimeException e) {
            return ""; // the first page was read; what is behind it is not asked for
        }
    }

    private static boolean isTiff(TiffPages.Content content) throws IOException {
        return content.size() >= 8
                && ImageFormat.ofContent(content.read(0, (int) Math.min(16, content.size()))) == ImageFormat.TIFF;
    }

    private static TiffPages.Content content(FileChannel channel) throws IOException {
        long size = channel.size();
        return new TiffPages.Content() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public byte[] read(long from, int length) throws IOException {
                ByteBuffer bytes = ByteBuffer.allocate(length);
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, from + bytes.position()) < 0) {
                        throw new EOFException("it ended while it was read");
                    }
                }
                return bytes.array();
            }
        };
    }

    private static TiffPages.Content content(byte[] all) {
        return new TiffPages.Content() {
            @Override
            public long size() {
                return all.length;
            }

            @Override
            public byte[] read(long from, int length) {
                return Arrays.copyOfRange(all, (int) from, (int) from + length);
            }
        };
    }
}
