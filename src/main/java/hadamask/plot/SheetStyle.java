package hadamask.plot;

import java.awt.Color;

/// Inks and letters of a sheet: dark on white, to be read from the back of a room.
final class SheetStyle {
    /// Text and axes.
    static final Color INK = new Color(28, 33, 42);
    /// What is said beside.
    static final Color SOFT = new Color(88, 96, 110);
    /// What stands out.
    static final Color MARK = new Color(190, 50, 30);
    /// Lines behind data.
    static final Color GRID = new Color(222, 226, 231);
    /// The edge of a picture, so that a white one is seen.
    static final Color FRAME = new Color(196, 202, 210);
    /// The ground on which pictures lie.
    static final Color MAT = new Color(241, 243, 246);

    /// The heading of the sheet.
    static final Lettering HEADING = new Lettering(38, Lettering.BOLD, INK);
    /// The name of a panel.
    static final Lettering TITLE = new Lettering(28, Lettering.BOLD, INK);
    /// What is said under a panel.
    static final Lettering TEXT = new Lettering(22, Lettering.REGULAR, INK);
    /// The marks of axes.
    static final Lettering SMALL = new Lettering(19, Lettering.REGULAR, SOFT);

    private SheetStyle() {
    }
}
