package hadamask.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that has another name, beside its destination, until it is complete.
final class Unfinished implements AutoCloseable {

    private final Destination destination;
    private final Path temporary;
    private final FileChannel channel;
    private boolean complete;

    private Unfinished(Destination destination, Path temporary, FileChannel channel) {
        this.destination = destination;
        this.temporary = temporary;
        this.channel = channel;
    }

    /// Makes an empty file.
    static Unfinished of(Destination destination) throws IOException {
        Path temporary = Temporary.beside(destination.file());
        boolean open = false;
        try {
            FileChannel channel = Temporary.open(temporary, destination::create);
            open = true;
            return new Unfinished(destination, temporary, channel);
        } finally {
            if (!open) {
                Temporary.close(temporary, false);
            }
        }
    }

    /// The file, for writing in any order.
    FileChannel channel() {
        return channel;
    }

    /// A stream into the file; it is flushed by its user.
    OutputStream stream() {
        return new BufferedOutputStream(Channels.newOutputStream(channel), Output.BUFFER);
    }

    /// Gives the file its name.
    void complete() throws IOException {
        channel.close(); // some file systems tell of a full disk only here
        destination.dress(temporary);
        try {
            Files.move(temporary, destination.file(), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, destination.file(), StandardCopyOption.REPLACE_EXISTING);
        }
        complete = true;
    }

    /// Removes the file, unless it is complete.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is dropped, or was closed before.
        }
        Temporary.close(temporary, complete);
    }
}
