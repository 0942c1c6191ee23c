package hadamask.codec;

import hadamask.codec.format.ImageFormat;
import hadamask.codec.format.TiffTags;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A kind of file that is not read, but known by its first bytes: what is not supported is called by its name, never broken.
enum OtherFormat {
    HEIC("a HEIC image", "heif-convert in.heic out.png"),
    AVIF("an AVIF image", "avifdec in.avif out.png"),
    JPEG_XL("a JPEG XL image", "djxl in.jxl out.png"),
    JPEG_2000("a JPEG 2000 image", "opj_decompress -i in.jp2 -o out.png"),
    JPEG_XR("a JPEG XR image", "JxrDecApp -i in.jxr -o out.bmp"),
    PSD("a Photoshop document (PSD)", magick("'in.psd[0]'")),
    XCF("a GIMP document (XCF)", magick("in.xcf", "-flatten")),
    SVG("an SVG drawing", "rsvg-convert in.svg -o out.png"),
    PDF("a PDF document", "pdftoppm -png in.pdf out"),
    POSTSCRIPT("a PostScript document", "gs -sDEVICE=png16m -r150 -o out.png in.eps"),
    METAFILE("a Windows metafile", "inkscape in.wmf -o out.png"),
    EXR("an OpenEXR image", magick("in.exr")),
    HDR("a Radiance HDR image", magick("in.hdr")),
    PFM("a PFM image", magick("in.pfm")),
    ICON("a Windows icon or cursor (ICO, CUR)", magick("'in.ico[0]'")),
    ICNS("a macOS icon (ICNS)", "icns2png -x in.icns"),
    DDS("a DirectDraw surface (DDS)", magick("in.dds")),
    TGA("a Targa image (TGA)", magick("in.tga")),
    PCX("a PCX image", magick("in.pcx")),
    QOI("a QOI image", magick("in.qoi")),
    MNG("an MNG animation", magick("'in.mng[0]'")),
    FLIF("a FLIF image", "flif -d in.flif out.png"),
    BPG("a BPG image", "bpgdec -o out.png in.bpg"),
    DJVU("a DjVu document", "ddjvu -format=tiff -page=1 in.djvu out.tif"),
    FITS("a FITS image", magick("in.fits")),
    DICOM("a DICOM image", magick("'in.dcm[0]'")),
    RAW("a raw photograph of a camera", "darktable-cli in.nef out.png"),
    VIDEO("a video", "ffmpeg -i in.mp4 -frames:v 1 out.png"),
    WEB_PAGE("a web page (HTML)", null),
    ZIP("a ZIP archive", null),
    GZIP("a file packed by gzip", "gunzip -c in.gz >out");

    /// Brands of files made of boxes (ISO 14496-12) that hold still pictures.
    private static final Pattern AVIF_BRAND = Pattern.compile("avi[fso]");
    private static final Pattern HEIC_BRAND = Pattern.compile("he[iv][cxms]|mif[12]|msf1|miaf");
    private static final int TEXT_LOOKED_AT = 4096;

    private final String description;
    private final @Nullable String command;

    /// @param command that turns such a file into one that is read, as it may be typed
    OtherFormat(String description, @Nullable String command) {
        this.description = description;
        this.command = command;
    }

    private static String magick(String file) {
        return "magick " + file + " out.png";
    }

    private static String magick(String file, String option) {
        return "magick " + file + " " + option + " out.png";
    }

    /// With its article: `a HEIC image`.
    String description() {
        return description;
    }

    /// What the user can do, a phrase without a full stop.
    String remedy() {
        return command != null
                ? "convert it, such as by: " + command
                : this == ZIP ? "unpack it" : "download the image itself, not the page that shows it";
    }

    /// The kind that a file's content says it is, or null where none of these is recognised.
    ///
    /// @param file the whole content; a TIFF is taken for a raw photograph where it says so
    static @Nullable OtherFormat ofContent(byte[] file) {
        OtherFormat known = ofMagic(file);
        if (known != null) {
            return known;
        }
        if (file.length > 12 && at(file, 4, "ftyp")) {
            return ofBrands(file);
        }
        if (file.length > 26 && at(file, file.length - 18, "TRUEVISION-XFILE.\0")) {
            return TGA;
        }
        if (file.length > 132 && at(file, 128, "DICM")) {
            return DICOM;
        }
        return ofText(file);
    }

