#!/usr/bin/python3
"""Expected masks of the project's lossless samples, computed with NumPy and SciPy alone.

usage: reference.py SAMPLES OUTDIR        (Python 3 with NumPy, SciPy and Pillow)

For coins.png, page.png (8 bits) and cells.tif (16-bit grey), and for each kind of foreground, it writes 1-bit PNGs
NAME-{bright,dark}-{clustered,filled,closed-zero,closed-extend}.png, and NAME.json with the optimum of 2-means.
Levels are sums of red, green and blue: of grey pictures three times the sample.
"""
import json, pathlib, sys
from fractions import Fraction
import numpy as np
from PIL import Image
from scipy import ndimage

SQUARE, ITERATIONS = np.ones((5, 5), bool), 10


def levels_of(path):
    """The level of every pixel, and the level of white."""
    samples = np.asarray(Image.open(path)).astype(np.int64)
    white = 255 if path.suffix == ".png" else 65535
    return (samples[..., :3].sum(axis=2) if samples.ndim == 3 else 3 * samples), 3 * white


def optimum(levels, white):
    """The cut with the least sum of squares, in whole numbers and fractions: nothing is rounded before the end."""
    values, counts = np.unique(levels, return_counts=True)
    values, counts = [int(v) for v in values], [int(c) for c in counts]
    total, mass = sum(counts), sum(v * c for v, c in zip(values, counts))
    squares = sum(v * v * c for v, c in zip(values, counts))
    best, n, s = None, 0, 0
    for value, count in zip(values[:-1], counts[:-1]):
        n, s = n + count, s + value * count
        wcss = squares - Fraction(s * s, n) - Fraction((mass - s) ** 2, total - n)
        if best is None or wcss < best[0]:
            best = wcss, value, n, s
    wcss, last, n, s = best
    return dict(lastDarkLevel=last, darkCentroid=float(Fraction(s, n * white)),
                brightCentroid=float(Fraction(mass - s, (total - n) * white)), darkPixels=n, brightPixels=total - n,
                wcss=float(wcss / white**2))


def close(mask, border):
    if border == "zero":
        return ndimage.binary_closing(mask, structure=SQUARE, iterations=ITERATIONS)
    pad = 4 * ITERATIONS
    return ndimage.binary_closing(np.pad(mask, pad), structure=SQUARE, iterations=ITERATIONS)[pad:-pad, pad:-pad]


def main(samples, outdir):
    out = pathlib.Path(outdir)
    for name in "coins.png", "page.png", "cells.tif":
        levels, white = levels_of(pathlib.Path(samples) / name)
        found, stem = optimum(levels, white), name.split(".")[0]
        (out / f"{stem}.json").write_text(json.dumps(found, indent=1) + "\n")
        bright = levels > found["lastDarkLevel"]
        for polarity, mask in ("bright", bright), ("dark", ~bright):
            filled = ndimage.binary_fill_holes(mask)
            for stage, m in (("clustered", mask), ("filled", filled), ("closed-zero", close(filled, "zero")),
                             ("closed-extend", close(filled, "extend"))):
                Image.fromarray(m).save(out / f"{stem}-{polarity}-{stage}.png", optimize=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
