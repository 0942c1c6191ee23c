package hadamask.cli;

import hadamask.batch.Job;
import hadamask.batch.Observer;
import hadamask.batch.Outcome;
import hadamask.image.Rectangle;
import hadamask.segment.ColorClusters;
import hadamask.segment.GrayClusters;
import hadamask.segment.LocalLevels;
import hadamask.segment.NetworkMask;
import hadamask.segment.ObjectCut;
import hadamask.segment.Statistics;
import hadamask.segment.cluster.Certificate;
import hadamask.segment.cluster.Clusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says with `-v` why the result of an image is what it is.
public final class Explanation implements Observer {
    private final Console console;

    public Explanation(Console console) {
        this.console = console;
    }

    @Override
    public void inOrder(Outcome outcome) {
        if (outcome instanceof Outcome.Done(Job job, Statistics statistics, var seconds, var read, var partner, var measured)
                && statistics != null) {
            of(job, statistics).forEach(line -> console.explain(() -> line));
        }
    }

    private static List<String> of(Job job, Statistics s) {
        String name = job.source().name();
        List<String> lines = new ArrayList<>();
        switch (s.evidence()) {
            case GrayClusters found -> add(lines, name, found);
            case LocalLevels found -> add(lines, name, found);
            case ColorClusters found -> add(lines, name, found);
            case ObjectCut found -> add(lines, name, found);
            case NetworkMask found -> add(lines, name, found);
        }
        lines.add(String.format(Locale.ROOT, "%s: kept %d of %d pixels, in %s", name, s.foregroundPixels(), s.pixels(),
                job.cutout() == null ? "no cut-out" : job.cutout()));
        return lines;
    }

    private static void add(List<String> lines, String name, LocalLevels found) {
        for (int i = 0; i < found.sides().size(); i++) {
            LocalLevels.Side side = found.sides().get(i);
            lines.add(String.format(Locale.ROOT, "%s: %s side: %s, mean level %.6f, %d pixels", name,
                    i == 0 ? "dark" : "bright",
                    side.foreground() ? "foreground" : "background", side.mean(), side.pixels()));
        }
    }

    private static void add(List<String> lines, String name, ColorClusters found) {
        for (int c = 0; c < found.groups().size(); c++) {
            ColorClusters.Group group = found.groups().get(c);
            lines.add(String.format(Locale.ROOT, "%s: cluster %d: %s, colour %s, %d pixels", name, c,
                    group.foreground() ? "foreground" : "background", group.hex(), group.pixels()));
        }
        lines.add(String.format(Locale.ROOT,
                "%s: the sum of squares is %.9g; that of Smile's K-Means, refined since, %.9g",
                name, found.wcss(), found.kmeansWcss()));
    }

    private static void add(List<String> lines, String name, ObjectCut found) {
        Rectangle region = found.region();
        if ((long) region.width() * region.height() < found.object().pixels() + found.rest().pixels()) {
            lines.add(String.format(Locale.ROOT, "%s: looked at %d x %d pixels from %d,%d on: what is around them is a "
                    + "frame, or far from the box", name, region.width(), region.height(), region.x(), region.y()));
        }
        String by = found.prior().equals(ObjectCut.SALIENCY) ? "" : " by " + found.prior();
        lines.add(String.format(Locale.ROOT,
                "%s: object: %d pixels, stands out %.3f of 1%s; ground: %d pixels, %.3f", name,
                found.object().pixels(), found.object().saliency(), by, found.rest().pixels(),
                found.rest().saliency()));
        lines.add(String.format(Locale.ROOT,
                "%s: no other cut of the reduced picture costs less than %.9g nats; round %d",
                name, found.energy(), found.rounds()));
        if (found.ways() > 1) {
            lines.add(String.format(Locale.ROOT,
                    "%s: the best of %d cuts: ground at %s, the middle counts %s; confidence %.2f", name, found.ways(),
                    found.orderedGround().stream().map(side -> side.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")),
                    found.centre(), found.confidence()));
        }
    }

    private static void add(List<String> lines, String name, NetworkMask found) {
        lines.add(String.format(Locale.ROOT,
                "%s: %s gave a map of %d x %d; object: %d pixels, mean probability %.3f; ground: %d pixels, %.3f", name,
                found.network(), found.width(), found.height(), found.object().pixels(), found.object().saliency(),
                found.rest().pixels(), found.rest().saliency()));
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
