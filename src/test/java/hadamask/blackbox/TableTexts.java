package hadamask.blackbox;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;

/// Tables of the tests, as texts, and what the program wrote, as numbers.
final class TableTexts {
    private TableTexts() {
    }

    /// A CSV of normal numbers.
    ///
    /// @param labelled whether it has a header and row labels, some of which need quotes
    static String normal(int rows, int columns, long seed, boolean labelled) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        if (labelled) {
            text.append("id");
            for (int j = 0; j < columns; j++) {
                text.append(",c").append(j);
            }
            text.append('\n');
        }
        for (int i = 0; i < rows; i++) {
            if (labelled) {
                text.append(i % 5 == 0 ? "\"row, " + i + "\"" : "r" + i).append(',');
            }
            for (int j = 0; j < columns; j++) {
                text.append(j == 0 ? "" : ",").append(random.nextGaussian());
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// The numbers of a text without labels, line by line.
    static double[][] numbers(String text, String delimiter) {
        return text.lines().map(line -> Stream.of(line.split(delimiter, -1)).mapToDouble(TableTexts::number).toArray())
                .toArray(double[][]::new);
    }

    private static double number(String cell) {
        return switch (cell) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
