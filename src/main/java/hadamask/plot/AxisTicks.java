package hadamask.plot;

import java.util.ArrayList;
import java.util.List;

/// Round numbers for the ticks of an axis: multiples of 1, 2 or 5 times a power of ten.
final class AxisTicks {
    private AxisTicks() {
    }

    /// The ticks from `low` to `high`, ascending.
    ///
    /// @param most how many there may be, at least 2
    static List<Double> between(double low, double high, int most) {
        double step = step((high - low) / most);
        List<Double> ticks = new ArrayList<>();
        if (!(high > low)) {
            return ticks;
        }
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /// The smallest round number that is not below another.
    private static double step(double least) {
        if (!(least > 0)) {
            return 1;
        }
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        for (double factor : new double[]{1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
