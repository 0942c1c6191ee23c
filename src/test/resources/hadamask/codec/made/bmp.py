"""BMP by hand (every header, depth, mask and packing), ImageMagick and Pillow; decoded by ImageMagick, or known from drawing."""
import io
import itertools
import struct

import numpy as np
from PIL import Image

from made.workshop import (ALPHAS, CONTENTS, LARGE, SIZES, Call, Seen, beside, draw, draw_alpha, gray, join, magick_rgba, scaled, write_pam)

PLAIN, RLE8, RLE4, FIELDS, JPEG, PNG, ALPHA_FIELDS = 0, 1, 2, 3, 4, 5, 6


def write(path, width, height, bits, data, header=40, packing=PLAIN, palette=None, masks=(), top_down=False, used=0, gap=0):
    """Writes a bitmap; data are the rows as the file has them."""
    if header == 12:
        info = struct.pack("<IHHHH", 12, width, height, 1, bits)
    else:
        info = struct.pack("<IiiHHIIiiII", header, width, -height if top_down else height, 1, bits, packing, len(data), 2835, 2835, used, 0)
        if header > 40:
            info += b"".join(struct.pack("<I", m) for m in list(masks) + [0] * (4 - len(masks)))
        if header >= 108:
            info += b"BGRs"  # sRGB
        info = info[:header].ljust(header, b"\0")
        if header == 40 and packing in (FIELDS, ALPHA_FIELDS):
            info += b"".join(struct.pack("<I", m) for m in masks)
    table = b""
    if palette is not None:
        table = b"".join(bytes(c[::-1]) + (b"" if header == 12 else b"\0") for c in palette.astype(np.uint8).tolist())
    start = 14 + len(info) + len(table) + gap
    with open(path, "wb") as f:
        f.write(b"BM" + struct.pack("<IHHI", start + len(data), 0, 0, start) + info + table + b"\0" * gap + data)


