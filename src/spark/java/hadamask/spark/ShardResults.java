package hadamask.spark;

import hadamask.batch.Job;
import hadamask.batch.Target;
import hadamask.file.FilePath;
import hadamask.spark.archive.ArchiveWriter;
import hadamask.spark.archive.EntryName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The archives that an attempt at a shard writes; given up, there are none.
final class ShardResults implements AutoCloseable {
    private final Shard shard;
    private final Attempt attempt;
    private final List<WholeFile> files = new ArrayList<>();
    private final Map<String, Open> archives = new LinkedHashMap<>();

    private record Open(ArchiveWriter writer, WholeFile file) {}

    ShardResults(Shard shard, Attempt attempt) {
        this.shard = shard;
        this.attempt = attempt;
    }

    /// Begins a file, which is given up with the others.
    WholeFile file(Address target) throws IOException {
        WholeFile file = new WholeFile(attempt.stores(), target, attempt.attempt(target, files.size()));
        files.add(file);
        return file;
    }

    /// Adds the results of an image.
    ///
    /// @param contents of its targets
    /// @param modified when the image was, in nanoseconds since 1970
    void add(Job job, Map<Target, byte[]> contents, long modified) {
        job.targets().forEach((result, target) -> {
            byte[] content = contents.get(target);
            String archive = shard.results().get(result);
            if (content == null || archive == null) {
                throw new IllegalStateException(target.output() + " was not written");
            }
            try {
                open(archive).writer.add(EntryName.below(target.output().substring(archive.length() + 1)), modified,
                        content);
            } catch (IOException e) {
                throw new UncheckedIOException(archive + " cannot be written", e);
            }
        });
    }

    private Open open(String name) throws IOException {
        Open known = archives.get(name);
        if (known == null) {
            Address address = Address.of(FilePath.of(name)).from(attempt.order().base());
            WholeFile file = file(address);
            known = new Open(shard.archive().format().writer(file.out(), attempt.stores().settings()), file);
            archives.put(name, known);
        }
        return known;
    }

    /// Gives the archives their names.
    void finish() throws IOException {
        for (Open open : archives.values()) {
            open.writer.close();
            open.file.finish();
        }
    }

    @Override
    public void close() {
        files.forEach(WholeFile::close);
    }
}
