package hadamask.batch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a report says of the run as a whole.
///
/// @param program name and version
/// @param started local date and time, such as `2026-11-22 05:10`
/// @param seconds it took
/// @param settings values by option, in the order in which they are shown
public record ReportRun(String program, String started, double seconds, Map<String, String> settings) {
    public ReportRun {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
