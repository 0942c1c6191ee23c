package hadamask.codec.tiff;

/// Takes the rows of the strips and tiles of a TIFF.
interface TiffRows {
    /// Puts a row.
    ///
    /// @param data where its first byte stands at `at`
    /// @param columns pixels that the picture has of it
    /// @param plane the sample that stands here, where samples stand apart, otherwise 0
    void put(byte[] data, int at, int x, int y, int columns, int plane);
}
