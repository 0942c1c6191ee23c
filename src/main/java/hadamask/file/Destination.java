package hadamask.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the name of an output stands for, and what is kept of it when it is replaced.
///
/// Symbolic links are followed, as a shell's `>` and `cp` do: what a link leads to is replaced, or made, and the link stays.
/// A file that may not be written is not replaced, although its folder may allow it. A device, a pipe or an open file of the
/// process, such as `/dev/fd/3`, is written to as it is. Where files have no modes, as on Windows, a file that replaces another has what the
/// folder gives to new ones.
final class Destination {
    /// As many links as the system follows, one after the other.
    private static final int MAX_LINKS = 40;
    private static final Path OPEN_FILES = Path.of("/proc");
    private static final Set<StandardOpenOption> NEW = EnumSet.of(StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE);

    private final Path file;
    private final @Nullable PosixFileAttributes earlier;
    private final boolean stream;

    private Destination(Path file, @Nullable PosixFileAttributes earlier, boolean stream) {
        this.file = file;
        this.earlier = earlier;
        this.stream = stream;
    }

    /// @throws InputException if there is a folder
    /// @throws IOException if there is a file that may not be written, or a link that leads to itself
    static Destination of(Path target) throws IOException {
        Path file = target;
        Class<? extends BasicFileAttributes> kind = hasModes(target)
                ? PosixFileAttributes.class
                : BasicFileAttributes.class;
        for (int links = 0; links <= MAX_LINKS; links++) {
            BasicFileAttributes found;
            try {
                found = Files.readAttributes(file, kind, LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException e) {
                return new Destination(file, null, false);
            }
            if (!found.isSymbolicLink()) {
                return existing(file, found);
            }
            if (isOpenFile(file)) {
                return new Destination(file, null, true);
            }
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        throw new FileSystemException(target.toString(), null, "too many symbolic links, one after the other");
    }

    /// Whether files have modes, owners and groups; on Windows they have not.
    private static boolean hasModes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static Destination existing(Path file, BasicFileAttributes found) throws IOException {
        if (found.isDirectory()) {
            throw new InputException("is a folder, expected the name of a file");
        }
        if (found.isOther()) {
            return new Destination(file, null, true);
        }
        if (!Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        return new Destination(file, found instanceof PosixFileAttributes modes ? modes : null, false);
    }

    /// Whether a link is the system's name for an open file, as that behind `/dev/stdout` is: it can lead to a pipe, and
    /// a file that it leads to is in use.
    private static boolean isOpenFile(Path link) throws IOException {
        Path folder = link.toAbsolutePath().getParent();
        return folder != null && folder.toRealPath().startsWith(OPEN_FILES);
    }

    /// The file that is made or replaced; it is no link.
    Path file() {
        return file;
    }

    /// Whether there is nothing to replace: a device, a pipe, an open file.
    boolean isStream() {
        return stream;
    }

    /// Whether there is a file that is replaced, as far as that is known.
    boolean isReplaced() {
        return earlier != null;
    }

    /// Opens a device, a pipe or an open file. What stands in an open file stays.
    OutputStream open() throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /// Makes an empty file: for its owner alone as long as it is to replace another.
    FileChannel create(Path temporary) throws IOException {
        return earlier == null
                ? FileChannel.open(temporary, NEW)
                : FileChannel.open(temporary, NEW, PosixFilePermissions.asFileAttribute(OWNER));
    }

    /// Gives a file what the one that it replaces has: mode, owner and group; the last two as far as the system allows it.
    void dress(Path temporary) throws IOException {
        if (earlier == null) {
            return;
        }
        PosixFileAttributeView view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        Set<PosixFilePermission> permissions = new HashSet<>(earlier.permissions());
        // Only root gives files away; a file of somebody else becomes one's own, as with an editor.
        boolean sameGroup = now.group().equals(earlier.group()) || done(() -> view.setGroup(earlier.group()));
        if (!now.owner().equals(earlier.owner())) {
            done(() -> view.setOwner(earlier.owner()));
        }
        if (!sameGroup) { // another group may do what everybody may
            keepIf(permissions, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
            keepIf(permissions, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            keepIf(permissions, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
        }
        view.setPermissions(permissions);
    }

    private static void keepIf(Set<PosixFilePermission> permissions, PosixFilePermission kept,
            PosixFilePermission condition) {
        if (!permissions.contains(condition)) {
            permissions.remove(kept);
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    private static boolean done(Change change) {
        try {
            change.make();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
