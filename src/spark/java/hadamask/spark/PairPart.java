package hadamask.spark;

import hadamask.cli.Commands;
import hadamask.cli.Console;
import hadamask.cli.table.DistancesCommand;
import hadamask.cli.table.PairCommand;
import hadamask.cli.table.SimilarityCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/// The pairs of some rows of a table, as the command itself writes them.
///
/// @param arguments the command and its arguments, as they were typed
/// @param inputs files that are read, as they were typed, and where they are
/// @param output where the pairs go, as it was typed; `-` where it was not
record PairPart(List<String> arguments, Map<String, Address> inputs, String output) implements Serializable {
    /// What was written.
    ///
    /// @param status the command's exit status
    /// @param said what it has said, with the names of files as they were typed
    @SuppressWarnings("ArrayRecordComponent") // on its way to a file, never compared
    record Written(int status, byte[] bytes, String said) {}

    /// Runs the command for its share.
    ///
    /// @param threads that it may take
    Written write(PairCommand.Share share, int threads, Configuration settings) throws IOException {
        Path folder = Files.createTempDirectory("hadamask-part");
        try {
            Path file = folder.resolve(new Address(output).name());
            List<String> words = new ArrayList<>();
            for (String word : arguments) {
                Address input = inputs.get(word);
                if (input != null) {
                    words.add(Fetched.local(input, settings).toString());
                } else if (!output.equals("-") && word.endsWith(output)
                        && (word.equals(output) || word.matches("(-o|--output)=?.*"))) {
                    words.add(word.substring(0, word.length() - output.length()) + file);
                } else {
                    words.add(word);
                }
            }
            words.addAll(List.of("-j", Integer.toString(threads)));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            StringWriter err = new StringWriter();
            int status = new Commands(Map.of("distances", () -> new DistancesCommand(share), "similarity",
                    () -> new SimilarityCommand(share))).run(words.toArray(String[]::new),
                            new Console(InputStream.nullInputStream(), out, new PrintWriter(err, true)));
            String said = err.toString().replace(file.toString(), output);
            for (Map.Entry<String, Address> input : inputs.entrySet()) {
                said = said.replace(Fetched.local(input.getValue(), settings).toString(), input.getKey());
            }
            return new Written(status, Files.exists(file) ? Files.readAllBytes(file) : out.toByteArray(), said);
        } finally {
            new Stores(settings).remove(new Address(folder.toString()));
        }
    }
}
