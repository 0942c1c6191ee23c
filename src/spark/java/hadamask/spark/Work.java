package hadamask.spark;

import java.io.Serializable;

/// What one task does, and what Spark tries again: some images, or an archive of them.
sealed interface Work extends Serializable permits Portion, Shard {
    /// Its number, which no other work of the run has.
    int number();
}
