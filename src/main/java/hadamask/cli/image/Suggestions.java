package hadamask.cli.image;

import hadamask.batch.Budget;
import hadamask.batch.Collisions;
import hadamask.batch.Job;
import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.batch.OutputFolders;
import hadamask.batch.Proposal;
import hadamask.batch.ReportFile;
import hadamask.batch.Source;
import hadamask.batch.Targets;
import hadamask.batch.Tryout;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.Failures;
import hadamask.cli.SuggestionTable;
import hadamask.cli.Version;
import hadamask.cli.image.model.Models;
import hadamask.cli.option.Option;
import hadamask.cli.option.SettingsOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// `segment --suggest`: tries several ways of segmenting on each image, and prints a table from which a person chooses.
final class Suggestions {
    /// What goes with it; any other option would be one of a way, or of a result.
    private static final Set<String> FITTING = Set.of("--suggest", "--report", "--recursive", "--files-from",
            "--files0-from", "--jobs", "--errors", "--page", "--max-pixels", "--tolerant", "--max-memory", "--quiet",
            "--verbose", "--model", "--model-size", "--model-mean", "--model-std", "--model-order");

    /// Cuts that differ: each is the best one of some photographs.
    private static final List<String> CUTS = List.of("--ground all --centre 0", "--ground all --centre 0.5",
            "--ground left,right --centre 0", "--ground left,right --centre 0.5", "--centre 1", "--centre 0 --place 1",
            "--ground all --centre 0 --smoothness 30", cut("barrier", "top,left,right"), cut("background", "all"),
            cut("background", "top,left,right"), cut("ranking", "all"), cut("ranking", "top,left,right"));
    private static final List<String> PLANES = List.of("border", "saturation", "lab-b");

    private static final String PHOTO = "--preset photo";

    private final Command command;
    private final Option<?> suggest;
    private final Models models;
    private final InputOptions input;
    private final BatchOptions batch;
    private final ReadingOptions reading;

    /// @param suggest the option itself
    /// @param models has the network, where one is given
    Suggestions(Command command, Option<?> suggest, Models models, InputOptions input, BatchOptions batch,
            ReadingOptions reading) {
        this.command = command;
        this.suggest = suggest;
        this.models = models;
        this.input = input;
        this.batch = batch;
        this.reading = reading;
    }

    /// Refuses options that say how to segment, or where a result goes.
    void requireAlone() {
        for (OptionSpec option : suggest.spec().command().commandLine().getParseResult().matchedOptions()) {
            String name = option.longestName();
            if (!FITTING.contains(name) && !(name.equals("--output") && Targets.NONE.equals(option.getValue()))) {
                throw command.usage(name,
                        "does not go with --suggest, which tries ways of its own and writes no result (choose first)");
            }
        }
    }

    /// @param sources the images
    /// @param report the page of a report, or null
    /// @return the exit status
    int run(Console console, List<Source> sources, @Nullable String report) {
        Failures.check(command, batch.errors());
        Collisions collisions = new Collisions(sources);
        collisions.add("--suggest", "-");
        collisions.add("--errors", batch.errors());
        collisions.addReport("--report", report);
        collisions.requireOneStream();
        OutputFolders.requireFolder(report);
        sources.forEach(source -> console.await(source.name(), "a picture"));
        List<Job> jobs = new ArrayList<>();
        sources.forEach(source -> jobs.add(new Job(source, Map.of())));
        return run(console, jobs, report, proposals());
    }

    private int run(Console console, List<Job> jobs, @Nullable String report, List<Proposal> proposals) {
        boolean many = jobs.size() > 1 || batch.jobs() != null || input.isBatch()
                || reading.asksForPages();
        SuggestionTable table = new SuggestionTable();
        try (BatchRun run = new BatchRun(console, batch, jobs, null)) {
            ReportFile page = report == null ? null : page(console, report, proposals);
            Tryout tryout = new Tryout(proposals, reading.reading(console), console.streams(), console.memory(),
                    BatchRun.budget(console), many ? new Budget(console.memory().outside()) : null, page);
            run.report(page, new Teller(tryout, table, page));
            run.addUnreadable(input.unreadable());
            int status = many ? run.many(tryout::of) : run.one(tryout::of);
            byte[] text = table.text().getBytes(StandardCharsets.UTF_8);
            if (text.length > 0) {
                console.output("-").write(out -> out.write(text));
            }
            return input.unreadable().isEmpty() ? status : ExitStatus.FAILED;
        }
    }

    private static String cut(String saliency, String ground) {
        return "--saliency " + saliency + " --ground " + ground + " --centre 0 --place 0";
    }

    /// The preset for photographs, other cuts, every other preset, the default, and planes that see what grey does not, each made of
    /// the words that a person types, by the options that `segment` itself has.
    private List<Proposal> proposals() {
        List<Proposal> proposals = new ArrayList<>();
        String network = network();
        if (!network.isEmpty()) { // who has one wants to see it first
            proposals.add(proposal(network));
        }
        proposals.add(proposal(PHOTO));
        for (String cut : CUTS) {
            proposals.add(proposal(PHOTO + " " + cut));
        }
        for (String preset : SettingsOptions.presets()) {
            if (!PHOTO.equals("--preset " + preset)) {
                proposals.add(proposal("--preset " + preset));
            }
        }
        proposals.add(proposal("--closing auto"));
        for (String plane : PLANES) {
            proposals.add(proposal("--plane " + plane));
        }
        return proposals;
    }

    private Proposal proposal(String words) {
        return new Proposal(words, Choices.Way.of(Choices.split(words)).segmentation(models));
    }

    /// The words of the network that was given; empty without one.
    private String network() {
        return Choices.words(suggest.spec().command().commandLine());
    }

    private static ReportFile page(Console console, String report, List<Proposal> proposals) {
        String ways = String.join(", ", proposals.stream().map(Proposal::words).toList());
        return new ReportFile(console.output(report), "hadamask " + Version.number(), Map.of("--suggest", ways),
                Console::wording);
    }

    /// Takes what was found in each image to the table and to the page, in the order of the images.
    private record Teller(Tryout tryout, SuggestionTable table, @Nullable ReportFile page) implements Observer {
        @Override
        public void inOrder(Outcome outcome) {
            if (outcome instanceof Outcome.Done done) {
                var ranking = tryout.ranking(done.job());
                table.add(done.job().source().name(), ranking);
                if (page != null) {
                    page.add(done.job(), ranking);
                }
            } else if (outcome instanceof Outcome.Failed failed && page != null) {
                page.inOrder(new Outcome.Failed(tryout.asEntry(failed.job()), failed.cause()));
            }
        }
    }
}
