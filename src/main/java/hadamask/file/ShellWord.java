package hadamask.file;

import java.util.regex.Pattern;

/// Words as they are typed: what a message says is to be typed, works when it is copied.
public final class ShellWord {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./+:,@%=-]+");

    private ShellWord() {
    }

    /// A word, quoted where a shell would take it for more than that.
    public static String of(String word) {
        return BARE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
