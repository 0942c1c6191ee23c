package hadamask.cli.option;

import hadamask.segment.BorderPlane;
import hadamask.segment.ColorPlane;
import hadamask.segment.GrayScale;
import hadamask.segment.Plane;

/// What `--plane` names.
public enum PlaneName {
    GRAY, RED, GREEN, BLUE, LAB_L, LAB_A, LAB_B, SATURATION, BORDER, EXG, EXGR;

    /// The plane of that name.
    ///
    /// @param gray the grey of a pixel, where that is what is looked at
    public Plane of(GrayScale gray) {
        return this == GRAY ? gray : this == BORDER ? new BorderPlane() : ColorPlane.valueOf(name());
    }
}
