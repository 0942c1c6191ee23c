"""What scikit-image measures of the regions of a mask, as CSV; with a picture, also its intensities.

    python3 regions.py MASK [IMAGE] >NAME-regions.csv

Columns are named as scikit-image's `regionprops` names them, y before x; greys and deviations are on the scale from 0 to 1.
"""

import csv
import sys
import warnings

import numpy as np
from PIL import Image
from skimage.measure import label, regionprops


def main(mask, image=None):
    warnings.simplefilter("ignore")
    regions = label(np.array(Image.open(mask).convert("L")) > 127, connectivity=2)
    names = ["area", "perimeter", "top", "left", "bottom", "right", "row", "column", "equivalent_diameter_area",
             "axis_major_length", "axis_minor_length", "eccentricity", "orientation", "solidity"]
    picture = None
    if image:
        picture = np.array(Image.open(image))
        picture = picture / (255 if picture.dtype == np.uint8 else 65535)
        names += ["mean", "deviation"]
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(names)
    for region in regionprops(regions):
        row = [region.area, region.perimeter, *region.bbox, *region.centroid, region.equivalent_diameter_area,
               region.axis_major_length, region.axis_minor_length, region.eccentricity, region.orientation,
               region.solidity]
        if picture is not None:
            values = picture[regions == region.label]
            row += [values.mean(), values.std()]
        out.writerow([repr(float(value)) if isinstance(value, float) else int(value) for value in row])


main(*sys.argv[1:])
