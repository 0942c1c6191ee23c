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
/// @param kind of the page
public record ReportRun(String program, String started, double seconds, Map<String, String> settings, Kind kind) {
    /// What a page is for.
    public enum Kind {
        /// Images and their cut-outs.
        CUT_OUTS,
        /// Ways of segmenting, of which one is chosen for each image.
        PROPOSALS,
        /// Objects that were measured in one image.
        OBJECTS,
        /// Objects that were measured in the images of a folder.
        OBJECTS_OF_MANY
    }

    /// Of images and their cut-outs.
    public ReportRun(String program, String started, double seconds, Map<String, String> settings) {
        this(program, started, seconds, settings, Kind.CUT_OUTS);
    }

    public ReportRun {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
