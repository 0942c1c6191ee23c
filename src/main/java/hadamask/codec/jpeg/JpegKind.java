package hadamask.codec.jpeg;

import hadamask.file.InputException;

/// Which kinds of JPEG are read: 8 bits, Huffman codes, baseline or progressive. The others are called by their names.
final class JpegKind {
    /// The mark of the frame of JPEG-LS.
    static final int LS = 0xF7;
    private static final int PROGRESSIVE = 0xC2;
    private static final int LOSSLESS = 0xC3;
    private static final int FIRST_ARITHMETIC = 0xC9;
    private static final int LOSSLESS_ARITHMETIC = 0xCB;
    private static final int FIRST_HIERARCHICAL_ARITHMETIC = 0xCD;

    private JpegKind() {
    }

    /// @param marker of a frame, 0xC0 to 0xCF
    /// @param bits per sample
    /// @throws InputException if the kind is not read
    static void requireRead(int marker, int bits) {
        if (marker == LOSSLESS || marker == LOSSLESS_ARITHMETIC) {
            throw unread("a lossless JPEG", "make a PPM of it with djpeg IN.jpg > OUT.ppm of libjpeg-turbo 3");
        }
        if (marker >= FIRST_HIERARCHICAL_ARITHMETIC || (marker > LOSSLESS && marker < FIRST_ARITHMETIC)) {
            throw unread("a hierarchical JPEG", "write it again as PNG with the program that made it");
        }
        if (bits != 8) {
            throw unread("a JPEG of " + bits + " bits per sample",
                    "make a PPM of it with djpeg IN.jpg > OUT.ppm of libjpeg-turbo 3");
        }
        if (marker > PROGRESSIVE) {
            throw unread("a JPEG with arithmetic coding",
                    "write it again without loss with jpegtran IN.jpg > OUT.jpg");
        }
    }

    /// What is said of JPEG-LS.
    static InputException lossless() {
        return unread("a JPEG-LS", "write it again as PNG with the program that made it");
    }

    private static InputException unread(String kind, String advice) {
        return new InputException("is " + kind + ", which is not read; expected 8 bits, baseline or progressive",
                advice);
    }
}
