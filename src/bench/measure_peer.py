"""The table of `measure -r` as scikit-image makes it in two processes, to be timed beside it.

    python3 src/bench/measure_peer.py make FOLDER COUNT      masks/ and images/ of 1 megapixel, seeded, some 50 objects each
    python3 src/bench/measure_peer.py measure MASKS OUT.csv [IMAGES]

Needs NumPy, Pillow and scikit-image 0.19 or later.
"""
import csv
import multiprocessing
import os
import sys

import numpy
from PIL import Image

SIDE = 1000
OBJECTS = 50
COLUMNS = ("label", "area", "perimeter", "bbox", "centroid", "equivalent_diameter_area", "axis_major_length",
           "axis_minor_length", "eccentricity", "orientation", "solidity")


def make(folder, count):
    for name in ("masks", "images"):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
    for number in range(count):
        random = numpy.random.default_rng(number)
        mask = numpy.zeros((SIDE, SIDE), bool)
        for _ in range(OBJECTS):
            a, b = random.uniform(12, 40, 2)
            x, y = random.uniform(0, SIDE, 2)
            turn = random.uniform(0, numpy.pi)
            reach = int(max(a, b)) + 2
            top, bottom = max(0, int(y) - reach), min(SIDE, int(y) + reach)
            left, right = max(0, int(x) - reach), min(SIDE, int(x) + reach)
            rows, columns = numpy.mgrid[top:bottom, left:right]
            along = (columns - x) * numpy.cos(turn) + (rows - y) * numpy.sin(turn)
            across = (rows - y) * numpy.cos(turn) - (columns - x) * numpy.sin(turn)
            mask[top:bottom, left:right] |= (along / a) ** 2 + (across / b) ** 2 <= 1
        image = random.integers(0, 60, (SIDE, SIDE)) + 120 * mask
        name = "m%04d.png" % number
        Image.fromarray((255 * mask).astype(numpy.uint8)).save(os.path.join(folder, "masks", name), compress_level=1)
        Image.fromarray(image.astype(numpy.uint8)).save(os.path.join(folder, "images", name), compress_level=1)


def gray_sd(region, intensities):
    return numpy.std(intensities[region])


def rows(job):
    from skimage.measure import label, regionprops_table
    mask, image = job
    labels = label(numpy.asarray(Image.open(mask)) > 127, connectivity=2)
    if image is None:
        table = regionprops_table(labels, properties=COLUMNS)
    else:
        grays = numpy.asarray(Image.open(image)) / 255
        table = regionprops_table(labels, grays, properties=COLUMNS + ("intensity_mean",), extra_properties=(gray_sd,))
    return mask, list(table), numpy.stack(list(table.values()), 1)


def measure(masks, out, images):
    names = sorted(os.listdir(masks))
    jobs = [(os.path.join(masks, name), images and os.path.join(images, name)) for name in names]
    with multiprocessing.Pool(2) as pool, open(out, "w", newline="") as file:
        table = csv.writer(file)
        for place, (mask, header, values) in enumerate(pool.imap(rows, jobs, chunksize=8)):
            if place == 0:
                table.writerow(["image"] + header)
            table.writerows([mask] + row for row in values.tolist())


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], int(sys.argv[3]))
    else:
        measure(sys.argv[2], sys.argv[3], sys.argv[4] if len(sys.argv) > 4 else None)
