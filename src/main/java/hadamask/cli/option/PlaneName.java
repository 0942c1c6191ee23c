package hadamask.cli.option;

import hadamask.segment.plane.BorderPlane;
import hadamask.segment.plane.ColorPlane;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Plane;

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
