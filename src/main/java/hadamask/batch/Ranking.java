package hadamask.batch;

import hadamask.file.InputException;
import hadamask.region.PackedMask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The proposals that were tried on an image, in groups of such as agree, the groups in an order.
///
/// A proposal belongs to the first group with whose first one it agrees to an IoU of [#SAME]; otherwise it begins a group.
/// The better a group agrees with all others, and the more the colours change across its outline, the earlier it comes: by the
/// product of the two. Agreement is the mean IoU with the first ones of the others, of which each counts once, however many
/// proposals it stands for. Equal ones keep the order in which they were tried.
public final class Ranking {
    /// Masks that agree so well are one.
    public static final double SAME = 0.95;

    private final int firstIndex;
    private final List<Begun> begun = new ArrayList<>();
    private final Map<Proposal, Integer> indices = new HashMap<>();
    private final List<Failure> failures = new ArrayList<>();

    private record Begun(Trial first, PackedMask mask, List<Proposal> others) {}

    /// Proposals that agree.
    ///
    /// @param first the one that was tried first
    /// @param others the others, in the order in which they were tried
    /// @param agreement the mean IoU with the first ones of all other groups, in [0, 1]; 1 when there is no other
    public record Group(Trial first, List<Proposal> others, double agreement) {
        public Group {
            others = List.copyOf(others);
        }

        /// By which groups are ordered, the largest first.
        public double rank() {
            return agreement * first.contrast();
        }
    }

    /// A proposal that the image does not allow.
    ///
    /// @param proposal the way of segmenting
    /// @param cause what was found
    public record Failure(Proposal proposal, InputException cause) {}

    /// @param firstIndex the place of the first proposal among all entries of a report, from 1
    Ranking(int firstIndex) {
        this.firstIndex = firstIndex;
    }

    /// Adds the next trial.
    ///
    /// @return whether it begins a group
    boolean add(Trial trial, PackedMask mask) {
        for (Begun group : begun) {
            if (group.mask.agreement(mask).iou() >= SAME) {
                group.others.add(trial.proposal());
                return false;
            }
        }
        indices.put(trial.proposal(), firstIndex + begun.size());
        begun.add(new Begun(trial, mask, new ArrayList<>()));
        return true;
    }

    /// Adds a proposal that failed.
    void add(Failure failure) {
        failures.add(failure);
    }

    /// The place of a trial that begins a group among all entries of a report.
    int index(Trial first) {
        return indices.getOrDefault(first.proposal(), 0);
    }

    /// The groups in their order.
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (Begun group : begun) {
            groups.add(new Group(group.first, group.others, agreement(group)));
        }
        groups.sort(Comparator.comparingDouble(Group::rank).reversed());
        return groups;
    }

    /// The proposals that the image does not allow, in the order in which they were tried.
    public List<Failure> failures() {
        return List.copyOf(failures);
    }

    private double agreement(Begun group) {
        double sum = 0;
        for (Begun other : begun) {
            sum += other.mask.equals(group.mask) ? 0 : group.mask.agreement(other.mask).iou();
        }
        return begun.size() == 1 ? 1 : sum / (begun.size() - 1);
    }
}
