package hadamask.cli;

import hadamask.batch.Proposal;
import hadamask.batch.Ranking;
import hadamask.batch.Trial;
import hadamask.file.Plain;
import hadamask.segment.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What `--suggest` prints: for each image its name and size, and a line for each group of ways that agree, in columns.
public final class SuggestionTable {
    private static final List<String> HEAD = List.of("proposal", "foreground", "regions", "agreement", "object",
            "seconds",
            "the same with");

    private final StringBuilder text = new StringBuilder();

    /// Adds an image.
    public void add(String image, Ranking ranking) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        ranking.groups().forEach(group -> rows.add(row(group)));
        Statistics any = ranking.groups().getFirst().first().statistics();
        text.append(text.isEmpty() ? "" : "\n").append(Plain.text(image))
                .append(": " + any.width() + " x " + any.height() + " pixels\n");
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            Arrays.setAll(widths, c -> Math.max(widths[c], row.get(c).length()));
        }
        rows.forEach(row -> line(row, widths));
        List<Proposal> notShown = ranking.notShown();
        if (!notShown.isEmpty()) {
            text.append("not shown: ")
                    .append(String.join(", ", notShown.stream().map(Proposal::words).toList())).append('\n');
        }
        for (Ranking.Failure failure : ranking.failures()) {
            text.append(failure.proposal().words() + ": " + Plain.text(failure.cause().problem()) + "\n");
        }
    }

    private static List<String> row(Ranking.Group group) {
        Trial first = group.first();
        Statistics found = first.statistics();
        return List.of(first.proposal().words(),
                String.format(Locale.ROOT, "%.1f %%", 100 * found.foregroundFraction()),
                Integer.toString(found.regions()), String.format(Locale.ROOT, "%.2f", group.agreement()),
                String.format(Locale.ROOT, "%.2f", first.objectness()),
                String.format(Locale.ROOT, "%.3f", first.time()),
                String.join(", ", group.others().stream().map(Proposal::words).toList()));
    }

    /// Numbers stand at the right of their columns, words at the left.
    private void line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < row.size(); c++) {
            boolean words = c == 0 || c == row.size() - 1;
            String gap = " ".repeat(widths[c] - row.get(c).length());
            line.append(c == 0 ? "" : "  ").append(words ? row.get(c) + gap : gap + row.get(c));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /// All that was added; empty when no image was.
    public String text() {
        return text.toString();
    }
}
