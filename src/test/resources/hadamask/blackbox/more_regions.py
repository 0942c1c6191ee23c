"""What scikit-image measures of the regions of a mask beyond `regions.py`, in the words of `measure --measures all`.

    python3 more_regions.py MASK IMAGE OUT.csv

Hu's seventh moment has the other sign here, as rows count as x there.
"""
import sys

import numpy
from PIL import Image
from skimage.measure import label, regionprops
from skimage.morphology import binary_dilation, disk

PERCENTILES = {"gray_min": 0, "gray_p5": 5, "gray_p25": 25, "gray_median": 50, "gray_p75": 75, "gray_p95": 95, "gray_max": 100}
RING = 5


def ring_of(region, inside):
    top, left, bottom, right = region.bbox
    window = (slice(max(0, top - RING), bottom + RING), slice(max(0, left - RING), right + RING))
    here = inside[1] == region.label
    around = binary_dilation(numpy.pad(here[window], RING), disk(RING))[RING:-RING, RING:-RING]
    return window, around & ~inside[0][window]


def main(mask_name, image_name, out_name):
    mask = numpy.asarray(Image.open(mask_name).convert("L")) > 127
    samples = numpy.asarray(Image.open(image_name))
    grays = samples.astype(float) / numpy.iinfo(samples.dtype).max
    labels = label(mask, connectivity=2)
    regions = regionprops(labels, grays)
    centres = numpy.array([region.centroid for region in regions])
    ground = numpy.median(grays[~mask])
    rows = []
    for region in regions:
        values = grays[labels == region.label]
        away = numpy.hypot(*(centres - numpy.array(region.centroid)).T)
        away[region.label - 1] = numpy.inf
        row = {"label": region.label, "circularity": 4 * numpy.pi * region.area / region.perimeter ** 2,
               "convex_area": region.area_convex, "euler_number": region.euler_number,
               "feret_diameter_max": region.feret_diameter_max, "nearest": away.min()}
        for place, moment in enumerate(region.moments_hu):
            row["hu_%d" % (place + 1)] = -moment if place == 6 else moment
        for name, percent in PERCENTILES.items():
            row[name] = numpy.percentile(values, percent)
        row.update(gray_sum=values.sum(), gray_ground=ground, gray_sum_above_ground=values.sum() - region.area * ground)
        window, ring = ring_of(region, (mask, labels))
        beside = numpy.median(grays[window][ring])
        row.update(ring_area=ring.sum(), gray_ring=beside, gray_mean_above_ring=values.mean() - beside,
                   gray_sum_above_ring=region.area * (values.mean() - beside))
        rows.append(row)
    with open(out_name, "w") as out:
        out.write(",".join(rows[0]) + "\n")
        out.writelines(",".join(repr(float(value)) for value in row.values()) + "\n" for row in rows)


main(*sys.argv[1:])
