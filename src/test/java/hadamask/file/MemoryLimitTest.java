package hadamask.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MemoryLimitTest {
    @Test
    void aProcessThatHasHadMoreThanItMayGoesNoFurther() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "a system that says the memory of a process");
        InputException refusal = assertThrows(InputException.class,
                () -> MemoryLimit.of(1 << 20).requireKept("computing"));
        assertEquals(Remedy.Kind.MORE_MEMORY, refusal.remedy().kind());
        MemoryLimit.of(1L << 40).requireKept("computing");
    }

    @Test
    void whereNobodyHasSaidALimitNoneIsKept() {
        MemoryLimit.ofHeap().requireKept("computing");
    }
}
