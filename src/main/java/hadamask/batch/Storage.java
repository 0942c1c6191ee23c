package hadamask.batch;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.Output;
import hadamask.file.Remedy;
import hadamask.file.StandardStreams;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the images of a run are read from, and where their results go: the files of this machine, or another store.
public interface Storage {
    /// Where an image is read.
    ///
    /// @throws InputException if it is known to be none, such as a folder
    Input input(Source source);

    /// Where a result is written, whole or not at all.
    Output output(Target target);

    /// By what an image is known to be the same as before, without its checksum; null when it is not there, or a stream.
    @Nullable
    FileState state(Source source);

    /// The files of this machine.
    ///
    /// @param streams what `-` stands for
    record Local(StandardStreams streams) implements Storage {
        @Override
        public Input input(Source source) {
            Path file = source.file();
            if (file != null && Files.isDirectory(file)) {
                throw new InputException("is a folder, expected a file", Remedy.of(Remedy.Kind.SEARCH_FOLDER));
            }
            return file == null ? streams.input(StandardStreams.WORD) : Input.file(file);
        }

        @Override
        public Output output(Target target) {
            return streams.output(target.output());
        }

        @Override
        public @Nullable FileState state(Source source) {
            Path file = source.file();
            return file == null ? null : FileState.of(file);
        }
    }
}
