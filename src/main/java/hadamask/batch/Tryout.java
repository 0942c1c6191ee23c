package hadamask.batch;

import hadamask.codec.format.Reading;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.StandardStreams;
import hadamask.image.Image;
import hadamask.plot.Preview;
import hadamask.region.PackedMask;
import hadamask.segment.Segmentation;
import hadamask.segment.Segmenter;
import hadamask.segment.Statistics;
import hadamask.segment.cut.Objectness;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Tries several ways of segmenting on an image, one after the other, and ranks them; no result is written.
///
/// Several threads may use it at once. Memory: beside what the greediest way takes, 1/8 byte per pixel for each mask, and small pictures for a report.
public final class Tryout {
    private final List<Proposal> proposals;
    private final SourceReader reader;
    private final MemoryLimit memory;
    private final Budget budget;
    private final @Nullable ReportFile report;
    /// What was found, by the index of the image, until it is told.
    private final Map<Integer, Ranking> rankings = new ConcurrentHashMap<>();

    /// @param proposals the ways, in the order in which they are tried
    /// @param streams what `-` stands for
    /// @param memory that there is
    /// @param budget of the heap for the images that are worked on at once
    /// @param outside budget of the memory beside the heap; null when there is but one image
    /// @param report takes small pictures of each group; null when nobody asked for it
    public Tryout(List<Proposal> proposals, Reading reading, StandardStreams streams, MemoryLimit memory, Budget budget,
            @Nullable Budget outside, @Nullable ReportFile report) {
        this.proposals = List.copyOf(proposals);
        this.reader = new SourceReader(reading, new Storage.Local(streams), memory, outside);
        this.memory = memory;
        this.budget = budget;
        this.report = report;
    }

    /// Tries all ways on an image; what is wrong with the image is an outcome, too. An image that allows none has failed.
    public Outcome of(Job job) {
        try (Budget.Share share = budget.share()) {
            Ranking ranking = ranked(job, share);
            if (ranking.groups().isEmpty()) {
                throw ranking.failures().getFirst().cause();
            }
            rankings.put(job.source().index(), ranking);
            return new Outcome.Done(job, null, Map.of(), null);
        } catch (InputException e) {
            return new Outcome.Failed(job, e.where().isEmpty() ? e.at(job.source().spokenName()) : e);
        } catch (OutOfMemoryError e) {
            return new Outcome.Failed(job, memory.exceeded(e).at(job.source().spokenName()));
        }
    }

    /// What was found in an image that is done. It is told once.
    public Ranking ranking(Job job) {
        return Objects.requireNonNull(rankings.remove(job.source().index()));
    }

    /// The same image, its index that of the first of its proposals among those of all images.
    public Job asEntry(Job job) {
        Source source = job.source();
        return new Job(new Source(source.file(), source.folder(), (source.index() - 1) * proposals.size() + 1,
                source.page()), job.targets());
    }

    private Ranking ranked(Job job, Budget.Share share) {
        Input input = reader.input(job.source());
        Image image = reader.decoded(input, input.bytes(), share, bytesPerPixel());
        Ranking ranking = new Ranking(asEntry(job).source().index());
        Objectness objectness = Objectness.in(image);
        Map<Proposal, Preview> previews = new HashMap<>();
        for (Proposal proposal : proposals) {
            try {
                Segmentation found = Segmenter.of(proposal.options()).segment(image);
                Trial trial = new Trial(proposal, Statistics.of(found), objectness.of(found.mask()), found.seconds());
                if (ranking.add(trial, PackedMask.of(found.mask())) && report != null) {
                    previews.put(proposal, Preview.of(found));
                }
            } catch (InputException e) {
                ranking.add(new Ranking.Failure(proposal, e));
            }
        }
        if (report != null) {
            for (Ranking.Group group : ranking.groups()) {
                report.add(ranking.index(group.first()),
                        Objects.requireNonNull(previews.get(group.first().proposal())));
            }
        }
        return ranking;
    }

    private int bytesPerPixel() {
        int most = 0;
        for (Proposal proposal : proposals) {
            most = Math.max(most, proposal.memory());
        }
        return most + Math.ceilDiv(proposals.size(), Byte.SIZE);
    }
}
