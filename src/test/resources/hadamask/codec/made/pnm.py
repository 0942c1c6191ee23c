"""PNM by hand and ImageMagick; known from drawing: a sample v is round(v 255 / maxval), above a maxval of 255 of 65535."""
import itertools

import numpy as np

from made.workshop import ALPHAS, CONTENTS, LARGE, SIZES, Call, Seen, agree, beside, draw, draw_alpha, gray, join, magick_rgba, write_pam

KINDS = {1: "GRAYSCALE", 2: "GRAYSCALE_ALPHA", 3: "RGB", 4: "RGB_ALPHA"}


def wide(samples, maxval):
    """Samples on the scale of 8 or 16 bits."""
    full = 255 if maxval < 256 else 65535
    return ((samples.astype(np.int64) * full + maxval // 2) // maxval).astype(np.uint8 if full == 255 else np.uint16)


def by_hand(kind, size, maxval, content, samples=1, comment=False, crowded=False):
    """A maker: written here."""
    def make(path):
        rgb = draw(*size, content, 16).astype(np.int64) * maxval // 65535
        alpha = draw_alpha(*size, ALPHAS[maxval % 4], 16)[..., None].astype(np.int64) * maxval // 65535
        n = 3 if kind in (3, 6) else samples
        values = (rgb if n > 2 else gray(rgb)) if n % 2 else join(rgb if n > 2 else gray(rgb), alpha)
        remark = b"# made, not drawn 17 4\n" if comment else b""
        if kind == 7:
            head = b"P7\n%sWIDTH %d\nHEIGHT %d\nDEPTH %d\nMAXVAL %d\nTUPLTYPE %s\nENDHDR\n" % (
                remark, *size, n, maxval, b"BLACKANDWHITE" if n == 1 and maxval == 1 else KINDS[n].encode())
        else:
            head = b"P%d\n%s%d %d\n%s" % (kind, remark, *size, b"" if kind in (1, 4) else b"%d\n" % maxval)
        if kind <= 3:
            numbers = (1 - values if kind == 1 else values).reshape(-1).tolist()
            body = ("" if crowded else " ").join(map(str, numbers)).encode()
            body = b"\n".join(body[i:i + 60] for i in range(0, len(body), 60)) if crowded else body.replace(b" ", b"\n  ", 3)
            body += b"\n"
        elif kind == 4:
            body = np.packbits((1 - values[..., 0]).astype(np.uint8), axis=1).tobytes()
        else:
            body = values.astype(">u2" if maxval > 255 else np.uint8).tobytes()
        with open(path, "wb") as f:
            f.write(head + body)
        picture = wide(values, maxval)
        if maxval in (1, 255, 65535) and not (kind == 7 and maxval == 1):
            agree(Call(), path, picture)
        return Seen([picture], "made/pnm.py: P%d, %d samples, maxval %d, comment=%s, crowded=%s" % (kind, n, maxval, comment, crowded))
    return make


def magick(size, depth, options, suffix):
    """A maker: ImageMagick."""
    def make(path):
        call = Call()
        call("convert", write_pam(beside(path, ".ppm"), draw(*size, "mixed", depth)), *options, suffix + path)
        picture = magick_rgba(call, path, *size)
        return Seen([picture if depth == 16 else (picture // 257).astype(np.uint8)], str(call))
    return make


def add(shelf):
    turn = itertools.cycle(SIZES)
    look = itertools.cycle(CONTENTS)
    ending = {1: ".pbm", 2: ".pgm", 3: ".ppm", 4: ".pbm", 5: ".pgm", 6: ".ppm", 7: ".pam"}
    for kind, size in itertools.product([1, 4], SIZES + [LARGE]):
        shelf.add("P%d" % kind, ending[kind], by_hand(kind, size, 1, next(look), comment=size[0] % 2 == 0, crowded=kind == 1 and size[1] % 2 == 0))
    for kind, maxval in itertools.product([2, 3, 5, 6], [1, 3, 15, 100, 254, 255, 256, 1023, 4095, 65534, 65535]):
        for size in (next(turn), next(turn), (33, 17)):
            shelf.add("P%d, maxval %s" % (kind, maxval if maxval in (255, 65535) else "up to 254" if maxval < 255 else "above 255"), ending[kind],
                      by_hand(kind, size, maxval, next(look), comment=size[0] % 2 == 1))
    for samples, maxval in itertools.product([1, 2, 3, 4], [1, 100, 255, 1023, 65535]):
        for size in (next(turn), (33, 17)):
            shelf.add("P7, %d samples" % samples, ".pam", by_hand(7, size, maxval, next(look), samples, comment=size[0] % 2 == 1))
    for suffix, ending_, depth, compress in itertools.product(["pgm:", "ppm:"], [".pnm"], [8, 16], ["None", "Undefined"]):
        options = ["-depth", depth, *(["-compress", "None"] if compress == "None" else []), *(["-colorspace", "Gray"] if suffix == "pgm:" else [])]
        shelf.add("ImageMagick", ending_, magick(next(turn), depth, options, suffix))
