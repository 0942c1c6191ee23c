package hadamask.cli.manual;

import hadamask.cli.option.OptionValues;
import java.util.List;

/// A shell that completes words.
public enum Shell {
    BASH, ZSH, FISH;

    /// Commands that are programs of their own where Hadamask is installed. Others have names that other programs may have.
    static final List<String> PROGRAMS = List.of("segment", "distances", "similarity");

    /// The shell of a name.
    static Shell of(String name) {
        return OptionValues.oneOf(Shell.class, name);
    }

    /// What the shell reads to complete `hadamask` and its programs.
    String script(List<CommandWords> commands) {
        return switch (this) {
            case BASH -> BashCompletion.script(commands);
            case ZSH -> ZshCompletion.script(commands);
            case FISH -> FishCompletion.script(commands);
        };
    }
}
