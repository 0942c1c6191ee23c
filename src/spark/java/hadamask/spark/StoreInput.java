package hadamask.spark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;

/// A file of a store, of which what the store is to blame for is an [Unreadable]: so a reader's [IOException] is about the content.
final class StoreInput extends InputStream implements Seekable, PositionedReadable {
    /// A store that cannot be read.
    static final class Unreadable extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        private Unreadable(String problem, IOException cause) {
            super(problem, cause);
        }
    }

    private final Address address;
    private final FSDataInputStream in;

    StoreInput(Address address, FSDataInputStream in) {
        this.address = address;
        this.in = in;
    }

    /// Something that is read.
    @FunctionalInterface
    private interface Reading<T> {
        T get() throws IOException;
    }

    private <T> T of(Reading<T> reading) throws EOFException {
        try {
            return reading.get();
        } catch (EOFException e) {
            throw e;
        } catch (IOException e) {
            throw new Unreadable(address + " cannot be read", e);
        }
    }

    @Override
    public int read() throws IOException {
        return of(in::read);
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        return of(() -> in.read(bytes, from, count));
    }

    @Override
    public long skip(long count) throws IOException {
        return of(() -> in.skip(count));
    }

    @Override
    public void seek(long position) throws IOException {
        of(() -> {
            in.seek(position);
            return true;
        });
    }

    @Override
    public long getPos() throws IOException {
        return of(in::getPos);
    }

    @Override
    public boolean seekToNewSource(long position) throws IOException {
        return of(() -> in.seekToNewSource(position));
    }

    @Override
    public int read(long position, byte[] bytes, int from, int count) throws IOException {
        return of(() -> in.read(position, bytes, from, count));
    }

    @Override
    public void readFully(long position, byte[] bytes, int from, int count) throws IOException {
        of(() -> {
            in.readFully(position, bytes, from, count);
            return true;
        });
    }

    @Override
    public void readFully(long position, byte[] bytes) throws IOException {
        readFully(position, bytes, 0, bytes.length);
    }

    @Override
    public void close() throws IOException {
        of(() -> {
            in.close();
            return true;
        });
    }
}
