"""Makes the WebP fixtures of the tests, and beside each the pixels that libwebp's own tools see in it.

Python 3 with NumPy 1.24 and Pillow 9.4, cwebp, dwebp and webpmux of libwebp 1.2; run in this folder. `method0`, `quality10` and
the like are what everyday files are; `raw-alpha` has its alpha unpacked; `animation` has a first frame that is smaller than the
canvas; `one-colour` is as short as a WebP can be.
"""
import os
import subprocess

import numpy as np
from PIL import Image

W, H = 37, 29
y, x = np.mgrid[0:H, 0:W]
noise = np.random.default_rng(11).integers(-20, 21, (H, W, 3))
colour = np.clip(np.stack([(x * 6) % 256, (y * 8) % 256, ((x + y) * 3) % 256], -1) + noise, 0, 255).astype(np.uint8)
smooth = np.stack([x * 5, y * 7, 255 - x * 3], -1).astype(np.uint8)
alpha = ((x * y) % 256).astype(np.uint8)
Image.fromarray(colour).save("colour.tmp.png")
Image.fromarray(smooth).save("smooth.tmp.png")
Image.fromarray(np.dstack([colour, alpha])).save("alpha.tmp.png")
Image.fromarray(np.full((100, 100, 3), 77, np.uint8)).save("one.tmp.png")


def run(*command):
    subprocess.run(command, check=True)


def made(name, source, *options):
    run("cwebp", "-quiet", *options, source + ".tmp.png", "-o", name + ".webp")
    run("dwebp", "-quiet", name + ".webp", "-o", name + ".webp.png")


made("method0", "colour", "-m", "0", "-q", "75")
made("quality10", "smooth", "-q", "10")
made("method6", "colour", "-m", "6", "-q", "90", "-f", "60", "-strong")
made("raw-alpha", "alpha", "-q", "60", "-alpha_method", "0", "-alpha_filter", "none")
made("packed-alpha", "alpha", "-q", "60", "-alpha_filter", "best")
made("one-colour", "one", "-lossless", "-z", "9")
# The first frame at 4, 6 on a canvas that the second one fills.
run("cwebp", "-quiet", "-q", "80", "alpha.tmp.png", "-o", "first.tmp.webp")
Image.fromarray(np.zeros((50, 60, 3), np.uint8)).save("second.tmp.webp")
run("webpmux", "-frame", "first.tmp.webp", "+100+4+6+0-b", "-frame", "second.tmp.webp", "+100+0+0",
    "-bgcolor", "255,10,200,30", "-o", "animation.webp")
Image.open("animation.webp").convert("RGBA").save("animation.webp.png")
for name in os.listdir("."):
    if ".tmp." in name:
        os.remove(name)
