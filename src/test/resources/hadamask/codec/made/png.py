"""PNG by hand (every colour type, depth, filter, interlacing, tRNS), ImageMagick and Pillow; decoded by ImageMagick (libpng)."""
import itertools
import struct
import zlib

import numpy as np
from PIL import Image

from made.workshop import (ALPHAS, CONTENTS, LARGE, SIZES, Call, Seen, agree, beside, draw, draw_alpha, exif, gray, join, magick_rgba,
                           scaled, upright, write_pam)

GRAY, RGB, PALETTE, GRAY_ALPHA, RGBA = 0, 2, 3, 4, 6
SAMPLES = {GRAY: 1, RGB: 3, PALETTE: 1, GRAY_ALPHA: 2, RGBA: 4}
DEPTHS = {GRAY: [1, 2, 4, 8, 16], RGB: [8, 16], PALETTE: [1, 2, 4, 8], GRAY_ALPHA: [8, 16], RGBA: [8, 16]}
#: first column and row, and steps, of the seven passes
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def rows_of(samples, bits):
    """Rows as bytes."""
    h = samples.shape[0]
    flat = samples.reshape(h, -1).astype(np.int64)
    if bits == 16:
        return np.ascontiguousarray(flat.astype(">u2")).view(np.uint8)
    if bits == 8:
        return flat.astype(np.uint8)
    ones = (flat[..., None] >> np.arange(bits - 1, -1, -1)) & 1
    return np.packbits(ones.reshape(h, -1).astype(np.uint8), axis=1)


def paeth(a, b, c):
    p = a + b - c
    pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
    return np.where((pa <= pb) & (pa <= pc), a, np.where(pb <= pc, b, c))


def filtered(rows, step, kinds):
    """The rows, each behind the number of its filter."""
    out, above = [], np.zeros(rows.shape[1], np.int64)
    for row, kind in zip(rows.astype(np.int64), kinds):
        left = np.concatenate([np.zeros(step, np.int64), row])[:len(row)]
        corner = np.concatenate([np.zeros(step, np.int64), above])[:len(row)]
        guess = [0, left, above, (left + above) // 2, paeth(left, above, corner)][kind]
        out.append(bytes([kind]) + ((row - guess) & 255).astype(np.uint8).tobytes())
        above = row
    return b"".join(out)


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def write(path, samples, bits, colour, filters=(0,), interlaced=False, palette=None, transparent=None, level=6, part=1 << 30, extra=b""):
    """Writes a PNG; filters are taken in turn, part is the size of each IDAT."""
    h, w, n = samples.shape
    step = max(1, n * bits // 8)
    raw = b""
    for x, y, dx, dy in ADAM7 if interlaced else [(0, 0, 1, 1)]:
        some = samples[y::dy, x::dx]
        if some.size:
            raw += filtered(rows_of(some, bits), step, itertools.cycle(filters))
    data = zlib.compress(raw, level)
    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, bits, colour, 0, 0, int(interlaced))) + extra
    if palette is not None:
        out += chunk(b"PLTE", palette.astype(np.uint8).tobytes())
    if transparent is not None:
        out += chunk(b"tRNS", transparent)
    for at in range(0, len(data), part):
        out += chunk(b"IDAT", data[at:at + part])
    with open(path, "wb") as f:
        f.write(out + chunk(b"IEND", b""))


def decoded(path):
    """Reads a PNG of 8 or 16 bits that is not interlaced and has no palette: what Hadamask writes."""
    with open(path, "rb") as f:
        data = f.read()
    w, h, bits, colour, _, _, interlaced = struct.unpack_from(">IIBBBBB", data, 16)
    assert colour != PALETTE and bits in (8, 16) and not interlaced
    packed, at = b"", 8
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        packed += data[at + 8:at + 8 + length] if name == b"IDAT" else b""
        at += 12 + length
    n = SAMPLES[colour]
    step = n * bits // 8
    lines = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(h, 1 + w * step)
    above = np.zeros((w, step), np.int64)
    rows = []
    for line in lines:
        row = line[1:].astype(np.int64).reshape(w, step)
        kind = line[0]
        if kind == 1:
            row = np.cumsum(row, 0) & 255
        elif kind == 2:
            row = (row + above) & 255
        elif kind >= 3:
            left, corner = np.zeros(step, np.int64), np.zeros(step, np.int64)
            for x in range(w):
                guess = (left + above[x]) // 2 if kind == 3 else paeth(left, above[x], corner)
                row[x] = left = (row[x] + guess) & 255
                corner = above[x]
        rows.append(row)
        above = row
    samples = np.array(rows).astype(np.uint8).tobytes()
    return np.frombuffer(samples, ">u2" if bits == 16 else np.uint8).reshape(h, w, n).astype(np.uint16 if bits == 16 else np.uint8)


