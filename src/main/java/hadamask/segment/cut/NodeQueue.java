package hadamask.segment.cut;

/// A queue of nodes in which none stands twice.
final class NodeQueue {
    private final int[] ring;
    private final boolean[] queued;
    private int first;
    private int size;

    /// @param nodes the number of nodes
    NodeQueue(int nodes) {
        ring = new int[nodes];
        queued = new boolean[nodes];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// Adds a node at the end, unless it is in the queue.
    void addLast(int node) {
        if (!queued[node]) {
            queued[node] = true;
            int place = first + size++;
            ring[place < ring.length ? place : place - ring.length] = node;
        }
    }

    /// Adds a node at the front, unless it is in the queue.
    void addFirst(int node) {
        if (!queued[node]) {
            queued[node] = true;
            first = first == 0 ? ring.length - 1 : first - 1;
            ring[first] = node;
            size++;
        }
    }

    int takeFirst() {
        int node = ring[first];
        first = first + 1 == ring.length ? 0 : first + 1;
        size--;
        queued[node] = false;
        return node;
    }
}
