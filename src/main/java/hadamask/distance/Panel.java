package hadamask.distance;

import java.nio.ByteBuffer;

/// Consecutive whole rows of a matrix, as a `.npy` file stores them.
///
/// @param firstRow the first row, from 0
/// @param rows number of rows
/// @param bytes the entries row by row, float64 in little-endian order, from position 0 to the limit; outside the heap
public record Panel(int firstRow, int rows, ByteBuffer bytes) {}