    private static @Nullable OtherFormat ofMagic(byte[] file) {
        return at(file, 0, "\0\0\0\fJXL \r\n\u0087\n") || at(file, 0, "\u00FF\n")
                ? JPEG_XL
                : at(file, 0, "\0\0\0\fjP  \r\n\u0087\n") || at(file, 0, "\u00FFO\u00FFQ")
                        ? JPEG_2000
                        : at(file, 0, "II\u00BC\1")
                                ? JPEG_XR
                                : at(file, 0, "8BPS")
                                        ? PSD
                                        : at(file, 0, "gimp xcf")
                                                ? XCF
                                                : at(file, 0, "%PDF-")
                                                        ? PDF
                                                        : at(file, 0, "%!PS") || at(file, 0, "\u00C5\u00D0\u00D3\u00C6")
                                                                ? POSTSCRIPT
                                                                : at(file, 0, "\u00D7\u00CD\u00C6\u009A")
                                                                        || at(file, 40, " EMF")
                                                                                ? METAFILE
                                                                                : at(file, 0, "v/1\1")
                                                                                        ? EXR
                                                                                        : at(file, 0, "#?RADIANCE")
                                                                                                || at(file, 0, "#?RGBE")
                                                                                                        ? HDR
                                                                                                        : at(file, 0,
                                                                                                                "PF\n")
                                                                                                                || at(file,
                                                                                                                        0,
                                                                                                                        "Pf\n")
                                                                                                                                ? PFM
                                                                                                                                : isIcon(
                                                                                                                                        file)
                                                                                                                                                ? ICON
                                                                                                                                                : at(file,
                                                                                                                                                        0,
                                                                                                                                                        "icns")
                                                                                                                                                                ? ICNS
                                                                                                                                                                : at(file,
                                                                                                                                                                        0,
                                                                                                                                                                        "DDS |")
                                                                                                                                                                                ? DDS
                                                                                                                                                                                : isPcx(file)
                                                                                                                                                                                        ? PCX
                                                                                                                                                                                        : at(file,
                                                                                                                                                                                                0,
                                                                                                                                                                                                "qoif")
                                                                                                                                                                                                        ? QOI
                                                                                                                                                                                                        : at(file,
                                                                                                                                                                                                                0,
                                                                                                                                                                                                                "\u008AMNG")
                                                                                                                                                                                                                || at(file,
                                                                                                                                                                                                                        0,
                                                                                                                                                                                                                        "\u008BJNG")
                                                                                                                                                                                                                                ? MNG
                                                                                                                                                                                                                                : at(file,
                                                                                                                                                                                                                                        0,
                                                                                                                                                                                                                                        "FLIF")
                                                                                                                                                                                                                                                ? FLIF
                                                                                                                                                                                                                                                : at(file,
                                                                                                                                                                                                                                                        0,
                                                                                                                                                                                                                                                        "BPG\u00FB")
                                                                                                                                                                                                                                                                ? BPG
                                                                                                                                                                                                                                                                : at(file,
                                                                                                                                                                                                                                                                        0,
                                                                                                                                                                                                                                                                        "AT&TFORM")
                                                                                                                                                                                                                                                                                ? DJVU
                                                                                                                                                                                                                                                                                : at(file,
                                                                                                                                                                                                                                                                                        0,
                                                                                                                                                                                                                                                                                        "SIMPLE  =")
                                                                                                                                                                                                                                                                                                ? FITS
                                                                                                                                                                                                                                                                                                : isRaw(file)
                                                                                                                                                                                                                                                                                                        ? RAW
                                                                                                                                                                                                                                                                                                        : isVideo(
                                                                                                                                                                                                                                                                                                                file)
                                                                                                                                                                                                                                                                                                                        ? VIDEO
                                                                                                                                                                                                                                                                                                                        : at(file,
                                                                                                                                                                                                                                                                                                                                0,
                                                                                                                                                                                                                                                                                                                                "PK\3\4")
                                                                                                                                                                                                                                                                                                                                        ? ZIP
                                                                                                                                                                                                                                                                                                                                        : at(file,
                                                                                                                                                                                                                                                                                                                                                0,
                                                                                                                                                                                                                                                                                                                                                "\u001F\u008B\b")
                                                                                                                                                                                                                                                                                                                                                        ? GZIP
                                                                                                                                                                                                                                                                                                                                                        : null;
    }

