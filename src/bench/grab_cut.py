#!/usr/bin/python3
"""Measures OpenCV's grabCut and the graph cut of `segment` side by side, from the same start, at full size.

    src/bench/grab_cut.py [--every N] [--alone N] [--enlarge F] inside|box SET...

A set is a folder of `images` and `masks`, as src/bench/MaskSets.java makes them. grabCut iterates five times, from a
rectangle 8 % inside of the picture (`inside`), or from a box 2 % of the longer side around the true object (`box`),
which `segment` gets as `--box`. grabCut runs inside of this process, and both run as a process of their own for each
picture, in turn; src/bench/mask-scores measures the graph cut inside of one process. Seconds are means for each
picture: processor time of all threads, and wall time. IoU is the mean intersection over union.

--every N     only every N-th picture of a set
--alone N     of these only every N-th for grabCut as a process of its own
--enlarge F   pictures and masks are made F times as wide and high

Needs Debian's python3-opencv and python3-numpy, and the built program: mvn package
"""
import argparse
import os
import subprocess
import sys
import tempfile
import time

import cv2
import numpy as np

SEGMENT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'scripts', 'segment')
ROUNDS = 5
INSIDE = 0.08
MARGIN = 0.02
SIZES = (0.1, 0.2, 0.4, 1, 4)


def grab_cut(image, rectangle):
    mask = np.zeros(image.shape[:2], np.uint8)
    cv2.setRNGSeed(0)
    cv2.grabCut(image, mask, rectangle, np.zeros((1, 65)), np.zeros((1, 65)), ROUNDS, cv2.GC_INIT_WITH_RECT)
    return (mask == cv2.GC_FGD) | (mask == cv2.GC_PR_FGD)


def box_around(truth):
    height, width = truth.shape
    margin = int(MARGIN * max(width, height) + 0.5)
    rows, columns = np.flatnonzero(truth.any(axis=1)), np.flatnonzero(truth.any(axis=0))
    left, top = max(0, columns[0] - margin), max(0, rows[0] - margin)
    return (int(left), int(top), int(min(width, columns[-1] + 1 + margin) - left),
            int(min(height, rows[-1] + 1 + margin) - top))


def inside(truth):
    height, width = truth.shape
    left, top = round(INSIDE * width), round(INSIDE * height)
    return left, top, width - 2 * left, height - 2 * top


def iou(found, truth):
    return np.count_nonzero(found & truth) / np.count_nonzero(found | truth)


def nearest(truth, width, height):
    """A mask as large as its picture, as mask-scores scales it."""
    rows = ((np.arange(height) + 0.5) * truth.shape[0] / height).astype(int)
    columns = ((np.arange(width) + 0.5) * truth.shape[1] / width).astype(int)
    return truth[np.ix_(rows, columns)]


def run(command):
    """Processor and wall seconds of a process."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f'{command}: exit status {child.returncode}')
    return usage.ru_utime + usage.ru_stime, wall


def mean(rows, key):
    values = [row[key] for row in rows if key in row]
    return f'{np.mean(values):9.3f}' if values else '        -'


def size_of(row):
    return next((f'up to {s} MP' for s in SIZES if row['megapixels'] <= s), f'above {SIZES[-1]} MP')


def show(name, rows):
    columns = ('grabcut', 'segment', 'in cpu', 'in wall', 'grabcut cpu', 'grabcut wall', 'segment cpu', 'segment wall')
    print(f'{name:18} {len(rows):6} {mean(rows, "megapixels")} ' + ' '.join(mean(rows, key) for key in columns),
          flush=True)


def measure(set_, start, every, alone, enlarge, scratch):
    rows = []
    truths = {os.path.splitext(name)[0]: name for name in os.listdir(os.path.join(set_, 'masks'))}
    for place, name in enumerate(sorted(os.listdir(os.path.join(set_, 'images')))[::every]):
        file = os.path.join(set_, 'images', name)
        image = cv2.imread(file)
        truth = cv2.imread(os.path.join(set_, 'masks', truths[os.path.splitext(name)[0]]), cv2.IMREAD_GRAYSCALE) > 127
        if enlarge != 1:
            image = cv2.resize(image, None, fx=enlarge, fy=enlarge, interpolation=cv2.INTER_CUBIC)
            file = os.path.join(scratch, 'image.jpg')
            cv2.imwrite(file, image)
            image = cv2.imread(file)
        truth = nearest(truth, image.shape[1], image.shape[0])
        rectangle = (box_around if start == 'box' else inside)(truth)
        row = {'megapixels': truth.size / 1e6}
        whole = rectangle[2:] == truth.shape[::-1]
        if whole:  # grabCut refuses a rectangle that leaves nothing outside: all of the picture is its answer
            row['grabcut'] = iou(np.ones_like(truth), truth)
            row['refused'] = 1
        else:
            cpu, wall = time.process_time(), time.monotonic()
            found = grab_cut(image, rectangle)
            row['in cpu'], row['in wall'] = time.process_time() - cpu, time.monotonic() - wall
            row['grabcut'] = iou(found, truth)
        mask = os.path.join(scratch, 'mask.png')
        words = ','.join(map(str, rectangle))
        if place % alone == 0 and not whole:
            row['grabcut cpu'], row['grabcut wall'] = run([sys.executable, __file__, '--one', words, file, mask])
        hint = ['--box', words] if start == 'box' else []
        row['segment cpu'], row['segment wall'] = run(
            [SEGMENT, file, '--preset', 'photo', *hint, '-o', 'none', '--mask', mask])
        row['segment'] = iou(cv2.imread(mask, cv2.IMREAD_GRAYSCALE) > 127, truth)
        rows.append(row)
    show(os.path.basename(os.path.normpath(set_)), rows)
    return rows


def main():
    if sys.argv[1:2] == ['--one']:
        _, _, words, file, mask = sys.argv
        cv2.imwrite(mask, grab_cut(cv2.imread(file), tuple(map(int, words.split(',')))) * np.uint8(255))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('start', choices=('inside', 'box'))
    parser.add_argument('sets', nargs='+', metavar='SET')
    parser.add_argument('--every', type=int, default=1)
    parser.add_argument('--alone', type=int, default=1)
    parser.add_argument('--enlarge', type=float, default=1)
    options = parser.parse_args()
    print(f'OpenCV {cv2.__version__}, {cv2.getNumberOfCPUs()} processors, start: {options.start}')
    print(f'{"":18} {"":6} {"":9} {"mean IoU":^19} {"grabCut inside":^19} {"grabCut, process":^19} {"segment, process":^19}')
    print(f'{"set":18} {"images":>6} {"MP":>9} ' + ' '.join(
        f'{word:>9}' for word in ('grabCut', 'segment', *3 * ('cpu s', 'wall s'))))
    with tempfile.TemporaryDirectory() as scratch:
        rows = [row for set_ in options.sets
                for row in measure(set_, options.start, options.every, options.alone, options.enlarge, scratch)]
    for size in dict.fromkeys(map(size_of, sorted(rows, key=lambda row: row['megapixels']))):
        show(size, [row for row in rows if size_of(row) == size])
    refused = sum(row.get('refused', 0) for row in rows)
    if refused:
        print(f'{refused} boxes are the whole picture, which grabCut refuses: they count as found whole, without seconds')


if __name__ == '__main__':
    main()
