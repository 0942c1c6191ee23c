package hadamask.distance;

/// Pairs of rows and what several measures say of each, in order: pair k is (`from[k]`, `to[k]`), with the value `values[m][k]` by
/// measure m.
///
/// @param count how many; the arrays may have room for more
/// @param from the first row of each pair, from 0; not copied
/// @param to the second row of each pair
/// @param values per measure a value per pair
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record PairValues(int count, int[] from, int[] to, double[][] values) {}
