package hadamask.segment;

import hadamask.image.Image;
import hadamask.segment.cluster.ColorFeatures;
import hadamask.segment.color.RgbRows;
import hadamask.segment.plane.AlphaUse;
import java.util.List;

/// The evidence of [ColorClustering]: clusters of colours, and which of them are the object.
///
/// @param features what stood for a colour
/// @param alpha what the alpha of a pixel means
/// @param groups the clusters, dark to bright, at least two
/// @param wcss the within-cluster sum of squares over all pixels, in the units of the features
/// @param kmeansWcss the same of Smile's best fit, from which it was refined; at least as large
public record ColorClusters(ColorFeatures features, AlphaUse alpha, List<Group> groups, double wcss, double kmeansWcss)
        implements
            Evidence {
    /// A cluster of colours.
    ///
    /// @param red the mean of its pixels, from 0 to 255
    /// @param green alike
    /// @param blue alike
    /// @param pixels how many it has; where alpha counts, the sum of their alpha in [0, 1], rounded
    /// @param foreground whether it is the object
    public record Group(double red, double green, double blue, long pixels, boolean foreground) {
        /// The mean colour as `#rrggbb`.
        public String hex() {
            return "#" + hex(red) + hex(green) + hex(blue);
        }

        private static String hex(double sample) {
            int rounded = (int) Math.round(sample);
            return Character.toString(Character.forDigit(rounded >> 4, 16)) + Character.forDigit(rounded & 15, 16);
        }
    }

    public ColorClusters {
        groups = List.copyOf(groups);
        if (groups.size() < 2) {
            throw new IllegalArgumentException("one cluster parts nothing");
        }
    }

    /// The place in [#groups()] of the cluster whose mean is nearest to each pixel of a row.
    ///
    /// @param y row, from 0
    /// @param found receives `image.width()` places
    public void nearest(Image image, int y, int[] found) {
        float[] means = new float[3 * groups.size()];
        for (int c = 0; c < groups.size(); c++) {
            Group group = groups.get(c);
            features.of((float) group.red, (float) group.green, (float) group.blue, means, 3 * c);
        }
        int[] rgb = new int[3 * image.width()];
        RgbRows.read(image, y, rgb);
        float scale = 255f / image.maxSample();
        float[] of = new float[3];
        for (int x = 0; x < found.length; x++) {
            features.of(rgb[3 * x] * scale, rgb[3 * x + 1] * scale, rgb[3 * x + 2] * scale, of, 0);
            float least = Float.POSITIVE_INFINITY;
            for (int c = 0; c < means.length; c += 3) {
                float d0 = of[0] - means[c];
                float d1 = of[1] - means[c + 1];
                float d2 = of[2] - means[c + 2];
                float distance = d0 * d0 + d1 * d1 + d2 * d2;
                if (distance < least) {
                    least = distance;
                    found[x] = c / 3;
                }
            }
        }
    }
}
