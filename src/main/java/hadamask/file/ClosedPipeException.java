package hadamask.file;

import java.io.IOException;

/// Standard output is a pipe that nobody reads any more, as in `segment cat.jpg -o - | head -c 10`: no error, but there
/// is nothing left to do.
///
/// @hidden public for other packages of Hadamask alone
public final class ClosedPipeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ClosedPipeException(IOException cause) {
        super(cause);
    }

    static boolean isCause(IOException e) {
        String message = e.getMessage();
        return message != null && (message.contains("Broken pipe") || message.contains("pipe is being closed"));
    }
}
