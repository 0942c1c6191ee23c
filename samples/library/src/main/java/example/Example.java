package example;

import hadamask.codec.ImageDecoder;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.distance.Metric;
import hadamask.distance.Pairwise;
import hadamask.distance.PairwiseOptions;
import hadamask.image.Image;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.product.Background;
import hadamask.segment.product.Product;
import hadamask.table.write.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Cuts the object out of a picture, and prints the distances between the rows of a table.
public final class Example {
    public static void main(String[] args) throws IOException {
        cutOut(Path.of(args[0]), Path.of(args[1]));
        printDistances(new double[][]{{0, 0}, {3, 4}, {6, 8}});
    }

    static void cutOut(Path picture, Path cutout) throws IOException {
        Image image = ImageDecoder.decode(Files.readAllBytes(picture));
        var segmentation = Segmenter.of(SegmentationOptions.DEFAULT).segment(image);
        Image product = Product.of(image, segmentation.mask(), Background.BLACK);
        try (var out = Files.newOutputStream(cutout)) {
            ImageEncoder.encode(product, ImageFormat.PNG, Encoding.DEFAULT, out);
        }
    }

    static void printDistances(double[][] rows) {
        try (Workers workers = new Workers(2)) {
            var pairwise = Pairwise.of(new Metric.Euclidean(), Matrix.of(rows), PairwiseOptions.DEFAULT, workers);
            pairwise.rows(Shape.SQUARE, block -> {
                for (int i = block.firstRow(); i < block.firstRow() + block.rows(); i++) {
                    IO.println(block.get(i, 0) + " " + block.get(i, 1) + " " + block.get(i, 2));
                }
            });
        }
    }
}
