package hadamask.batch;

import hadamask.codec.format.ImageFormat;
import hadamask.file.FilePath;

/// Where a result goes: decided before the first image is read.
///
/// @param output a path, or `-` for standard output
/// @param format of the result
public record Target(String output, ImageFormat format) {
    /// @param label what the caller calls the result by, for messages
    /// @param output a path whose ending names a format, a device, or `-`, which are PNG
    /// @throws TargetProblem if no such format can be written
    public static Target of(String label, String output) {
        if (output.equals("-")) {
            return new Target(output, ImageFormat.PNG);
        }
        ImageFormat format = ImageFormat.ofName(output);
        if (format == null && FilePath.isDevice(output)) {
            return new Target(output, ImageFormat.PNG);
        }
        if (format == null || !format.writable()) {
            throw new TargetProblem(label, "the ending of " + output
                    + " names no format that can be written, expected " + ImageFormat.writableEndings());
        }
        return new Target(output, format);
    }
}
