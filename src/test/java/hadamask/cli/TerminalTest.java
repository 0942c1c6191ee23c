package hadamask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import hadamask.cli.option.ShowMode;
import hadamask.plot.TerminalProtocol;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static TerminalProtocol announced(String... environment) {
        Map<String, String> variables = new java.util.HashMap<>();
        for (int i = 0; i < environment.length; i += 2) {
            variables.put(environment[i], environment[i + 1]);
        }
        return Terminal.of("24 80\n", variables).protocol(ShowMode.AUTO);
    }

    @Test
    void theSizeIsThatOfSttyUnlessTheEnvironmentSaysOtherwise() {
        assertEquals(new Terminal(200, 60, Map.of()), Terminal.of("60 200\n", Map.of()));
        assertEquals(new Terminal(80, 24, Map.of()), Terminal.of("0 0\n", Map.of()));
        assertEquals(new Terminal(80, 24, Map.of()), Terminal.of("", Map.of()));
        assertEquals(100, Terminal.of("60 200\n", Map.of("COLUMNS", "100")).columns());
        assertEquals(200, Terminal.of("60 200\n", Map.of("COLUMNS", "wide")).columns());
        assertEquals(9, Terminal.of("60 200\n", Map.of("LINES", "9")).rows());
    }

    @Test
    void graphicsAreUsedWhereTheyAreAnnounced() {
        assertEquals(TerminalProtocol.KITTY, announced("TERM", "xterm-kitty"));
        assertEquals(TerminalProtocol.KITTY, announced("TERM", "xterm-256color", "KITTY_WINDOW_ID", "1"));
        assertEquals(TerminalProtocol.KITTY, announced("TERM", "xterm-ghostty"));
        assertEquals(TerminalProtocol.SIXEL, announced("TERM", "xterm-256color", "TERM_PROGRAM", "WezTerm"));
        assertEquals(TerminalProtocol.SIXEL, announced("TERM", "foot"));
        assertEquals(TerminalProtocol.BLOCKS, announced("TERM", "xterm-256color", "COLORTERM", "truecolor"));
        assertEquals(TerminalProtocol.BLOCKS, announced("TERM", "xterm-direct"));
        assertEquals(TerminalProtocol.PALETTE, announced("TERM", "xterm-256color"));
    }

    @Test
    void aMultiplexerHidesTheGraphicsOfWhatItRunsIn() {
        assertEquals(TerminalProtocol.BLOCKS,
                announced("TERM", "tmux-256color", "KITTY_WINDOW_ID", "1", "COLORTERM", "truecolor"));
        assertEquals(TerminalProtocol.PALETTE, announced("TERM", "xterm-kitty", "TMUX", "/tmp/tmux,1,0"));
        assertEquals(TerminalProtocol.PALETTE, announced("TERM", "screen", "TERM_PROGRAM", "WezTerm"));
    }

    @Test
    void aWordOfTheUserWinsOverWhatIsAnnounced() {
        Terminal kitty = Terminal.of("", Map.of("TERM", "xterm-kitty"));
        assertEquals(TerminalProtocol.SIXEL, kitty.protocol(ShowMode.SIXEL));
        assertEquals(TerminalProtocol.BLOCKS, kitty.protocol(ShowMode.BLOCKS));
        assertEquals(TerminalProtocol.PALETTE, kitty.protocol(ShowMode.PALETTE));
        assertEquals(TerminalProtocol.KITTY, Terminal.of("", Map.of("TERM", "xterm")).protocol(ShowMode.KITTY));
    }

    @Test
    void withoutColoursNothingIsShown() {
        assertEquals("NO_COLOR is set", Terminal.of("", Map.of("TERM", "xterm", "NO_COLOR", "1")).refusal());
        assertNotNull(Terminal.of("", Map.of("TERM", "dumb")).refusal());
        assertNotNull(Terminal.of("", Map.of()).refusal());
        assertNull(Terminal.of("", Map.of("TERM", "xterm", "NO_COLOR", "")).refusal());
    }
}
