package hadamask.codec.format;

import java.io.IOException;

/// The content of an image file contradicts its format. [hadamask.codec.ImageDecoder] words it with the name of the format.
///
/// @hidden public for other packages of Hadamask alone
public final class BrokenImageException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param reason what is wrong, a phrase without a full stop
    public BrokenImageException(String reason) {
        super(reason);
    }
}
