package hadamask.batch;

import hadamask.file.OutputFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The pictures of a report while its images are made: in memory as long as they fit into the page, and from then on in a
/// folder beside it, so that memory does not grow with the number of images.
///
/// Several threads may add pictures at once.
final class ReportPictures implements AutoCloseable {
    /// Images whose pictures share a folder within the folder.
    private static final int PER_FOLDER = 1000;

    private final Path target;
    private final long limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, List<ReportPicture>> held = new HashMap<>();
    private long bytes;
    private @Nullable OutputFolder folder;

    /// @param target the folder beside the page, made when it is needed
    /// @param limit the most bytes that go into the page
    ReportPictures(Path target, long limit) {
        this.target = target;
        this.limit = limit;
    }

    /// Takes the pictures of an image.
    ///
    /// @param index the place of the image in the run, from 1
    /// @throws hadamask.file.InputException if they cannot be written
    void add(int index, List<ReportPicture> pictures) {
        lock.lock();
        try {
            pictures.forEach(picture -> bytes += picture.content().length);
            held.put(index, List.copyOf(pictures));
            if (bytes > limit) {
                OutputFolder out = folder == null ? new OutputFolder(target) : folder;
                folder = out;
                held.forEach((image, its) -> its
                        .forEach(picture -> out.write(fileName(image, picture.name()), picture.content())));
                held.clear();
            }
        } finally {
            lock.unlock();
        }
    }

    /// The name of a picture in the folder: `0/00017-card.jpg`. The script of the page makes the same.
    static String fileName(int index, String picture) {
        return String.format(Locale.ROOT, "%d/%05d-%s", index / PER_FOLDER, index, picture);
    }

    /// Whether the pictures are in the folder, and not in memory.
    boolean inFolder() {
        return folder != null;
    }

    /// The pictures that go into the page, by the place of their image.
    SortedMap<Integer, List<ReportPicture>> inPage() {
        return new TreeMap<>(held);
    }

    /// Gives the folder its name; without one, removes that of an earlier report.
    void complete() {
        if (folder != null) {
            folder.complete();
        } else {
            OutputFolder.remove(target);
        }
    }

    /// Removes what was written, unless it is complete.
    @Override
    public void close() {
        if (folder != null) {
            folder.close();
        }
    }
}
