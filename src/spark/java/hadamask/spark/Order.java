package hadamask.spark;

import hadamask.batch.CutOut;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/// What every task must know: it travels once to each executor.
///
/// @param arguments the command and its arguments, as they were typed; each task parses them, as the program does
/// @param facts what is found out beside the results
/// @param settings everything that decides how results look
/// @param carried the files that options name
/// @param base the folder in which the program was started
/// @param grounds the folders of results; each file lies below one of them
/// @param rows the folder for the lines of what was done, below one of them, too
/// @param run a name that no other run has
/// @param memory bytes that an executor may take; 0 where nobody has said it
record Order(List<String> arguments, Set<CutOut.Fact> facts, String settings, Carried carried, String base,
        List<Address> grounds, Address rows, String run,
        long memory) implements Serializable {
    /// What the folder of attempts begins with.
    static final String ATTEMPTS = ".hadamask-attempts-";

    /// The name under which a file is written before it is whole: below one folder for all attempts of a run, in the folder of results
    /// that the file belongs to.
    ///
    /// @param task a number that no other attempt has
    Address attempt(Address target, long task, int count) {
        Address ground = target.folder();
        for (Address candidate : grounds) {
            if (target.words()
                    .startsWith(candidate.words().endsWith("/") ? candidate.words() : candidate.words() + "/")) {
                ground = candidate;
            }
        }
        return attempts(ground, run).resolve(task + "-" + count);
    }

    static Address attempts(Address ground, String run) {
        return ground.resolve(ATTEMPTS + run);
    }

    /// Where the lines of a portion go.
    Address rows(int portion) {
        return rows.resolve(String.format("%s-%07d.jsonl", run, portion));
    }
}
