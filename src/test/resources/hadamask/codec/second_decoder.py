"""Holds what Hadamask reads to a second decoder, over files of every format and kind that are made for it.

    python3 second_decoder.py [--only FORMAT] [--keep DIR] [--hadamask COMMAND]

Files come from cwebp, cjpeg, tiffcp, ImageMagick, Pillow and, where no tool writes a kind, from the modules in made/. One
run of `segment` for each format, with settings that keep every pixel, reads them; its PNG are compared sample for sample with what the
second decoder sees. The exit status is 1 when a file came out wrong in silence, was refused although the reference says
that its kind is read, or ended in a defect.
"""
import sys

sys.dont_write_bytecode = True
import argparse
import collections
import concurrent.futures
import csv
import os
import shlex
import subprocess
import tempfile
import time

import numpy as np
from PIL import Image

from made import bmp, gif, jpeg, png, pnm, tiff, webp, workshop

MAKERS = {"WebP": webp, "JPEG": jpeg, "TIFF": tiff, "PNG": png, "BMP": bmp, "GIF": gif, "PNM": pnm}
HERE = os.path.dirname(os.path.abspath(__file__))
SEGMENT = os.path.normpath(os.path.join(HERE, *[".."] * 5, "scripts", "segment"))
#: above 1 nothing is bright, so that all is foreground and every pixel is kept
KEEP_ALL = ["--threshold", "1", "--foreground", "dark", "--closing", "none", "--fill-holes", "none"]


def make(file):
    """Makes a file and looks at it with the second decoder."""
    try:
        file.seen = file.make(file.path)
    except (workshop.Failed, OSError, ValueError, KeyError) as e:
        file.failed = "%s: %s" % (type(e).__name__, e)
        if os.path.exists(file.path):
            os.remove(file.path)
    return file


def segment(command, where, files, refused, defects):
    """Runs Hadamask over files; notes what it said of those that it refused and of those that were too much for it.

    where: the folder that the command is seen from
    """
    os.makedirs("results", exist_ok=True)
    here = os.getcwd()
    help_text = subprocess.run([*command, "--help"], capture_output=True, text=True, cwd=where).stdout
    # Otherwise transparent pixels are background, and lose their colours.
    alpha = ["--alpha", "ignore"] if "--alpha" in help_text else []
    output = ["-o", os.path.join(here, "results", "{name}.png"), "--errors", os.path.join(here, "errors.csv"), "-q"]
    jobs = []
    while files:
        with open("list", "w") as names:
            names.writelines(os.path.join(here, f.path) + "\n" for f in files)
        done = subprocess.run([*command, "--files-from", os.path.join(here, "list"), *output, *KEEP_ALL, *alpha, *jobs],
                              capture_output=True, text=True, errors="replace", cwd=where)
        if os.path.exists("errors.csv"):
            with open("errors.csv", newline="") as rows:
                for row in csv.DictReader(rows):
                    refused[os.path.relpath(row["input"])] = ", ".join(filter(None, [row["problem"], row.get("remedy")]))
            os.remove("errors.csv")
        if done.returncode in (0, 1):
            break
        if done.returncode == 2:
            sys.exit("second_decoder: wrong usage of segment: " + done.stderr.strip())
        # A defect ended the run. One at a time, it is the first file that came to nothing and was not refused.
        lines = done.stderr.strip().split("\n")
        for line in lines:
            name, _, problem = line.removeprefix("hadamask: ").partition(": ")
            if os.path.isfile(name):
                refused[os.path.relpath(name)] = problem
        files = [f for f in files if f.path not in refused and not os.path.exists(result(f))]
        if jobs and files:
            words = next((line for line in lines if "Error" in line or "Exception" in line), lines[-1])
            defects[files.pop(0).path] = "exit status %d: %s" % (done.returncode, words)
        jobs = ["--jobs", "1"]


def result(file):
    """Where the result of a file is."""
    return os.path.join("results", os.path.splitext(os.path.basename(file.path))[0] + ".png")


def read_png(path):
    """Any PNG that Hadamask writes, height x width x samples, bytes or 16 bits (which Pillow halves in colours)."""
    with open(path, "rb") as f:
        head = f.read(26)
    if head[24] == 8:
        with Image.open(path) as picture:
            samples = np.array(picture)
        return samples if samples.ndim == 3 else samples[..., None]
    return png.decoded(path)


def difference(seen, path):
    """The largest difference of a colour and of alpha, in levels of the file's depth, and what else is wrong, or ''."""
    got = read_png(path)
    best = None
    for picture in seen.pictures:
        if picture.shape[:2] != got.shape[:2]:
            best = best or (np.inf, np.inf, "is %d x %d, expected %d x %d" % (*got.shape[1::-1], *picture.shape[1::-1]))
            continue
        level = 257 if picture.dtype == np.uint8 else 1
        off = np.abs(workshop.rgba16(picture).astype(int) - workshop.rgba16(got))
        if not seen.hidden:
            off[workshop.rgba16(picture)[..., 3] == 0, :3] = 0
        wrong = ""
        if picture.shape[2] < 3 <= got.shape[2]:
            wrong = "grey became colours"
        if picture.dtype == np.uint16 and got.dtype == np.uint8:
            wrong = "16 bits became 8"
        found = (off[..., :3].max() / level, off[..., 3].max() / level, wrong)
        if best is None or max(found[:2]) < max(best[:2]):
            best = found
    return best


