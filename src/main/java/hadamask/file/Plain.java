package hadamask.file;

/// Text that is one line and in which nothing is invisible, whatever the name or the content of a file holds.
///
/// Control characters, line and paragraph separators, characters without width and those that turn the direction of a text
/// are written as escapes: a backslash, `u` and four hexadecimal digits. So a name begins no line of its own, moves no cursor
/// and looks like no other name. In JSON, where they occur in strings alone, and in settings the escape means the character.
/// The script of the report shows the same.
///
/// @hidden public for other packages of Hadamask alone
public final class Plain {
    private Plain() {
    }

    /// The same text with escapes for what is not seen.
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHidden(c)) {
                shown.append(String.format("\\u%04x", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    /// Whether a character is not seen where it stands.
    public static boolean isHidden(char c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x061C || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
    }
}
