package hadamask.segment.refine;

import boofcv.struct.ConnectRule;

/// Which pixels of a mask touch, and so belong to one region.
public enum Connectivity {
    /// Pixels that share a side.
    FOUR,
    /// Pixels that share a side or a corner.
    EIGHT;

    ConnectRule rule() {
        return this == FOUR ? ConnectRule.FOUR : ConnectRule.EIGHT;
    }
}
