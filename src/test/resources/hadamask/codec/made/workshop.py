"""What all makers of files share: pictures to draw, tools to call, and what is to be seen in a file."""
import os
import shlex
import shutil
import subprocess
from dataclasses import dataclass, field

import numpy as np

#: width and height of most files: a pixel, thin ones, those around the 8 and 16 of JPEG and WebP, odd ones
SIZES = [(1, 1), (1, 7), (7, 1), (2, 3), (8, 8), (9, 5), (15, 16), (16, 16), (16, 15), (17, 33), (33, 17), (31, 64), (65, 48),
         (101, 67), (130, 131)]
LARGE = (297, 219)
#: what pictures look like, from easy to hard
CONTENTS = ["smooth", "edges", "noise", "mixed"]

#: `magick` is ImageMagick 7; Debian calls the program itself, which `convert` may stand for, by its version
TOOLS = {name: [name] for name in ["cwebp", "dwebp", "webpmux", "img2webp", "cjpeg", "djpeg", "jpegtran", "tiffcp", "tiff2rgba"]}
TOOLS["convert"] = ["magick", "convert-im6.q16", "convert"]


def missing():
    """Names of the tools that are not installed."""
    return [name for name, calls in TOOLS.items() if not any(map(shutil.which, calls))]


class Failed(Exception):
    """A tool made no file."""


class Call:
    """Runs tools and remembers the commands, so that a file can be made again by hand."""

    def __init__(self):
        self.commands = []

    def __call__(self, tool, *arguments, silent=False, warning=None):
        """Runs a tool with a list of arguments; returns what it writes to standard output.

        warning: words of a warning with which the tool ends with another exit status than 0, and yet does its work
        """
        name = next(n for n in TOOLS[tool] if shutil.which(n))
        command = [name, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True)
        if not silent:
            self.commands.append(shlex.join(command))
        if done.returncode != 0 and (warning is None or warning not in done.stderr):
            raise Failed(shlex.join(command) + ": " + done.stderr.decode(errors="replace").strip()[-300:])
        return done.stdout

    def __str__(self):
        return " && ".join(self.commands)


@dataclass
class Seen:
    """What a second decoder sees in a file, or several that do not agree (the best one counts)."""

    #: height x width x 1 to 4 samples (grey, grey and alpha, RGB, RGBA), bytes or 16 bits
    pictures: list
    #: how the file was made
    how: str = ""
    #: levels that a colour may be off
    tolerance: int = 0
    #: levels that alpha may be off
    alpha_tolerance: int = 0
    #: whether colours count where alpha is 0
    hidden: bool = True
    #: whether the reference says that such a file is not read
    unread: bool = False
    #: whether it may be called broken: decoders do not agree whether it is
    doubtful: bool = False


@dataclass
class File:
    """A file to be made."""

    path: str
    format: str
    kind: str
    make: object
    seen: object = None
    failed: str = ""


@dataclass
class Shelf:
    """Takes the files of one format."""

    folder: str
    format: str
    files: list = field(default_factory=list)

    def add(self, kind, suffix, make):
        """make(path) makes the file and returns what is Seen in it."""
        folder = os.path.join(self.folder, self.format.lower())
        os.makedirs(folder, exist_ok=True)
        name = "%s-%04d%s" % (self.format.lower(), len(self.files), suffix)
        self.files.append(File(os.path.join(folder, name), self.format, kind, make))


def beside(path, ending):
    """Where the source of a file is kept, and what else it is made from."""
    source = path.replace("files", "sources", 1) + ending
    os.makedirs(os.path.dirname(source), exist_ok=True)
    return source