def rows(samples, bits, top_down=False):
    """Whole numbers of some bits, height x width, as rows of whole 4 bytes, from the bottom to the top."""
    h = samples.shape[0]
    if bits < 8:
        ones = (samples[..., None].astype(np.int64) >> np.arange(bits - 1, -1, -1)) & 1
        plain = np.packbits(ones.reshape(h, -1).astype(np.uint8), axis=1)
    elif bits == 24:
        plain = samples[..., ::-1].reshape(h, -1).astype(np.uint8)
    else:
        plain = samples.astype("<u%d" % (bits // 8)).view(np.uint8).reshape(h, -1)
    plain = np.pad(plain, ((0, 0), (0, -plain.shape[1] % 4)))
    return (plain if top_down else plain[::-1]).tobytes()


def indexed(size, bits, content, **how):
    """A maker: a palette."""
    def make(path):
        count = how.get("used") or 1 << bits
        palette = np.random.default_rng([bits, count]).integers(0, 256, (count, 3)).astype(np.uint8)
        samples = gray(draw(*size, content))[..., 0].astype(np.int64) * count // 256
        write(path, *size, bits, rows(samples, bits, how.get("top_down", False)), palette=palette, **how)
        return Seen([palette[samples]], "made/bmp.py: %d bits, %s" % (bits, how))
    return make


def colours(size, content, **how):
    """A maker: 24 bits."""
    def make(path):
        rgb = draw(*size, content)
        write(path, *size, 24, rows(rgb, 24, how.get("top_down", False)), **how)
        return Seen([rgb], "made/bmp.py: 24 bits, %s" % how)
    return make


def widened(samples, bits):
    """Both ways to make 8 bits of fewer: rounded, and by repeating bits."""
    if bits >= 8:
        return [(samples * 255 + (1 << bits) // 2) // ((1 << bits) - 1), samples >> (bits - 8)]
    repeated, have = samples.astype(np.int64), bits
    while have < 8:
        repeated, have = (repeated << bits) | samples, have + bits
    return [scaled(samples, bits), repeated >> (have - 8)]


def masked(size, bits, counts, content, alpha="smooth", fill=None, **how):
    """A maker: 16 or 32 bits, of which counts (red, green, blue, alpha) bits each hold a sample, red on top.

    fill: `alpha` puts something into the byte that a bitmap without masks does not use
    """
    def make(path):
        planes = [*np.moveaxis(draw(*size, content, 16), -1, 0), draw_alpha(*size, alpha, 16)]
        words, masks, below = np.zeros(size[::-1], np.int64), [0] * 4, 0
        two = [[], []]
        for c in (2, 1, 0, 3):  # blue is lowest
            if counts[c]:
                samples = planes[c].astype(np.int64) >> (16 - counts[c])
                words |= samples << below
                masks[c] = ((1 << counts[c]) - 1) << below
                for way, wide in zip(two, widened(samples, counts[c])):
                    way.insert(0 if c < 3 else 3, wide)
                below += counts[c]
        pictures = [join(*way).astype(np.uint8) for way in two]
        if fill:
            words |= planes[3].astype(np.int64) >> 8 << 24
            pictures.append(join(pictures[0], (planes[3] >> 8).astype(np.uint8)))  # some take it for alpha
        masks = masks[:4 if counts[3] else 3] if how.get("packing") else []
        write(path, *size, bits, rows(words, bits, how.get("top_down", False)), masks=masks, **how)
        return Seen(pictures, "made/bmp.py: %d bits, samples of %s bits, %s" % (bits, counts, how))
    return make


def runs(size, bits, seed, deltas, early=False, absolute=True):
    """A maker: RLE4 or RLE8 by chance; where deltas skip pixels, and behind an early end, the colour is that of index 0"""
    def make(path):
        w, h = size
        dice = np.random.default_rng([seed, w, h, bits])
        palette = dice.integers(0, 256, (1 << bits, 3)).astype(np.uint8)
        picture, data, x, y = np.zeros((h, w), np.int64), bytearray(), 0, 0
        top = 1 << bits
        while y < h:
            left = w - x
            kind = dice.integers(0, 10)
            if left == 0 or (deltas and kind == 9):
                data += b"\0\0"
                x, y = 0, y + 1
            elif deltas and kind == 8:
                dx, dy = int(dice.integers(0, min(left, 20))), int(dice.integers(0, min(h - 1 - y, 3) + 1))
                data += bytes([0, 2, dx, dy])
                x, y = x + dx, y + dy
            elif absolute and left >= 3 and kind < 4:
                count = int(dice.integers(3, min(left, 255) + 1))
                some = dice.integers(0, top, count)
                packed = rows(some[None].astype(np.uint8), bits)[:(count * bits + 7) // 8]
                data += bytes([0, count]) + packed + b"\0" * (len(packed) % 2)
                picture[y, x:x + count] = some
                x += count
            else:
                count = int(dice.integers(1, min(left, 255) + 1))
                pair = dice.integers(0, top, 2) if bits == 4 else dice.integers(0, top, 1)
                data += bytes([count, int(pair[0] << 4 | pair[1]) if bits == 4 else int(pair[0])])
                picture[y, x:x + count] = np.resize(pair, count)
                x += count
            if early and y > h // 2:
                break
        data += b"\0\1"
        write(path, w, h, bits, bytes(data), packing=RLE4 if bits == 4 else RLE8, palette=palette)
        return Seen([palette[picture[::-1]]], "made/bmp.py: runs(%s, bits=%d, seed=%d, deltas=%s, early=%s)" % (size, bits, seed, deltas, early),
                    unread=early, doubtful=early)
    return make


def inside(packing, size):
    """A maker: a whole PNG or JPEG in place of rows, which printers take; it may be refused."""
    def make(path):
        out = io.BytesIO()
        Image.fromarray(draw(*size)).save(out, "PNG" if packing == PNG else "JPEG")
        write(path, *size, 0, out.getvalue(), packing=packing)
        picture = np.array(Image.open(io.BytesIO(out.getvalue())).convert("RGB"))
        return Seen([picture], "made/bmp.py: a file inside", 2, unread=True)
    return make


def magick(size, alpha, options):
    """A maker: ImageMagick."""
    def make(path):
        call = Call()
        p = draw(*size)
        source = write_pam(beside(path, ".pam"), join(p, draw_alpha(*size, "smooth")) if alpha else p)
        call("convert", source, *options, path)
        # ImageMagick 6 misreads the runs that it writes beyond narrow rows
        pillow = "RLE" in options
        picture = np.array(Image.open(path).convert("RGB")) if pillow else (magick_rgba(call, path, *size) // 257).astype(np.uint8)
        return Seen([picture], str(call))
    return make


def by_pillow(size, mode):
    """A maker: Pillow."""
    def make(path):
        Image.fromarray(draw(*size)).convert(mode).save(path, "BMP")
        return Seen([(magick_rgba(Call(), path, *size) // 257).astype(np.uint8)], "Pillow: %s save()" % mode)
    return make


def add(shelf):
    turn = itertools.cycle(SIZES)
    look = itertools.cycle(CONTENTS)
    for bits, size in itertools.product([1, 4, 8], SIZES + [LARGE]):
        shelf.add("palette, %d bits" % bits, ".bmp", indexed(size, bits, next(look)))
        shelf.add("palette, %d bits, top down" % bits, ".bmp", indexed(size, bits, next(look), top_down=True))
    for bits, header in itertools.product([1, 4, 8], [12, 52, 56, 64, 108, 124]):
        shelf.add("palette, header of %d" % header, ".bmp", indexed(next(turn), bits, next(look), header=header))
    for bits, used in ((1, 1), (4, 5), (4, 11), (8, 17), (8, 255)):
        shelf.add("palette, short", ".bmp", indexed((65, 48), bits, "mixed", used=used))
        shelf.add("palette, gap before the rows", ".bmp", indexed((65, 48), bits, "mixed", used=used, gap=6))
    for size in SIZES + [LARGE]:
        shelf.add("24 bits", ".bmp", colours(size, next(look)))
        shelf.add("24 bits, top down", ".bmp", colours(size, next(look), top_down=True))
        shelf.add("32 bits", ".bmp", masked(size, 32, (8, 8, 8, 0), next(look)))
        shelf.add("32 bits, fourth byte in use", ".bmp", masked(size, 32, (8, 8, 8, 0), next(look), fill="alpha"))
        shelf.add("16 bits", ".bmp", masked(size, 16, (5, 5, 5, 0), next(look)))
    for header in (12, 52, 56, 64, 108, 124):
        for size in ((17, 33), (16, 16)):
            shelf.add("24 bits, header of %d" % header, ".bmp", colours(size, next(look), header=header))
    for header, top_down, size in itertools.product([40, 52, 56, 108, 124], [False, True], [(17, 33), (16, 16), (1, 1)]):
        for bits, counts in ((16, (5, 6, 5, 0)), (16, (5, 5, 5, 0)), (16, (4, 4, 4, 0)), (32, (8, 8, 8, 0)), (32, (10, 10, 10, 0)),
                             (32, (5, 6, 5, 0))):
            shelf.add("masks %s of %d bits" % ("-".join(map(str, counts[:3])), bits), ".bmp", masked(
                size, bits, counts, next(look), header=header, packing=FIELDS, top_down=top_down))
    alphas = itertools.cycle(ALPHAS)
    for header, top_down, size in itertools.product([56, 108, 124], [False, True], [(17, 33), (16, 16), (1, 7)]):
        for bits, counts in ((32, (8, 8, 8, 8)), (16, (5, 5, 5, 1)), (16, (4, 4, 4, 4))):
            shelf.add("alpha mask, header of %d, %d bits" % (header, bits), ".bmp", masked(
                size, bits, counts, next(look), next(alphas), header=header, packing=FIELDS, top_down=top_down))
    for size in ((17, 33), (16, 16)):
        shelf.add("alpha mask, packing 6", ".bmp", masked(size, 32, (8, 8, 8, 8), "mixed", packing=ALPHA_FIELDS))
    for bits, size, seed in itertools.product([4, 8], [(1, 1), (1, 7), (7, 1), (15, 16), (17, 33), (65, 48), (300, 40)], range(3)):
        shelf.add("RLE%d" % bits, ".bmp", runs(size, bits, seed, False))
        shelf.add("RLE%d, deltas" % bits, ".bmp", runs(size, bits, seed, True))
        shelf.add("RLE%d, early end" % bits, ".bmp", runs(size, bits, seed, False, True))
        shelf.add("RLE%d, runs only" % bits, ".bmp", runs(size, bits, seed, False, absolute=False))
    for packing, size in itertools.product([JPEG, PNG], [(16, 16), (33, 17)]):
        shelf.add("a file inside", ".bmp", inside(packing, size))
    for kind, version in itertools.product(["TrueColor", "Palette", "Bilevel", "Grayscale"], ["BMP2", "BMP3", "BMP"]):
        shelf.add("ImageMagick", ".bmp", magick(next(turn), False, ["-type", kind, "-define", "bmp:format=" + version.lower()]))
    for size in SIZES[3:]:
        shelf.add("ImageMagick, alpha", ".bmp", magick(size, True, []))
        shelf.add("ImageMagick, RLE", ".bmp", magick(size, False, ["-colors", 16, "-type", "Palette", "-compress", "RLE"]))
    for mode in ("1", "L", "P", "RGB"):
        shelf.add("Pillow", ".bmp", by_pillow(next(turn), mode))
