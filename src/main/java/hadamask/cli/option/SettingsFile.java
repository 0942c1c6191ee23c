package hadamask.cli.option;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.Plain;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// Settings as a file: what [Properties] reads, in UTF-8, with the line in which each stands.
///
///     # the paper is white
///     closing=5x10
///     background=#ffffff
///
/// `#` or `!` begin a comment line; key and value are parted by `=`, `:` or blanks; a backslash at the end of a line
/// continues it, two are one backslash, and one before a `u` and four hexadecimal digits stands for that character.
final class SettingsFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SettingsFile() {
    }

    /// One setting.
    ///
    /// @param where the file and the line, for messages
    /// @param key the long name of an option, without its dashes
    record Setting(String where, String key, String value) {}

    /// Reads all settings, in their order.
    ///
    /// @throws InputException if the file cannot be read, or is not UTF-8, or has an escape that is none
    static List<Setting> read(Input input) {
        return parse(input.name(), text(input));
    }

    private static String text(Input input) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(input.bytes())).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputException("is not UTF-8, expected lines such as closing=5x10", e).at(input.name());
        }
    }

    /// A line that goes on in the next is put together first; then each is read as a file of its own.
    private static List<Setting> parse(String file, String text) {
        List<Setting> settings = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String where = file + ": line " + (i + 1);
            String line = lines.get(i);
            if (isComment(line)) {
                continue;
            }
            StringBuilder logical = new StringBuilder();
            while (isContinued(line) && i + 1 < lines.size()) {
                logical.append(line, 0, line.length() - 1);
                line = lines.get(++i).stripLeading();
            }
            one(where, logical.append(line).toString()).forEach(
                    (key, value) -> settings.add(new Setting(where, key.toString(), value.toString())));
        }
        return settings;
    }

    private static boolean isComment(String line) {
        String start = line.stripLeading();
        return start.isEmpty() || start.startsWith("#") || start.startsWith("!");
    }

    /// Whether a line ends in an odd number of backslashes: an even number stands for themselves.
    private static boolean isContinued(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static Map<Object, Object> one(String where, String line) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(line));
        } catch (IllegalArgumentException | IOException e) {
            throw new InputException("holds \\ and u without four hexadecimal digits (a backslash is written \\\\)", e)
                    .at(where);
        }
        return properties;
    }

    /// A line that is read back as this setting.
    static String line(String key, String value) {
        StringBuilder line = new StringBuilder(key).append('=');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                case '\f' -> line.append("\\f");
                case ' ' -> line.append(i == 0 ? "\\ " : " ");
                default -> line.append(Plain.isHidden(c) ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return line.toString();
    }
}
