package hadamask.spark;

import hadamask.spark.archive.ArchiveFormat;
import hadamask.spark.archive.ArchiveReader;
import hadamask.spark.archive.ArchiveWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;

/// Archives of the test.
final class Archives {
    private Archives() {
    }

    private static ArchiveFormat format(Path archive) {
        return Objects.requireNonNull(ArchiveFormat.ofName(archive.toString()));
    }

    /// Packs a folder of a tree, with names from the top of the tree.
    static void pack(Path root, String below, Path archive) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(root.resolve(below))) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        try (ArchiveWriter writer = format(archive).writer(Files.newOutputStream(archive), new Configuration())) {
            for (Path file : files) {
                writer.add(root.relativize(file).toString(), 0, Files.readAllBytes(file));
            }
        }
    }

    /// All that is in an archive.
    static Map<String, byte[]> unpacked(Path archive) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        FSDataInputStream in = FileSystem.getLocal(new Configuration()).getRawFileSystem()
                .open(new org.apache.hadoop.fs.Path(archive.toUri()));
        try (ArchiveReader reader = format(archive).reader(in, Files.size(archive), new Configuration())) {
            for (ArchiveReader.Entry entry = reader.next(); entry != null; entry = reader.next()) {
                files.put(entry.name(), reader.content());
            }
        }
        return files;
    }
}
