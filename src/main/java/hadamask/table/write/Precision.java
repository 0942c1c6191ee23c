package hadamask.table.write;

import hadamask.table.number.NumberText;
import java.io.Serializable;

/// How exactly a number is written.
///
/// @param significant significant digits of a text, 1 to 17; 0: as few as read back to the same double
/// @param type of a number in a `.npy`
public record Precision(int significant, NumberType type) implements Serializable {
    /// The shortest text that reads back to the same double.
    public static final Precision SHORTEST = new Precision(0);

    /// @throws IllegalArgumentException if the digits are not 0 to 17
    public Precision {
        if (significant < 0 || significant > 17) {
            throw new IllegalArgumentException(significant + " digits");
        }
    }

    /// Written out, as options are told in each run, and what a record makes of itself would be linked then.
    @Override
    public String toString() {
        return significant + " digits, " + type;
    }

    /// With numbers of 8 bytes.
    public Precision(int significant) {
        this(significant, NumberType.FLOAT64);
    }

    /// The same with numbers of another type.
    public Precision withType(NumberType other) {
        return new Precision(significant, other);
    }

    /// A number as text: `3`, `5.196152422706632`, `inf`.
    public String text(double value) {
        return new NumberText(significant).text(value);
    }
}
