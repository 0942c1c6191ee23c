package hadamask.cli.option;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The parameters of a command, which have a place and no name.
public final class Parameter {
    private static final ITypeConverter<String> NAME = OptionValues::name;

    private Parameter() {
    }

    /// One parameter.
    ///
    /// @param index its place, from 0
    public static PositionalParamSpec one(int index, String label, String description) {
        return PositionalParamSpec.builder().paramLabel(label).arity("1").required(true).index(Integer.toString(index))
                .type(String.class).converters(NAME).description(description).build();
    }

    /// One parameter that may be left away; it is null then.
    ///
    /// @param index its place, from 0, behind those that are required
    public static PositionalParamSpec optional(int index, String label, String description) {
        return PositionalParamSpec.builder().paramLabel(label).arity("0..1").required(false)
                .index(Integer.toString(index)).type(String.class).converters(NAME).description(description).build();
    }

    /// Any number of parameters, of which the command checks each; their list is null when there is none.
    public static PositionalParamSpec any(String label, String description) {
        return PositionalParamSpec.builder().paramLabel(label).arity("0..*").required(false).index("0..*")
                .type(List.class).auxiliaryTypes(String.class).description(description).build();
    }
}