    /// The brand that a file of boxes has first counts most; `mif1` may be anything that the others say.
    private static OtherFormat ofBrands(byte[] file) {
        int length = Math.min(file.length, Math.max(16, (file[2] & 0xFF) << 8 | (file[3] & 0xFF)));
        boolean heic = false;
        for (int i = 8; i + 4 <= length; i += i == 8 ? 8 : 4) {
            String brand = new String(file, i, 4, StandardCharsets.ISO_8859_1);
            if (AVIF_BRAND.matcher(brand).matches()) {
                return AVIF;
            }
            if (brand.equals("crx ")) {
                return RAW;
            }
            heic |= HEIC_BRAND.matcher(brand).matches();
        }
        return heic ? HEIC : VIDEO;
    }

    private static boolean isIcon(byte[] file) {
        return (at(file, 0, "\0\0\1\0") || at(file, 0, "\0\0\2\0")) && file.length > 22 && file[5] == 0 && file[4] > 0
                && file[9] == 0;
    }

    private static boolean isPcx(byte[] file) {
        return file.length > 128 && file[0] == 10 && file[1] >= 0 && file[1] <= 5 && file[2] == 1 && file[64] == 0
                && (file[3] == 1 || file[3] == 2 || file[3] == 4 || file[3] == 8);
    }

    /// Cameras write TIFFs whose first picture is a small preview; what they mean by them only their own programs know.
    private static boolean isRaw(byte[] file) {
        if (at(file, 0, "FUJIFILMCCD-RAW") || at(file, 0, "IIU\0") || at(file, 0, "IIRO") || at(file, 0, "IIRS")
                || at(file, 0, "MMOR") || at(file, 6, "HEAPCCDR") || at(file, 0, "FOVb") || at(file, 0, "\0MRM")) {
            return true;
        }
        if (ImageFormat.ofContent(file) != ImageFormat.TIFF) {
            return false;
        }
        TiffTags tags = TiffTags.of(file);
        boolean preview = (tags.number(TiffTags.SUBFILE_TYPE, 0) & 1) != 0 && tags.has(TiffTags.SUB_DIRECTORIES);
        return at(file, 8, "CR\2\0") || tags.has(TiffTags.DNG_VERSION) || (preview && tags.has(TiffTags.MAKE));
    }

    private static boolean isVideo(byte[] file) {
        return at(file, 0, "\u001AE\u00DF\u00A3") || (at(file, 0, "RIFF") && at(file, 8, "AVI "))
                || at(file, 4, "moov") || at(file, 4, "mdat") || at(file, 0, "\0\0\1\u00BA") || at(file, 0, "FLV\1");
    }

    private static @Nullable OtherFormat ofText(byte[] file) {
        String text = new String(file, 0, Math.min(file.length, TEXT_LOOKED_AT), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT).replace("\uFEFF", "");
        String element = text.strip();
        // What may stand before: a declaration, comments.
        while (element.startsWith("<?") || element.startsWith("<!--")) {
            String mark = element.startsWith("<?") ? "?>" : "-->";
            int end = element.indexOf(mark);
            if (end < 0) {
                return null;
            }
            element = element.substring(end + mark.length()).stripLeading();
        }
        if (element.startsWith("<svg") || element.startsWith("<!doctype svg")) {
            return SVG;
        }
        return element.startsWith("<!doctype html") || element.startsWith("<html") ? WEB_PAGE : null;
    }

    /// Whether bytes stand at a place, a character for each.
    private static boolean at(byte[] file, int place, String bytes) {
        int end = place + bytes.length();
        return place >= 0 && end <= file.length
                && Arrays.equals(file, place, end, bytes.getBytes(StandardCharsets.ISO_8859_1), 0, bytes.length());
    }
}
