"""WebP by cwebp, img2webp, webpmux and Pillow; decoded by libwebp (dwebp, with and without -nofancy; Pillow for animations)."""
import itertools

import numpy as np
from PIL import Image

from made.workshop import (ALPHAS, CONTENTS, LARGE, SIZES, Call, Seen, beside, draw, draw_alpha, exif, join, read_pam, upright, write_pam)

#: lossy: enlarging the half-resolution colours is the decoder's choice, rounding may differ by a level or two
LOSSY = 2


def decoded(call, path, orientation=1):
    """Both of libwebp's decodings: colours enlarged smoothly or plainly."""
    smooth = read_pam(call("dwebp", path, "-pam", "-o", "-", silent=True))
    plain = read_pam(call("dwebp", "-nofancy", path, "-pam", "-o", "-", silent=True))
    return [upright(p, orientation) for p in (smooth, plain)]


def cwebp(picture, options, lossless=False):
    """A maker: cwebp with options."""
    def make(path):
        call = Call()
        source = write_pam(beside(path, ".pam"), picture())
        call("cwebp", "-quiet", *options, source, "-o", path)
        return Seen(decoded(call, path), str(call), 0 if lossless else LOSSY)
    return make


def colours(size, content, seed=0):
    return lambda: draw(*size, content, seed=seed)


def with_alpha(size, content, kind, seed=0):
    return lambda: join(draw(*size, content, seed=seed), draw_alpha(*size, kind, seed=seed))


def few_colours(size, count, seed=0):
    """A picture of some colours in no order, for the palettes of lossless WebP."""
    def picture():
        dice = np.random.default_rng([seed, count, *size])
        palette = dice.integers(0, 256, (count, 3), np.uint8)
        return palette[dice.integers(0, count, (size[1], size[0]))]
    return picture


def oriented(picture, options, orientation, order, mark, lossless):
    """A maker: with EXIF, which some writers begin with the mark that it has in JPEG."""
    def make(path):
        call = Call()
        source, plain, block = write_pam(beside(path, ".pam"), picture()), beside(path, ".plain"), beside(path, ".exif")
        call("cwebp", "-quiet", *options, source, "-o", plain)
        with open(block, "wb") as out:
            out.write((b"Exif\0\0" if mark else b"") + exif(orientation, order))
        call("webpmux", "-set", "exif", block, plain, "-o", path)
        return Seen(decoded(call, path, orientation), str(call), 0 if lossless else LOSSY)
    return make


def first_frame(path, place=(0, 0), shape=None):
    """The canvas after the first frame, as libwebp's animation decoder makes it.

    Around a smaller frame that decoder leaves the canvas transparent; Pillow drops its alpha where the file says that it
    has none, and shows black there."""
    with Image.open(path) as f:
        opaque, canvas = f.mode != "RGBA", np.array(f.convert("RGBA"))
    if opaque and shape is not None:
        inside = np.zeros(canvas.shape[:2], bool)
        inside[place[1]:place[1] + shape[0], place[0]:place[0] + shape[1]] = True
        canvas[~inside, 3] = 0
    return canvas


def animation(frames, flags, options):
    """A maker: frames (picture, options of cwebp, place) put together by webpmux."""
    def make(path):
        call = Call()
        parts = []
        for i, (picture, how, place) in enumerate(frames):
            samples = picture()
            if i == 0:
                first = place, samples.shape
            source, frame = write_pam(beside(path, ".%d.pam" % i), samples), beside(path, ".%d" % i)
            call("cwebp", "-quiet", *how, source, "-o", frame)
            parts += ["-frame", frame, "+100+%d+%d+%s" % (*place, flags)]
        call("webpmux", *parts, *options, "-o", path)
        return Seen([first_frame(path, *first)], str(call), LOSSY, hidden=False)
    return make


def whole_animation(size, options, alpha):
    """A maker: two whole frames by img2webp."""
    def make(path):
        call = Call()
        sources = []
        for i in range(2):
            p = draw(*size, "mixed", seed=i)
            p = join(p, draw_alpha(*size, "hard", seed=i)) if alpha else p
            sources.append(write_pam(beside(path, ".%d.pam" % i), p))
        call("img2webp", *options[0], sources[0], *options[1], sources[1], "-o", path)
        return Seen([first_frame(path)], str(call), LOSSY, hidden=False)
    return make


def by_pillow(picture, **options):
    """A maker: Pillow."""
    def make(path):
        Image.fromarray(picture()).save(path, "WEBP", **options)
        return Seen(decoded(Call(), path), "Pillow: save(%s)" % options, 0 if options.get("lossless") else LOSSY)
    return make


