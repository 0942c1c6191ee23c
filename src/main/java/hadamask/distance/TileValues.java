package hadamask.distance;

/// What the engine asks for, however the rows are kept: values of some rows against the rows of a tile.
interface TileValues {
    /// @param first the first row compared from
    /// @param count how many
    /// @param tile of the rows compared to, of which each has [Tiles#WIDTH] but the last
    /// @param out where the values go: row r, column j of the tile at `at + r * stride + j`
    /// @param workspace of this thread
    void compute(int first, int count, int tile, double[] out, int at, int stride, Workspace workspace);
}
