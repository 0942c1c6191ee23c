"""GIF by hand, ImageMagick and Pillow; decoded by Pillow and ImageMagick, or known from drawing."""
import itertools
import struct

import numpy as np
from PIL import Image

from made.workshop import CONTENTS, LARGE, SIZES, Call, Failed, Seen, beside, draw, draw_alpha, gray, join, magick_rgba, write_pam


def packed(indices, bits, clears=True):
    """LZW; without clears the table stays as it is when it is full (a deferred clear code)."""
    clear = 1 << bits
    codes, width = [], bits + 1
    table, after = {bytes([i]): i for i in range(clear)}, clear + 2
    codes.append((clear, width))
    run = b""
    for index in indices.tolist():
        longer = run + bytes([index])
        if longer in table:
            run = longer
            continue
        codes.append((table[run], width))
        if after < 4096:
            table[longer] = after
            after += 1
            if after > 1 << width and width < 12:
                width += 1
        elif clears:
            codes.append((clear, width))
            table, after, width = {bytes([i]): i for i in range(clear)}, clear + 2, bits + 1
        run = bytes([index])
    codes.append((table[run], width))
    # The reader adds an entry for the last code as well, and may need a bit more.
    codes.append((clear + 1, width + (1 if after == 1 << width and width < 12 else 0)))
    value, at, out = 0, 0, bytearray()
    for code, size in codes:
        value |= code << at
        at += size
        while at >= 8:
            out.append(value & 255)
            value, at = value >> 8, at - 8
    if at:
        out.append(value & 255)
    return bytes(out)


def by_hand(size, bits, content="mixed", screen=None, place=(0, 0), interlaced=False, transparent=None, local=False, version=b"89a",
            clears=True, background=0, comment=False, second=False, block=255):
    """A maker: written here."""
    def make(path):
        dice = np.random.default_rng(bits)
        palette = dice.integers(0, 256, (1 << bits, 3)).astype(np.uint8)
        other = palette[::-1].copy()
        indices = gray(draw(*size, content))[..., 0].astype(np.int64) >> (8 - bits)
        w, h = screen or size
        head = b"GIF" + version + struct.pack("<HHBBB", w, h, 0x80 | 0x70 | bits - 1, background, 0) + (other if local else palette).tobytes()
        if comment:
            head += b"\x21\xfe\x05words\0" + b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0"
        clear = None if transparent is None else transparent % (1 << bits)

        def frame(rows, at):
            out = b"" if clear is None else b"\x21\xf9\x04" + bytes([1, 0, 0, clear, 0])
            fh, fw = rows.shape
            out += b"\x2c" + struct.pack("<HHHHB", *at, fw, fh, (0x80 | bits - 1 if local else 0) | (0x40 if interlaced else 0))
            out += palette.tobytes() if local else b""
            if interlaced:
                rows = np.concatenate([rows[0::8], rows[4::8], rows[2::4], rows[1::2]])
            smallest = max(2, bits)
            data = packed(rows.reshape(-1), smallest, clears)
            out += bytes([smallest])
            for i in range(0, len(data), block):
                part = data[i:i + block]
                out += bytes([len(part)]) + part
            return out + b"\0"

        with open(path, "wb") as f:
            f.write(head + frame(indices, place) + (frame(indices[::-1], (0, 0)) if second else b"") + b"\x3b")
        canvas = np.zeros((h, w, 4), np.uint8)
        alpha = np.full(indices.shape, 255, np.uint8) if clear is None else np.where(indices == clear, 0, 255).astype(np.uint8)
        canvas[place[1]:place[1] + size[1], place[0]:place[0] + size[0]] = join(palette[indices], alpha)
        with Image.open(path) as image:  # libraries do not agree about what is around the frame
            got = np.array(image.convert("RGBA"))
        where = canvas[..., 3] == 255
        if got.shape != canvas.shape or not np.array_equal(got[where], canvas[where]):
            raise Failed("the maker and Pillow do not agree about %s" % path)
        return Seen([canvas], "made/gif.py: by_hand(%s, %d bits, screen=%s, place=%s, interlaced=%s, transparent=%s, local=%s, clears=%s)" % (
            size, bits, screen, place, interlaced, transparent, local, clears), hidden=False)
    return make


def magick(size, alpha, options):
    """A maker: ImageMagick."""
    def make(path):
        call = Call()
        p = draw(*size)
        source = write_pam(beside(path, ".pam"), join(p, draw_alpha(*size, "hard")) if alpha else p)
        call("convert", source, *options, path)
        return Seen([(magick_rgba(call, path, *size) // 257).astype(np.uint8)], str(call), hidden=False)
    return make


def by_pillow(size, mode, content, **options):
    """A maker: Pillow."""
    def make(path):
        Image.fromarray(draw(*size, content)).convert(mode).save(path, "GIF", **options)
        return Seen([(magick_rgba(Call(), path, *size) // 257).astype(np.uint8)], "Pillow: %s save(%s)" % (mode, options))
    return make


def add(shelf):
    turn = itertools.cycle(SIZES)
    look = itertools.cycle(CONTENTS)
    for bits, size, interlaced in itertools.product(range(1, 9), SIZES, [False, True]):
        shelf.add("%d bits%s" % (bits, ", interlaced" if interlaced else ""), ".gif", by_hand(size, bits, next(look), interlaced=interlaced))
    for bits, content, interlaced in itertools.product([1, 4, 8], CONTENTS, [False, True]):
        shelf.add("large", ".gif", by_hand(LARGE, bits, content, interlaced=interlaced))
        shelf.add("large, table never cleared", ".gif", by_hand(LARGE, bits, content, interlaced=interlaced, clears=False))
    for bits, size in itertools.product([1, 2, 4, 8], SIZES[3:10]):
        shelf.add("transparent", ".gif", by_hand(size, bits, next(look), transparent=bits * 5))
        shelf.add("own palette", ".gif", by_hand(size, bits, next(look), local=True, comment=True))
        shelf.add("87a", ".gif", by_hand(size, bits, next(look), version=b"87a"))
        shelf.add("small blocks", ".gif", by_hand(size, bits, next(look), block=bits))
    for place, transparent, interlaced, second in itertools.product([(0, 0), (5, 3), (23, 7)], [None, 3], [False, True], [False, True]):
        shelf.add("first frame smaller", ".gif", by_hand((17, 33), 4, "mixed", (40, 40), place, interlaced, transparent, background=2, second=second))
    for count, interlace, alpha in itertools.product([2, 5, 64, 256], ["None", "GIF"], [False, True]):
        shelf.add("ImageMagick", ".gif", magick(next(turn), alpha, ["-colors", count, "-interlace", interlace]))
    for mode, interlace, content in itertools.product(["1", "L", "P"], [0, 1], CONTENTS):
        shelf.add("Pillow", ".gif", by_pillow(next(turn), mode, content, interlace=interlace))