def drawn(size, colour, bits, content="mixed", transparent=False, short=False):
    """Samples, palette, tRNS, and the picture that they are."""
    depth = 16 if bits == 16 else 8
    full = (1 << depth) - 1
    rgb, alpha = draw(*size, content, depth), draw_alpha(*size, ALPHAS[bits % 4], depth)[..., None]
    if colour == PALETTE:
        dice = np.random.default_rng(bits)
        count = max(1, (1 << bits) * 2 // 3) if short else 1 << bits
        palette = dice.integers(0, 256, (count, 3)).astype(np.uint8)
        samples = gray(rgb).astype(np.int64) * count // 256
        picture = palette[samples[..., 0]]
        clear = None
        if transparent:
            levels = dice.integers(0, 256, max(1, count // 2)).astype(np.uint8)
            clear = levels.tobytes()
            picture = join(picture, np.concatenate([levels, np.full(count, 255, np.uint8)])[samples[..., 0]])
        return samples, palette, clear, picture
    if colour in (GRAY, GRAY_ALPHA):
        samples = gray(rgb).astype(np.int64) * ((1 << bits) - 1) // full
    else:
        samples = rgb
    clear, picture = None, scaled(samples, bits, full)
    if transparent:
        key = samples[size[1] // 2, size[0] // 2]
        clear = b"".join(int(v).to_bytes(2, "big") for v in key)
        picture = join(picture, np.where((samples == key).all(-1), 0, full).astype(picture.dtype))
    if colour in (GRAY_ALPHA, RGBA):
        samples = join(samples, alpha)
        picture = join(picture, alpha)
    return samples, None, clear, picture.astype(np.uint16 if depth == 16 else np.uint8)


def by_hand(size, colour, bits, content="mixed", transparent=False, short=False, orientation=1, **how):
    """A maker: written here."""
    def make(path):
        samples, palette, clear, picture = drawn(size, colour, bits, content, transparent, short)
        extra = chunk(b"eXIf", exif(orientation)) if orientation > 1 else b""
        write(path, samples, bits, colour, palette=palette, transparent=clear, extra=extra, **how)
        agree(Call(), path, picture)
        return Seen([upright(picture, orientation)], "made/png.py: colour type %d, %d bits, %s" % (colour, bits, how))
    return make


def magick(size, alpha, depth, options):
    """A maker: ImageMagick."""
    def make(path):
        call = Call()
        p = draw(*size, "mixed", depth)
        source = write_pam(beside(path, ".pam"), join(p, draw_alpha(*size, "smooth", depth)) if alpha else p)
        call("convert", source, *options, path)
        with open(path, "rb") as f:
            bits = f.read(25)[24]
        picture = magick_rgba(call, path, *size)
        return Seen([picture if bits == 16 else (picture // 257).astype(np.uint8)], str(call))
    return make


def by_pillow(size, mode, **options):
    """A maker: Pillow."""
    def make(path):
        call = Call()
        image = Image.fromarray(join(draw(*size), draw_alpha(*size, "levels")))
        image = image.convert("RGB").convert(mode) if mode in ("P", "1", "L") else image.convert(mode)
        image.save(path, "PNG", **options)
        return Seen([(magick_rgba(call, path, *size) // 257).astype(np.uint8)], "Pillow: %s save(%s)" % (mode, options))
    return make


def add(shelf):
    turn = itertools.cycle(SIZES)
    look = itertools.cycle(CONTENTS)
    for colour, depths in DEPTHS.items():
        for bits in depths:
            name = {GRAY: "grey", RGB: "RGB", PALETTE: "palette", GRAY_ALPHA: "grey+alpha", RGBA: "RGBA"}[colour] + " %d" % bits
            for size, interlaced in itertools.product(SIZES, [False, True]):
                shelf.add(name + (", interlaced" if interlaced else ""), ".png", by_hand(
                    size, colour, bits, next(look), interlaced=interlaced, filters=(0, 1, 2, 3, 4)))
            for filters in ((0,), (1,), (2,), (3,), (4,), (4, 3, 2, 1)):
                shelf.add(name, ".png", by_hand(next(turn), colour, bits, next(look), filters=filters, level=filters[0] * 2, part=100))
            shelf.add(name, ".png", by_hand(LARGE, colour, bits, "mixed", filters=(4,)))
            if colour in (GRAY, RGB, PALETTE):
                for size in ((1, 1), (7, 1), (17, 33), (65, 48)):
                    for interlaced in (False, True):
                        shelf.add(name + ", tRNS", ".png", by_hand(size, colour, bits, "edges", True, interlaced=interlaced))
            if colour == PALETTE:
                for transparent in (False, True):
                    shelf.add(name + ", short", ".png", by_hand((65, 48), colour, bits, "mixed", transparent, True))
    for orientation in range(1, 9):
        shelf.add("EXIF orientation", ".png", by_hand((17, 33), RGB, 8, orientation=orientation))
    for depth, alpha, interlace, quality in itertools.product([8, 16], [False, True], ["None", "PNG"], [0, 15, 95, 99]):
        shelf.add("ImageMagick", ".png", magick(next(turn), alpha, depth, ["-interlace", interlace, "-quality", quality, "-depth", depth]))
    for kind in ("PNG8", "PNG24", "PNG32", "PNG48", "PNG64", "PNG00"):
        shelf.add("ImageMagick, " + kind, ".png", magick((65, 48), True, 16, ["-define", "png:format=" + kind.lower()]))
    for mode, optimize in itertools.product(["1", "L", "LA", "P", "RGB", "RGBA"], [False, True]):
        shelf.add("Pillow", ".png", by_pillow(next(turn), mode, optimize=optimize))
