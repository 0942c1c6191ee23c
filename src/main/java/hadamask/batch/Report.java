package hadamask.batch;

import hadamask.file.Draft;
import hadamask.file.Output;
import hadamask.file.OutputFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The report of a run: one page, and beyond 20 MB of pictures a folder of them beside it.
///
/// Pictures are added by the threads that make them, entries in the order of the images, and the page gets its name at the end,
/// whole or not at all. What is known of an image goes to the page at once. Memory: at most 15 MB of pictures.
public final class Report implements AutoCloseable {
    /// Pictures of this many bytes make a page of 20 MB: in the page four characters stand for three bytes.
    private static final long PAGE_LIMIT = 15_000_000;

    private final Draft draft;
    private final ReportPage page;
    private final String folderName;
    private final ReportPictures pictures;
    private final Map<Integer, List<String>> names = new ConcurrentHashMap<>();

    /// @param page a file
    /// @throws hadamask.file.InputException if the folder for the pictures would replace something else, or nothing can be
    ///         written there
    public Report(Output page) {
        this(page, PAGE_LIMIT);
    }

    Report(Output page, long limit) {
        Path folder = folder(Objects.requireNonNull(page.path()));
        OutputFolder.requireReplaceable(folder);
        folderName = String.valueOf(folder.getFileName());
        pictures = new ReportPictures(folder, limit);
        draft = Draft.of(page);
        this.page = new ReportPage(draft);
    }

    /// The folder beside a page that takes its pictures: `report-files` for `report.html`.
    public static Path folder(Path page) {
        String name = String.valueOf(page.getFileName());
        int dot = name.lastIndexOf('.');
        return page.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "-files");
    }

    /// Takes the pictures of an image; its entry follows. Several threads may call this at once.
    ///
    /// @param index the place of the image in the run, from 1
    /// @throws hadamask.file.InputException if they cannot be written
    public void add(int index, List<ReportPicture> its) {
        pictures.add(index, its);
        names.put(index, its.stream().map(ReportPicture::name).toList());
    }

    /// The names of the pictures of an image, for its entry; none if there are no pictures of it. They are told once.
    public List<String> pictures(int index) {
        List<String> its = names.remove(index);
        return its == null ? List.of() : its;
    }

    /// Adds the next image.
    public void add(ReportEntry entry) {
        page.add(entry);
    }

    /// Writes the rest of the page, and gives it and the folder their names.
    ///
    /// @throws hadamask.file.InputException if they cannot be written
    public void write(ReportRun run) {
        page.end(run, pictures.inPage(), pictures.inFolder() ? folderName : "");
        draft.flush();
        // Last, when the page is on the disk but has not its name yet: page and folder change together.
        pictures.complete();
        draft.finish();
    }

    /// Removes what was written, unless the report is.
    @Override
    public void close() {
        draft.close();
        pictures.close();
    }
}
