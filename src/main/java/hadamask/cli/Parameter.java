package hadamask.cli;

import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The parameters of a command, which have a place and no name.
final class Parameter {
    private Parameter() {
    }

    /// One parameter.
    ///
    /// @param index its place, from 0
    static PositionalParamSpec one(int index, String label, String description) {
        return PositionalParamSpec.builder().paramLabel(label).required(true).arity("1").index(Integer.toString(index))
                .type(String.class).description(description).build();
    }

    /// All parameters.
    ///
    /// @param arity how many there may be, such as `1..*`
    static PositionalParamSpec all(String label, String arity, String description) {
        return PositionalParamSpec.builder().paramLabel(label).arity(arity).index("0..*").type(List.class)
                .auxiliaryTypes(String.class).description(description).build();
    }
}
