package hadamask.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which files of a folder that fills are whole, and were not taken before.
///
/// A file is whole when its size and time have not changed for a while, and it is not empty. One that changes later is taken again, and one that is
/// gone is forgotten. Memory: about 400 bytes for each file that is there.
public final class Arrivals {
    private final long quiet;
    private Map<Path, Seen> seen = new HashMap<>();

    /// What is known of a file.
    ///
    /// @param since when it was first seen like this, in nanoseconds
    /// @param taken whether it was given out like this
    private record Seen(FileState state, long since, boolean taken) {}

    /// @param quiet nanoseconds for which a file must not have changed
    public Arrivals(long quiet) {
        this.quiet = quiet;
    }

    /// Looks at all files that are there.
    ///
    /// @param found images, each a file
    /// @param now nanoseconds of a clock that does not jump
    /// @return those to be worked on, in the same order
    public List<Source> of(List<Source> found, long now) {
        Map<Path, Seen> there = HashMap.newHashMap(found.size());
        List<Source> ready = new ArrayList<>();
        for (Source source : found) {
            Path file = source.file();
            FileState state = file == null ? null : FileState.of(file);
            if (file == null || state == null || state.size() == 0) {
                continue; // gone again, a link to nothing, or not begun
            }
            Seen before = seen.get(file);
            if (before == null || !before.state.looksLike(state)) {
                there.put(file, new Seen(state, now, false));
            } else if (before.taken || now - before.since < quiet) {
                there.put(file, before);
            } else {
                there.put(file, new Seen(state, before.since, true));
                ready.add(source);
            }
        }
        seen = there;
        return ready;
    }

    /// Whether some files are there that have not been given out: the next look is worth while.
    public boolean expectsMore() {
        return seen.values().stream().anyMatch(file -> !file.taken);
    }
}
