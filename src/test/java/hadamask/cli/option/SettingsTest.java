package hadamask.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.Hadamask;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettingsTest {
    /// What `segment` says with a settings file as standard input.
    private record Said(int status, String out, String err) {
        static Said of(String settings, String... args) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            StringWriter err = new StringWriter();
            List<String> all = new ArrayList<>(List.of("segment", "--settings", "-"));
            all.addAll(Arrays.asList(args));
            int status = Hadamask.commands().run(all.toArray(String[]::new),
                    new Console(new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)), out,
                            new PrintWriter(err, true)));
            return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString());
        }
    }

    private static String printed(String settings, String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.add("--print-settings");
        Said said = Said.of(settings, all.toArray(String[]::new));
        assertEquals("", said.err());
        assertEquals(0, said.status());
        return said.out();
    }

    private static void inForce(String line, String settings, String... args) {
        String text = printed(settings, args);
        assertTrue(text.lines().anyMatch(line::equals), text);
    }

    private static void refused(String problem, String settings) {
        Said said = Said.of(settings, "gone.png");
        assertEquals("hadamask: standard input: " + problem + " (see hadamask segment --help)\n", said.err());
        assertEquals(ExitStatus.USAGE, said.status());
        assertEquals("", said.out());
    }

    @Test
    void theCommandLineWinsOverTheFileTheFileOverThePresetThePresetOverDefaults() {
        inForce("closing=auto", "");
        inForce("closing=5x10", "", "--preset", "textbook");
        inForce("border=zero", "preset=textbook");
        inForce("closing=none", "", "--preset", "cells");
        inForce("closing=none", "preset=cells");
        inForce("closing=3x1", "closing=3x1", "--preset", "cells");
        inForce("closing=3x2", "closing=3x1", "--preset", "cells", "--closing", "3x2");
        inForce("half-levels=true", "preset=cells\nclosing=3x1");
        inForce("min-area=100", "preset=cells", "--preset", "plant");
        inForce("half-levels=false", "preset=cells", "--preset", "plant");
    }

    @Test
    void whatIsPrintedIsReadBackAsTheSame() {
        for (String settings : List.of("", "preset=cells", "preset=document", "preset=product", "preset=plant",
                "preset=smear",
                "closing=3x4\nforeground=3,4\nbackground=#336699\nthreshold=0.25\nfill-holes=12\ntrim=7\nshow=256",
                "closing=none\nfill-holes=none\nbackground=white\ngray=rec709\nborder=zero\nseed=-4\ntrim=",
                "output=\\ a\\tb\\\\c\\u00e9.png\ninvert=true\nverbose=true")) {
            String once = printed(settings);
            assertEquals(once, printed(once));
        }
    }

    @Test
    void everyPresetNamesOptionsOfSegment() {
        for (Preset preset : Preset.values()) {
            String text = printed("preset=" + OptionTexts.of(preset));
            preset.settings().forEach((key, value) -> assertTrue(text.contains(key + "="), text));
        }
    }

    @Test
    void linesAreThoseOfProperties() {
        inForce("closing=3x4", "# comment\n\n  ! another\nclosing : 3x\\\n   4\n");
        inForce("closing=3x4", "\uFEFFclosing 3x4\r\n");
        inForce("mask=m\u00e9.png", "mask=m\\u00e9.png");
    }

    @Test
    void aLineIsReadBackByProperties() throws IOException {
        Random random = new Random(41);
        String letters = "ab \\=:#!\t\n\r\f\u00e9\u0001";
        for (int i = 0; i < 500; i++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                value.append(letters.charAt(random.nextInt(letters.length())));
            }
            Properties read = new Properties();
            read.load(new StringReader(SettingsFile.line("key", value.toString())));
            assertEquals(value.toString(), read.getProperty("key"));
        }
    }

    @Test
    void whatIsWrongIsSaidWithFileLineAndKey() {
        refused("line 2: closng: there is no such option, did you mean closing?", "# x\nclosng=3x4");
        refused("line 1: o: there is no such option", "o=x.png");
        refused("line 1: print-settings: is an option of the command line alone", "print-settings=true");
        refused("line 1: largest: 'yes' was found, expected true or false", "largest=yes");
        refused("line 3: closing: is given twice, expected once", "closing=3x4\n\nclosing=3x4");
        refused("line 1: quality: '0' was found, expected a quality from 1 to 100", "quality=0");
        refused("line 1: holds \\ and u without four hexadecimal digits (a backslash is written \\\\)", "mask=\\u12");
    }

    @Test
    void standardInputIsReadOnce() {
        assertEquals("hadamask: -: standard input can be read once (see hadamask segment --help)\n",
                Said.of("", "-").err());
    }

    @Test
    void printingNeedsNoImageAndIsOtherwiseAsStrict() {
        assertTrue(printed("", "gone.png", "-o", "x.png").contains("output=x.png\n"));
        assertEquals(ExitStatus.USAGE, Said.of("", "--print-settings", "--bogus").status());
        assertEquals(ExitStatus.USAGE, Said.of("", "--print-settings", "--closing", "4x4").status());
        assertEquals(ExitStatus.USAGE, Said.of("", "--print-settings", "-o").status());
    }

    @Test
    void theNearestNameIsTheOneWithTheFewestChanges() {
        List<String> names = List.of("clusters", "closing", "mask");
        assertEquals("closing", NearestName.of("closng", names));
        assertEquals("closing", NearestName.of("clsoing", names));
        assertEquals("mask", NearestName.of("maks", names));
        assertEquals(null, NearestName.of("zzzzzz", names));
    }
}
