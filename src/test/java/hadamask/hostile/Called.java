package hadamask.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.cli.Commands;
import hadamask.cli.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;

/// A command in this process that is given a damaged file on standard input.
final class Called {
    private Called() {
    }

    /// Runs a command and holds it to what is promised: a result, or one line on standard error and nothing else but
    /// notes of what was guessed.
    ///
    /// @param worst the highest exit status allowed: 1, or 2 where the input holds options
    /// @return whether there was a result
    static boolean succeeds(byte[] in, int worst, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int status = Commands.run(args, new Console(new ByteArrayInputStream(in), out, new PrintWriter(err, true)));
        String said = err.toString();
        String call = String.join(" ", args);
        assertTrue(status >= 0 && status <= worst, () -> call + ": exit " + status + ": " + said);
        if (status != 0) {
            assertEquals(0, out.size(), call + ": " + said);
            // What was guessed before may be why.
            String failure = said.lines().filter(line -> !line.startsWith("note: ")).collect(Collectors.joining("\n"));
            assertTrue(failure.startsWith("hadamask: ") && !failure.contains("\n") && said.endsWith(failure + "\n"),
                    () -> call + ": " + said);
            assertTrue(said.lines().collect(Collectors.joining()).chars().noneMatch(Character::isISOControl),
                    () -> call + ": " + said);
        }
        return status == 0;
    }
}
