package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What shells offer, asked of the shells themselves.
class CompletionTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void scripts() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            Run run = Run.of("completion", shell);
            assertEquals(0, run.status());
            Files.write(folder.resolve(shell), run.text());
        }
        for (String name : List.of("cat.jpg", "CELLS.TIF", "car.csv", "camera shot.png", "call.gz")) {
            Files.write(folder.resolve(name), "");
        }
        Launched.run(folder, "mkdir cam").succeeded();
    }

    private static Launched shell(String name, String script) {
        assumeTrue(Launched.run(folder, "command -v " + name).status() == 0, name + " is not installed");
        Files.write(folder.resolve("script"), script);
        return Launched.run(folder, name + " script");
    }

    /// @param words of the command line, parted by blanks as bash parts them; the last one is completed
    private static String bash(String words) {
        Launched run = shell("bash", """
                source ./bash
                COMP_WORDS=(%s)
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _hadamask
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(words));
        assertEquals("", run.err());
        return sorted(run.text());
    }

    private static String fish(String line) {
        Launched run = shell("fish", "source ./fish; complete -C '" + line + "' | string replace -r '\\t.*' ''");
        assertEquals("", run.err());
        return sorted(run.text());
    }

    private static String sorted(String lines) {
        return String.join(",", new TreeSet<>(Arrays.asList(lines.strip().split("\n"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"hadamask seg | segment", "hadamask help sim | similarity",
        "segment --gr | --gray,--ground", "segment --gray '' | lightness,mean,rec601,rec709",
        "segment --gray = re | rec601,rec709", "segment --show = bl | blocks",
        "hadamask segment --preset p | photo,plant,portrait,product", "hadamask distances -m cheb | chebyshev",
        "distances --shape '' | condensed,long,lower,square", "hadamask completion '' | bash,fish,zsh",
        "segment ca | cam,camera shot.png,cat.jpg", "segment CE | CELLS.TIF", "distances ca | call.gz,cam,car.csv",
        "hadamask score cat.jpg cat | cat.jpg", "segment -o ca | call.gz,cam,camera shot.png,car.csv,cat.jpg",
        "segment --fill-holes '' | all,none", "segment --closing '' | auto,none", "segment --foreground au | auto",
        "segment --background steelb | steelblue", "segment --background ca | cadetblue,cam,camera shot.png,cat.jpg",
        "apply cat.jpg m.png --background camera | camera shot.png", "segment --clusters '' | auto",
        "segment --page a | all",
        "segment --flatten '' | auto", "segment --centre '' | auto", "measure --connectivity '' | 4,8",
        "measure --pixel-size '' | auto", "mahalanobis --ddof '' | 0,1", "distances --p i | inf",
        "segment --wat | --watch",
        "segment --min-area '' | ''", "segment --quiet cat | cat.jpg"})
    void bashOffers(String words, String offered) {
        assertEquals(offered, bash(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"hadamask seg | segment", "segment --gray re | rec601,rec709",
        "segment --show=bl | --show=blocks", "hadamask segment --preset p | photo,plant,portrait,product",
        "hadamask distances -m cheb | chebyshev", "hadamask completion b | bash", "segment cat | cat.jpg",
        "segment --background steelb | steelblue", "segment --background cat | cat.jpg", "segment --closing n | none",
        "distances ca | call.gz,cam/,car.csv"})
    void fishOffers(String line, String offered) {
        assertEquals(offered, fish(line));
    }

    /// A whole zsh on a terminal of its own, whose completion system says if it cannot read the words.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'segment --gray l' | lightness", "'hadamask dist' | distances",
        "'hadamask segment --pres' | --preset", "'distances call' | call.gz", "'hadamask completion f' | fish",
        "'segment --background steelb' | steelblue", "'segment --background cat.j' | cat.jpg"})
    void zshOffers(String line, String completed) {
        Launched run = shell("zsh",
                """
                        zmodload zsh/zpty || exit 3
                        # Reads until a text has come, for 20 seconds at most.
                        await() {
                          local all= part
                          for i in {1..400}; do
                            while zpty -r -t z part; do all+=$part; done
                            [[ $all == *$1* ]] && return
                            sleep 0.05
                          done
                          print -r -- "$all"
                          return 1
                        }
                        zpty z zsh -f -i
                        zpty -w z 'PROMPT=; stty columns 200; autoload -U compinit; compinit -D -u; source ./zsh; bindkey "^I" list-choices; echo re""ady'
                        await ready
                        zpty -w -n z '%s'$'\\t'
                        await '%s' && print found
                        zpty -d z
                        """
                        .formatted(line, completed));
        assertTrue(run.text().contains("found"), run.text() + run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void everyOptionIsInTheScript(String shell) {
        String script = Files.text(folder.resolve(shell));
        for (String command : List.of("segment", "measure", "distances", "mahalanobis")) {
            for (String option : options(command)) {
                String name = shell.equals("fish") ? " -l " + option.substring(2) + " " : option;
                assertTrue(script.contains(name), command + " " + option);
            }
        }
    }

    private static List<String> options(String command) {
        return Run.of(command, "--help").text().lines().filter(line -> line.matches(" {2}(-.,|   ) --.*"))
                .map(line -> line.substring(6).replaceFirst("[^-a-z0-9].*", "")).toList();
    }

    @Test
    void anotherShellIsRefused() {
        Run run = Run.of("completion", "csh");
        assertEquals(2, run.status());
        assertEquals(1, run.err().lines().count());
        assertTrue(run.err().contains("bash, zsh or fish"), run.err());
    }
}