def judge(file, refused, defects):
    """Says what became of a file: `same`, `near`, `beyond`, `refused`, `unread` or `defect`, the difference, and words."""
    if file.path in defects:
        return "defect", 0, defects[file.path]
    if file.path in refused:
        # What is not read is not broken for that.
        is_right = file.seen.unread and (file.seen.doubtful or "broken" not in refused[file.path])
        return "unread" if is_right else "refused", 0, refused[file.path]
    if not os.path.exists(result(file)):
        return "beyond", np.inf, "no result and no error"
    if not file.seen.pictures:
        return "beyond", np.inf, "was read, which the reference does not say"
    colour, alpha, wrong = difference(file.seen, result(file))
    words = wrong or "colour %.4g, alpha %.4g" % (colour, alpha)
    if wrong or colour > file.seen.tolerance or alpha > file.seen.alpha_tolerance:
        return "beyond", max(colour, alpha), words
    return "near" if colour or alpha else "same", max(colour, alpha), words


def print_table(files, verdicts):
    """One row for each kind, one for each format."""
    row = "%-6s %-36s %6s %8s %7s %8s %7s %7s"
    print(row % ("format", "kind", "files", "largest", "beyond", "refused", "defect", "unread"))
    kinds = collections.OrderedDict()
    for file in files:
        kinds.setdefault((file.format, file.kind), []).append(file)
        kinds.setdefault((file.format, "ALL"), []).append(file)
    for format_name in collections.OrderedDict.fromkeys(f for f, _ in kinds):
        kinds.move_to_end((format_name, "ALL"))
    order = list(collections.OrderedDict.fromkeys(f for f, _ in kinds))
    for (format_name, kind), members in sorted(kinds.items(), key=lambda k: order.index(k[0][0])):
        all_of = [verdicts[f.path] for f in members]
        count = lambda word: sum(v[0] == word for v in all_of)
        print(row % (format_name, kind, len(members), "%.4g" % max(v[1] for v in all_of), count("beyond"), count("refused"),
                     count("defect"), count("unread")))


def print_faults(files, verdicts):
    """Each kind of fault with its messages, and how to make three of its files."""
    shown = collections.Counter()
    for file in files:
        word, _, words = verdicts[file.path]
        if word in ("same", "near"):
            continue
        key = file.format, file.kind, word, words if word != "beyond" else ""
        shown[key] += 1
        if shown[key] <= (1 if word == "unread" else 3):
            print("%s: %s, %s: %s: %s\n    %s" % (word, file.format, file.kind, os.path.basename(file.path), words, file.seen.how))


def parse():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--keep", metavar="DIR", help="where files and results stay (a temporary folder, which goes)")
    p.add_argument("--hadamask", metavar="COMMAND", default=shlex.quote(SEGMENT), help="what runs `segment` (%(default)s)")
    p.add_argument("--only", metavar="FORMAT", action="append", type=str.lower, choices=[m.lower() for m in MAKERS],
                   help="one of %(choices)s; may be given several times")
    return p.parse_args()


def main():
    options = parse()
    if workshop.missing():
        sys.exit("second_decoder: not found: %s (Debian: webp, libjpeg-turbo-progs, libtiff-tools, imagemagick)"
                 % ", ".join(workshop.missing()))
    if options.keep and os.path.isdir(options.keep) and os.listdir(options.keep):
        sys.exit("second_decoder: --keep: %s is not empty" % options.keep)
    began, here = time.time(), os.getcwd()
    with tempfile.TemporaryDirectory() as temporary:
        os.makedirs(options.keep or temporary, exist_ok=True)
        os.chdir(options.keep or temporary)
        files = []
        for name, maker in MAKERS.items():
            if not options.only or name.lower() in options.only:
                shelf = workshop.Shelf("files", name)
                maker.add(shelf)
                files += shelf.files
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            files = list(pool.map(make, files))
        failed = [f for f in files if f.failed]
        for file in failed:
            print("not made: %s, %s: %s" % (file.format, file.kind, file.failed))
        files = [f for f in files if not f.failed]
        made = time.time()
        refused, defects = {}, {}
        # A run for each format: what one format loads into the program does not help another.
        for name in MAKERS:
            segment(shlex.split(options.hadamask), here, [f for f in files if f.format == name], refused, defects)
        read = time.time()
        verdicts = {f.path: judge(f, refused, defects) for f in files}
        os.chdir(here)
    print_faults(files, verdicts)
    print()
    print_table(files, verdicts)
    print("\n%d files (%d could not be made); made in %.0f s, read in %.0f s, compared in %.0f s" % (
        len(files), len(failed), made - began, read - made, time.time() - read))
    sys.exit(1 if any(v[0] in ("beyond", "refused", "defect") for v in verdicts.values()) else 0)


if __name__ == "__main__":
    main()
