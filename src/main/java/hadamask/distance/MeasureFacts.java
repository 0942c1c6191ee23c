package hadamask.distance;

import java.util.List;

/// What a measure says of itself, apart from how it is computed.
///
/// @param names what users call it: its own name, then others, such as those of SciPy
/// @param formula in letters of ASCII, as the reference page has it: u and v are the rows, w the weights
/// @param axioms what it promises
public record MeasureFacts(List<String> names, String formula, Axioms axioms) {
    public MeasureFacts {
        names = List.copyOf(names);
    }

    /// A measure with a single name.
    MeasureFacts(String name, String formula, Axioms axioms) {
        this(List.of(name), formula, axioms);
    }
}
