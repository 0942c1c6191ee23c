"""TIFF by hand, tiffcp, ImageMagick and Pillow; unpacked by libtiff (tiffcp), then read and turned into colours by hand."""
import itertools
import struct

import numpy as np
from PIL import Image

from made.tiff_bytes import read, write
from made.workshop import (ALPHAS, LARGE, SIZES, Call, Failed, Seen, beside, draw, draw_alpha, gray, inks_to_rgb, join, scaled, upright,
                           write_pam)

WHITE, BLACK, RGB, PALETTE, MASK, CMYK, YCBCR, LAB = 0, 1, 2, 3, 4, 5, 6, 8
UNSPECIFIED, ASSOCIATED, UNASSOCIATED = 0, 1, 2
#: a JPEG inside: as JPEG
LOSSY = 2
#: associated alpha is divided out, inks are multiplied: a level for the rounding
ROUNDED = 1


def divided(colours, alpha, top):
    """Colours that were multiplied by alpha, without it."""
    a = np.maximum(1, alpha)
    return np.minimum(top, (colours * top + a // 2) // a)


def pictures(samples, tags):
    """What samples mean: pictures that are all right, and the tolerance."""
    bits, photometric, extra = tags.get(258, (1,))[0], tags[262][0], tags.get(338, ())
    deep = bits == 16
    top, kind = (65535, np.uint16) if deep else (255, np.uint8)
    tolerance = 0
    count = 1 if photometric in (WHITE, BLACK, PALETTE) else 4 if photometric == CMYK else 3
    stored, rest = samples[..., :count], samples[..., count:]
    if photometric == PALETTE:
        table = np.array(tags[320]).reshape(3, -1).T
        # 16 bits become 8: cut, or rounded
        colours = [(table >> 8)[stored[..., 0]], ((table + 128) // 257)[stored[..., 0]]]
        top, kind = 255, np.uint8
    elif photometric == CMYK:
        # inks of 16 bits become colours of 8: there is no more in printing
        inks = (stored * 255 + 32767) // 65535 if deep else stored
        colours, tolerance, kind, top = [inks_to_rgb(inks).astype(np.int64)], ROUNDED, np.uint8, 255
        rest = (rest * 255 + 32767) // 65535 if deep else rest
    else:
        light = (1 << bits) - 1 - stored if photometric == WHITE else stored
        colours = [scaled(light, bits, top).astype(np.int64)]
    alphas = [None]
    if extra and extra[0] == UNSPECIFIED:
        alphas = [None, rest[..., :1]]  # nothing, or alpha: the format leaves it open
    elif extra:
        alphas = [rest[..., :1]]
        if photometric in (PALETTE,) or bits < 8:
            alphas = [scaled(rest[..., :1], bits).astype(np.int64)]
        if extra[0] == ASSOCIATED:
            colours, tolerance = [divided(c, alphas[0], top) for c in colours], ROUNDED
    turn = tags.get(274, (1,))[0]
    return [upright((c if a is None else join(c, a)).astype(kind), turn) for c in colours for a in alphas], tolerance


def unpacked(call, path):
    """libtiff's samples and tags of the first page."""
    plain = beside(path, ".plain.tif")
    call("tiffcp", "-c", "none", "-L", "-f", "msb2lsb", path + ",0", plain, silent=True)
    with open(plain, "rb") as f:
        return read(f.read())


def seen(call, path, drawn=None, lossy=False, words="", planes_in_tiles=None):
    """What libtiff sees, which is what was drawn, where nothing is lost.

    planes_in_tiles: the tags of a file that is only known from drawing: tiffcp 4.5 and ImageMagick 6 fail on planes in tiles
    """
    if planes_in_tiles:
        found, tolerance = pictures(drawn, planes_in_tiles)
        return Seen(found, words, tolerance, hidden=ASSOCIATED not in planes_in_tiles[338][:1])
    samples, tags = unpacked(call, path)
    if drawn is not None and not lossy and not np.array_equal(samples, drawn):
        raise Failed("libtiff does not see in %s what was drawn (%s)" % (path, call))
    found, tolerance = pictures(samples, tags)
    return Seen(found, words or str(call), LOSSY if lossy else tolerance, hidden=ASSOCIATED not in tags.get(338, ())[:1])


def source(kind, size, content="mixed"):
    """Samples and what `write` is told about them."""
    name, bits = kind.split(" ")[:2]
    bits = int(bits)
    depth = 16 if bits == 16 else 8
    colours, top = draw(*size, content, depth), (1 << bits) - 1
    alpha = draw_alpha(*size, ALPHAS[sum(size) % 4], depth)[..., None]
    extra = {"unassociated": [UNASSOCIATED], "associated": [ASSOCIATED], "unspecified": [UNSPECIFIED]}.get(kind.split(" ")[-1], [])
    how = dict(bits=bits, extra=extra)
    plain = {"black-is-0": BLACK, "white-is-0": WHITE, "grey+alpha": BLACK}
    if name in plain:
        how["photometric"] = plain[name]
        samples = gray(colours).astype(np.int64) * top // ((1 << depth) - 1)
    elif name == "palette":
        dice = np.random.default_rng(bits)
        table = dice.integers(0, 256, (1 << bits, 3)) * 257
        if kind.endswith("fine"):
            table = dice.integers(0, 65536, (1 << bits, 3))
        how.update(photometric=PALETTE, colormap=table)
        samples = gray(colours).astype(np.int64) * top // 255
    elif name == "CMYK":
        how["photometric"] = CMYK
        samples = join(colours, gray(draw(*size, "smooth", depth, 3))).astype(np.int64)
    else:
        how["photometric"] = RGB
        samples = colours.astype(np.int64)
    if extra:
        a = alpha.astype(np.int64)
        if extra[0] == ASSOCIATED:
            samples = (samples * a + top // 2) // top
        samples = join(samples, a * top // ((1 << depth) - 1))
    return samples, how


KINDS = ["%s-is-0 %d" % (z, b) for z in ("black", "white") for b in (1, 2, 4, 8, 16)]
KINDS += ["palette %d" % b for b in (1, 2, 4, 8)] + ["palette 8 fine", "palette 8 unassociated", "RGB 8", "RGB 16", "CMYK 8", "CMYK 16"]
KINDS += ["%s %d %s" % (c, b, e) for c in ("grey+alpha", "RGB") for b in (8, 16) for e in ("unassociated", "associated", "unspecified")]
KINDS += ["CMYK 8 unassociated", "CMYK 16 unassociated"]


def tags_of(bits, photometric, extra, colormap=None):
    """Tags as `read` finds them."""
    tags = {258: (bits,), 262: (photometric,), 338: tuple(extra)}
    return tags if colormap is None else tags | {320: tuple(colormap.T.reshape(-1))}


def by_hand(kind, size, **layout):
    """A maker: written here."""
    def make(path):
        samples, how = source(kind, size)
        write(path, samples, **how, **layout)
        separate = layout.get("planar") == 2 and layout.get("tile")
        return seen(Call(), path, samples, words="made/tiff.py: write(%s, %s)" % (kind, layout),
                    planes_in_tiles=tags_of(**how) if separate else None)
    return make


def tiffcp(kind, size, options, lossy=False, content="mixed", unread=False, orientation=None, planar=1):
    """A maker: written here, packed by tiffcp."""
    def make(path):
        call = Call()
        samples, how = source(kind, size, content)
        write(beside(path, ".source.tif"), samples, orientation=orientation, planar=planar, **how)
        call("tiffcp", *options, beside(path, ".source.tif"), path)
        if unread:
            return Seen([], str(call), unread=True)
        return seen(call, path, samples, lossy)
    return make


def magick(picture, options, lossy=False):
    """A maker: ImageMagick."""
    def make(path):
        call = Call()
        call("convert", write_pam(beside(path, ".pam"), picture()), *options, path)
        return seen(call, path, lossy=lossy)
    return make


def by_pillow(picture, mode, lossy=False, **options):
    """A maker: Pillow."""
    def make(path):
        p = picture()
        Image.fromarray(p[..., 0] if p.shape[2] == 1 else p).convert(mode).save(path, "TIFF", **options)
        return seen(Call(), path, lossy=lossy, words="Pillow: %s save(%s)" % (mode, options))
    return make


def not_read(samples, **how):
    """A maker: of a kind that the reference does not list."""
    def make(path):
        write(path, samples(), **how)
        return Seen([], "made/tiff.py: write(%s)" % how, unread=True)
    return make


def subsampled(size, across, down, order="<"):
    """A maker: YCbCr without compression, in blocks of luminances and two colour differences (TIFF 6.0, section 21)."""
    def make(path):
        w, h = size
        rgb = np.pad(draw(*size, "mixed"), ((0, -h % down), (0, -w % across), (0, 0)), "edge").astype(float)
        y = rgb @ [0.299, 0.587, 0.114]
        both = np.stack([128 + (rgb[..., 2] - y) / 1.772, 128 + (rgb[..., 0] - y) / 1.402], -1)
        rows, columns = y.shape[0] // down, y.shape[1] // across
        means = both.reshape(rows, down, columns, across, 2).mean((1, 3))
        lights = y.reshape(rows, down, columns, across).swapaxes(1, 2).reshape(rows, columns, -1)
        data = np.concatenate([lights, means], -1).round().clip(0, 255).astype(np.uint8).tobytes()
        tags = [(256, [w]), (257, [h]), (258, [8] * 3), (259, [1]), (262, [YCBCR]), (273, [0]), (277, [3]), (278, [h]), (279, [len(data)]),
                (530, [across, down])]
        after = 8 + 2 + 12 * len(tags) + 4
        out = b"II*\0" + struct.pack("<IH", 8, len(tags))
        for tag, values in tags:
            if tag == 258:
                out += struct.pack("<HHII", tag, 3, 3, after)
            elif tag in (273, 279):
                out += struct.pack("<HHII", tag, 4, 1, after + 6 if tag == 273 else values[0])
            else:
                out += struct.pack("<HHI", tag, 3, len(values)) + struct.pack("<%dH" % len(values), *values).ljust(4, b"\0")
        with open(path, "wb") as f:
            f.write(out + b"\0" * 4 + struct.pack("<3H", 8, 8, 8) + data)
        # Only libtiff's own conversion to colours understands such blocks; ImageMagick and Pillow do not.
        Call()("tiff2rgba", "-c", "none", path, beside(path, ".rgba.tif"))
        with Image.open(beside(path, ".rgba.tif")) as f:
            colours = np.array(f.convert("RGB"))
        # Its version 4.5 loses a pixel at the corner of odd sizes where blocks are 4 x 4: the blocks as they are.
        lit = lights.reshape(rows, columns, down, across).swapaxes(1, 2).reshape(y.shape)[:h, :w].round()
        blue, red = np.moveaxis(means.round().repeat(down, 0).repeat(across, 1)[:h, :w] - 128, -1, 0)
        known = np.stack([lit + 1.402 * red, lit - 0.344136 * blue - 0.714136 * red, lit + 1.772 * blue], -1)
        return Seen([colours, known.round().clip(0, 255).astype(np.uint8)], "made/tiff.py: YCbCr, sub-sampling %d x %d" % (across, down), LOSSY)
    return make


def pages(first, second):
    """A maker: two pages, of which the first counts."""
    def make(path):
        call = Call()
        for i, (kind, size) in enumerate((first, second)):
            samples, how = source(kind, size)
            write(beside(path, ".%d.tif" % i), samples, **how)
        call("tiffcp", beside(path, ".0.tif"), beside(path, ".1.tif"), path)
        return seen(call, path, source(*first)[0])
    return make


def add(shelf):
    turn = itertools.cycle(SIZES)
    orders = itertools.cycle("<>")
    flags = itertools.cycle(["-L", "-B"])
    for kind in KINDS:
        bits = int(kind.split(" ")[1])
        several = source(kind, (1, 1))[0].shape[2] > 1
        for planar in (1, 2) if several else (1,):
            for strip, tile in ((None, None), (1, None), (5, None), (None, (16, 16)), (None, (48, 32))):
                shelf.add(kind, ".tif", by_hand(kind, next(turn), order=next(orders), planar=planar, strip=strip, tile=tile))
            for compression, predictor, tile in ((8, 1, None), (32946, 1, (16, 16)), (8, 2, None), (8, 2, (32, 16)), (32946, 2, (16, 48))):
                if predictor == 1 or bits >= 8:
                    shelf.add(kind, ".tif", by_hand(kind, next(turn), order=next(orders), planar=planar, compression=compression,
                                                    predictor=predictor, tile=tile, strip=7))
        for size in SIZES:
            shelf.add(kind, ".tif", by_hand(kind, size, order=next(orders)))
        for packing, layout, plane in itertools.product(
                ["none", "lzw", "lzw:2", "zip", "zip:2:p9", "packbits"], [["-s", "-r", "3"], ["-t", "-w", "16", "-l", "32"]],
                [1, 2] if several else [1]):
            if (bits >= 8 or ":2" not in packing) and not (plane == 2 and layout[0] == "-t"):
                shelf.add(kind, ".tif", tiffcp(kind, next(turn), ["-c", packing, *layout, next(flags)], planar=plane))
        shelf.add("large", ".tif", tiffcp(kind, LARGE, ["-c", "lzw"]))
        shelf.add("BigTIFF", ".tif", by_hand(kind, (33, 17), big=True, order=next(orders), strip=4))
        shelf.add("BigTIFF", ".tif", tiffcp(kind, (33, 17), ["-8", "-c", "lzw"]))
    for way, zero, layout, fill in itertools.product(
            ["g3:1d", "g3:2d", "g3:1d:fill", "g3:2d:fill", "g4"], ["black-is-0 1", "white-is-0 1"],
            [["-s", "-r", "4"], ["-s", "-r", "1000"], ["-t", "-w", "16", "-l", "16"]], ["msb2lsb", "lsb2msb"]):
        for content in ("edges", "noise"):
            shelf.add("group 3 and 4", ".tif", tiffcp(zero, next(turn), ["-c", way, *layout, "-f", fill, next(flags)], content=content))
    for packing, kind in itertools.product(["none", "lzw", "packbits", "zip"], ["black-is-0 1", "black-is-0 4", "palette 8", "RGB 8"]):
        shelf.add("fill order 2", ".tif", tiffcp(kind, next(turn), ["-c", packing, "-f", "lsb2msb"]))
    for quality, colours, layout, size in itertools.product(
            [30, 75, 95], ["", "r:"], [["-s", "-r", "16"], ["-s", "-r", "1000"], ["-t", "-w", "16", "-l", "16"], ["-t", "-w", "64", "-l", "48"]],
            [(17, 33), (65, 48), (101, 67)]):
        shelf.add("JPEG inside, " + ("RGB" if colours else "YCbCr"), ".tif", tiffcp(
            "RGB 8", size, ["-c", "jpeg:%s%d" % (colours, quality), *layout], True))
    for kind, layout, size in itertools.product(["black-is-0 8", "white-is-0 8", "CMYK 8", "RGB 8"], [["-s", "-r", "16"], ["-t", "-w", "32", "-l", "16"]],
                                                [(1, 1), (7, 1), (17, 33), (65, 48)]):
        shelf.add("JPEG inside, " + kind, ".tif", tiffcp(kind, size, ["-c", "jpeg:90", *layout], True))
    for size in ((17, 33), (65, 48)):
        shelf.add("JPEG inside, planes", ".tif", tiffcp("RGB 8", size, ["-c", "jpeg:r:90", "-r", "16"], True, planar=2))
    for orientation, kind in itertools.product(range(1, 9), ["black-is-0 1", "white-is-0 8", "palette 4", "RGB 8", "RGB 16", "CMYK 8",
                                                             "RGB 8 unassociated"]):
        shelf.add("orientation", ".tif", by_hand(kind, (17, 33), orientation=orientation, order=next(orders), strip=4))
    for orientation in range(1, 9):
        shelf.add("orientation", ".tif", tiffcp("RGB 8", (33, 17), ["-c", "lzw", "-t", "-w", "16", "-l", "16"], orientation=orientation))
    for first, second in (("RGB 8", "black-is-0 1"), ("black-is-0 16", "RGB 8"), ("palette 8", "CMYK 8")):
        shelf.add("two pages", ".tif", pages((first, (33, 17)), (second, (16, 16))))
    for across, down, size in itertools.product([1, 2, 4], [1, 2, 4], [(16, 16), (33, 17)]):
        if across >= down:
            shelf.add("YCbCr, not packed", ".tif", subsampled(size, across, down))
    picture = lambda alpha, depth=8: lambda: join(draw(65, 48, "mixed", depth), draw_alpha(65, 48, "smooth", depth)) if alpha else draw(65, 48, "mixed", depth)
    for packing, endian, alpha, depth in itertools.product(["None", "LZW", "Zip", "RLE"], ["LSB", "MSB"], [False, True], [8, 16]):
        options = ["-compress", packing, "-endian", endian, "-depth", depth]
        shelf.add("ImageMagick", ".tif", magick(picture(alpha, depth), options))
        if alpha:
            shelf.add("ImageMagick, associated", ".tif", magick(picture(alpha, depth), [*options, "-define", "tiff:alpha=associated"]))
    for packing, kind in itertools.product(["None", "LZW", "Zip", "RLE"], ["Bilevel", "Grayscale", "Palette", "ColorSeparation",
                                                                          "GrayscaleAlpha", "PaletteAlpha", "ColorSeparationAlpha"]):
        shelf.add("ImageMagick, " + kind, ".tif", magick(picture("Alpha" in kind), ["-type", kind, "-compress", packing]))
    for packing in ("Fax", "Group4"):
        shelf.add("ImageMagick, Bilevel", ".tif", magick(picture(False), ["-type", "Bilevel", "-compress", packing]))
    for quality in (50, 90):
        shelf.add("ImageMagick, JPEG", ".tif", magick(picture(False), ["-compress", "JPEG", "-quality", quality], True))
    for packing, mode in itertools.product(["raw", "tiff_lzw", "tiff_adobe_deflate", "tiff_deflate", "packbits"], ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK"]):
        shelf.add("Pillow", ".tif", by_pillow(picture(mode in ("LA", "RGBA")), mode, compression=packing))
    for packing in ("tiff_ccitt", "group3", "group4"):
        for size in ((1, 1), (17, 33), (65, 48), (130, 131)):
            shelf.add("Pillow, " + packing, ".tif", by_pillow(lambda size=size: draw(*size, "mixed"), "1", compression=packing))
    for mode in ("L", "RGB", "CMYK"):
        shelf.add("Pillow, JPEG", ".tif", by_pillow(picture(False), mode, True, compression="jpeg"))
    rgb = lambda: draw(17, 33).astype(np.int64)
    for bits, photometric, form in ((12, BLACK, None), (32, BLACK, None), (32, BLACK, 3), (8, BLACK, 2), (4, RGB, None), (32, RGB, 3), (8, LAB, None)):
        samples = (lambda: gray(draw(17, 33)).astype(np.int64) % 16) if photometric == BLACK else lambda: rgb() % 16
        shelf.add("kinds not read", ".tif", not_read(samples, bits=bits, photometric=photometric, sample_format=form))
    for packing in ("zstd", "lzma", "webp", "lerc"):
        shelf.add("packings not read", ".tif", tiffcp("RGB 8", (33, 17), ["-c", packing], unread=True))
