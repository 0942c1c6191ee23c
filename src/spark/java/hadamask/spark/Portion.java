package hadamask.spark;

import hadamask.batch.FileState;
import hadamask.batch.Job;
import hadamask.batch.Page;
import hadamask.batch.Result;
import hadamask.batch.Source;
import hadamask.batch.Target;
import hadamask.file.FilePath;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Images that one task does, one after the other.
///
/// @param number of the portion, from 0
/// @param items the images, which follow each other
record Portion(int number, List<Item> items) implements Work {
    /// Images of a portion at most: a task that is lost is done again.
    private static final int MOST = 128;
    /// Bytes of a portion at most, unless one image has more.
    private static final long BYTES = 128 << 20;
    /// Portions for each core, so that cores end at about the same time.
    private static final int SHARES = 8;

    /// An image that is to be done.
    ///
    /// @param index its place among all, from 1
    /// @param file its path or address
    /// @param folder where it lies below the folder that was searched; null for what was named itself
    /// @param page of the file; 0 where none was asked for
    /// @param size bytes; -1 when it is not known
    /// @param modified nanoseconds since 1970
    /// @param outputs where each result goes
    record Item(int index, String file, @Nullable String folder, int page, long size, long modified,
            Map<Result, String> outputs) implements Serializable {
        static Item of(Job job, @Nullable FileState state) {
            Source source = job.source();
            Page page = source.page();
            Map<Result, String> outputs = new EnumMap<>(Result.class);
            job.targets().forEach((result, target) -> outputs.put(result, target.output()));
            return new Item(source.index(), source.given(), source.folder() == null ? null : source.folder().toString(),
                    page == null ? 0 : page.number(), state == null ? -1 : state.size(),
                    state == null ? -1 : state.modified(), outputs);
        }

        /// The job, as the driver has it.
        Job job() {
            Source source = new Source(FilePath.of(file), folder == null ? null : FilePath.of(folder), index,
                    page == 0 ? null : new Page(page, page, false));
            Map<Result, Target> targets = new EnumMap<>(Result.class);
            outputs.forEach((result, output) -> targets.put(result, result == Result.LABELS
                    ? Target.ofLabels(result.name(), output)
                    : Target.of(result.name(), output)));
            return new Job(source, targets);
        }
    }

    /// Cuts images into portions of similar work.
    ///
    /// @param cores that the cluster has
    static List<Portion> of(List<Item> items, int cores) {
        int most = Math.clamp((items.size() + (long) cores * SHARES - 1) / ((long) cores * SHARES), 1, MOST);
        List<Portion> portions = new ArrayList<>();
        List<Item> open = new ArrayList<>();
        long bytes = 0;
        for (Item item : items) {
            if (!open.isEmpty() && (open.size() == most || bytes + item.size > BYTES)) {
                portions.add(new Portion(portions.size(), new ArrayList<>(open)));
                open.clear();
                bytes = 0;
            }
            open.add(item);
            bytes += Math.max(0, item.size);
        }
        if (!open.isEmpty()) {
            portions.add(new Portion(portions.size(), open));
        }
        return portions;
    }
}
