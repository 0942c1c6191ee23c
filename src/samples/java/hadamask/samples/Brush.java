package hadamask.samples;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/// Makes smooth shapes from a few points.
final class Brush {
    /// How far the handles of a curve reach, as a share of the way from the point before to the point after.
    private static final double SMOOTH = 1 / 6.0;

    private static final double ROUND = 0.27;

    private Brush() {
    }

    /// A closed smooth outline through the points `x0, y0, x1, y1, ...` (a Catmull-Rom spline).
    static Path2D outline(double... points) {
        return spline(points, true, SMOOTH);
    }

    /// An open smooth line through the points `x0, y0, x1, y1, ...`.
    static Path2D line(double... points) {
        return spline(points, false, SMOOTH);
    }

    /// Like [#outline], with fuller curves: four points make nearly a circle.
    static Path2D roundOutline(double... points) {
        return spline(points, true, ROUND);
    }

    /// Like [#line], with fuller curves.
    static Path2D roundLine(double... points) {
        return spline(points, false, ROUND);
    }

    /// The shape of a brush stroke along a line: its half width is `from` at the start, `to` at the end, and in
    /// the middle larger by `belly`.
    static Path2D stroke(Shape line, double from, double belly, double to) {
        double[] way = even(flat(line), 48);
        int n = way.length / 2;
        var left = new Path2D.Double();
        double[] back = new double[way.length];
        for (int i = 0; i < n; i++) {
            int a = Math.max(i - 1, 0);
            int b = Math.min(i + 1, n - 1);
            double dx = way[2 * b] - way[2 * a];
            double dy = way[2 * b + 1] - way[2 * a + 1];
            double norm = Math.max(StrictMath.hypot(dx, dy), 1e-9);
            double t = (double) i / (n - 1);
            double half = from + (to - from) * t + belly * StrictMath.sin(Math.PI * t);
            double x = way[2 * i] - dy / norm * half;
            double y = way[2 * i + 1] + dx / norm * half;
            back[2 * i] = way[2 * i] + dy / norm * half;
            back[2 * i + 1] = way[2 * i + 1] - dx / norm * half;
            if (i == 0) {
                left.moveTo(x, y);
            } else {
                left.lineTo(x, y);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            left.lineTo(back[2 * i], back[2 * i + 1]);
        }
        left.closePath();
        return left;
    }

    /// The points of a line, close to each other: `x0, y0, x1, y1, ...`.
    static double[] flat(Shape line) {
        var points = new double[20_000];
        var point = new double[6];
        int n = 0;
        for (PathIterator it = line.getPathIterator(new AffineTransform(), 0.02); !it.isDone(); it.next()) {
            it.currentSegment(point);
            points[n++] = point[0];
            points[n++] = point[1];
        }
        return Arrays.copyOf(points, n);
    }

    /// `n` points at equal distances along a line.
    private static double[] even(double[] way, int n) {
        int last = way.length / 2 - 1;
        double[] along = new double[last + 1];
        for (int i = 1; i <= last; i++) {
            along[i] = along[i - 1] + StrictMath.hypot(way[2 * i] - way[2 * i - 2], way[2 * i + 1] - way[2 * i - 1]);
        }
        double[] points = new double[2 * n];
        int piece = 1;
        for (int k = 0; k < n; k++) {
            double s = along[last] * k / (n - 1);
            while (piece < last && along[piece] < s) {
                piece++;
            }
            double t = (s - along[piece - 1]) / Math.max(along[piece] - along[piece - 1], 1e-9);
            points[2 * k] = way[2 * piece - 2] + t * (way[2 * piece] - way[2 * piece - 2]);
            points[2 * k + 1] = way[2 * piece - 1] + t * (way[2 * piece + 1] - way[2 * piece - 1]);
        }
        return points;
    }

    private static Path2D spline(double[] p, boolean closed, double reach) {
        int n = p.length / 2;
        var path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        int pieces = closed ? n : n - 1;
        for (int i = 0; i < pieces; i++) {
            int before = index(i - 1, n, closed);
            int to = index(i + 1, n, closed);
            int after = index(i + 2, n, closed);
            path.curveTo(
                    p[2 * i] + (p[2 * to] - p[2 * before]) * reach,
                    p[2 * i + 1] + (p[2 * to + 1] - p[2 * before + 1]) * reach,
                    p[2 * to] - (p[2 * after] - p[2 * i]) * reach,
                    p[2 * to + 1] - (p[2 * after + 1] - p[2 * i + 1]) * reach,
                    p[2 * to],
                    p[2 * to + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static int index(int i, int n, boolean closed) {
        return closed ? Math.floorMod(i, n) : Math.clamp(i, 0, n - 1);
    }
}
