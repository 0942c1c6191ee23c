package hadamask.batch;

import java.util.List;

/// The objects of an image in a report: what was measured of them, and where they are.
///
/// @param width columns of the image
/// @param height rows of the image
/// @param side of the squares of pixels that are one pixel of the picture in the report
/// @param columns names of what was measured; the first is the number of the object
/// @param rows a line of CSV for each object, as `measure` writes it
/// @param shapes runs of pixels of the objects in the picture, as [hadamask.plot.ObjectPreview] tells, in Base64
public record ReportObjects(int width, int height, int side, List<String> columns, String rows, String shapes) {
    public ReportObjects {
        columns = List.copyOf(columns);
    }
}
