package hadamask.table.read;

import hadamask.file.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files that people mistake for tables, recognised by their first bytes, so that messages can call them by their name.
///
/// @param magic the first bytes, as Latin-1
/// @param name what it is
/// @param advice what can be done, a phrase without an option
record FileKind(String magic, String name, String advice) {
    private static final String SAVE_AS_CSV = "save it as CSV";

    private static final List<FileKind> KINDS = List.of(
            new FileKind("PAR1", "a Parquet file", "write it as CSV, such as with pandas: to_csv"),
            new FileKind("\u0089HDF\r\n\u001a\n", "an HDF5 file", "write its matrix as CSV or .npy"),
            new FileKind("MATLAB 5.0", "a MATLAB file", "write its matrix as CSV: writematrix"),
            new FileKind("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "an old Excel workbook (.xls)",
                    SAVE_AS_CSV),
            new FileKind("%PDF", "a PDF document", "save its table as CSV"),
            new FileKind("SQLite format 3\0", "an SQLite database", "write a table of it with: sqlite3 -csv -header"),
            new FileKind("BZh", "packed by bzip2 twice", "unpack it once with: bzip2 -d"),
            new FileKind("\u00fd7zXZ\0", "packed by xz twice", "unpack it once with: xz -d"),
            new FileKind("(\u00b5/\u00fd", "packed by zstd twice", "unpack it once with: zstd -d"),
            new FileKind("\u0004\"M\u0018", "packed by lz4", "unpack it with: lz4 -d"),
            new FileKind("\u001f\u009d", "packed by compress", "unpack it with: gzip -d"),
            new FileKind("\u001f\u008b", "packed by gzip twice", "unpack it once with: gzip -d"),
            new FileKind("7z\u00bc\u00af'\u001c", "a 7-Zip archive", "unpack it"),
            new FileKind("Rar!", "a RAR archive", "unpack it"),
            new FileKind("ARROW1", "an Arrow file", "write it as CSV"),
            new FileKind("FEA1", "a Feather file", "write it as CSV"),
            new FileKind("RDX2", "R's data", "write a matrix of it with: write.csv"),
            new FileKind("RDX3", "R's data", "write a matrix of it with: write.csv"),
            new FileKind("X\n\0\0\0", "R's data", "write it with: write.csv"),
            new FileKind("\u0080\u0002", "a pickle of Python", "write its matrix with: numpy.save"),
            new FileKind("\u0080\u0003", "a pickle of Python", "write its matrix with: numpy.save"),
            new FileKind("\u0080\u0004", "a pickle of Python", "write its matrix with: numpy.save"),
            new FileKind("\u0080\u0005", "a pickle of Python", "write its matrix with: numpy.save"),
            new FileKind("\u0089PNG", "a PNG image", "distances are taken between the rows of tables"),
            new FileKind("\u00ff\u00d8\u00ff", "a JPEG image", "distances are taken between the rows of tables"));

    /// Refuses a file that is known not to be a table.
    static void requireNone(byte[] content) {
        FileKind kind = of(content);
        if (kind != null) {
            throw new InputException("is " + kind.name() + ", expected a table such as CSV", kind.advice());
        }
    }

    private static @Nullable FileKind of(byte[] content) {
        if (begins(content, "PK\u0003\u0004") || begins(content, "PK\u0005\u0006")) {
            return archive(content);
        }
        for (FileKind kind : KINDS) {
            if (begins(content, kind.magic())
                    && (kind.magic().charAt(0) > 0x7f || kind.magic().charAt(0) == '%' || hasControls(content))) {
                return kind;
            }
        }
        return null;
    }

    private static FileKind archive(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 4096), StandardCharsets.ISO_8859_1);
        if (start.contains(".npy")) {
            return new FileKind("", "a zip archive of NumPy matrices (.npz)",
                    "unzip it: each .npy in it is a table; numpy.save writes one");
        }
        if (start.contains("[Content_Types].xml") || start.contains("xl/")) {
            return new FileKind("", "an Excel workbook (.xlsx, a zip archive)", SAVE_AS_CSV);
        }
        if (start.contains("opendocument.spreadsheet")) {
            return new FileKind("", "an OpenDocument spreadsheet (.ods, a zip archive)", SAVE_AS_CSV);
        }
        return new FileKind("", "a zip archive", "unzip it; a single table may be packed by gzip");
    }

    /// Whether it cannot be a text: `BZh` and `PAR1` may be the first words of one.
    private static boolean hasControls(byte[] content) {
        for (int k = 0; k < Math.min(content.length, 256); k++) {
            byte b = content[k];
            if ((b >= 0 && b < '\t') || (b > '\r' && b < ' ')) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(byte[] content, String magic) {
        byte[] first = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < first.length) {
            return false;
        }
        for (int k = 0; k < first.length; k++) {
            if (content[k] != first[k]) {
                return false;
            }
        }
        return true;
    }
}
