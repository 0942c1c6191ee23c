"""Values of metrics to 50 digits, and those of SciPy and scikit-learn, for MetricReferencesTest.

Needs mpmath, numpy, scipy, scikit-learn. Each formula is written out from its definition, by numbers of 60 digits.
"""

import math

import numpy
import scipy.spatial.distance as spatial
import scipy.stats
import sklearn.metrics.pairwise as pairwise
from mpmath import acos, atan2, cos, log, mp, mpf, nstr, pi, sin, sqrt

mp.dps = 60
U = [0.5, 1.25, 3.0, 0.0, 2.75, 7.5]
V = [0.625, 1.0, 2.0, 4.5, 0.0, 6.0]
W = [1.0, 0.5, 2.0, 0.25, 3.0, 1.5]
A = [1, 0, 1, 1, 0, 0, 1, 0]
B = [1, 1, 0, 1, 0, 1, 1, 0]
SET_WEIGHTS = [1.0, 0.5, 2.0, 0.25, 3.0, 1.5, 0.75, 1.25]
EARTH = mpf("6371.0088")


def exact(row):
    return [mpf(x) for x in row]


def total(terms, weights):
    return sum(t * w for t, w in zip(terms, weights))


def shares(row, weights):
    return [x / total(row, weights) for x in row]


def jensen_shannon(u, v, w):
    p, q = shares(u, w), shares(v, w)
    middle = [(a + b) / 2 for a, b in zip(p, q)]
    part = lambda row: [a * log(a / m) if a > 0 else mpf(0) for a, m in zip(row, middle)]
    return sqrt((total(part(p), w) + total(part(q), w)) / 2)


def hellinger(u, v, w):
    return sqrt(total([(sqrt(a) - sqrt(b)) ** 2 for a, b in zip(shares(u, w), shares(v, w))], w) / 2)


def coefficient(u, v, w):
    return total([sqrt(a * b) for a, b in zip(shares(u, w), shares(v, w))], w)


def bhattacharyya(u, v, w):
    return -log(coefficient(u, v, w))


def chi_square(u, v, w):
    return total([(a - b) ** 2 / (a + b) if a + b > 0 else mpf(0) for a, b in zip(u, v)], w)


def angular(u, v, w):
    """By Lagrange's identity, so that near rows lose nothing even here."""
    pairs = [(i, j) for i in range(len(u)) for j in range(i)]
    across = sum(w[i] * w[j] * (u[i] * v[j] - u[j] * v[i]) ** 2 for i, j in pairs)
    return atan2(sqrt(across), total([a * b for a, b in zip(u, v)], w)) / pi


def spearman(u, v, w):
    centred = []
    for row in (u, v):
        ranks = exact(scipy.stats.rankdata([float(x) for x in row]))
        centred.append([r - total(ranks, w) / sum(w) for r in ranks])
    a, b = centred
    product = lambda x, y: total([s * t for s, t in zip(x, y)], w)
    return 1 - product(a, b) / sqrt(product(a, a) * product(b, b))


def haversine(place, other):
    lat1, lon1, lat2, lon2 = [mpf(x) * pi / 180 for x in (*place, *other)]
    h = sin((lat1 - lat2) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon1 - lon2) / 2) ** 2
    return 2 * EARTH * atan2(sqrt(h), sqrt(1 - h))


def sets(weights):
    a = b = c = d = mpf(0)
    for x, y, w in zip(A, B, exact(weights)):
        a, b, c, d = a + w * x * y, b + w * x * (1 - y), c + w * (1 - x) * y, d + w * (1 - x) * (1 - y)
    return {
        "jaccard": (b + c) / (a + b + c),
        "dice": (b + c) / (2 * a + b + c),
        "kulczynski": 1 - (a / (a + b) + a / (a + c)) / 2,
        "rogerstanimoto": 2 * (b + c) / (a + d + 2 * (b + c)),
        "russellrao": (b + c + d) / (a + b + c + d),
        "sokalsneath": 2 * (b + c) / (a + 2 * (b + c)),
        "yule": 2 * b * c / (a * d + b * c),
        "kulczynski1": a / (b + c),
    }


def say(title, value, other=""):
    print(f"{title}: {nstr(value, 50)} {other}")


for title, weights in (("plain", [1.0] * 6), ("weighted", W)):
    for metric in (jensen_shannon, hellinger, bhattacharyya, coefficient, chi_square, angular, spearman):
        say(f"{metric.__name__}, {title}", metric(exact(U), exact(V), exact(weights)))
print("SciPy's jensenshannon", repr(spatial.jensenshannon(U, V)))
print("SciPy's spearmanr", repr(1 - scipy.stats.spearmanr(U, V).correlation))
print("minus scikit-learn's additive_chi2_kernel", repr(-pairwise.additive_chi2_kernel([U], [V])[0][0]))

for title, weights in (("plain", [1.0] * 8), ("weighted", SET_WEIGHTS)):
    for name, value in sets(weights).items():
        theirs = getattr(spatial, name, None)
        rows = [numpy.array(row, bool) for row in (A, B)]
        found = "" if theirs is None or name == "kulczynski1" else theirs(*rows, weights)
        say(f"{name}, {title}", value, f"SciPy {found}")
print("SciPy's kulczynski1", spatial.kulczynski1(*rows))

berlin = (52.520008, 13.404954)
paris = (48.8566969, 2.3514616)
say("Berlin to Paris", haversine(berlin, paris),
    f"scikit-learn {pairwise.haversine_distances(numpy.radians([berlin]), numpy.radians([paris]))[0][0] * 6371.0088!r}")
say("near", haversine(berlin, (52.520008, 13.404954 + 2**-40)))
say("opposite", haversine(berlin, (-52.520008, 13.404954 - 180 + 2**-20)))
say("over the date line", haversine((0.5, 179.9999999), (0.5, -179.9999999)))
say("near the pole", haversine((90, 10), (89.9999999, -100)))

near = [math.nextafter(x, 100) if i % 2 else x for i, x in enumerate(U)]
tenths = [0.1, 0.2, 0.3, 0.7]
for title, u, v in (("one bit", U, near), ("a ten millionth", tenths, [0.1, 0.2, 0.3, 0.7000001])):
    for metric in (jensen_shannon, hellinger, bhattacharyya, angular):
        say(f"{metric.__name__}, near by {title}", metric(exact(u), exact(v), [mpf(1)] * len(u)))