def add(shelf):
    turn = itertools.cycle(SIZES[3:] + [LARGE])
    look = itertools.cycle(CONTENTS)
    for method, quality in itertools.product(range(7), [0, 1, 5, 10, 25, 50, 75, 90, 95, 100]):
        for content in ("smooth", next(look)):
            shelf.add("lossy, method and quality", ".webp",
                      cwebp(colours(next(turn), content), ["-m", method, "-q", quality]))
    for size, method, quality in itertools.product(SIZES, [0, 4, 6], [10, 80]):
        shelf.add("lossy, sizes", ".webp", cwebp(colours(size, next(look)), ["-m", method, "-q", quality]))
    for kind, strength, sharp in itertools.product(["-strong", "-nostrong"], [0, 20, 60, 100], [0, 3, 7]):
        shelf.add("lossy, filters", ".webp", cwebp(colours(next(turn), next(look)), [
            "-q", 20, kind, "-f", strength, "-sharpness", sharp]))
    for segments, noise in itertools.product([1, 2, 3, 4], [0, 50, 100]):
        shelf.add("lossy, segments", ".webp", cwebp(colours((101, 67), next(look)), [
            "-q", 30, "-segments", segments, "-sns", noise]))
    others = [["-partition_limit", 60], ["-partition_limit", 100], ["-pass", 6], ["-jpeg_like"], ["-af"], ["-low_memory"],
              ["-size", 900], ["-psnr", 30], ["-sharp_yuv"], ["-pre", 1], ["-pre", 2], ["-mt"], ["-qrange", 20, 60]]
    others += [["-preset", p] for p in ("default", "photo", "picture", "drawing", "icon", "text")]
    for options, content in itertools.product(others, ["mixed", "edges"]):
        shelf.add("lossy, other options", ".webp", cwebp(colours(next(turn), content), options))
    for level, content in itertools.product(range(10), CONTENTS):
        shelf.add("lossless, levels", ".webp", cwebp(colours(next(turn), content), ["-z", level], True))
    for size, method in itertools.product(SIZES, [0, 3, 6]):
        shelf.add("lossless, sizes", ".webp", cwebp(colours(size, next(look)), ["-lossless", "-m", method], True))
    for count, size in itertools.product([1, 2, 3, 4, 5, 15, 16, 17, 100, 256, 257], [(7, 1), (33, 17), (100, 100)]):
        shelf.add("lossless, few colours", ".webp", cwebp(few_colours(size, count), ["-lossless"], True))
    for near, content in itertools.product([0, 20, 40, 60, 80], ["smooth", "mixed", "noise"]):
        shelf.add("lossless, nearly", ".webp", cwebp(colours(next(turn), content), ["-near_lossless", near], True))
    alphas = itertools.cycle(ALPHAS)
    for way, guess, quality, kind in itertools.product([0, 1], ["none", "fast", "best"], [0, 40, 100], ALPHAS):
        options = ["-q", 60, "-alpha_method", way, "-alpha_filter", guess, "-alpha_q", quality]
        shelf.add("alpha, " + ("raw" if way == 0 else "packed"), ".webp",
                  cwebp(with_alpha(next(turn), next(look), kind), options))
    for size, way in itertools.product(SIZES, [0, 1]):
        shelf.add("alpha, sizes", ".webp", cwebp(with_alpha(size, "mixed", next(alphas)), ["-alpha_method", way]))
        shelf.add("alpha, lossless", ".webp", cwebp(with_alpha(size, next(look), next(alphas)), [
            "-lossless", *(["-exact"] if way else [])], True))
    for orientation, order in itertools.product(range(1, 9), ["II", "MM"]):
        for options, lossless in ((["-q", 50], False), (["-lossless"], True), (["-alpha_method", 0], False)):
            shelf.add("EXIF orientation", ".webp", oriented(
                with_alpha((33, 17), "mixed", "smooth") if options[0][1] == "a" else colours((33, 17), "mixed"),
                options, orientation, order, orientation % 2 == 0, lossless))
    places = [(0, 0), (10, 6), (20, 30)]
    for how, place, flags, content in itertools.product([["-lossless"], ["-q", "70"]], places, ["0+b", "1-b"], ["plain", "alpha"]):
        small = with_alpha((21, 20), "mixed", "hard") if content == "alpha" else colours((21, 20), "mixed")
        frames = [(small, how, place), (colours((60, 50), "mixed", 1), how, (0, 0))]
        shelf.add("animation, small first frame", ".webp", animation(
            frames, flags, ["-bgcolor", "255,10,200,30"] if place[0] == 10 else []))
    for first, second, alpha in itertools.product([["-lossy", "-q", 60], ["-lossless"]], [["-lossy"], ["-lossless"]], [False, True]):
        for size in ((16, 16), (101, 67)):
            shelf.add("animation, whole frames", ".webp", whole_animation(size, (first, second), alpha))
    for method, quality in itertools.product(range(7), [10, 50, 80, 100]):
        shelf.add("Pillow", ".webp", by_pillow(colours(next(turn), next(look)), method=method, quality=quality))
    for exact, quality in itertools.product([False, True], [0, 50, 100]):
        shelf.add("Pillow, lossless", ".webp", by_pillow(
            with_alpha(next(turn), next(look), next(alphas)), lossless=True, exact=exact, quality=quality))
    dice = np.random.default_rng(7)
    for i in range(150):
        size = tuple(int(v) for v in dice.integers(1, 160, 2))
        options = ["-m", dice.integers(0, 7), "-q", dice.integers(0, 101), "-f", dice.integers(0, 101), "-sharpness",
                   dice.integers(0, 8), "-sns", dice.integers(0, 101), "-segments", dice.integers(1, 5),
                   dice.choice(["-strong", "-nostrong"]), "-alpha_method", dice.integers(0, 2), "-alpha_q", dice.integers(0, 101)]
        picture = with_alpha(size, next(look), next(alphas), i) if i % 2 else colours(size, next(look), i)
        shelf.add("lossy, by chance", ".webp", cwebp(picture, options))
