package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.Hadamask;
import hadamask.cli.Console;
import hadamask.codec.ImageDecoder;
import hadamask.image.Image;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// A command that ran in this process.
///
/// @param status exit status
/// @param out standard output
/// @param err standard error
@SuppressWarnings("ArrayRecordComponent") // looked at, never compared
record Run(int status, byte[] out, String err) {
    /// Runs a command with nothing on standard input.
    ///
    /// @param args a command's name and its arguments, strings or paths
    static Run of(Object... args) {
        return withInput(new byte[0], args);
    }

    static Run withInput(byte[] in, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Console console = new Console(new ByteArrayInputStream(in), out, new PrintWriter(err, true));
        int status = Hadamask.commands().run(Arrays.stream(args).map(Object::toString).toArray(String[]::new), console);
        return new Run(status, out.toByteArray(), err.toString());
    }

    /// Runs a command that must succeed and say nothing.
    static Run quietly(Object... args) {
        return of(args).succeeded();
    }

    Run succeeded() {
        assertEquals("", err);
        assertEquals(0, status);
        return this;
    }

    /// Standard output as text.
    String text() {
        return new String(out, StandardCharsets.UTF_8);
    }

    /// Standard output as a picture.
    Image image() {
        return ImageDecoder.decode(out, Files.LIMIT);
    }

    /// Standard error, with a folder's name replaced by `DIR`.
    String err(Path folder) {
        return err.replace(folder.toString(), "DIR");
    }
}
