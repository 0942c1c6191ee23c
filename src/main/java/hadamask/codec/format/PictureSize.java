package hadamask.codec.format;

import hadamask.file.MemoryLimit;

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

    /// Refuses a picture that does not fit into the memory.
    ///
    /// @param kept bytes of the heap that are taken already: by the file, and by earlier pictures
    /// @param work bytes per pixel that are taken beside the picture to do what is asked for
    /// @return bytes that the picture takes until its results are written
    /// @throws hadamask.file.InputException if there is less memory; without the name of the file
    public long require(MemoryLimit memory, long kept, int work) {
        // The platform's decoder is given a copy of the file; what it keeps beside the heap the heap has not taken yet.
        long decoding = kept + pixels() * (pixelBytes + decodingBytes) + outside;
        long working = pixels() * (pixelBytes + work);
        memory.require(toString(), Math.max(decoding, kept + working));
        return working;
    }

    /// As messages call it: `400 x 300 pixels`.
    @Override
    public String toString() {
        return width + " x " + height + " pixels";
    }
}
