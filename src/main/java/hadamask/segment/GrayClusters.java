package hadamask.segment;

import hadamask.segment.cluster.Clusters;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.Plane;
import java.util.List;

/// The evidence of [GrayClustering]: the levels of a plane, clustered, and which clusters are the object.
///
/// @param plane what of a pixel was looked at
/// @param alpha what the alpha of a pixel means
/// @param clusters the levels, dark to bright
/// @param foreground whether each cluster is the object
public record GrayClusters(Plane plane, AlphaUse alpha, Clusters clusters,
        List<Boolean> foreground) implements Evidence {
    public GrayClusters {
        foreground = List.copyOf(foreground);
        if (foreground.size() != clusters.size()) {
            throw new IllegalArgumentException(foreground.size() + " choices for " + clusters.size() + " clusters");
        }
    }
}
