"""Values of scikit-learn for RobustCovarianceTest, of the project's sample aliens.csv."""

import pathlib

import numpy
from sklearn.covariance import OAS, LedoitWolf, fast_mcd

sample = pathlib.Path(__file__).parents[5] / "samples/aliens.csv"
rows = numpy.loadtxt(sample, delimiter=",", skiprows=1)
thin = rows[:12].reshape(4, -1)
for title, data in (("1000 rows", rows), ("4 rows of 6 columns", thin)):
    for kind in (LedoitWolf, OAS):
        found = kind().fit(data)
        print(title, kind.__name__, repr(found.shrinkage_), repr(found.covariance_[0, 0]), repr(found.covariance_[0, 1]))

for title, data, moved in (("300 rows", rows[:300].copy(), 90), ("5 columns", rows[:1000].reshape(200, -1)[:, :5].copy(), 60)):
    n, p = data.shape
    data[:moved] += numpy.where(numpy.arange(p) % 2 == 0, 6, -6) + numpy.arange(moved)[:, None] / 100
    h = (n + p + 1) // 2
    support = fast_mcd(data, support_fraction=(h + 0.5) / n, random_state=0)[2]
    assert support.sum() == h
    print(title, h, "log of the determinant", repr(numpy.linalg.slogdet(numpy.cov(data[support].T))[1]))
