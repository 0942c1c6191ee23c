package hadamask.cli.manual;

import java.util.List;

/// The files that a shell offers for a value.
enum FileKind {
    /// None: the value is no name of a file.
    NONE(""),
    /// All.
    ANY(""),
    /// Pictures.
    IMAGES("jpg jpeg png tif tiff gif bmp webp pnm pbm pgm ppm npy"),
    /// Tables, packed ones too.
    TABLES("csv tsv txt dat json jsonl npy gz");

    private final String endings;

    FileKind(String endings) {
        this.endings = endings;
    }

    /// The endings of such files, without the dot; empty where every file will do.
    List<String> endings() {
        return endings.isEmpty() ? List.of() : List.of(endings.split(" "));
    }

    /// The kind of files that a value is, by its name in the help.
    ///
    /// @param isParameter whether it is a parameter, not the value of an option
    static FileKind of(String label, boolean isParameter) {
        return switch (label) {
            case "IMAGE", "MASK", "TRUTH", "COLOR|PICTURE" -> IMAGES;
            case "FILE" -> isParameter ? TABLES : ANY;
            case "PATH" -> ANY;
            default -> NONE;
        };
    }
}
