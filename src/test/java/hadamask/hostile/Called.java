package hadamask.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.Hadamask;
import hadamask.cli.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/// A command in this process that is given a damaged file on standard input.
final class Called {
    private Called() {
    }

    private static boolean isNote(String line) {
        return line.startsWith("note: ");
    }

    /// Runs a command and holds it to what is promised: a result, or one line on standard error and nothing else but notes
    /// before it.
    ///
    /// @param worst the highest exit status allowed: 1, or 2 where the input holds options
    /// @return whether there was a result
    static boolean succeeds(byte[] in, int worst, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int status = Hadamask.commands().run(args,
                new Console(new ByteArrayInputStream(in), out, new PrintWriter(err, true)));
        String said = err.toString();
        String call = String.join(" ", args);
        assertTrue(status >= 0 && status <= worst, () -> call + ": exit " + status + ": " + said);
        if (status != 0) {
            assertEquals(0, out.size(), call + ": " + said);
            assertTrue(said.endsWith("\n") && said.lines().filter(line -> !isNote(line)).count() == 1
                    && said.lines().toList().getLast().startsWith("hadamask: "), () -> call + ": " + said);
        }
        assertTrue(said.lines().allMatch(line -> line.chars().noneMatch(Character::isISOControl)),
                () -> call + ": " + said);
        return status == 0;
    }
}
