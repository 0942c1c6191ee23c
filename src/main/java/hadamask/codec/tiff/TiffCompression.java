package hadamask.codec.tiff;

import hadamask.file.InputException;

/// How the pixels of a TIFF are compressed: which ways are read, and what to do about the others.
enum TiffCompression {
    /// Not at all.
    NONE,
    /// Modified Huffman codes, rows at whole bytes.
    FAX_RLE,
    /// The same, rows at even bytes.
    FAX_RLE_WORDS,
    /// ITU-T T.4, one- or two-dimensional.
    FAX_GROUP3,
    /// ITU-T T.6.
    FAX_GROUP4,
    /// LZW of TIFF.
    LZW,
    /// JPEG of TIFF 6, which was withdrawn.
    OLD_JPEG,
    /// JPEG.
    JPEG,
    /// zlib.
    DEFLATE,
    /// Runs of bytes.
    PACKBITS;

    private static final String TIFFCP = "write it again with tiffcp -c lzw IN.tif OUT.tif";
    private static final String MAKER = "write it again without compression, with the program that made it";

    /// @throws InputException if it is not read, or not known
    static TiffCompression of(long number) {
        return switch ((int) number) {
            case 1 -> NONE;
            case 2 -> FAX_RLE;
            case 3 -> FAX_GROUP3;
            case 4 -> FAX_GROUP4;
            case 5 -> LZW;
            case 6 -> OLD_JPEG;
            case 7 -> JPEG;
            case 8, 32946 -> DEFLATE;
            case 32771 -> FAX_RLE_WORDS;
            case 32773 -> PACKBITS;
            case 9, 10, 34661 -> throw unread("JBIG", TIFFCP);
            case 32766 -> throw unread("NeXT's 2 bits", TIFFCP);
            case 32809 -> throw unread("ThunderScan", TIFFCP);
            case 32909 -> throw unread("PixarLog", TIFFCP);
            case 34676, 34677 -> throw unread("SGI's logarithms", "write it again with tiff2rgba IN.tif OUT.tif");
            case 34887 -> throw unread("LERC", TIFFCP);
            case 34925 -> throw unread("LZMA", TIFFCP);
            case 50000, 34926 -> throw unread("zstd", TIFFCP);
            case 50001, 34927 -> throw unread("WebP", TIFFCP);
            case 33003, 33004, 33005, 34712 -> throw unread("JPEG 2000", MAKER);
            case 34892 -> throw unread("lossy JPEG of DNG", MAKER);
            case 34933, 34934 -> throw unread("PNG or JPEG XR", MAKER);
            case 50002, 52546 -> throw unread("JPEG XL", MAKER);
            default -> throw new InputException("is a TIFF of an unknown compression (" + number
                    + "), expected none, LZW, deflate, PackBits, JPEG, or fax");
        };
    }

    /// What is said of a compression that is not read.
    static InputException unread(String name, String advice) {
        return new InputException("is a TIFF compressed by " + name + ", which is not read", advice);
    }

    boolean isJpeg() {
        return this == JPEG || this == OLD_JPEG;
    }

    boolean isFax() {
        return this == FAX_RLE || this == FAX_RLE_WORDS || this == FAX_GROUP3 || this == FAX_GROUP4;
    }
}
