package hadamask.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.format.ImageFormat;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An outcome that went over a wire tells what it told before.
class OutcomeLineTest {
    private static final Job JOB = new Job(new Source(Path.of("a b/ü.png"), Path.of("a b"), 1),
            Map.of(Result.CUTOUT, new Target("out/ü.png", ImageFormat.PNG)));
    private static final FileState STATE = new FileState(7, 1_000_000_007, 5);

    private static OutcomeLine read(OutcomeLine line) {
        return Objects.requireNonNull(OutcomeLine.of(line.text()));
    }

    private static OutcomeLine done() {
        Measured measured = new Measured(List.of("area", "x"), new double[]{3, 0.1, 4, Double.NaN}, List.of("a doubt"));
        return OutcomeLine.of(new Outcome.Done(JOB, null, Map.of("decode", 0.25), STATE, null, measured), "settings",
                List.of("a note"));
    }

    @Test
    void whatWasDoneIsReadAgain() {
        OutcomeLine line = read(done());
        Outcome.Done outcome = assertInstanceOf(Outcome.Done.class, line.outcome(JOB));
        Measured measured = Objects.requireNonNull(outcome.measured());
        assertEquals(STATE, outcome.read());
        assertEquals(Map.of("decode", 0.25), outcome.seconds());
        assertEquals(List.of("area", "x"), measured.columns());
        assertArrayEquals(new double[]{3, 0.1, 4, Double.NaN}, measured.values());
        assertEquals(List.of("a doubt"), measured.notes());
        assertEquals(List.of("a note"), line.notes());
        assertEquals(done().text(), line.text());
    }

    @Test
    void aFailureIsReadAgainWithItsRemedy() {
        InputException cause = new InputException("is \"cut\"\noff", Remedy.of(Remedy.Kind.TOLERANT)).at("row 3")
                .at("ü.png");
        OutcomeLine line = read(OutcomeLine.of(new Outcome.Failed(JOB, cause), "settings", List.of()));
        Outcome.Failed outcome = assertInstanceOf(Outcome.Failed.class, line.outcome(JOB));
        assertEquals("ü.png: row 3", outcome.cause().where());
        assertEquals(cause.problem(), outcome.cause().problem());
        assertEquals(cause.remedy(), outcome.cause().remedy());
    }

    @Test
    void itHoldsForTheSameImageSettingsAndResultAlone() {
        OutcomeLine line = read(done());
        Set<CutOut.Fact> none = EnumSet.noneOf(CutOut.Fact.class);
        assertTrue(line.holds(JOB, "settings", none, STATE));
        assertTrue(line.holds(JOB, "settings", Set.of(CutOut.Fact.MEASURES), STATE));
        assertFalse(line.holds(JOB, "settings", Set.of(CutOut.Fact.STATISTICS), STATE));
        assertFalse(line.holds(JOB, "others", none, STATE));
        assertFalse(line.holds(JOB, "settings", none, new FileState(8, 1_000_000_007, 5)));
        assertFalse(line.holds(JOB, "settings", none, new FileState(7, 1_000_000_008, 5)));
        assertFalse(line.holds(JOB, "settings", none, null));
        Job elsewhere = new Job(JOB.source(), Map.of(Result.CUTOUT, new Target("other/ü.png", ImageFormat.PNG)));
        assertFalse(line.holds(elsewhere, "settings", none, STATE));
        OutcomeLine failed = read(OutcomeLine.of(new Outcome.Failed(JOB, new InputException("is broken")), "settings",
                List.of()));
        assertFalse(failed.holds(JOB, "settings", none, STATE));
    }

    @Test
    void aLineThatWasCutOffIsNone() {
        String text = done().text();
        for (int end = 0; end < text.length(); end++) {
            assertNull(OutcomeLine.of(text.substring(0, end)), text.substring(0, end));
        }
        assertNotNull(OutcomeLine.of(text));
    }

    @Test
    void anAddressHasItsSlashesAgain() {
        Source source = new Source(Path.of("hdfs://host:8020/in/a.png"), null, 1);
        assertEquals("hdfs://host:8020/in/a.png", source.name());
        assertEquals("hdfs://host:8020/in/a.png", source.spokenName());
        assertEquals("c:/a.png", new Source(Path.of("c:/a.png"), null, 1).name());
        assertEquals("a/hdfs:/b.png", new Source(Path.of("a/hdfs:/b.png"), null, 1).name());
    }
}
