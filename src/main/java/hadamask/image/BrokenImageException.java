package hadamask.image;

import java.io.IOException;

/// The content of an image file contradicts its format. [ImageDecoder] words it with the name of the format.
final class BrokenImageException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param reason what is wrong, a phrase without a full stop
    BrokenImageException(String reason) {
        super(reason);
    }
}
