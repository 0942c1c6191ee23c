# Makes what pictures.py cannot: fax pictures of TIFF (two-dimensional T.4, low bit first, rows of 5200 pixels with every
# length of run) by tiffcp of libtiff, and JPEGs with restart marks or with components R, G, B by cjpeg of libjpeg-turbo.
# Python 3 with NumPy and Pillow; run it in this folder to make them anew.
import os, subprocess
import numpy as np
from PIL import Image

W = 5200
random = np.random.default_rng(5)
# Runs of every length up to 63 and of every multiple of 64 up to 2560, black and white in turn, and so that both have each.
lengths = [n for n in list(range(1, 64)) + list(range(64, 2561, 64)) for _ in range(2)]
runs = [int(n) for _ in range(2) for n in random.permutation(lengths)]
flat = np.repeat(np.arange(len(runs)) % 2, runs).astype(bool)
rows = np.resize(flat, (-(-flat.size // W), W))
# Rows near those above: changes by up to 3 pixels, and some passed by.
near = [np.roll(rows[0], shift) for shift in (1, -1, 3, -2, 0)] + [rows[0] & np.roll(rows[0], 3)]
rows = np.vstack([rows, near])
Image.fromarray(~rows).save('fax.tif')
for name, options in {'wide-group4': ['g4'], 'wide-group3-lines': ['g3:1d'], 'wide-group3-changes': ['g3:2d:fill'],
                      'wide-group4-strips': ['g4', '-r', '5', '-f', 'lsb2msb']}.items():
    subprocess.run(['tiffcp', '-c', *options, 'fax.tif', name + '.tif'], check=True)
    Image.open(name + '.tif').convert('L').save(name + '.tif.png', optimize=True)
os.remove('fax.tif')

y, x = np.mgrid[0:29, 0:37]
Image.fromarray(np.stack([(x * 6) % 256, (y * 8) % 256, ((x + y) * 3) % 256], -1).astype(np.uint8)).save('colour.ppm')
for name, options in {'restarts': ['-restart', '1'], 'restarts-blocks': ['-restart', '2B', '-sample', '1x1'],
                      'restarts-progressive': ['-progressive', '-restart', '1'],
                      'components-rgb': ['-rgb']}.items():
    subprocess.run(['cjpeg', '-quality', '90', *options, '-outfile', name + '.jpg', 'colour.ppm'], check=True)
    Image.open(name + '.jpg').save(name + '.jpg.png', optimize=True)
os.remove('colour.ppm')
