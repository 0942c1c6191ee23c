package hadamask.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

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
        for (String type : List.of("<f8", ">f8", "<f4", "<i8", ">i4", "<i2", "|i1", "|u1", "<u4", "<u2", "|b1")) {
            seeds.add(npy(1, "{'descr': '" + type + "', 'fortran_order': False, 'shape': (3, 4), }", 96));
        }
        seeds.add(npy(2, "{'descr': '<f8', 'fortran_order': True, 'shape': (4, 3), }", 96));
        seeds.add(npy(3, "{'descr': '<f8', 'fortran_order': False, 'shape': (12, 1), }", 96));
        seeds.add(npy(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (12,), }", 96));
        return seeds;
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
