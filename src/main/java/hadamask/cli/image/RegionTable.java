package hadamask.cli.image;

import hadamask.batch.Measured;
import hadamask.batch.Measurer;
import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.batch.RowsFile;
import hadamask.batch.Source;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ResultOptions;
import hadamask.cli.image.measure.MeasureOptions;
import hadamask.cli.image.measure.RegionRows;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.region.RegionLabels;
import hadamask.segment.GrayScale;
import hadamask.segment.Segmentation;
import hadamask.table.Precision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// Options of `segment --measure`: one table of all regions of all images.
final class RegionTable {
    /// Bytes per pixel of labels.
    private static final int LABELS = 5;

    private final Option<@Nullable String> table = Option.path(
            "Also write one table of the regions of all masks: .csv, .tsv, .jsonl, .npy.", "--measure");
    private final MeasureOptions measures = new MeasureOptions();
    private final Option<@Nullable Precision> digits = Option.<@Nullable Precision>of(null, "N", OptionValues::digits,
            "Significant digits in it (default: as few as read back to the same number).", "--digits").aside();

    ArgGroupSpec group() {
        List<Option<?>> all = new ArrayList<>(List.of(table));
        all.addAll(measures.all());
        all.add(digits);
        return Option.group("Table of regions, with --measure", all.toArray(Option<?>[]::new));
    }

    /// Where the table goes; null where none is asked for.
    @Nullable
    String path() {
        return table.get();
    }

    /// Refuses what does not go together.
    void check(Command command) {
        String path = table.get();
        if (path != null) {
            ResultOptions.requireRows(command, "--measure", path);
            if (ResultOptions.rows(path) == RowsFile.Kind.NPY) {
                command.requireNoTerminal("--measure", path, "a .npy");
            }
        }
        for (Option<?> option : measures.all()) {
            if (path == null && option.isGiven()) {
                throw command.usage(option.name(), "is for the table of --measure, expected that with it");
            }
        }
        if (path == null && digits.isGiven()) {
            throw command.usage("--digits", "is for the table of --measure, expected that with it");
        }
        String ring = measures.uselessRing();
        if (ring != null) {
            throw command.usage(ring, "is for the ring of --measures background, expected that with it");
        }
    }

    /// What measures the images; null where no table is asked for.
    @Nullable
    Measurer measurer(GrayScale scale) {
        return table.get() == null ? null : new Measurer() {
            @Override
            public Measured of(Source source, Segmentation found) {
                RegionLabels regions = RegionLabels.of(found.mask(), measures.connectivity())
                        .select(measures.filter(0));
                RegionRows rows = measures.rows(regions, found.mask(), found.image().attributes(), found.image(),
                        scale);
                String doubt = rows.size().doubt();
                return new Measured(rows.columns(), rows.values(),
                        doubt.isEmpty() ? List.of() : List.of("warning: " + source.spokenName() + ": " + doubt));
            }

            @Override
            public int memory() {
                return LABELS + measures.memory();
            }
        };
    }

    /// The table; null where none is asked for.
    ///
    /// @param pages whether each page of a file is an image
    @Nullable
    File file(Console console, boolean pages) {
        String path = table.get();
        return path == null
                ? null
                : new File(console, path, new RowsFile(console.output(path),
                        ResultOptions.rows(path), "image", Objects.requireNonNullElse(digits.get(), Precision.SHORTEST),
                        pages));
    }

    /// The table while it grows.
    static final class File implements Observer, AutoCloseable {
        private final Console console;
        private final String path;
        private final RowsFile file;
        private final Set<String> said = new HashSet<>();

        private File(Console console, String path, RowsFile file) {
            this.console = console;
            this.path = path;
            this.file = file;
        }

        @Override
        public void inOrder(Outcome outcome) {
            Measured measured = outcome instanceof Outcome.Done done
                    ? done.measured()
                    : outcome instanceof Outcome.Skipped skipped ? skipped.measured() : null;
            if (measured != null) {
                Source source = outcome.job().source();
                FolderOptions.noteLeftOut(console, source, said, file.add(source, measured), "");
                measured.notes().forEach(console::note);
            }
        }

        /// Gives the table its name.
        void finish() {
            file.finish();
            ResultOptions.noteNames(console, ResultOptions.rows(path), path);
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
