package hadamask.cli.table.machines;

import hadamask.cli.table.machines.TableMachines.PartJob;
import hadamask.cli.table.machines.TableMachines.Sources;
import hadamask.distance.PairSearch;
import hadamask.table.write.Shape;
import java.io.IOException;

/// Compares some rows with all of a table that fits into a process.
///
/// @param starts the first rows of the parts, and the number of rows
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record WholePairsJob(PairRows rows, Lines lines, int[] starts) implements PartJob<byte[]> {
    @Override
    public byte[] part(int number, Sources sources) throws IOException {
        int first = starts[number];
        int end = starts[number + 1];
        if (lines.frame().shape() != Shape.LONG) {
            return lines.ofRows(first, taker -> rows.pairwise().rows(lines.frame().shape(), first, end, taker));
        }
        PairSearch search = rows.search().from(first, end);
        ManyPairs.Wanted wanted = lines.wanted();
        return lines.ofPairs(taker -> {
            if (wanted.nearest() > 0) {
                search.nearest(wanted.nearest(), wanted.bound(rows.measure()), taker);
            } else if (wanted.bound() != null) {
                search.within(wanted.bound(rows.measure()), taker);
            } else {
                search.all(taker);
            }
        });
    }
}
