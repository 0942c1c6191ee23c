package hadamask.plot;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.region.RegionLabels;
import hadamask.region.RegionPlaces;
import java.io.ByteArrayOutputStream;

/// A small picture of an image and of where its objects are in it, for a page on a screen.
///
/// The picture is reduced by a whole number, as [Preview] is, to 1125 to 2250 pixels on its longer side, or not at all. An object is in
/// a pixel of it that has its middle in the object; one that has no such pixel is in the one of its place.
///
/// The shapes are a sequence of numbers. For each object: the column, the row and the depth of its place ([RegionPlaces]) in pixels of
/// the image, then how many runs of pixels it has in the picture, and for each of them the rows below the run before, twice the columns
/// to the right of where that began (or twice the columns to the left, less one), and its length. The first run counts from the top left.
/// A number is written as bytes of 7 bits, the low ones first, with the eighth bit where more follow.
///
/// @param width columns of the image
/// @param height rows of the image
/// @param picture the image, its alpha kept
/// @param side of the squares of pixels that are one pixel of the picture
/// @param shapes the bytes of the numbers
/// @hidden public for other packages of Hadamask alone
@SuppressWarnings("ArrayRecordComponent") // written, never compared
public record ObjectPreview(int width, int height, Image picture, int side, byte[] shapes) {
    private static final int WANTED = 1500;
    private static final byte GROUND = 40;
    private static final byte OBJECT = (byte) 190;

    /// Draws the picture of an image of the size of the regions.
    public static ObjectPreview of(Image image, RegionLabels regions) {
        int side = BoxAverage.factor(image.width(), image.height(), WANTED);
        BoxAverage reduced = BoxAverage.of(image.width(), image.height(), ImagePixels.of(image), side);
        Attributes attributes = Preview.attributes(image);
        Image picture = image.layout().hasAlpha() ? Preview.transparent(reduced) : Preview.opaque(reduced);
        return new ObjectPreview(image.width(), image.height(), picture.with(attributes), side,
                new Shapes(regions, side).bytes());
    }

    /// The same without an image: objects are bright.
    public static ObjectPreview of(RegionLabels regions) {
        byte[] gray = new byte[regions.width() * regions.height()];
        for (int y = 0; y < regions.height(); y++) {
            for (int x = 0; x < regions.width(); x++) {
                gray[y * regions.width() + x] = regions.at(x, y) == 0 ? GROUND : OBJECT;
            }
        }
        return of(Image.of8Bit(regions.width(), regions.height(), Layout.GRAY, gray, Attributes.NONE), regions);
    }

    /// The runs of all objects.
    private static final class Shapes {
        private final RegionLabels regions;
        private final int side;
        private final int columns;
        private final int rows;
        private final int[] labels;

        private Shapes(RegionLabels regions, int side) {
            this.regions = regions;
            this.side = side;
            columns = Math.ceilDiv(regions.width(), side);
            rows = Math.ceilDiv(regions.height(), side);
            labels = new int[columns * rows];
        }

        private byte[] bytes() {
            RegionPlaces places = RegionPlaces.of(regions);
            int[] pixels = sampled();
            for (int label = 1; label <= regions.count(); label++) {
                int place = places.y(label) / side * columns + places.x(label) / side;
                if (pixels[label] == 0 && (labels[place] == 0 || pixels[labels[place]] > 1)) {
                    pixels[labels[place]]--;
                    labels[place] = label;
                    pixels[label] = 1;
                }
            }
            Numbers[] runs = runs();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int label = 1; label <= regions.count(); label++) {
                Numbers.write(out, places.x(label));
                Numbers.write(out, places.y(label));
                Numbers.write(out, (int) Math.round(places.depth(label)));
                Numbers.write(out, runs[label].count);
                out.writeBytes(runs[label].out.toByteArray());
            }
            return out.toByteArray();
        }

        /// Takes the label at the middle of each square.
        ///
        /// @return how often each label was taken
        private int[] sampled() {
            int[] pixels = new int[regions.count() + 1];
            for (int y = 0; y < rows; y++) {
                int fromY = Math.min(regions.height() - 1, y * side + side / 2);
                for (int x = 0; x < columns; x++) {
                    int label = regions.at(Math.min(regions.width() - 1, x * side + side / 2), fromY);
                    labels[y * columns + x] = label;
                    pixels[label]++;
                }
            }
            return pixels;
        }

        private Numbers[] runs() {
            Numbers[] runs = new Numbers[regions.count() + 1];
            for (int label = 1; label < runs.length; label++) {
                runs[label] = new Numbers();
            }
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns;) {
                    int label = labels[y * columns + x];
                    int from = x++;
                    while (x < columns && labels[y * columns + x] == label) {
                        x++;
                    }
                    if (label > 0) {
                        runs[label].add(from, y, x - from);
                    }
                }
            }
            return runs;
        }
    }

    /// The runs of an object.
    private static final class Numbers {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(32);
        private int count;
        private int x;
        private int y;

        private void add(int from, int row, int length) {
            int right = from - x;
            write(out, row - y);
            write(out, right >= 0 ? 2 * right : -2 * right - 1);
            write(out, length);
            x = from;
            y = row;
            count++;
        }

        private static void write(ByteArrayOutputStream out, int number) {
            int rest = number;
            for (; rest > 0x7F; rest >>>= 7) {
                out.write(rest | 0x80);
            }
            out.write(rest);
        }
    }
}
