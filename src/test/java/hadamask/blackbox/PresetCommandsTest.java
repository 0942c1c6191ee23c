package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Presets find what is drawn in the samples of their kind.
class PresetCommandsTest {
    @TempDir
    Path folder;

    private double iou(String sample, String name, String... options) {
        Path mask = folder.resolve(name + ".png");
        Object[] words = new Object[6 + options.length];
        System.arraycopy(new Object[]{"segment", "samples/" + sample, "-o", "none", "--mask", mask}, 0, words, 0, 6);
        System.arraycopy(options, 0, words, 6, options.length);
        Run.quietly(words);
        String table = Run.quietly("score", mask, "samples/truth/" + name + ".png").text();
        String row = table.lines().skip(1).findFirst().orElseThrow();
        return Double.parseDouble(row.substring(0, row.indexOf(',')));
    }

    @Test
    void theWholeOfAStainedCellIsFoundAndNotItsNucleusAlone() {
        assertTrue(iou("smear.jpg", "smear") < 0.5);
        assertTrue(iou("smear.jpg", "smear", "--preset", "smear") > 0.97);
    }

    @Test
    void theWritingOfAPageIsFound() {
        assertTrue(iou("page.png", "page") < 0.7);
        assertTrue(iou("page.png", "page", "--preset", "document") > 0.88);
    }
}
