package hadamask.table.write;

import hadamask.parallel.Workers;
import java.io.IOException;
import java.io.OutputStream;

/// Writes listed pairs as a graph in GraphML: a node per row with its label, an edge per pair with its number; directed where
/// the nearest rows of each are listed. The rows of two tables are different nodes: `a1`, ... and `b1`, ...
///
/// Source: U. Brandes and others, "GraphML Progress Report", Graph Drawing 2001, LNCS 2265.
final class GraphmlSink implements PairSink {
    private static final int PAIRS = TextParts.NUMBERS / 2;

    private final TextParts parts;
    private final Listing listing;
    private boolean isOneTable;

    GraphmlSink(OutputStream out, Precision precision, Workers workers, Listing listing) {
        this.parts = new TextParts(out, precision, workers);
        this.listing = listing;
    }

    @Override
    public void begin(MatrixFrame frame, String value) throws IOException {
        isOneTable = frame.isOneTable();
        parts.write(1, (part, text) -> text.put("""
                <?xml version="1.0" encoding="UTF-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                <key id="label" for="node" attr.name="label" attr.type="string"/>
                <key id="value" for="edge" attr.name="%s" attr.type="double"/>
                <graph edgedefault="%s">
                """.formatted(value, listing.nearest() > 0 ? "directed" : "undirected")));
        nodes(frame.rows(), "a", frame::rowLabel);
        if (!isOneTable) {
            nodes(frame.columns(), "b", frame::columnLabel);
        }
    }

    /// The label of a row.
    private interface Label {
        String of(int row);
    }

    private void nodes(int count, String prefix, Label label) throws IOException {
        parts.write(Math.ceilDiv(count, PAIRS), (part, text) -> {
            int end = (int) Math.min(count, (part + 1L) * PAIRS);
            for (int i = part * PAIRS; i < end; i++) {
                text.put("<node id=\"" + prefix + (i + 1) + "\"><data key=\"label\">" + escaped(label.of(i))
                        + "</data></node>\n");
            }
        });
    }

    /// As XML writes a text. What no XML can hold becomes the sign for that.
    private static String escaped(String text) {
        StringBuilder xml = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean allowed = point == '\t' || point == '\n' || point == '\r' || (point >= ' ' && point <= 0xd7ff)
                    || (point >= 0xe000 && point != 0xfffe && point != 0xffff);
            switch (point) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '\r' -> xml.append("&#13;");
                default -> xml.appendCodePoint(allowed ? point : 0xfffd);
            }
        });
        return xml.toString();
    }

    @Override
    public void accept(int count, int[] rows, int[] columns, double[] values) throws IOException {
        String other = isOneTable ? "a" : "b";
        parts.write(Math.ceilDiv(count, PAIRS), (part, text) -> {
            int end = (int) Math.min(count, (part + 1L) * PAIRS);
            for (int k = part * PAIRS; k < end; k++) {
                text.put("<edge source=\"a" + (rows[k] + 1) + "\" target=\"" + other + (columns[k] + 1)
                        + "\"><data key=\"value\">");
                if (Double.isInfinite(values[k])) {
                    text.put(values[k] > 0 ? "INF" : "-INF"); // as XML calls it
                } else {
                    text.number(values[k]);
                }
                text.put("</data></edge>\n");
            }
        });
    }

    @Override
    public void finish() throws IOException {
        parts.write(1, (part, text) -> text.put("</graph>\n</graphml>\n"));
    }
}
