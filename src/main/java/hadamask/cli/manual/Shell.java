package hadamask.cli.manual;

import hadamask.cli.option.OptionValues;
import java.util.List;
import java.util.function.Function;

/// A shell that completes words.
public enum Shell {
    BASH(BashCompletion::script), ZSH(ZshCompletion::script), FISH(FishCompletion::script);

    /// Commands that are programs of their own where Hadamask is installed. Others have names that other programs may have.
    static final List<String> PROGRAMS = List.of("segment", "distances", "similarity");

    private final Function<List<CommandWords>, String> script;

    Shell(Function<List<CommandWords>, String> script) {
        this.script = script;
    }

    /// The shell of a name.
    static Shell of(String name) {
        return OptionValues.oneOf(Shell.class, name);
    }

    /// What the shell reads to complete `hadamask` and its programs.
    String script(List<CommandWords> commands) {
        return script.apply(commands);
    }
}
