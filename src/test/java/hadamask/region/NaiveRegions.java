package hadamask.region;

import hadamask.image.Mask;
import hadamask.segment.refine.Connectivity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// Regions of masks and what they measure, pixel by pixel from the definitions: slow, and plain to see.
final class NaiveRegions {
    /// A pixel.
    record Place(int x, int y) {}

    private NaiveRegions() {
    }

    /// The pixels of each region, in the order of their first pixels.
    static List<List<Place>> of(Mask mask, Connectivity connectivity) {
        List<List<Place>> regions = new ArrayList<>();
        boolean[] seen = new boolean[mask.values().length];
        for (int start = 0; start < seen.length; start++) {
            if (mask.values()[start] != 0 && !seen[start]) {
                regions.add(flood(mask, connectivity, start, seen));
            }
        }
        return regions;
    }

    private static List<Place> flood(Mask mask, Connectivity connectivity, int start, boolean[] seen) {
        List<Place> region = new ArrayList<>();
        Deque<Place> front = new ArrayDeque<>();
        front.add(new Place(start % mask.width(), start / mask.width()));
        seen[start] = true;
        while (!front.isEmpty()) {
            Place place = front.remove();
            region.add(place);
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    Place next = new Place(place.x + dx, place.y + dy);
                    boolean touches = connectivity == Connectivity.EIGHT || dx == 0 || dy == 0;
                    if (touches && next.x >= 0 && next.y >= 0 && next.x < mask.width() && next.y < mask.height()
                            && mask.contains(next.x, next.y) && !seen[next.y * mask.width() + next.x]) {
                        seen[next.y * mask.width() + next.x] = true;
                        front.add(next);
                    }
                }
            }
        }
        return region;
    }

    /// The weights of Benkrid and Crookes: 1 for the pixel, 2 for each border pixel at a side, 10 for each at a corner.
    static double perimeter(List<Place> region) {
        Set<Place> all = Set.copyOf(region);
        List<Place> border = region.stream().filter(p -> !all.containsAll(List.of(new Place(p.x - 1, p.y),
                new Place(p.x + 1, p.y), new Place(p.x, p.y - 1), new Place(p.x, p.y + 1)))).toList();
        double perimeter = 0;
        for (Place p : border) {
            int weight = 1;
            for (Place q : border) {
                int distance = (p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y);
                weight += distance == 1 ? 2 : distance == 2 ? 10 : 0;
            }
            perimeter += switch (weight) {
                case 5, 7, 15, 17, 25, 27 -> 1;
                case 21, 33 -> Math.sqrt(2);
                case 13, 23 -> (1 + Math.sqrt(2)) / 2;
                default -> 0;
            };
        }
        return perimeter;
    }

    /// The pixels that no line through two corners of diamonds has on its empty side.
    static long convexArea(List<Place> region) {
        List<Place> corners = new ArrayList<>(); // doubled
        for (Place p : region) {
            corners.add(new Place(2 * p.x - 1, 2 * p.y));
            corners.add(new Place(2 * p.x + 1, 2 * p.y));
            corners.add(new Place(2 * p.x, 2 * p.y - 1));
            corners.add(new Place(2 * p.x, 2 * p.y + 1));
        }
        List<Place[]> edges = new ArrayList<>();
        for (Place a : corners) {
            for (Place b : corners) {
                if (!a.equals(b) && corners.stream().allMatch(c -> side(a, b, c) >= 0)) {
                    edges.add(new Place[]{a, b});
                }
            }
        }
        int right = region.stream().mapToInt(Place::x).max().orElseThrow();
        int bottom = region.stream().mapToInt(Place::y).max().orElseThrow();
        long area = 0;
        for (int y = 0; y <= bottom; y++) {
            for (int x = 0; x <= right; x++) {
                Place p = new Place(2 * x, 2 * y);
                area += edges.stream().allMatch(edge -> side(edge[0], edge[1], p) >= 0) ? 1 : 0;
            }
        }
        return area;
    }

    private static long side(Place a, Place b, Place c) {
        return (long) (b.x - a.x) * (c.y - a.y) - (long) (b.y - a.y) * (c.x - a.x);
    }
}
