package hadamask.plot;

import java.util.List;

/// One axis of a plot: where numbers stand, and which are marked.
interface Axis {
    /// The pixel of a number.
    double pixel(double value);

    /// Round numbers to be marked, ascending.
    List<Double> marks();

    /// A mark as text.
    String text(double mark);
}
