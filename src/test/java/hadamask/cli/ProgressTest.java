package hadamask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.batch.Job;
import hadamask.batch.Outcome;
import hadamask.batch.Source;
import hadamask.batch.Tally;
import hadamask.file.InputException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final int IMAGES = 500;
    private static final int FAILED = 186;
    private static final Outcome FAILURE = new Outcome.Failed(new Job(new Source(null, null, 1), Map.of()),
            new InputException("is broken"));

    /// What is said on standard error while 186 of 500 images fail, a hundred in a second.
    private static String said(@Nullable IntSupplier columns, Console.Level level) {
        StringWriter err = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
                new PrintWriter(err));
        console.level(level);
        Tally tally = new Tally(IMAGES);
        AtomicLong clock = new AtomicLong();
        Progress progress = new Progress(console, tally, columns, clock::get);
        for (int i = 0; i < FAILED; i++) {
            clock.addAndGet(10_000_000);
            tally.finished(FAILURE);
            progress.finished(FAILURE);
        }
        return err.toString();
    }

    /// What is drawn on a terminal, one over the other.
    private static List<String> drawn(int columns) {
        String said = said(() -> columns, Console.Level.NORMAL).replace("\033[K", "");
        return List.of(said.substring(1).split("\r", -1));
    }

    @Test
    void theBarIsDrawnTenTimesInASecond() {
        List<String> drawn = drawn(80);
        assertEquals(18, drawn.size());
        assertEquals("[========                ] 180/500 images, 100.0/s, 0:03 left, 180 failed", drawn.getLast());
    }

    @Test
    void aPictureAndDataStandWhereTheBarStood() {
        StringWriter seen = new StringWriter();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                seen.write(b);
            }
        };
        Console console = new Console(InputStream.nullInputStream(), out, new PrintWriter(seen),
                Set.of(Console.Standard.OUTPUT));
        console.status("[=] 1/2");
        console.print("picture\n");
        console.status("[==] 2/2");
        console.output("-").write(data -> data.write("data\n".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("\r[=] 1/2\033[K\r\033[Kpicture\n\r[==] 2/2\033[K\r\033[Kdata\n", seen.toString());
    }

    @Test
    void theBarLeavesRoomForTheWords() {
        assertEquals("[====        ] 180/500 images, 100.0/s, 0:03 left, 180 failed", drawn(62).getLast());
        assertEquals("180/500 images, 100.0/s, 0:03 left, 180 failed", drawn(55).getLast());
        assertEquals("180/500, 100.0/s, 0:03 left, 180 failed", drawn(40).getLast());
        assertEquals("180/500, 100.0/s, 0:03 left,", drawn(29).getLast());
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        for (int columns = 2; columns < 100; columns++) {
            int wide = columns;
            assertTrue(drawn(wide).stream().allMatch(line -> line.length() < wide));
        }
    }

    @Test
    void withoutATerminalNothingIsSaidInTheFirstSeconds() {
        assertEquals("", said(null, Console.Level.NORMAL));
    }

    @Test
    void nothingIsDrawnForTheQuiet() {
        assertEquals("", said(() -> 80, Console.Level.QUIET));
    }
}
