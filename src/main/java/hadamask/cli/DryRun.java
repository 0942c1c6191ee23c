package hadamask.cli;

import hadamask.batch.Job;
import hadamask.batch.Target;
import hadamask.file.Plain;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Says what would be read and written: `INPUT -> OUTPUT, MASK, STAGES`, a line for each image.
public final class DryRun {
    private DryRun() {
    }

    /// Prints the lines.
    public static void print(Console console, List<Job> jobs) {
        console.output("-").write(out -> {
            for (Job job : jobs) {
                String outputs = job.targets().values().stream().map(Target::output).collect(Collectors.joining(", "));
                String line = Plain.text(job.source().name() + " -> " + outputs);
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
