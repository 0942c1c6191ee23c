package hadamask.spark;

import java.io.Writer;
import java.util.Map;

/// Standard error, on which files that were fetched go by the names that they were given.
final class SaidNames extends Writer {
    private final Map<String, String> given;
    private final StringBuilder line = new StringBuilder();

    /// @param given what is said, by what it is said in place of; it may grow
    SaidNames(Map<String, String> given) {
        this.given = given;
    }

    @Override
    public void write(char[] text, int from, int count) {
        line.append(text, from, count);
    }

    @Override
    public void flush() {
        String said = line.toString();
        line.setLength(0);
        for (Map.Entry<String, String> name : given.entrySet()) {
            said = said.replace(name.getKey(), name.getValue());
        }
        System.err.print(said);
        System.err.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
