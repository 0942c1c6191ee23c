package hadamask.cli.table.machines;

import hadamask.file.ByteSource;
import hadamask.file.Output;
import hadamask.parallel.Workers;
import hadamask.table.TablePieces;
import java.io.IOException;
import java.io.Serializable;

/// Other machines, which do the parts of a work on tables in place of this one.
///
/// The command is parsed and checked here; a part is made of what this machine sends and of what it reads by itself.
public interface TableMachines {
    /// Where files are read, on any machine.
    interface Sources {
        /// The content of a file, by the name that it has on the command line, or of a draft.
        ByteSource open(String file) throws IOException;
    }

    /// A work of which parts are done by any machine, perhaps more than once: the same part gives the same result.
    ///
    /// @param <R> what becomes of a part
    interface PartJob<R> extends Serializable {
        /// Does a part.
        ///
        /// @param number from 0
        /// @throws hadamask.file.InputException if the input is to blame
        R part(int number, Sources sources) throws IOException;
    }

    /// Files, as this machine reads them.
    Sources sources();

    /// Does parts 0 to `parts - 1`.
    ///
    /// @param taker takes the results in order
    /// @throws hadamask.file.InputException if an input is to blame: what the first of the parts says that it is to blame for
    <R extends Serializable> void all(PartJob<R> job, int parts, Workers.Taker<R, RuntimeException> taker);

    /// Has the content of a file made in parts, and puts these one behind the other: the file is whole or absent.
    ///
    /// @param output the name on the command line; `-` is standard output
    /// @param header what stands above
    void write(String output, byte[] header, PartJob<byte[]> job, int parts);

    /// Where this machine writes a file that is small.
    default Output output(String name) {
        return Output.whole(name, content -> write(name, content, (number, sources) -> content, 0));
    }

    /// Writes a file that parts read, and that is removed when the work is done.
    ///
    /// @param name among the drafts of this work
    /// @return the name by which [Sources] opens it
    String draft(String name, Draft content);

    /// The content of a draft.
    interface Draft {
        /// Writes it.
        void to(java.io.OutputStream out) throws IOException;
    }

    /// Has this machine do the whole command, when it has returned.
    ///
    /// @param why a table is not shared out
    void alone(String why);

    /// About how many bytes of a table a part reads.
    default int piece() {
        return TablePieces.PIECE;
    }

    /// Cores that do parts at the same time.
    int cores();

    /// How many of these share a process.
    int partsAtOnce();

    /// Bytes of a process's heap that a part may take.
    long memory();
}
