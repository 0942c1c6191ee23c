package hadamask.segment.cut;

import java.util.Arrays;

/// The minimum cut of a grid of pixels, each joined to its 8 neighbours, to the object and to the ground.
///
/// Of all ways to call each pixel object or ground it finds one whose costs are least: what is cut between unlike
/// neighbours, and what pixels pay that go to the side they lean away from. Capacities are whole numbers, so the minimum
/// is exact; of several equal ones it is that with the fewest object pixels, whatever the order of the work.
///
/// Two trees of unfilled arcs grow from object and ground over active nodes; where they meet, the path is filled, and nodes
/// whose arc was filled look for another parent. Y. Boykov, V. Kolmogorov, "An experimental comparison of min-cut/max-flow
/// algorithms for energy minimization in vision", IEEE Transactions on Pattern Analysis and Machine Intelligence 26, 2004; with
/// the time stamps of section 3.2.3 of Kolmogorov's thesis.
///
/// The arcs to the terminals may be changed and the minimum asked for again: what has flowed between neighbours stays (P.
/// Kohli, P. Torr, "Dynamic graph cuts for efficient inference in Markov random fields", 2007), which takes a fraction of the time.
///
/// The grid has a frame of nodes without arcs, so that no step is checked against the rim. Memory: 76 bytes per pixel.
final class GridCut {
    /// The largest capacity; sums of nine of them fit an int.
    static final int LARGEST = 1 << 26;

    /// Directions in pairs: `d ^ 1` is the way back.
    static final int EAST = 0;
    static final int SOUTH = 2;
    static final int SOUTH_EAST = 4;
    static final int SOUTH_WEST = 6;

    private static final byte FREE = 0;
    private static final byte OBJECT = 1;
    private static final byte GROUND = 2;

    // What a parent may be besides a direction.
    private static final byte TERMINAL = 8;
    private static final byte ORPHAN = 9;
    private static final byte NONE = 10;

    private static final int FAR = Integer.MAX_VALUE;

    private final int width;
    private final int height;
    private final int stride;
    private final int[] step;
    /// What an arc can still take: of node n in direction d at `8 n + d`.
    private final int[] residual;
    /// What can still flow from the object's side (above 0) or to the ground's side (below 0).
    private final int[] terminal;
    /// What was set by [#join].
    private final int[] capacity;
    private final int[] given;
    private final byte[] tree;
    private final byte[] parent;
    private final int[] distance;
    private final int[] stamp;
    private final NodeQueue active;
    private final NodeQueue orphans;
    private int time;
    private long flow;

    /// A grid without capacities.
    GridCut(int width, int height) {
        this.width = width;
        this.height = height;
        stride = width + 2;
        step = new int[]{1, -1, stride, -stride, stride + 1, -stride - 1, stride - 1, -stride + 1};
        int nodes = stride * (height + 2);
        residual = new int[8 * nodes];
        capacity = new int[4 * nodes];
        terminal = new int[nodes];
        given = new int[nodes];
        tree = new byte[nodes];
        parent = new byte[nodes];
        distance = new int[nodes];
        stamp = new int[nodes];
        active = new NodeQueue(nodes);
        orphans = new NodeQueue(nodes);
    }

    private int node(int x, int y) {
        return (y + 1) * stride + x + 1;
    }

    /// Sets what it costs to cut two neighbours apart, in either direction; before the first [#solve()].
    ///
    /// @param direction from this pixel, one of the four constants
    /// @param cost from 0 to [#LARGEST]
    void join(int x, int y, int direction, int cost) {
        int from = node(x, y);
        capacity[4 * from + direction / 2] = cost;
        residual[8 * from + direction] = cost;
        residual[8 * (from + step[direction]) + (direction ^ 1)] = cost;
    }

    /// Sets how much a pixel leans to the object: what it costs to call it ground less what it costs to call it object.
    ///
    /// @param leaning from `-LARGEST` to `LARGEST`
    void lean(int x, int y, int leaning) {
        int node = node(x, y);
        terminal[node] += leaning - given[node];
        given[node] = leaning;
    }

