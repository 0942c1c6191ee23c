package hadamask.cli.image;

import hadamask.batch.KeptLabels;
import hadamask.batch.Measured;
import hadamask.batch.Measurer;
import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.batch.Result;
import hadamask.batch.RowsFile;
import hadamask.batch.Source;
import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ResultOptions;
import hadamask.cli.image.measure.MeasureOptions;
import hadamask.cli.image.measure.RegionRows;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.OptionValues;
import hadamask.region.RegionLabels;
import hadamask.segment.Segmentation;
import hadamask.segment.plane.GrayScale;
import hadamask.table.write.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Options of the regions that `segment` finds: one table of all of all images, and pictures of their numbers.
final class RegionTable {
    /// Bytes per pixel of labels.
    private static final int LABELS = 5;
    /// Bytes per pixel of their colours.
    private static final int COLORS = 3;

    private final Option<@Nullable String> table = Option.path(
            "Also write one table of the regions of all masks: .csv, .tsv, .jsonl, .npy.", "--measure");
    private final Option<@Nullable String> numbers = LabelOptions.numbersOption();
    private final Option<@Nullable String> colors = LabelOptions.colorsOption();
    private final Option<@Nullable String> keepLabels = LabelOptions.keepOption();
    private final MeasureOptions measures = new MeasureOptions();
    private final Option<@Nullable Precision> digits = Option.<@Nullable Precision>of(null, "N", OptionValues::digits,
            "Significant digits in it (default: as few as read back to the same number).", "--digits").aside();

    OptionGroup group() {
        List<Option<?>> all = new ArrayList<>(List.of(table, numbers, colors, keepLabels));
        all.addAll(measures.all());
        all.add(digits);
        return Option.group("Regions: their table, --measure, and pictures of their numbers",
                all.toArray(Option<?>[]::new));
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
        for (Option<?> option : measures.ofTable()) {
            requireTable(command, option);
        }
        requireTable(command, digits);
        for (Option<?> option : measures.ofRegions()) {
            requireRegions(command, option);
        }
        requireRegions(command, keepLabels);
        String ring = measures.uselessRing();
        if (ring != null) {
            throw command.usage(ring, "is for the ring of --measures background, expected that with it");
        }
    }

    private void requireTable(Command command, Option<?> option) {
        if (table.get() == null && option.isGiven()) {
            throw command.usage(option.name(), "is for the table of --measure, expected that with it");
        }
    }

    private void requireRegions(Command command, Option<?> option) {
        if (!isWanted() && option.isGiven()) {
            throw command.usage(option.name(),
                    "is for the regions of --measure and --labels, expected one of them with it");
        }
    }

    /// Whether anything is wanted of the regions.
    boolean isWanted() {
        return table.get() != null || numbers.get() != null || colors.get() != null;
    }

    /// Says where the pictures go.
    void put(Targets targets) {
        targets.put(Result.LABELS, "--labels", numbers.get());
        targets.put(Result.LABELS_COLOR, "--labels-color", colors.get());
    }

    /// The folders of pictures, which are not searched for images.
    List<Path> grounds() {
        return Targets.grounds(numbers.get(), colors.get());
    }

    /// How numbers are written.
    Precision precision() {
        return Objects.requireNonNullElse(digits.get(), Precision.SHORTEST);
    }

    /// Reads the list of the regions that are kept; null where all are.
    ///
    /// @param resumes whether results of an earlier run are taken over
    @Nullable
    KeptLabels kept(Command command, Console console, List<Source> sources, boolean resumes) {
        String file = keepLabels.get();
        if (file == null) {
            return null;
        }
        if (resumes) {
            throw command.usage("--resume",
                    "takes results over that --keep-labels has not seen, expected one of them");
        }
        console.await(file, "numbers of regions");
        KeptLabels kept = KeptLabels.read(console.input(file), sources.size() > 1);
        kept.requireAmong(sources);
        return kept;
    }

    /// What finds and measures the regions; null where nothing is asked of them.
    ///
    /// @param kept those that are; null for all
    @Nullable
    Measurer measurer(GrayScale scale, @Nullable KeptLabels kept) {
        return !isWanted() ? null : new Measurer() {
            @Override
            public Found of(Source source, Segmentation found) {
                RegionLabels all = RegionLabels.of(found.mask(), measures.connectivity()).select(measures.filter(0));
                RegionLabels regions = kept == null ? all : kept.of(source.name(), all);
                return new Found(regions, table.get() == null ? null : measured(source, found, regions));
            }

            private Measured measured(Source source, Segmentation found, RegionLabels regions) {
                RegionRows rows = measures.rows(regions, found.mask(), found.image().attributes(), found.image(),
                        scale);
                String doubt = rows.size().doubt();
                return new Measured(rows.columns(), rows.values(),
                        doubt.isEmpty() ? List.of() : List.of("warning: " + source.spokenName() + ": " + doubt));
            }

            @Override
            public int memory() {
                return LABELS + measures.memory() + (colors.get() == null ? 0 : COLORS);
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
                        ResultOptions.rows(path), "image", precision(), pages));
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
