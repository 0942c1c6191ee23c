package hadamask.plot;

import java.util.Locale;

/// Numbers as pictures show them.
final class Figures {
    private Figures() {
    }

    /// A count with a space between thousands: `12 345`.
    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n).replace(',', ' ');
    }

    /// A count and what is counted: `1 pixel`, `2 pixels`.
    static String count(long n, String thing) {
        return count(n) + " " + thing + (n == 1 ? "" : "s");
    }

    /// A grey from 0 to 1 with four decimals; `none` for NaN.
    static String gray(double gray) {
        return Double.isNaN(gray) ? "none" : String.format(Locale.ROOT, "%.4f", gray);
    }

    /// A percentage: `42.2 %`. Only nothing is shown as 0 %, and only everything as 100 %.
    static String percent(long part, long whole) {
        if (part > 0 && part < 0.0005 * whole) {
            return "< 0.1 %";
        }
        if (part < whole && part >= 0.9995 * whole) {
            return "> 99.9 %";
        }
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    /// Six significant digits, without trailing zeros.
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.6g", value);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /// The label of a tick: `0.25`, `300`, `20k`, `1.5M`.
    static String tick(double value) {
        if (value >= 1e6) {
            return number(value / 1e6) + "M";
        }
        return value >= 1e4 ? number(value / 1e3) + "k" : number(value);
    }
}
