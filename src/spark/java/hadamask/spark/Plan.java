package hadamask.spark;

import hadamask.batch.FileState;
import hadamask.batch.Job;
import hadamask.batch.Outcome;
import hadamask.batch.OutcomeLine;
import hadamask.batch.Page;
import hadamask.batch.Source;
import hadamask.batch.Targets;
import hadamask.cli.Machines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// What is to be done, in portions and shards, and what is known of it from earlier runs; afterwards it tells of all, in the order of the images.
///
/// @param jobs a job for each image, and one for each archive
/// @param known the line about an image that was done before; null of others
/// @param shards the archives, by the place of their job
/// @param before the names of the lines of archives that were done before
/// @param works what is to be done
/// @param images how many of the images that are no archives are to be done
record Plan(List<Job> jobs, List<@Nullable OutcomeLine> known, Map<Integer, Shard> shards, Set<String> before,
        List<Work> works, int images, Targets targets, Journal journal) {
    /// Cuts the work, and looks up what need not be done again.
    ///
    /// @param cores that the cluster has; asked where there is work
    static Plan of(Machines.Order asked, Order order, Listing listing, Targets targets, Journal journal,
            IntSupplier cores) {
        Map<String, OutcomeLine> earlier = Map.of();
        if (asked.resume()) {
            earlier = journal.earlier();
        } else {
            journal.clear();
        }
        List<Portion.Item> items = new ArrayList<>();
        List<@Nullable OutcomeLine> known = new ArrayList<>();
        Map<Integer, Shard> shards = new HashMap<>();
        for (Job job : asked.jobs()) {
            int place = known.size();
            Shard.Archive archive = listing.archives().get(place);
            OutcomeLine line = null;
            if (archive != null) {
                shards.put(place, shard(job, place, archive, asked, targets));
            } else {
                FileState state = listing.states().get(place);
                line = earlier.get(key(job));
                if (line == null || !line.holds(job, asked.settings(), asked.facts(), state)) {
                    line = null;
                    items.add(Portion.Item.of(job, state));
                }
            }
            known.add(line);
        }
        Set<String> before = new HashSet<>(journal.archives(List.copyOf(shards.values()), asked.resume()));
        List<Work> works = new ArrayList<>();
        for (Shard shard : shards.values()) {
            if (!before.contains(shard.rows())) {
                works.add(shard);
            }
        }
        // Archives take longest, the largest of them most of all: they are begun first.
        works.sort((a, b) -> Long.compare(((Shard) b).archive().size(), ((Shard) a).archive().size()));
        if (!items.isEmpty()) {
            works.addAll(Portion.of(items, cores.getAsInt()));
        }
        return new Plan(asked.jobs(), known, shards, before, works, items.size(), targets, journal);
    }

    private static Shard shard(Job job, int place, Shard.Archive archive, Machines.Order asked, Targets targets) {
        Page page = job.source().page();
        String decided = asked.settings() + " " + asked.facts() + " " + job.targets();
        // Portions have the numbers from 0 on.
        return new Shard(-1 - place, archive, page == null ? 0 : page.number(), targets.archives(job.source()),
                Shard.rows(archive, decided));
    }

    private static String key(Job job) {
        var main = job.main();
        return main == null ? job.source().name() : main.output();
    }

    /// How many archives are to be done.
    int archives() {
        return (int) works.stream().filter(Shard.class::isInstance).count();
    }

    /// Tells of each image.
    void tell(BiConsumer<Outcome, List<String>> teller) {
        int portion = 0;
        int at = 0;
        List<OutcomeLine> lines = List.of();
        for (int place = 0; place < jobs.size(); place++) {
            Shard shard = shards.get(place);
            if (shard != null) {
                tell(shard, teller);
                continue;
            }
            Job job = jobs.get(place);
            OutcomeLine line = known.get(place);
            if (line == null) {
                if (at == lines.size()) {
                    lines = journal.portion(portion++);
                    at = 0;
                }
                line = lines.get(at++);
                if (!line.input().equals(job.source().name())) {
                    throw new IllegalStateException(line.input() + " stands where " + job.source().name() + " should");
                }
                teller.accept(line.outcome(job), line.notes());
            } else {
                teller.accept(skipped(job, line), line.notes());
            }
            journal.add(line);
        }
    }

    private static Outcome skipped(Job job, OutcomeLine line) {
        return new Outcome.Skipped(job, line.statistics(), line.seconds(), line.measured());
    }

    /// Tells of the images of an archive, as their lines are read: no more than one is held.
    private void tell(Shard shard, BiConsumer<Outcome, List<String>> teller) {
        Shard.Archive archive = shard.archive();
        boolean earlier = before.contains(shard.rows());
        int[] index = {0};
        journal.archive(shard, line -> {
            index[0]++;
            String name = line.input().substring(Math.min(line.input().length(), archive.file().length() + 1));
            if (line.failure() != null) { // its name may be none that a result can have
                Source source = name.isEmpty() ? archive.itself(index[0]) : archive.image(name, index[0], null);
                teller.accept(line.outcome(new Job(source, Map.of())), line.notes());
                return;
            }
            Job job = targets.job(archive.image(name, index[0], shard.pageOfAll()));
            teller.accept(earlier ? skipped(job, line) : line.outcome(job), line.notes());
        });
    }
}
