package hadamask.spark;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/// Files of the machine under the scheme `deadly`: to read one ends the process, as a fault of native code does.
public final class DeadlyFileSystem extends RawLocalFileSystem {
    @Override
    public String getScheme() {
        return "deadly";
    }

    @Override
    public URI getUri() {
        return URI.create("deadly://host/");
    }

    @Override
    public void initialize(URI uri, Configuration settings) throws IOException {
        super.initialize(getUri(), settings);
    }

    @Override
    public FileStatus getFileStatus(Path path) {
        return new FileStatus(100, false, 1, 1, 1, path);
    }

    @Override
    public FSDataInputStream open(Path path, int buffer) {
        Runtime.getRuntime().halt(134);
        throw new IllegalStateException();
    }
}
