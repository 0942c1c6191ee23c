package hadamask.matrix;

/// Makes some orthogonal vectors of length 1 a basis.
final class Completion {
    private Completion() {
    }

    /// Replaces vectors of zeros: each by what the unit vector of which most is left has besides the others.
    ///
    /// @param vectors as many as each is long; those that are not zero are orthogonal and of length 1
    static void complete(double[][] vectors) {
        double[] covered = new double[vectors.length];
        for (double[] vector : vectors) {
            cover(vector, covered);
        }
        for (int k = 0; k < vectors.length; k++) {
            if (isZero(vectors[k])) {
                int least = 0;
                for (int i = 1; i < covered.length; i++) {
                    least = covered[i] < covered[least] ? i : least;
                }
                vectors[k][least] = 1;
                for (int round = 0; round < 2; round++) {
                    clear(vectors, k);
                }
                cover(vectors[k], covered);
            }
        }
    }

    private static void clear(double[][] vectors, int k) {
        double[] vector = vectors[k];
        for (int other = 0; other < vectors.length; other++) {
            if (other != k) {
                Vectors.add(-Vectors.dot(vectors[other], vector, 0), vectors[other], vector, 0);
            }
        }
        Vectors.multiply(1 / Math.sqrt(Vectors.dot(vector, vector, 0)), vector);
    }

    private static void cover(double[] vector, double[] covered) {
        for (int i = 0; i < covered.length; i++) {
            covered[i] += vector[i] * vector[i];
        }
    }

    private static boolean isZero(double[] vector) {
        for (double component : vector) {
            if (component != 0) {
                return false;
            }
        }
        return true;
    }
}
