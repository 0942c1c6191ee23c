package hadamask.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A text that grows by lines while a program runs, and becomes a file when it is finished: whole or absent.
///
/// A stream, such as standard output, is written at once.
public final class Draft implements AutoCloseable {
    private final Output output;
    private final @Nullable Path temporary;
    private final OutputStream out;
    private boolean finished;

    private Draft(Output output, @Nullable Path temporary, OutputStream out) {
        this.output = output;
        this.temporary = temporary;
        this.out = out;
    }

    /// Begins a file, under another name.
    ///
    /// @throws InputException if none can be made there
    public static Draft of(Output output) {
        Path target = output.path();
        if (target == null) {
            return new Draft(output, null, new BufferedOutputStream(output.stream()));
        }
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) { // a device, or a folder, which is an error
                return new Draft(output, null, new BufferedOutputStream(Files.newOutputStream(target)));
            }
            Path temporary = Temporary.beside(target);
            return new Draft(output, temporary, Output.newFile(temporary));
        } catch (IOException e) {
            throw new InputException("cannot be written: " + Output.reasonFor(target, e), e).at(target.toString());
        }
    }

    /// Adds a line.
    ///
    /// @throws ClosedPipeException if standard output is a pipe that nobody reads any more
    /// @throws InputException if it cannot be written
    public void line(String text) {
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Gives the file its name.
    public void finish() {
        try {
            if (temporary == null) {
                out.flush();
                return;
            }
            out.close();
            Output.move(temporary, Objects.requireNonNull(output.path()));
            finished = true;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(IOException e) {
        return ClosedPipeException.isCause(e)
                ? new ClosedPipeException(e)
                : new InputException("cannot be written: " + Input.reason(e), e).at(output.name());
    }

    /// Drops what was not finished.
    @Override
    public void close() {
        if (temporary == null) {
            return;
        }
        try {
            out.close();
        } catch (IOException e) {
            // It is dropped.
        }
        Temporary.close(temporary, finished);
    }
}
