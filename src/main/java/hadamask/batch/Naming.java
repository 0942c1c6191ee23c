package hadamask.batch;

import hadamask.file.FilePath;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes the name of a result from that of its image.
///
/// A pattern is a path with fields:
///
/// | field | for `shoot/day1/a.b.jpg`, found in `shoot` |
/// |---|---|
/// | `{name}` | `a.b` |
/// | `{ext}` | `jpg` |
/// | `{dir}` | `day1`; nothing for an image in `shoot` itself |
/// | `{index}` | its place among all images, from 1, with as many digits as the last has |
/// | `{page}` | the page of the file, from 1, with as many digits as the last of the file has |
///
/// An image that is named itself has its own folder as `{dir}`, without the root, `.` and `..`: `../day1/a.jpg` and
/// `/day1/a.jpg` both have `day1`. No field leads out of the folder that the pattern names before its first field.
public final class Naming {
    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z]+)\\}");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final List<Part> parts;
    private final Path ground;

    /// A piece of a name.
    private sealed interface Part {
        /// @param count number of images
        String of(Source source, int count);

        record Text(String text) implements Part {
            @Override
            public String of(Source source, int count) {
                return text;
            }
        }

        record Variable(Field field) implements Part {
            @Override
            public String of(Source source, int count) {
                return value(field, source, count);
            }
        }

        /// The page, where each of the file is an image.
        record Leaf() implements Part {
            @Override
            public String of(Source source, int count) {
                return source.isOneOfPages() ? "-p" + value(Field.PAGE, source, count) : "";
            }
        }

        /// The folder below the one that was searched.
        record Tree() implements Part {
            @Override
            public String of(Source source, int count) {
                return source.folder() == null ? "" : source.folder().toString();
            }
        }
    }

    /// What a pattern can ask for.
    public enum Field {
        /// The name of the file without its ending.
        NAME,
        /// The ending without its dot.
        EXT,
        /// Its folder.
        DIR,
        /// Its place among all.
        INDEX,
        /// The page of the file.
        PAGE;

        @Override
        public String toString() {
            return "{" + name().toLowerCase(Locale.ROOT) + "}";
        }
    }

    private Naming(List<Part> parts, Path ground) {
        this.parts = List.copyOf(parts);
        this.ground = ground.normalize();
    }

    /// A name that is the same for every image.
    public static Naming fixed(String name) {
        Path folder = Path.of(name).getParent();
        return new Naming(List.of(new Part.Text(name)), folder == null ? Source.TOP : folder);
    }

    /// The tree of the images, mirrored below a folder.
    ///
    /// @param ending of the names, with its dot
    public static Naming mirrored(Path folder, String ending) {
        return new Naming(List.of(new Part.Text(folder + "/"), new Part.Tree(), new Part.Text("/"),
                new Part.Variable(Field.NAME), new Part.Leaf(), new Part.Text(ending)), folder);
    }

    /// Whether a name has fields.
    public static boolean isPattern(String text) {
        return FIELD.matcher(text).find();
    }

    /// A pattern; braces that hold no word are themselves.
    ///
    /// @throws IllegalArgumentException if there is no such field; the message says which there are
    public static Naming pattern(String text) {
        return pattern(text, FileSystems.getDefault());
    }

    /// The same in a file system.
    static Naming pattern(String written, FileSystem system) {
        String text = FilePath.slashes(written, system);
        List<Part> parts = new ArrayList<>();
        Matcher field = FIELD.matcher(text);
        int at = 0;
        while (field.find()) {
            parts.add(new Part.Text(text.substring(at, field.start())));
            parts.add(new Part.Variable(field(field.group())));
            at = field.end();
        }
        parts.add(new Part.Text(text.substring(at)));
        String start = ((Part.Text) parts.getFirst()).text;
        return new Naming(parts, system.getPath(start.substring(0, start.lastIndexOf('/') + 1)));
    }

    private static Field field(String written) {
        for (Field field : Field.values()) {
            if (field.toString().equals(written)) {
                return field;
            }
        }
        throw new IllegalArgumentException(
                "there is no field " + written + ", expected {name}, {ext}, {dir}, {index} or {page}");
    }

    /// Whether all images get the same name.
    public boolean isFixed() {
        return parts.size() == 1;
    }

    /// Whether a name depends on a field.
    boolean has(Field field) {
        return parts.contains(new Part.Variable(field));
    }

    /// The folder that stands before all fields; no result lies outside of it.
    public Path ground() {
        return ground;
    }

    /// The name for an image.
    ///
    /// @param count number of images, which says how many digits an index has
    /// @throws IllegalArgumentException if it would lie outside of [#ground()], as that of an image named `...jpg` can, or
    ///         the locale has no bytes for it
    public String of(Source source, int count) {
        StringBuilder name = new StringBuilder();
        for (Part part : parts) {
            name.append(isFixed() ? part.of(source, count) : FilePath.slashes(part.of(source, count), system()));
        }
        // Nothing stands between the slashes around an empty {dir}; at the start it must not become the root.
        boolean share = system().getSeparator().equals("\\") && startsWithSlash() && name.indexOf("//") == 0;
        String written = (share ? "/" : "") + SLASHES.matcher(name).replaceAll("/");
        String whole = written.startsWith("/") && !startsWithSlash() ? written.substring(1) : written;
        if (!isFixed() && !staysInside(path(whole))) {
            throw new IllegalArgumentException(whole + " leads out of its folder, expected a name below it");
        }
        return whole;
    }

    /// Where the results of a folder lie, or of an archive in place of a folder: a name up to the folder of the image.
    ///
    /// @return null where they do not lie below a folder that has the name of that folder
    @Nullable
    String folder(Source source) {
        boolean own = parts.size() > 2
                && (parts.get(1) instanceof Part.Tree || parts.get(1).equals(new Part.Variable(Field.DIR)))
                && parts.get(2) instanceof Part.Text(String next) && next.startsWith("/");
        if (!own) {
            return null;
        }
        String name = FilePath.slashes(parts.get(0).of(source, 1) + parts.get(1).of(source, 1), system());
        String whole = SLASHES.matcher(name).replaceAll("/");
        return whole.startsWith("/") && !startsWithSlash() ? whole.substring(1) : whole;
    }

    private FileSystem system() {
        return ground.getFileSystem();
    }

    private Path path(String name) {
        try {
            return system().getPath(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    name + " is not a name that a file can have in this locale, expected LC_ALL=C.UTF-8", e);
        }
    }

    private boolean startsWithSlash() {
        return parts.getFirst() instanceof Part.Text(String text) && text.startsWith("/");
    }

    private boolean staysInside(Path path) {
        Path normal = path.normalize();
        if (ground.isAbsolute() != normal.isAbsolute()) {
            return false;
        }
        return !ground.relativize(normal).startsWith("..");
    }

    private static String value(Field field, Source source, int count) {
        return switch (field) {
            case NAME -> source.stem();
            case EXT -> source.ending();
            case DIR -> folderOf(source).toString();
            case INDEX -> String.format(Locale.ROOT, "%0" + Integer.toString(count).length() + "d", source.index());
            case PAGE -> source.paddedPage();
        };
    }

    private static Path folderOf(Source source) {
        Path file = source.file();
        Path parent = file == null ? null : file.getParent();
        if (source.folder() != null || parent == null) {
            return Objects.requireNonNullElse(source.folder(), Source.TOP);
        }
        Path folder = parent.getFileSystem().getPath("");
        for (Path name : parent) {
            if (!name.toString().equals(".") && !name.toString().equals("..")) {
                folder = folder.resolve(name);
            }
        }
        return folder;
    }
}
