package hadamask.distance;

/// Pairs of rows and their values, in order: pair k is (`from[k]`, `to[k]`, `values[k]`).
///
/// @param count how many; the arrays may have room for more
/// @param from the first row of each pair, from 0; not copied
/// @param to the second row of each pair
/// @param values a value per pair
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record Pairs(int count, int[] from, int[] to, double[] values) {}
