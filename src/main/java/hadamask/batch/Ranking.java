package hadamask.batch;

import hadamask.file.InputException;
import hadamask.region.PackedMask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The proposals that were tried on an image, in groups of such as agree, the groups in an order.
///
/// A proposal belongs to the first group with whose first one it agrees to an IoU of [#SAME]; otherwise it begins a group.
/// The group of the proposal that was tried first comes first. Then always the group with the largest objectness less its mean
/// IoU with those before it, so that each that is shown is plausible and another. Of equal ones that comes first which was tried
/// first.
public final class Ranking {
    /// Masks that agree so well are one.
    public static final double SAME = 0.95;
    /// So many groups are shown.
    public static final int SHOWN = 6;

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

    /// The groups that are shown, in their order.
    public List<Group> groups() {
        return order().stream().limit(SHOWN)
                .map(group -> new Group(group.first, group.others, agreement(group))).toList();
    }

    /// The first proposals of the groups that are not shown.
    public List<Proposal> notShown() {
        return order().stream().skip(SHOWN).map(group -> group.first.proposal()).toList();
    }

    private List<Begun> order() {
        List<Begun> rest = new ArrayList<>(begun);
        List<Begun> order = new ArrayList<>();
        while (!rest.isEmpty()) {
            Begun next = rest.getFirst();
            for (Begun group : rest) {
                next = worth(group, order) > worth(next, order) ? group : next;
            }
            rest.remove(next);
            order.add(next);
        }
        return order;
    }

    private static double worth(Begun group, List<Begun> before) {
        if (before.isEmpty()) {
            return 0; // the one that was tried first
        }
        double sum = 0;
        for (Begun other : before) {
            sum += group.mask.agreement(other.mask).iou();
        }
        return group.first.objectness() - sum / before.size();
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
