package hadamask.cli.image.backdrop;

import hadamask.cli.Console;
import hadamask.cli.option.color.Backdrop;
import hadamask.file.Input;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.LayoutChange;
import hadamask.segment.product.Background;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.CRC32;

/// The pictures that a run has behind its cut-outs: each is read once, whatever the number of images.
public final class BackdropPictures {
    private final Console console;
    private final BiFunction<Input, byte[], Image> reader;
    private final Map<String, Background.Picture> pictures = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private long bytes;

    /// @param reader decodes the content of an input, within the memory that there is
    public BackdropPictures(Console console, BiFunction<Input, byte[], Image> reader) {
        this.console = console;
        this.reader = reader;
    }

    /// What stands behind a cut-out; a picture is read when it is asked for first.
    ///
    /// @throws hadamask.file.InputException if it cannot be read
    public Background of(Backdrop backdrop) {
        Background color = backdrop.color();
        if (color != null) {
            return color;
        }
        Background.Picture known = pictures.get(backdrop.picture());
        if (known == null) {
            known = read(backdrop.picture());
            pictures.put(backdrop.picture(), known);
        }
        return known;
    }

    private Background.Picture read(String name) {
        console.await(name, "a picture");
        Input input = console.input(name);
        byte[] content = input.bytes();
        CRC32 sum = new CRC32();
        sum.update(content);
        text.append(" background ").append(name).append(' ').append(Long.toHexString(sum.getValue()));
        Image image = opaque(reader.apply(input, content));
        bytes += (long) image.width() * image.height() * image.layout().samples() * image.bitDepth() / Byte.SIZE;
        return new Background.Picture(image);
    }

    /// Without alpha where nothing shines through.
    private static Image opaque(Image image) {
        Layout layout = image.layout();
        for (int y = 0; layout.hasAlpha() && y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (image.sample(x, y, layout.alpha()) != image.maxSample()) {
                    return image;
                }
            }
        }
        return layout.hasAlpha() ? LayoutChange.withoutAlpha(image) : image;
    }

    /// The names and checksums of all that were read, for a journal; empty without pictures.
    public String text() {
        return text.toString();
    }

    /// Bytes of the heap that they take as long as the run.
    public long bytes() {
        return bytes;
    }
}