def draw(width, height, content="mixed", depth=8, seed=0):
    """A picture in colours, height x width x 3, of 8 or 16 bits."""
    top = (1 << depth) - 1
    dice = np.random.default_rng([seed, width, height, CONTENTS.index(content)])
    y, x = np.mgrid[0:height, 0:width].astype(float)
    u, v = x / max(1, width - 1), y / max(1, height - 1)
    if content == "smooth":
        rgb = [0.1 + 0.8 * u, 0.2 + 0.6 * v, 0.5 + 0.4 * np.sin(3 * u + 2 * v + seed)]
    elif content == "edges":
        colours = dice.random((7, 3))
        rgb = np.moveaxis(colours[((x // 5).astype(int) + 3 * (y // 7).astype(int)) % 7], -1, 0)
    elif content == "noise":
        rgb = dice.random((3, height, width))
    else:
        disc = (u - 0.5) ** 2 + (v - 0.4) ** 2 < 0.08
        rgb = [np.where(disc, 0.9, u * 0.7), np.where(disc, 0.2 + 0.5 * v, 1 - v), np.where(disc, 0.1, 0.5 + 0.5 * np.cos(9 * u))]
        rgb = np.array(rgb) + dice.normal(0, 0.03, (3, height, width))
    return np.clip(np.moveaxis(np.array(rgb), 0, -1) * top + 0.5, 0, top).astype(np.uint8 if depth == 8 else np.uint16)


def draw_alpha(width, height, kind, depth=8, seed=0):
    """A plane of alpha: `smooth`, `hard` (0 and full), `levels` (five of them), `noise`."""
    top = (1 << depth) - 1
    y, x = np.mgrid[0:height, 0:width].astype(float)
    u, v = x / max(1, width - 1), y / max(1, height - 1)
    if kind == "smooth":
        a = 0.5 + 0.5 * np.sin(4 * u + 3 * v + seed)
    elif kind == "hard":
        a = ((u - 0.5) ** 2 + (v - 0.5) ** 2 < 0.16).astype(float)
    elif kind == "levels":
        a = np.floor((u + v) * 2.49) / 4
    else:
        a = np.random.default_rng([seed, width, height]).random((height, width))
    return np.clip(a * top + 0.5, 0, top).astype(np.uint8 if depth == 8 else np.uint16)


ALPHAS = ["smooth", "hard", "levels", "noise"]


def gray(rgb):
    """One plane, height x width x 1."""
    return rgb[..., 1:2]


def join(*planes):
    """Planes, or stacks of planes, as one picture."""
    return np.concatenate([p if p.ndim == 3 else p[..., None] for p in planes], -1)


def scaled(samples, bits, full=255):
    """Samples of some bits on the scale of full levels: round(v full / max)."""
    top = (1 << bits) - 1
    out = (samples.astype(np.int64) * full + top // 2) // top
    return out.astype(np.uint8 if full == 255 else np.uint16)


def inks_to_rgb(inks, depth=8):
    """Cyan, magenta, yellow, black (full ink is the largest) without a profile: (max - ink) (max - black) / max."""
    top = (1 << depth) - 1
    light = top - inks.astype(np.int64)
    rgb = (light[..., :3] * light[..., 3:4] + top // 2) // top
    return rgb.astype(np.uint8 if depth == 8 else np.uint16)


def upright(picture, orientation):
    """The picture that the tag Orientation asks for."""
    turns = {1: lambda p: p, 2: np.fliplr, 3: lambda p: np.rot90(p, 2), 4: np.flipud, 5: lambda p: np.swapaxes(p, 0, 1),
             6: lambda p: np.rot90(p, -1), 7: lambda p: np.swapaxes(np.rot90(p, 2), 0, 1), 8: lambda p: np.rot90(p, 1)}
    return turns[orientation](picture)


def exif(orientation, order="II"):
    """A block of EXIF that says nothing but the orientation."""
    little = order == "II"
    number = lambda v, n: v.to_bytes(n, "little" if little else "big")
    entry = number(274, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + b"\0\0"
    return order.encode() + number(42, 2) + number(8, 4) + number(1, 2) + entry + number(0, 4)


def write_pam(path, picture, maxval=None):
    """Writes a picture as PNM, the input of the tools; returns the path."""
    h, w, n = picture.shape
    deep = picture.dtype == np.uint16
    top = maxval or (65535 if deep else 255)
    kinds = {1: "GRAYSCALE", 2: "GRAYSCALE_ALPHA", 3: "RGB", 4: "RGB_ALPHA"}
    head = "P%d\n%d %d\n%d\n" % (5 if n == 1 else 6, w, h, top) if n in (1, 3) else \
        "P7\nWIDTH %d\nHEIGHT %d\nDEPTH %d\nMAXVAL %d\nTUPLTYPE %s\nENDHDR\n" % (w, h, n, top, kinds[n])
    with open(path, "wb") as out:
        out.write(head.encode() + picture.astype(">u2" if deep else np.uint8).tobytes())
    return path


def read_pam(data):
    """Reads what dwebp, djpeg and tools like them write: P4 to P7 with bytes or 16 bits."""
    kind, at = data[1] - 48, 2
    if kind == 7:
        end = data.index(b"ENDHDR\n") + 7
        words = dict(line.split(None, 1) for line in data[3:end - 8].decode().split("\n") if " " in line)
        w, h, n, top = (int(words[k]) for k in ("WIDTH", "HEIGHT", "DEPTH", "MAXVAL"))
        at = end
    else:
        numbers = []
        while len(numbers) < 3:
            end = at + 1
            while data[end:end + 1].isdigit():
                end += 1
            if data[at:end].strip():
                numbers.append(int(data[at:end]))
            at = end
        w, h, top = numbers
        n, at = (3 if kind == 6 else 1), at + 1
    deep = top > 255
    return np.frombuffer(data, ">u2" if deep else np.uint8, w * h * n, at).reshape(h, w, n).astype(np.uint16 if deep else np.uint8)


def magick_rgba(call, path, width, height, page=0):
    """What ImageMagick sees, height x width x 4, 16 bits."""
    raw = call("convert", "%s[%d]" % (path, page), "-depth", 16, "-endian", "LSB", "rgba:-", silent=True)
    if len(raw) != width * height * 8:
        raise Failed("ImageMagick sees %d bytes in %s, not %d x %d pixels" % (len(raw), path, width, height))
    return np.frombuffer(raw, "<u2").reshape(height, width, 4)


def rgba16(picture):
    """Any picture as RGBA of 16 bits."""
    p = picture.astype(np.uint16) * (257 if picture.dtype == np.uint8 else 1)
    n = p.shape[-1]
    colours = np.repeat(p[..., :1], 3, -1) if n < 3 else p[..., :3]
    alpha = p[..., -1:] if n in (2, 4) else np.full(p.shape[:2] + (1,), 65535, np.uint16)
    return np.concatenate([colours, alpha], -1)


def agree(call, path, picture, hidden=True):
    """Fails unless ImageMagick sees the picture that a maker says it has drawn."""
    h, w = picture.shape[:2]
    off = np.abs(magick_rgba(call, path, w, h).astype(int) - rgba16(picture))
    if not hidden:
        off[rgba16(picture)[..., 3] == 0] = 0
    if off.max() > 0:
        raise Failed("the maker and ImageMagick do not agree about %s: %d of 65535" % (path, off.max()))
