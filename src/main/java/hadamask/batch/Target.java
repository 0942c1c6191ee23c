package hadamask.batch;

import hadamask.codec.format.ImageFormat;
import hadamask.file.FilePath;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a result goes: decided before the first image is read.
///
/// @param output a path, or `-` for standard output
/// @param format of the result; of numbers in a `.npy`, the picture that could hold the same numbers
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

    /// The same of numbers of regions, which a `.npy` takes, too.
    ///
    /// @throws TargetProblem if no such format can be written, or it has no 16 bits
    public static Target ofLabels(String label, String output) {
        if (isNpy(output)) {
            return new Target(output, ImageFormat.TIFF);
        }
        Target target = of(label, output);
        if (!target.format.supports16Bit()) {
            throw new TargetProblem(label, target.format + " has no 16 bits, expected "
                    + Stream.of(ImageFormat.values()).filter(ImageFormat::writable).filter(ImageFormat::supports16Bit)
                            .map(ImageFormat::toString).collect(Collectors.joining(" or ")));
        }
        return target;
    }

    /// Whether the result is an array of NumPy.
    public boolean isNpy() {
        return isNpy(output);
    }

    private static boolean isNpy(String output) {
        return output.toLowerCase(Locale.ROOT).endsWith(".npy");
    }
}
