package hadamask.segment.cut;

import hadamask.segment.color.ColorNormal;
import java.util.Arrays;

/// Weighted colours cut into groups, again and again the one with most variation along its principal axis.
final class ColorSplit {
    private final float[] lab;
    private final double[] weights;
    private final int[] group;

    ColorSplit(float[] lab, double[] weights) {
        this.lab = lab;
        this.weights = weights;
        group = new int[weights.length];
    }

    /// The groups, their colours added up; as many as asked for, or fewer where no group varies any more.
    ColorNormal[] into(int most) {
        ColorNormal[] groups = new ColorNormal[most];
        double[][] axes = new double[most][];
        groups[0] = sum(0);
        axes[0] = groups[0].principalAxis();
        int count = 1;
        while (count < most) {
            int widest = widest(groups, axes, count);
            if (widest < 0) {
                break;
            }
            split(groups[widest], axes[widest], widest, count);
            for (int g : new int[]{widest, count}) {
                groups[g] = sum(g);
                axes[g] = groups[g].principalAxis();
            }
            count++;
        }
        return Arrays.copyOf(groups, count);
    }

    private static int widest(ColorNormal[] groups, double[][] axes, int count) {
        int widest = -1;
        double most = 1e-6;
        for (int g = 0; g < count; g++) {
            double variation = groups[g].weight() * axes[g][3];
            if (variation > most) {
                most = variation;
                widest = g;
            }
        }
        return widest;
    }

    /// Gives the colours above the mean of a group, along the axis, to a new group.
    private void split(ColorNormal old, double[] axis, int from, int to) {
        double[] mean = old.mean();
        double middle = axis[0] * mean[0] + axis[1] * mean[1] + axis[2] * mean[2];
        for (int c = 0; c < group.length; c++) {
            if (group[c] == from
                    && axis[0] * lab[3 * c] + axis[1] * lab[3 * c + 1] + axis[2] * lab[3 * c + 2] > middle) {
                group[c] = to;
            }
        }
    }

    private ColorNormal sum(int which) {
        ColorNormal sum = new ColorNormal();
        for (int c = 0; c < group.length; c++) {
            if (group[c] == which && weights[c] > 0) {
                sum.add(lab, 3 * c, weights[c]);
            }
        }
        return sum;
    }
}
