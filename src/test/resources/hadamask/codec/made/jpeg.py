"""JPEG by cjpeg, jpegtran, ImageMagick and Pillow, with marks changed by hand; decoded by libjpeg-turbo (djpeg; Pillow for inks)."""
import itertools

import numpy as np
from PIL import Image

from made.workshop import (CONTENTS, LARGE, SIZES, Call, Seen, beside, draw, exif, gray, inks_to_rgb, join, read_pam,
                           upright, write_pam)

#: where colours are enlarged and rounded is the decoder's choice, within a level or two
LOSSY = 2
#: inks: rounding of the colour differences, and then of the product with black
INKS = 2
SAMPLINGS = {"4:4:4": "1x1", "4:2:2": "2x1", "4:2:0": "2x2", "4:4:0": "1x2", "4:1:1": "4x1", "4:1:0": "4x2", "1x4": "1x4",
             "3x1": "3x1", "colours finer": "1x1,2x1,1x1", "all double": "2x1,2x1,2x1", "blue half": "2x2,2x2,1x1",
             "2x2,2x1": "2x2,2x1,2x1", "2x2,1x2": "2x2,1x2,1x2"}


def decoded(call, path, orientation=1):
    """libjpeg-turbo, colours enlarged smoothly or plainly; for four inks Pillow, which turns Adobe's round."""
    with Image.open(path) as f:
        if f.mode == "CMYK":
            return [upright(inks_to_rgb(np.array(f)), orientation)]
    # djpeg warns of a transform that it does not know, and takes it for 1.
    pictures = [read_pam(call("djpeg", *options, path, silent=True, warning=b"Unknown Adobe color transform"))
                for options in ([], ["-nosmooth"])]
    return [upright(p, orientation) for p in pictures]


def cjpeg(picture, options, change=None, orientation=1, unread=False):
    """A maker: cjpeg with options, and then a change to the bytes."""
    def make(path):
        call = Call()
        source = write_pam(beside(path, ".ppm"), picture())
        call("cjpeg", *options, "-outfile", path, source)
        words = str(call)
        if change:
            with open(path, "rb") as f:
                data = change(f.read())
            with open(path, "wb") as f:
                f.write(data)
            words += ", then " + change.__doc__
        return Seen([] if unread else decoded(call, path, orientation), words, LOSSY, unread=unread)
    return make


def scans(picture, script, options=()):
    """A maker: cjpeg with a script of scans."""
    def make(path):
        with open(beside(path, ".scans"), "w") as out:
            out.write(script)
        return cjpeg(picture, ["-scans", beside(path, ".scans"), *options])(path)
    return make


def jpegtran(picture, first, then):
    """A maker: cjpeg, and jpegtran behind it."""
    def make(path):
        call = Call()
        source, middle = write_pam(beside(path, ".ppm"), picture()), beside(path, ".jpg")
        call("cjpeg", *first, "-outfile", middle, source)
        call("jpegtran", *then, "-outfile", path, middle)
        return Seen(decoded(call, path), str(call), LOSSY)
    return make


def magick(picture, options):
    """A maker: ImageMagick."""
    def make(path):
        call = Call()
        source = write_pam(beside(path, ".pam"), picture())
        call("convert", source, *options, path)
        return Seen(decoded(call, path), str(call), LOSSY)
    return make


def by_pillow(picture, mode=None, **options):
    """A maker: Pillow."""
    def make(path):
        p = picture()
        Image.fromarray(p[..., 0] if p.shape[2] == 1 else p, mode).save(path, "JPEG", **options)
        return Seen(decoded(Call(), path), "Pillow: save(%s)" % options, LOSSY)
    return make


