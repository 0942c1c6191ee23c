package hadamask.batch;

import hadamask.codec.format.ImageFormat;

/// Where a result goes: decided before the first image is read.
///
/// @param output a path, or `-` for standard output
/// @param format of the result
public record Target(String output, ImageFormat format) {}
