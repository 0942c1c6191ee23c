package hadamask.matrix;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Summaries of consecutive rows, put together in an order that the number of summaries alone decides: 64 in a row, of what becomes of them
/// again 64, and so on. So whoever has made 64 of them, this machine or another, has the bits of all.
///
/// @param <T> a summary
public final class FixedTree<T extends FixedTree.Part<T>> {
    /// How many are put together in a row.
    public static final int GROUP = 64;

    private final List<@Nullable Node<T>> levels = new ArrayList<>();

    /// A summary of rows.
    ///
    /// @param <T> itself
    public interface Part<T> {
        /// Puts the rows below these.
        ///
        /// @param below a summary of the rows that follow; not used afterwards
        void append(T below);
    }

    private static final class Node<T> {
        private final T part;
        private int count = 1;

        Node(T part) {
            this.part = part;
        }
    }

    /// The next summary.
    public void add(T part) {
        add(0, part);
    }

    private void add(int level, T part) {
        if (level == levels.size()) {
            levels.add(null);
        }
        Node<T> node = levels.get(level);
        if (node == null) {
            levels.set(level, new Node<>(part));
        } else if (node.count < GROUP) {
            node.part.append(part);
            node.count++;
        } else {
            add(level + 1, node.part);
            levels.set(level, new Node<>(part));
        }
    }

    /// All of them together.
    ///
    /// @throws IllegalStateException if there are none
    public T all() {
        for (int level = 0; level + 1 < levels.size(); level++) {
            Node<T> node = levels.get(level);
            if (node != null) {
                levels.set(level, null);
                add(level + 1, node.part);
            }
        }
        Node<T> top = levels.isEmpty() ? null : levels.getLast();
        if (top == null) {
            throw new IllegalStateException("no rows");
        }
        return top.part;
    }
}
