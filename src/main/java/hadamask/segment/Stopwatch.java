package hadamask.segment;

import java.util.LinkedHashMap;
import java.util.Map;

/// Measures the stages of a run, one after the other, in seconds.
public final class Stopwatch {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /// Ends a stage: its time is what has passed since the stage before ended.
    public void lap(String stage) {
        long now = System.nanoTime();
        seconds.put(stage, (now - last) * 1e-9);
        last = now;
    }

    /// Takes over stages that were measured elsewhere; the time since the last of them counts for nothing.
    public void skip(Map<String, Double> measured) {
        seconds.putAll(measured);
        last = System.nanoTime();
    }

    /// The time since the last stage counts for nothing.
    public void skip() {
        last = System.nanoTime();
    }

    /// The time of each stage in seconds, in the order of the stages.
    public Map<String, Double> seconds() {
        return seconds;
    }
}