def segments(data):
    """The marker segments before the first scan, (marker, bytes with it), and the rest."""
    at, found = 2, []
    while data[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(data[at + 2:at + 4], "big")
        found.append((data[at + 1], data[at:end]))
        at = end
    return found, data[at:]


ADOBE = b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0"


def marked(adobe=None, jfif=False, names=None):
    """A change: takes the marks of JFIF and Adobe out, sets those that are asked for, and names the components."""
    def change(data):
        found, rest = segments(data)
        out = b"\xff\xd8"
        if jfif:
            out += b"\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
        if adobe is not None:
            out += ADOBE + bytes([adobe])
        for marker, segment in found:
            if marker in (0xE0, 0xEE):
                continue
            if names and marker in (0xC0, 0xC1, 0xC2):
                segment = bytearray(segment)
                for i, name in enumerate(names):
                    segment[10 + 3 * i] = ord(name)
            out += bytes(segment)
        if names:
            rest = bytearray(rest)
            for i, name in enumerate(names):
                rest[5 + 2 * i] = ord(name)
        return out + bytes(rest)
    change.__doc__ = "marks changed: JFIF %s, Adobe %s, names %s" % (jfif, adobe, names)
    return change


def turned(orientation, order, behind_jfif):
    """A change: adds EXIF with an orientation, behind JFIF or, as cameras do, in its place."""
    def change(data):
        block = b"Exif\0\0" + exif(orientation, order)
        segment = b"\xff\xe1" + (len(block) + 2).to_bytes(2, "big") + block
        found, rest = segments(data)
        marks = b"".join(s for m, s in found if m == 0xE0) if behind_jfif else b""
        return b"\xff\xd8" + marks + segment + b"".join(s for m, s in found if m != 0xE0) + rest
    change.__doc__ = "EXIF with orientation %d (%s)" % (orientation, order)
    return change


def fill_bytes(data):
    """more 0xFF before each marker"""
    found, rest = segments(data)
    return b"\xff\xd8" + b"".join(b"\xff\xff" + s for _, s in found) + b"\xff" + rest


def comments(data):
    """comments and unknown segments between the others"""
    found, rest = segments(data)
    extra = b"\xff\xfe\0\x06some\xff\xec\0\x08\xff\xd9\xff\xda\0\0"
    return b"\xff\xd8" + b"".join(s + extra for _, s in found) + rest


def tail(data):
    """bytes behind the end"""
    return data + b"\0\0behind\xff\xd8\xff"


def split_tables(data):
    """each table in a segment of its own"""
    found, rest = segments(data)
    out = b"\xff\xd8"
    for marker, segment in found:
        body = segment[4:]
        if marker not in (0xC4, 0xDB):
            out += segment
            continue
        while body:
            size = 17 + sum(body[1:17]) if marker == 0xC4 else 65 + 64 * (body[0] >> 4)
            out += bytes([0xFF, marker]) + (size + 2).to_bytes(2, "big") + body[:size]
            body = body[size:]
    return out + rest


def twelve_bits(data):
    """the precision set to 12 bits"""
    found, rest = segments(data)
    return b"\xff\xd8" + b"".join(s[:4] + b"\x0c" + s[5:] if 0xC0 <= m <= 0xC2 else s for m, s in found) + rest


def inks(size, content, adobe, quality=90, differences=False, progressive=False, sampling=0):
    """A maker: four components, as they are or as YCCK, with Adobe's mark or (adobe None) without."""
    def make(path):
        k = gray(draw(*size, "smooth", seed=5))
        p = join(draw(*size, content), k)
        if differences:
            r, g, b, black = np.moveaxis(p.astype(float), -1, 0)
            y = 0.299 * r + 0.587 * g + 0.114 * b
            p = np.stack([y, 128 + (b - y) / 1.772, 128 + (r - y) / 1.402, black], -1).round().clip(0, 255).astype(np.uint8)
            p = 255 - p  # Pillow turns them round
        Image.fromarray(p, "CMYK").save(path, "JPEG", quality=quality, progressive=progressive)
        with open(path, "rb") as f:
            data = f.read()
        with open(path, "wb") as f:
            f.write(marked(adobe)(data))
        words = "Pillow: CMYK save(quality=%d, progressive=%s), then Adobe's mark %s" % (quality, progressive, adobe)
        return Seen(decoded(Call(), path), words, INKS)
    return make


def add(shelf):
    turn = itertools.cycle(SIZES[3:] + [LARGE])
    look = itertools.cycle(CONTENTS)

    def colours(size=None, content=None):
        size, content = size or next(turn), content or next(look)
        return lambda: draw(*size, content)

    def grays(size=None):
        size, content = size or next(turn), next(look)
        return lambda: gray(draw(*size, content))

    for size, (name, factors) in itertools.product(SIZES, SAMPLINGS.items()):
        shelf.add("sub-sampling " + name, ".jpg", cjpeg(colours(size), ["-sample", factors, "-quality", 85]))
    for name, factors in SAMPLINGS.items():
        for options in (["-progressive"], ["-restart", 1], ["-optimize", "-quality", 20]):
            shelf.add("sub-sampling " + name, ".jpg", cjpeg(colours(), ["-sample", factors, *options]))
    for quality, content in itertools.product([1, 2, 5, 10, 25, 50, 75, 90, 95, 99, 100], CONTENTS):
        shelf.add("quality", ".jpg", cjpeg(colours(content=content), ["-quality", quality]))
        shelf.add("quality, progressive", ".jpg", cjpeg(colours(content=content), ["-quality", quality, "-progressive"]))
    for size in SIZES:
        shelf.add("grey", ".jpg", cjpeg(grays(size), ["-quality", 90]))
        shelf.add("grey", ".jpg", cjpeg(colours(size), ["-grayscale", "-progressive"]))
        shelf.add("grey, sampled 2x2", ".jpg", cjpeg(grays(size), ["-sample", "2x2"]))
        shelf.add("RGB, Adobe transform 0", ".jpg", cjpeg(colours(size), ["-rgb", "-quality", 90]))
        shelf.add("progressive", ".jpg", cjpeg(colours(size), ["-progressive", "-quality", 60]))
        shelf.add("optimised", ".jpg", cjpeg(colours(size), ["-optimize"]))
    for interval, options in itertools.product(["1", "2", "1B", "2B", "7B", "100B"], [[], ["-progressive"], ["-sample", "1x1"],
                                                                                     ["-grayscale"], ["-optimize"]]):
        shelf.add("restart intervals", ".jpg", cjpeg(colours(), ["-restart", interval, *options]))
    for dct, options in itertools.product(["int", "fast", "float"], [["-smooth", 30], ["-quality", "90,50"], ["-qslots", "0,1,0"]]):
        shelf.add("other options of cjpeg", ".jpg", cjpeg(colours(), ["-dct", dct, *options]))
    scripts = {"a scan for each": "0;1;2;", "two scans": "0;1 2;", "colours first": "1 2;0;",
               "spectral": "0 1 2: 0-0, 0, 0; 0: 1-63, 0, 0; 1: 1-63, 0, 0; 2: 1-63, 0, 0;",
               "refined": "0 1 2: 0-0, 0, 2; 0: 1-63, 0, 2; 1: 1-63, 0, 2; 2: 1-63, 0, 2; 0 1 2: 0-0, 2, 1; 0 1 2: 0-0, 1, 0;"
                          "0: 1-63, 2, 1; 0: 1-63, 1, 0; 1: 1-63, 2, 1; 1: 1-63, 1, 0; 2: 1-63, 2, 1; 2: 1-63, 1, 0;",
               # Behind the first nine coefficients nothing is guessed; before, libjpeg 6b and turbo guess differently.
               "incomplete": "0 1 2: 0-0, 0, 0; 0: 1-9, 0, 0; 1: 1-9, 0, 0; 2: 1-9, 0, 0;"}
    for (name, script), options in itertools.product(scripts.items(), [[], ["-restart", "3B"], ["-sample", "1x1"], ["-sample", "2x1"]]):
        shelf.add("scans: " + name, ".jpg", scans(colours(), script, options))
    for then in (["-progressive"], ["-rotate", 90], ["-flip", "horizontal"], ["-transpose"], ["-crop", "8x8+0+0"], ["-grayscale"],
                 ["-restart", "5B"], ["-optimize"], ["-rotate", 180, "-perfect", "-trim"], ["-copy", "none"]):
        for first in (["-sample", "2x2"], ["-sample", "2x1"], ["-progressive"]):
            shelf.add("jpegtran", ".jpg", jpegtran(colours((64, 48)), first, [o for o in then if o != "-perfect"]))
    for sampling, quality, interlace in itertools.product(["1x1", "2x1", "1x2", "2x2", "4x1", "4x2", "1x4"], [30, 80, 98], ["none", "JPEG"]):
        shelf.add("ImageMagick", ".jpg", magick(colours(), ["-sampling-factor", sampling, "-quality", quality, "-interlace", interlace]))
    for colour_space, quality in itertools.product(["Gray", "CMYK", "RGB"], [50, 95]):
        shelf.add("ImageMagick, " + colour_space, ".jpg", magick(colours(), ["-colorspace", colour_space, "-quality", quality]))
    for i in range(24):
        shelf.add("Pillow", ".jpg", by_pillow(colours(), quality=4 * i + 4, subsampling=i % 3, progressive=i % 2 == 0, optimize=i % 5 == 0))
    for orientation, order, behind in itertools.product(range(1, 9), ["II", "MM"], [False, True]):
        picture = colours((33, 17)) if behind else grays((31, 64))
        shelf.add("EXIF orientation", ".jpg", cjpeg(picture, ["-quality", 80], turned(orientation, order, behind), orientation))
    # libjpeg: JFIF means YCbCr; then Adobe's transform decides, 0 for RGB, otherwise YCbCr; then the components' names
    marks = {"JFIF with Adobe transform 0": (["-quality", 90], marked(0, True)), "JFIF with Adobe transform 2": ([], marked(2, True)),
             "Adobe transform 1": ([], marked(1)), "Adobe transform 2, three components": ([], marked(2)),
             "Adobe transform 7, three components": ([], marked(7)),
             "no mark": ([], marked()), "no mark, named R G B": (["-rgb"], marked(None, False, "RGB")),
             "no mark, named Y C c": ([], marked(None, False, "YCc")), "no mark, named 0 1 2": ([], marked(None, False, "\0\1\2")),
             "Adobe transform 0, named 1 2 3": (["-rgb"], marked(0, False, "\1\2\3")),
             "Adobe transform 1, named R G B": ([], marked(1, False, "RGB"))}
    for (name, (options, change)), size in itertools.product(marks.items(), [(17, 33), (65, 48), (8, 8), LARGE]):
        shelf.add("marks: " + name, ".jpg", cjpeg(colours(size), options, change))
    for change, options in itertools.product([fill_bytes, comments, tail, split_tables], [[], ["-progressive"], ["-restart", "2B"], ["-grayscale"]]):
        shelf.add("segments: " + change.__name__.replace("_", " "), ".jpg", cjpeg(colours(), options, change))
    for size, content, progressive in itertools.product([(1, 1), (16, 16), (17, 33), (65, 48)], CONTENTS, [False, True]):
        for adobe in (None, 0):
            shelf.add("CMYK, " + ("no Adobe mark" if adobe is None else "Adobe transform 0"), ".jpg",
                      inks(size, content, adobe, progressive=progressive))
        shelf.add("YCCK, Adobe transform 2", ".jpg", inks(size, content, 2, differences=True, progressive=progressive))
    # libjpeg takes any transform but 0 of four components for YCCK
    for size, content, transform in itertools.product([(16, 16), (17, 33), (65, 48)], ["smooth", "mixed"], [1, 3]):
        shelf.add("YCCK, Adobe transform %d" % transform, ".jpg", inks(size, content, transform, differences=True))
    for size, options in itertools.product([(17, 33), (65, 48)], [[], ["-progressive"]]):
        shelf.add("arithmetic coding", ".jpg", cjpeg(colours(size), ["-arithmetic", *options], unread=True))
        shelf.add("12 bits", ".jpg", cjpeg(colours(size), options, twelve_bits, unread=True))
