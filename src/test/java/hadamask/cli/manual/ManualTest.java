package hadamask.cli.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.cli.image.SegmentCommand;
import hadamask.cli.table.DistancesCommand;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManualTest {
    private static final Map<String, String> FILES = new Manual(
            Map.of("segment", SegmentCommand::new, "distances", DistancesCommand::new)).files("1.2.3");

    private static String page(String name) {
        return String.valueOf(FILES.get(name));
    }

    @Test
    void thereIsAPageForEachCommandAndAScriptForEachShell() {
        assertEquals(java.util.Set.of("completion.bash", "completion.zsh", "completion.fish", "hadamask.1",
                "hadamask-segment.1", "hadamask-distances.1"), FILES.keySet());
    }

    @Test
    void aPageHasTheVersionAllOptionsAndExamples() {
        String page = page("hadamask-segment.1");
        assertTrue(page.startsWith(".TH HADAMASK\\-SEGMENT 1 \"\" \"hadamask 1.2.3\""), page.substring(0, 80));
        new SegmentCommand().declared().options().forEach(option -> assertTrue(
                page.contains("\\fB" + option.longestName().replace("-", "\\-") + "\\fR"), option.longestName()));
        assertTrue(page.contains("\n.SS Method\n"));
        assertTrue(page.contains("\nsegment \\-\\-suggest cat.jpg \\-\\-report proposals.html\n")
                || page.contains("\n  segment \\-\\-suggest cat.jpg \\-\\-report proposals.html\n"));
    }

    @Test
    void whatAProgramOfItsOwnIsCalledIsInItsSynopsis() {
        assertTrue(page("hadamask-distances.1").contains(".B hadamask distances\n"));
        assertTrue(page("hadamask-distances.1").contains(".B distances\n"));
    }

    @Test
    void noLineIsTakenForARequest() {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            if (file.getKey().endsWith(".1")) {
                file.getValue().lines().filter(line -> line.startsWith(".")).forEach(line -> assertTrue(
                        line.matches("\\.(TH|SH|SS|TP|B|BR|I|PP|EX|EE|br)( .*)?"), line));
            }
        }
    }
}
