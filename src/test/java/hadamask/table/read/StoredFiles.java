package hadamask.table.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Small files of every kind that is read, made byte by byte.
public final class StoredFiles {
    private StoredFiles() {
    }

    /// A packer.
    private interface Packer {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Packer packer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packer.over(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A content, packed in every way that is read, by the name of the packer.
    public static Map<String, byte[]> packed(byte[] content) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("gzip", packed(content, GZIPOutputStream::new));
        all.put("bzip2", packed(content, out -> new BZip2CompressorOutputStream(out, 1)));
        all.put("xz", packed(content, out -> new XZOutputStream(out, new LZMA2Options(0))));
        all.put("zstd", packed(content, out -> new ZstdOutputStream(out).setChecksum(true)));
        return all;
    }

    /// A zip archive.
    public static byte[] zip(Map<String, byte[]> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A `.npy` of float64.
    public static byte[] npy(String shape, double... values) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            data.putDouble(value);
        }
        return npy("<f8", shape, false, data.array());
    }

    /// A `.npy` of any type.
    public static byte[] npy(String type, String shape, boolean byColumns, byte[] data) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + (byColumns ? "True" : "False") + ", 'shape': ("
                + shape + "), }\n";
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("\u0093NUMPY\1\0".getBytes(ISO_8859_1)).putShort((short) header.length());
        return file.put(header.getBytes(ISO_8859_1)).put(data).array();
    }

    /// SciPy's sparse matrix of `0 5 0 | 0 0 0 | 7 0 8`.
    ///
    /// @param format `csr`, `csc` or `coo`
    public static byte[] sparse(String format) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        switch (format) {
            case "csr" -> {
                members.put("indices.npy", npy("3,", 1, 0, 2));
                members.put("indptr.npy", npy("4,", 0, 1, 1, 3));
                members.put("data.npy", npy("3,", 5, 7, 8));
            }
            case "csc" -> {
                members.put("indices.npy", npy("3,", 2, 0, 2));
                members.put("indptr.npy", npy("4,", 0, 1, 2, 3));
                members.put("data.npy", npy("3,", 7, 5, 8));
            }
            default -> {
                members.put("row.npy", npy("4,", 2, 0, 2, 2));
                members.put("col.npy", npy("4,", 2, 1, 0, 2));
                members.put("data.npy", npy("4,", 3, 5, 7, 5));
            }
        }
        members.put("format.npy", npy("|S3", "", false, format.getBytes(UTF_8)));
        members.put("shape.npy", npy("2,", 3, 3));
        return zip(members);
    }

    /// A workbook of one or two sheets; a cell that begins with a digit or `-` is a number, `T` or `F` alone a boolean.
    public static byte[] workbook(List<List<String>> first, List<List<String>> second) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        members.put("[Content_Types].xml",
                xml("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + types
                        + "worksheet+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"" + types
                        + "worksheet+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + types + "styles+xml\"/></Types>"));
        String ns = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        members.put("_rels/.rels", xml(ns + "<Relationship Id=\"rId1\" Type=\"" + relations
                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        members.put("xl/_rels/workbook.xml.rels", xml(ns + "<Relationship Id=\"rId1\" Type=\"" + relations
                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + relations
                + "/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"rId3\" Type=\"" + relations
                + "/styles\" Target=\"styles.xml\"/></Relationships>"));
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        members.put("xl/workbook.xml", xml("<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations
                + "\"><sheets><sheet name=\"data\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"more\" sheetId=\"2\""
                + " r:id=\"rId2\"/></sheets></workbook>"));
        members.put("xl/styles.xml", xml("<styleSheet xmlns=\"" + main + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
                + "<xf numFmtId=\"14\"/></cellXfs></styleSheet>"));
        members.put("xl/worksheets/sheet1.xml", sheet(main, first));
        members.put("xl/worksheets/sheet2.xml", sheet(main, second));
        return zip(members);
    }

    private static byte[] xml(String body) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body).getBytes(UTF_8);
    }

    private static byte[] sheet(String main, List<List<String>> rows) {
        StringBuilder text = new StringBuilder("<worksheet xmlns=\"" + main + "\"><sheetData>");
        for (int i = 0; i < rows.size(); i++) {
            text.append("<row r=\"").append(i + 1).append("\">");
            for (int j = 0; j < rows.get(i).size(); j++) {
                String cell = rows.get(i).get(j);
                String place = " r=\"" + (char) ('A' + j) + (i + 1) + "\"";
                char head = cell.isEmpty() ? ' ' : cell.charAt(0);
                if (head == '@') {
                    text.append("<c").append(place).append(" s=\"1\"><v>").append(cell.substring(1)).append("</v></c>");
                } else if (Character.isDigit(head) || head == '-') {
                    text.append("<c").append(place).append("><v>").append(cell).append("</v></c>");
                } else if (cell.equals("T") || cell.equals("F")) {
                    text.append("<c").append(place).append(" t=\"b\"><v>").append(cell.equals("T") ? 1 : 0)
                            .append("</v></c>");
                } else if (!cell.isEmpty()) {
                    text.append("<c").append(place).append(" t=\"inlineStr\"><is><t>").append(cell)
                            .append("</t></is></c>");
                }
            }
            text.append("</row>");
        }
        return xml(text + "</sheetData></worksheet>");
    }
}
