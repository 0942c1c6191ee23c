package hadamask.batch;

import hadamask.file.FilePath;
import hadamask.file.Input;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An image that is to be read.
///
/// @param file where it is, as it was given or found; null for standard input
/// @param folder where it lies below the folder that was searched, relative to it; null for what was named itself
/// @param index its place among all, from 1
/// @param page of the file; null where no page was asked for, which is the first
public record Source(@Nullable Path file, @Nullable Path folder, int index, @Nullable Page page) {
    /// The searched folder itself, seen from there.
    static final Path TOP = Path.of("");

    /// An image of which no page was asked for.
    public Source(@Nullable Path file, @Nullable Path folder, int index) {
        this(file, folder, index, null);
    }

    /// How statistics call it: the path as it was given, or `-`; and its page, where each of the file is an image.
    public String name() {
        return page != null && page.all() ? spokenName() : given();
    }

    /// The path as it was given, or `-`.
    public String given() {
        return file == null ? "-" : FilePath.words(file.toString());
    }

    /// How messages call it.
    public String spokenName() {
        return (file == null ? Input.STANDARD : given()) + (page == null ? "" : ", page " + page.number());
    }

    /// The name of the file without its folders and its ending.
    public String stem() {
        String file = fileName();
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /// The ending of the file's name without its dot; empty where there is none.
    public String ending() {
        String file = fileName();
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(dot + 1) : "";
    }

    /// Whether each page of the file is an image.
    boolean isOneOfPages() {
        return page != null && page.all();
    }

    /// The number of the page, with as many digits as the last one of the file has.
    String paddedPage() {
        return page == null ? "1" : page.padded();
    }

    private String fileName() {
        if (file == null) {
            return "standard-input";
        }
        Path name = file.getFileName();
        return name == null ? "image" : name.toString();
    }
}
