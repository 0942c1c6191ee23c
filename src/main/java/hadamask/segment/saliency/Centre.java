package hadamask.segment.saliency;

import java.util.Set;

/// Where the middle of an object is looked for, as a part of the width and of the height.
///
/// In the middle of the picture; where one side is no ground and the opposite one is, a tenth nearer to it: a portrait runs
/// out of the lower side.
final class Centre {
    private static final double SHIFT = 0.1;

    private Centre() {
    }

    static double x(Set<Side> ground) {
        return between(ground, Side.LEFT, Side.RIGHT);
    }

    static double y(Set<Side> ground) {
        return between(ground, Side.TOP, Side.BOTTOM);
    }

    private static double between(Set<Side> ground, Side low, Side high) {
        return 0.5 + (ground.contains(low) ? SHIFT : 0) - (ground.contains(high) ? SHIFT : 0);
    }
}
