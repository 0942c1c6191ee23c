package hadamask.cli.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual page of a command, in the macros of man(7).
final class ManualPage {
    private static final String EXAMPLES = "Examples:";

    private final StringBuilder text = new StringBuilder();

    private ManualPage() {
    }

    /// The page of one command, `hadamask-NAME.1`.
    ///
    /// @param program whether the command is a program of its own
    static String of(String name, CommandSpec command, boolean program, String version) {
        ManualPage page = new ManualPage();
        page.title("hadamask-" + name, version);
        page.section("NAME");
        page.line(escaped("hadamask-" + name) + " \\- " + escaped(header(command)));
        page.section("SYNOPSIS");
        page.synopsis("hadamask " + name, command);
        if (program) {
            page.text.append(".br\n");
            page.synopsis(name, command);
        }
        page.section("DESCRIPTION");
        page.line(escaped(Sentences.plain(command.usageMessage().header())));
        page.options(command);
        page.notes(command);
        page.section("EXIT STATUS");
        command.usageMessage().exitCodeList().forEach(page::item);
        page.examples(command);
        page.section("SEE ALSO");
        page.line(".BR hadamask (1)");
        return page.text.toString();
    }

    /// The page of the program, `hadamask.1`.
    static String overview(List<CommandWords> commands, String version) {
        ManualPage page = new ManualPage();
        page.title("hadamask", version);
        page.section("NAME");
        page.line("hadamask \\- cut objects out of pictures, count and measure them, and compare tables");
        page.section("SYNOPSIS");
        page.line(".B hadamask\n.I COMMAND\n[\\fIOPTIONS\\fR] [\\fIFILE\\fR...]");
        page.section("DESCRIPTION");
        page.line("Each command has a page of its own, and");
        page.line(".BR \\-\\-help .");
        for (CommandWords command : commands) {
            page.text.append(".TP\n.BR hadamask\\-").append(escaped(command.name())).append(" (1)\n");
            page.line(escaped(command.summary()));
        }
        page.line(".PP");
        page.line(
                escaped("The same command with the same input gives the same bytes, on any machine and with any number "
                        + "of threads. Outputs are whole or absent, and inputs are never changed."));
        page.section("ENVIRONMENT");
        page.item("HADAMASK_OPTS", "Options for the Java virtual machine that runs the program.");
        return page.text.toString();
    }

    private static String header(CommandSpec command) {
        String header = Sentences.plain(command.usageMessage().header());
        String bare = header.endsWith(".") ? header.substring(0, header.length() - 1) : header;
        return Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
    }

    private void title(String name, String version) {
        text.append(".TH ").append(escaped(name.toUpperCase(Locale.ROOT))).append(" 1 \"\" \"hadamask ")
                .append(escaped(version)).append("\" \"Hadamask\"\n");
    }

    private void section(String heading) {
        text.append(".SH ").append(heading).append('\n');
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void synopsis(String name, CommandSpec command) {
        line(".B " + escaped(name));
        StringBuilder line = new StringBuilder("[\\fIOPTIONS\\fR]");
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            String label = "\\fI" + escaped(parameter.paramLabel()) + "\\fR"
                    + (parameter.arity().max() > 1 ? "..." : "");
            line.append(' ').append(parameter.arity().min() == 0 ? "[" + label + "]" : label);
        }
        line(line.toString());
    }

    /// What the help says behind the options, but the examples: lines that are indented stand as they are.
    private void notes(CommandSpec command) {
        List<String> footer = footer(command);
        int end = footer.indexOf(EXAMPLES);
        List<String> lines = end < 0 ? footer : footer.subList(0, end);
        if (lines.stream().allMatch(String::isBlank)) {
            return;
        }
        section("NOTES");
        for (String line : lines) {
            if (line.isBlank()) {
                line(".PP");
            } else if (line.startsWith(" ")) {
                line(".EX\n" + escaped(line) + "\n.EE");
            } else {
                line(escaped(line));
            }
        }
    }

    private void examples(CommandSpec command) {
        List<String> footer = footer(command);
        int begin = footer.indexOf(EXAMPLES);
        if (begin >= 0) {
            section("EXAMPLES");
            line(".EX");
            footer.subList(begin + 1, footer.size()).stream().map(ManualPage::escaped).forEach(this::line);
            line(".EE");
        }
    }

    /// The lines under the options, blank ones at both ends left out.
    private static List<String> footer(CommandSpec command) {
        List<String> lines = new ArrayList<>();
        for (String line : command.usageMessage().footer()) {
            lines.addAll(Arrays.asList(line.replace("%n", "\n").replace("%%", "%").split("\n", -1)));
        }
        while (!lines.isEmpty() && lines.getFirst().isBlank()) {
            lines.removeFirst();
        }
        return lines;
    }

    private void options(CommandSpec command) {
        section("OPTIONS");
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            text.append(".TP\n.I ").append(escaped(parameter.paramLabel())).append('\n');
            line(escaped(Sentences.plain(parameter.description())));
        }
        List<OptionSpec> grouped = new ArrayList<>();
        command.argGroups().forEach(group -> grouped.addAll(group.allOptionsNested()));
        command.options().stream().filter(option -> !grouped.contains(option)).forEach(this::option);
        for (ArgGroupSpec group : command.argGroups()) {
            text.append(".SS ").append(escaped(Sentences.plain(group.heading()).replaceFirst(":$", ""))).append('\n');
            for (ArgSpec argument : group.args()) {
                if (argument instanceof OptionSpec option) {
                    option(option);
                }
            }
        }
    }

    private void option(OptionSpec option) {
        if (option.hidden()) {
            return;
        }
        text.append(".TP\n");
        String separator = "";
        for (String name : option.names()) {
            text.append(separator).append("\\fB").append(escaped(name)).append("\\fR");
            separator = ", ";
        }
        if (option.arity().max() > 0) {
            String value = "=\\fI" + escaped(option.paramLabel()) + "\\fR";
            text.append(option.arity().min() == 0 ? "[" + value + "]" : value);
        }
        text.append('\n');
        line(escaped(Sentences.plain(option.description())));
    }

    private void item(String term, String description) {
        text.append(".TP\n.B ").append(escaped(term)).append('\n');
        line(escaped(description));
    }

    /// A line that is printed as it stands.
    private static String escaped(String line) {
        String printed = line.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("^", "\\(ha")
                .replace("~", "\\(ti").replace("`", "\\(ga");
        return printed.startsWith(".") ? "\\&" + printed : printed;
    }
}
