package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people type before they know the program: its help, its version, options before the command.
class WordOrderTest {
    @TempDir
    Path folder;

    private static Run run(String words) {
        return Run.of((Object[]) words.split(" "));
    }

    @Test
    void withoutArgumentsTheHelpIsShownOnStandardErrorAsForWrongUsage() {
        Run none = Run.of();
        assertEquals(2, none.status());
        assertEquals(run("--help").succeeded().text(), none.err());
        assertArrayEquals(new byte[0], none.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"help segment", "-h segment", "--help segment", "segment help", "segment -h",
        "-v segment -h", "-h segment a.jpg", "help segment a.jpg"})
    void theHelpOfACommandIsFoundInAnyOrder(String words) {
        assertEquals(run("segment --help").succeeded().text(), run(words).succeeded().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "-h", "-v --help", "help help", "help --help"})
    void theHelpOfTheProgramNamesTheCommands(String words) {
        String help = run(words).succeeded().text();
        assertEquals(run("--help").text(), help);
        assertTrue(help.contains("\n  mahalanobis "), help);
        assertTrue(help.contains("hadamask help COMMAND"), help);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "-V", "-V segment", "segment -V", "version segment", "-q --version"})
    void theVersionIsSaid(String words) {
        assertEquals(run("--version").succeeded().text(), run(words).succeeded().text());
    }

    @Test
    void optionsOfEveryCommandMayStandBeforeIt() {
        Path picture = Files.write(folder.resolve("a.png"), Files.disc(90, 70));
        Path result = folder.resolve("o.png");
        Run behind = Run.of("segment", "-v", picture, "-o", result);
        byte[] expected = Files.read(result);
        Run before = Run.of("-v", "segment", picture, "-o", result);
        assertEquals(0, before.status());
        assertTrue(before.err().lines().count() > 1, before.err());
        assertEquals(behind.err().lines().count(), before.err().lines().count());
        assertArrayEquals(expected, Files.read(result));
        Run.quietly("-q", "--max-memory", "100G", "segment", picture, "-o", result);
        Run.quietly("--max-memory=100G", "segment", picture, "-o", result);
        assertEquals(2, Run.of("-q", "-v", "segment", picture, "-o", result).status());
    }

    @Test
    void whatIsNoCommandIsSaid() {
        assertEquals("hadamask: segmnet: there is no such command, did you mean segment? (see hadamask --help)\n",
                run("help segmnet").err());
        assertEquals("hadamask: segmnet: there is no such command, did you mean segment? (see hadamask --help)\n",
                run("-v segmnet a.jpg").err());
        assertEquals("hadamask: --k: there is no such option, did you mean --knn? (see hadamask distances --help)\n",
                run("--k distances").err());
        assertEquals("hadamask: COMMAND: is missing, expected the name of a command (see hadamask --help)\n",
                run("-v").err());
        assertEquals(2, run("-v").status());
        assertEquals(2, run("help segmnet").status());
    }
}