    /// Finds the minimum cut.
    ///
    /// @return the mask of the object, row by row, 1 object and 0 ground
    byte[] solve() {
        start();
        while (!active.isEmpty()) {
            int node = active.takeFirst();
            if (tree[node] != FREE) {
                grow(node);
            }
        }
        byte[] mask = new byte[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                mask[i] = (byte) (tree[node(x, y)] == OBJECT ? 1 : 0);
            }
        }
        return mask;
    }

    /// What the last cut costs between neighbours.
    long cutBetweenNeighbours() {
        long sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int node = node(x, y);
                for (int d = 0; d < 8; d += 2) {
                    if ((tree[node] == OBJECT) != (tree[node + step[d]] == OBJECT)) {
                        sum += capacity[4 * node + d / 2]; // 0 towards the frame
                    }
                }
            }
        }
        return sum;
    }

    /// What has flowed in the last [#solve()] from object to ground.
    long flow() {
        return flow;
    }

    private void start() {
        flow = 0;
        time = 0;
        Arrays.fill(stamp, 0);
        for (int node = 0; node < tree.length; node++) {
            if (terminal[node] == 0) {
                tree[node] = FREE;
                parent[node] = NONE;
            } else {
                tree[node] = terminal[node] > 0 ? OBJECT : GROUND;
                parent[node] = TERMINAL;
                distance[node] = 1;
                active.addLast(node);
            }
        }
    }

    // The next two are so short that the first compiler puts them in place.

    /// What can flow between a node and its neighbour along the tree's direction: away from the object, towards the
    /// ground.
    private int outward(byte side, int node, int direction) {
        return residual[side == OBJECT ? (node << 3) + direction : ((node + step[direction]) << 3) + (direction ^ 1)];
    }

    /// What can flow from a neighbour, as a parent, to this node along the tree's direction.
    private int inward(byte side, int node, int direction) {
        return residual[side == OBJECT ? ((node + step[direction]) << 3) + (direction ^ 1) : (node << 3) + direction];
    }

    /// Lets a tree grow from an active node until no arc is left or its place in the tree is lost.
    private void grow(int node) {
        byte side = tree[node];
        for (int d = 0; d < 8; d++) {
            while (outward(side, node, d) > 0) {
                int next = node + step[d];
                if (tree[next] == FREE) {
                    tree[next] = side;
                    adopt(next, d ^ 1, node);
                    active.addLast(next);
                    break;
                }
                if (tree[next] == side) {
                    if (stamp[next] <= stamp[node] && distance[next] > distance[node] + 1
                            && parent[next] != TERMINAL) {
                        adopt(next, d ^ 1, node); // a shorter way
                    }
                    break;
                }
                time++;
                if (side == OBJECT) {
                    augment(node, d);
                } else {
                    augment(next, d ^ 1);
                }
                while (!orphans.isEmpty()) {
                    findParent(orphans.takeFirst());
                }
                if (tree[node] != side) {
                    return;
                }
            }
        }
    }

    private void adopt(int child, int direction, int node) {
        parent[child] = (byte) direction;
        stamp[child] = stamp[node];
        distance[child] = distance[node] + 1;
    }

    /// Fills the path from the object over an arc to the ground.
    private void augment(int objectNode, int direction) {
        int arc = 8 * objectNode + direction;
        int groundNode = objectNode + step[direction];
        int amount = residual[arc];
        int node = objectNode;
        for (; parent[node] != TERMINAL; node += step[parent[node]]) {
            amount = Math.min(amount, inward(OBJECT, node, parent[node]));
        }
        amount = Math.min(amount, terminal[node]);
        for (node = groundNode; parent[node] != TERMINAL; node += step[parent[node]]) {
            amount = Math.min(amount, inward(GROUND, node, parent[node]));
        }
        amount = Math.min(amount, -terminal[node]);

        residual[arc] -= amount;
        residual[8 * groundNode + (direction ^ 1)] += amount;
        node = objectNode;
        while (parent[node] != TERMINAL) {
            int d = parent[node];
            int up = node + step[d];
            residual[8 * node + d] += amount;
            residual[8 * up + (d ^ 1)] -= amount;
            if (residual[8 * up + (d ^ 1)] == 0) {
                orphan(node);
            }
            node = up;
        }
        terminal[node] -= amount;
        if (terminal[node] == 0) {
            orphan(node);
        }
        node = groundNode;
        while (parent[node] != TERMINAL) {
            int d = parent[node];
            int up = node + step[d];
            residual[8 * node + d] -= amount;
            residual[8 * up + (d ^ 1)] += amount;
            if (residual[8 * node + d] == 0) {
                orphan(node);
            }
            node = up;
        }
        terminal[node] += amount;
        if (terminal[node] == 0) {
            orphan(node);
        }
        flow += amount;
    }

    private void orphan(int node) {
        parent[node] = ORPHAN;
        orphans.addFirst(node);
    }

    /// Looks for the neighbour nearest to the terminal as a new parent; without one the node is free again.
    private void findParent(int node) {
        byte side = tree[node];
        int best = NONE;
        int least = FAR;
        for (int d = 0; d < 8; d++) {
            int up = node + step[d];
            if (tree[up] == side && parent[up] != NONE && inward(side, node, d) > 0) {
                int far = distanceToTerminal(up);
                if (far < least) {
                    best = d;
                    least = far;
                }
            }
        }
        if (best != NONE) {
            parent[node] = (byte) best;
            stamp[node] = time;
            distance[node] = least + 1;
            return;
        }
        for (int d = 0; d < 8; d++) {
            int next = node + step[d];
            if (tree[next] == side) {
                if (inward(side, node, d) > 0) {
                    active.addLast(next);
                }
                if (parent[next] == (d ^ 1)) {
                    parent[next] = ORPHAN;
                    orphans.addLast(next);
                }
            }
        }
        tree[node] = FREE;
        parent[node] = NONE;
    }

    /// The number of arcs to the terminal, or [#FAR] below an orphan. Nodes on the way are stamped, so that it is not
    /// walked twice.
    private int distanceToTerminal(int from) {
        int steps = 0;
        int node = from;
        while (stamp[node] != time) {
            if (parent[node] == TERMINAL) {
                stamp[node] = time;
                distance[node] = 1;
                break;
            }
            if (parent[node] == ORPHAN) {
                return FAR;
            }
            node += step[parent[node]];
            steps++;
        }
        int far = steps + distance[node];
        int d = far;
        for (node = from; stamp[node] != time; node += step[parent[node]]) {
            stamp[node] = time;
            distance[node] = d--;
        }
        return far;
    }
}
