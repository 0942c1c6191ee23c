package hadamask.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A text, or bytes, that grow while a program runs, and become a file when they are finished: whole or absent.
///
/// A stream, such as standard output, is written at once.
///
/// @hidden public for other packages of Hadamask alone
public final class Draft implements AutoCloseable {
    private final Output output;
    private final @Nullable Unfinished file;
    private final OutputStream out;

    private Draft(Output output, @Nullable Unfinished file, OutputStream out) {
        this.output = output;
        this.file = file;
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
        Destination destination = Output.destination(target);
        try {
            if (destination.isStream()) {
                return new Draft(output, null, new BufferedOutputStream(destination.open()));
            }
            Unfinished file = Unfinished.of(destination);
            return new Draft(output, file, file.stream());
        } catch (IOException e) {
            throw Output.failure(target, destination.file(), e);
        }
    }

    /// Adds a line.
    ///
    /// @throws ClosedPipeException if standard output is a pipe that nobody reads any more
    /// @throws InputException if it cannot be written
    public void line(String text) {
        add(text + "\n");
    }

    /// Adds text.
    ///
    /// @throws ClosedPipeException if standard output is a pipe that nobody reads any more
    /// @throws InputException if it cannot be written
    public void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Adds bytes.
    ///
    /// @throws ClosedPipeException if standard output is a pipe that nobody reads any more
    /// @throws InputException if it cannot be written
    public void add(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Whether it is a file, of which [#begin(byte[])] changes the first bytes.
    public boolean isFile() {
        return file != null;
    }

    /// Writes the first bytes of a file once more.
    ///
    /// @throws InputException if they cannot be written
    public void begin(byte[] bytes) {
        try {
            out.flush();
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                Objects.requireNonNull(file).channel().write(rest, rest.position());
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Writes what there is, so that nothing but the name is missing; for what must change together with the file.
    ///
    /// @throws InputException if it cannot be written, or its name was taken meanwhile by what may not be replaced
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
        if (file != null) {
            Output.destination(Objects.requireNonNull(output.path()));
        }
    }

    /// Gives the file its name.
    public void finish() {
        try {
            out.flush();
            if (file != null) {
                file.complete();
            }
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
        if (file != null) {
            file.close();
        } else if (output.path() != null) {
            try {
                out.close();
            } catch (IOException e) {
                // What it has not taken was reported, or is not wanted any more.
            }
        }
    }
}
