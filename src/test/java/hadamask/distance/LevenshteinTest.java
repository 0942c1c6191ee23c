package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The distance of texts by vectors of bits against the table of dynamic programming.
class LevenshteinTest {
    private static int distance(String first, String second) {
        return new TextPattern(first.codePoints().toArray()).distance(second.codePoints().toArray());
    }

    /// The definition (Wagner and Fischer 1974).
    private static int byTable(int[] first, int[] second) {
        int[][] table = new int[first.length + 1][second.length + 1];
        for (int i = 0; i <= first.length; i++) {
            for (int j = 0; j <= second.length; j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                } else {
                    int replaced = table[i - 1][j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                    table[i][j] = Math.min(replaced, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
                }
            }
        }
        return table[first.length][second.length];
    }

    @Test
    void textsOfBooks() {
        assertEquals(3, distance("kitten", "sitting"));
        assertEquals(3, distance("Saturday", "Sunday"));
        assertEquals(2, distance("flaw", "lawn"));
        assertEquals(6, distance("", "Straße"));
        assertEquals(6, distance("Straße", ""));
        assertEquals(0, distance("", ""));
    }

    /// Letters are code points: an emoji is one, and so is an accent that stands alone.
    @Test
    void lettersAreCodePoints() {
        assertEquals(1, distance("a\ud83d\ude00b", "ab"));
        assertEquals(1, distance("\ud83d\ude00", "\ud83d\ude01"));
        assertEquals(2, distance("\u00e9", "e\u0301"));
    }

    @Test
    void randomTextsOfAllLengthsAroundAWord() {
        Random random = new Random(5);
        for (int trial = 0; trial < 1500; trial++) {
            int letters = 1 + random.nextInt(5);
            int[] first = random.ints(random.nextInt(140), 'a', 'a' + letters).toArray();
            int[] second = trial % 3 == 0
                    ? edited(first, random)
                    : random.ints(random.nextInt(140), 'a', 'a' + letters).toArray();
            assertEquals(byTable(first, second), new TextPattern(first).distance(second));
            assertEquals(byTable(first, second), new TextPattern(second).distance(first));
        }
    }

    private static int[] edited(int[] letters, Random random) {
        int[] edited = letters.clone();
        for (int k = 0; k < edited.length; k += 1 + random.nextInt(20)) {
            edited[k] = 0x1f600;
        }
        return edited;
    }

    @Test
    void normalisedByTheLongerText() {
        Levenshtein metric = new Levenshtein(List.of("kitten", "sitting", ""), true);
        double[] one = {1};
        assertEquals(3.0 / 7, metric.between(new double[]{0}, one, one));
        assertEquals(1, metric.between(new double[]{0}, new double[]{2}, one));
        assertEquals(0, metric.between(new double[]{2}, new double[]{2}, one));
    }
}
