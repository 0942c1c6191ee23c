package hadamask.cli;

import hadamask.batch.Job;
import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.segment.Certificate;
import hadamask.segment.Clusters;
import hadamask.segment.GrayClusters;
import hadamask.segment.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says with `-v` why the result of an image is what it is.
public final class Explanation implements Observer {
    private final Console console;

    public Explanation(Console console) {
        this.console = console;
    }

    @Override
    public void inOrder(Outcome outcome) {
        if (outcome instanceof Outcome.Done(Job job, Statistics statistics, var seconds, var read)
                && statistics != null) {
            of(job, statistics).forEach(line -> console.explain(() -> line));
        }
    }

    private static List<String> of(Job job, Statistics s) {
        String name = job.source().name();
        List<String> lines = new ArrayList<>();
        switch (s.evidence()) {
            case GrayClusters found -> add(lines, name, found);
        }
        lines.add(String.format(Locale.ROOT, "%s: kept %d of %d pixels, in %s", name, s.foregroundPixels(), s.pixels(),
                job.cutout() == null ? "no cut-out" : job.cutout()));
        return lines;
    }

    private static void add(List<String> lines, String name, GrayClusters found) {
        Clusters clusters = found.clusters();
        for (int c = 0; c < clusters.size(); c++) {
            Clusters.Cluster cluster = clusters.all().get(c);
            lines.add(String.format(Locale.ROOT, "%s: cluster %d: %s, grey %.6f, %d pixels", name, c,
                    found.foreground().get(c) ? "foreground" : "background", cluster.centroid(), cluster.pixels()));
        }
        Certificate certificate = clusters.certificate();
        if (certificate != null) {
            lines.add(String.format(
                    Locale.ROOT, "%s: no other cut has a smaller sum of squares than %.9g; Smile's K-Means "
                            + (certificate.verdict() == Certificate.Verdict.CONFIRMED
                                    ? "had found it"
                                    : "had ended with %.9g and was corrected"),
                    name, clusters.wcss(), certificate.kmeansWcss()));
        }
    }
}
