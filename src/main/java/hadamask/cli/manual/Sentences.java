package hadamask.cli.manual;

/// The texts of the help, as they are read.
final class Sentences {
    private Sentences() {
    }

    /// A description in one line, without the signs that picocli formats it by.
    static String plain(String... lines) {
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%").strip();
    }

    /// The first sentence of a description, without its full stop and what stands in its last brackets.
    static String brief(String description) {
        int end = description.indexOf(". ");
        String first = end < 0 ? description : description.substring(0, end);
        String bare = first.replaceFirst(" \\(default: .*\\)\\.?$", "");
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
