package hadamask.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import hadamask.table.read.StoredFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Small tables in every format that is read: the samples' first rows, and every odd thing a table can hold.
final class TableSeeds {
    private TableSeeds() {
    }

    /// Delimited texts: commas, semicolons, tabs and blanks; labels, quotes, missing values.
    ///
    /// @param samples the folder of the samples
    static List<byte[]> texts(Path samples) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : List.of("vectors.csv", "mask.csv")) {
            seeds.add(Files.readAllBytes(samples.resolve(name)));
        }
        String aliens = String.join("\n", Files.readAllLines(samples.resolve("aliens.csv")).subList(0, 12));
        for (String text : List.of(aliens, aliens.replace(',', ';'), aliens.replace(',', ' '),
                aliens.replace("\n", "\r\n"), "\uFEFF" + aliens + "\n",
                "name,\"a, b\",\"c \"\"d\"\"\"\n\"x\ny\",1,2.5e-3\nz,-4,+5E2\n", "id,2019,2020\nk,,1\nl,nan,inf\n",
                "1\n2\n3\n", "a,b,c,d\n" + "1,2,3,4\n".repeat(9), "sep=;\nx;y\n1,5;2\n-,5;?\n",
                "# a comment\n#OTU ID,s,t\n7,1,2\n9,3,-999\n", "x,y\nr1,1,2\nr2,3,4\n",
                ",0,1,2\n0,5.5,6.5,7\n1,8.5,9.5,1\n",
                "rownames,x,kind\n1,5,a\n2,7,b\n3,1,b\n4,2,a\n5,9,a\n", "h,w\ncm,kg\n1,2\n3,5\n",
                "2 3\nking 0.1 0.2 0.3\n\" 0.2 0.1 0.1\n", "#1.2\n2,2\nName,Description,s\nA,f,1\nB,g,2\n",
                "x|y,\n1|2,\n3|4,\n",
                "nm,1100.5,1102.5,1104.5\ncm,9090,9074,9057\na,.1,.3,.2\nb,.2,.1,.4\nc,.3,.2,.1\n")) {
            seeds.add(text.getBytes(UTF_8));
        }
        return seeds;
    }

    /// The same with tabs.
    static List<byte[]> tabbed(Path samples) throws IOException {
        return texts(samples).stream().map(text -> new String(text, UTF_8).replace(',', '\t').getBytes(UTF_8)).toList();
    }

    /// Packed by gzip.
    static byte[] packed(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Matrices of NumPy: every type, both orders of bytes and of elements, versions 1 to 3.
    static List<byte[]> npy() {
        List<byte[]> seeds = new ArrayList<>();
        for (String type : List.of("<f8", ">f8", "<f4", ">f2", "<i8", ">i4", "<i2", "|i1", "|u1", "<u8", "<u4", "<u2",
                "|b1")) {
            seeds.add(npy(1, "{'descr': '" + type + "', 'fortran_order': False, 'shape': (3, 4), }", 96));
        }
        seeds.add(npy(2, "{'descr': '<f8', 'fortran_order': True, 'shape': (4, 3), }", 96));
        seeds.add(npy(3, "{'descr': '<f8', 'fortran_order': False, 'shape': (12, 1), }", 96));
        seeds.add(npy(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (12,), }", 96));
        return seeds;
    }

    /// Archives of arrays, dense and sparse.
    static List<byte[]> npz() {
        List<byte[]> seeds = new ArrayList<>();
        for (String format : List.of("csr", "csc", "coo")) {
            seeds.add(StoredFiles.sparse(format));
        }
        seeds.add(StoredFiles.zip(Map.of("data.npy", StoredFiles.npy("3, 2", 1, 2, 3, 4, 5, 6))));
        return seeds;
    }

    /// What stands inside of them, put into an archive whose checksums are right.
    static List<byte[]> arraysOfCoordinates() {
        return List.of(StoredFiles.npy("4,", 2, 0, 2, 1), StoredFiles.npy("4,", 0, 1, 2, 2),
                StoredFiles.npy("2,", 3, 3), StoredFiles.npy("2, 2", 1, 2, 3, 4));
    }

    /// The archive of a sparse matrix of which one array is another.
    ///
    /// @param which of its arrays
    static byte[] archiveWith(byte[] array, int which) {
        List<String> names = List.of("row", "col", "data", "shape");
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("format.npy", StoredFiles.npy("|S3", "", false, "coo".getBytes(UTF_8)));
        for (int k = 0; k < names.size(); k++) {
            byte[] own = k == 3 ? StoredFiles.npy("2,", 3, 3) : StoredFiles.npy("4,", 0, 1, 2, 1);
            members.put(names.get(k) + ".npy", k == which ? array : own);
        }
        return StoredFiles.zip(members);
    }

    /// Matrix Market of every form.
    static List<byte[]> matrixMarket() {
        return List.of("coordinate real general\n% c\n4 3 4\n1 1 1.5\n2 3 -2e3\n3 2 7\n4 1 1\n",
                "coordinate integer symmetric\n3 3 3\n1 1 1\n2 1 5\n3 3 9\n",
                "coordinate pattern general\n3 4 3\n1 1\n2 4\n3 2\n",
                "coordinate real skew-symmetric\n3 3 2\n2 1 5\n3 2 1\n", "array real general\n2 3\n1\n2\n3\n4\n5\n6\n",
                "array integer symmetric\n3 3\n1\n2\n3\n4\n5\n6\n").stream()
                .map(text -> ("%%MatrixMarket matrix " + text).getBytes(UTF_8)).toList();
    }

    /// Texts packed by bzip2, xz and zstd.
    static List<byte[]> otherwisePacked(Path samples) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] text : texts(samples).subList(0, 6)) {
            Map<String, byte[]> packed = StoredFiles.packed(text);
            packed.remove("gzip");
            seeds.addAll(packed.values());
        }
        return seeds;
    }

    /// The rows of sheets.
    private static final List<List<String>> ROWS = List.of(List.of("name", "a", "b"), List.of("x", "1", "2.5"),
            List.of("y", "-3", "4"), List.of("z", "", "7"));

    /// Workbooks.
    static List<byte[]> workbooks() {
        return List.of(StoredFiles.workbook(ROWS, List.of()),
                StoredFiles.workbook(List.of(List.of("1", "T", "@45000"), List.of("2", "F", "#N/A")), ROWS));
    }

    /// The XML of a sheet, to be put into a workbook by [#workbookWith].
    static List<byte[]> sheets() throws IOException {
        return List.of(part(StoredFiles.workbook(ROWS, List.of()), "xl/worksheets/sheet1.xml"));
    }

    /// A workbook whose checksums are right.
    static byte[] workbookWith(byte[] sheet) {
        try {
            Map<String, byte[]> parts = parts(StoredFiles.workbook(ROWS, List.of()));
            parts.put("xl/worksheets/sheet1.xml", sheet);
            return StoredFiles.zip(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] part(byte[] zip, String name) throws IOException {
        return Objects.requireNonNull(parts(zip).get(name));
    }

    private static Map<String, byte[]> parts(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] npy(int version, String header, int dataBytes) {
        ByteBuffer file = ByteBuffer.allocate((version == 1 ? 10 : 12) + header.length() + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN).put("\u0093NUMPY".getBytes(ISO_8859_1)).put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            file.putShort((short) header.length());
        } else {
            file.putInt(header.length());
        }
        file.put(header.getBytes(ISO_8859_1));
        for (int i = 0; i < dataBytes; i++) {
            file.put((byte) (i * 37 % 101));
        }
        return file.array();
    }
}
