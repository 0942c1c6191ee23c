package hadamask.file;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/// What the word `-` stands for: where data come from and go to that no file is named for. Other words name files.
///
/// @param in standard input
/// @param out standard output
/// @hidden public for other packages of Hadamask alone
public record StandardStreams(InputStream in, OutputStream out) {
    /// How the streams are called as an argument.
    public static final String WORD = "-";

    /// Those of this process.
    public static StandardStreams ofProcess() {
        // Not System.out: a PrintStream hides the failures of a full disk and of a closed pipe.
        return new StandardStreams(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    }

    /// What an argument names: a file, or standard input when it is `-`.
    ///
    /// @throws InputException if the system cannot have a file of that name
    public Input input(String argument) {
        return argument.equals(WORD) ? Input.stream(Input.STANDARD, in) : Input.file(FilePath.of(argument));
    }

    /// What an argument names: a file, or standard output when it is `-`.
    ///
    /// @throws InputException if the system cannot have a file of that name
    public Output output(String argument) {
        return argument.equals(WORD) ? Output.stream("standard output", out) : Output.file(FilePath.of(argument));
    }
}
