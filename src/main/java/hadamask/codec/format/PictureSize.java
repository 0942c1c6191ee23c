package hadamask.codec.format;

/// What a picture takes, as its header says before a pixel is decoded.
///
/// @param width columns
/// @param height rows
/// @param pixelBytes bytes of the heap per pixel, decoded
/// @param decodingBytes further bytes of the heap per pixel while it is decoded
/// @param outside bytes beside the heap while it is decoded: native decoders keep all coefficients of a progressive JPEG, and
///        the pixels of a lossless WebP
public record PictureSize(long width, long height, int pixelBytes, int decodingBytes, long outside) {
    /// Number of pixels.
    public long pixels() {
        return width * height;
    }

    /// As messages call it: `400 x 300 pixels`.
    @Override
    public String toString() {
        return width + " x " + height + " pixels";
    }
}
