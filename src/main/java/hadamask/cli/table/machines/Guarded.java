package hadamask.cli.table.machines;

import hadamask.cli.table.machines.TableMachines.PartJob;
import hadamask.cli.table.machines.TableMachines.Sources;
import hadamask.file.InputException;
import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// A work of which a part that the input is to blame for is a result, too: what was found is said where the numbers of lines are known.
///
/// @param <R> what becomes of a part
record Guarded<R extends Serializable>(PartJob<R> job) implements PartJob<Guarded.Part<R>> {
    /// @param found null where the input was to blame
    record Part<R extends Serializable>(@Nullable R found) implements Serializable {}

    @Override
    public Part<R> part(int number, Sources sources) throws IOException {
        try {
            return new Part<>(job.part(number, sources));
        } catch (InputException e) {
            return new Part<>(null);
        }
    }
}
