package dev.handlens.kernel.ob;

import dev.handlens.kernel.KernelOnly;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Things of a machine by id, in pages that forks share and that are copied on first write.
///
/// @param <T> what is kept; a thing that is changed in place follows the epoch rule of `KObject`, any other is replaced
public abstract class ForkTable<T> implements Cloneable {
    private static final int LEAF_SHIFT = 6;
    private static final int LEAF = 1 << LEAF_SHIFT;
    private static final int MID_SHIFT = 8;
    private static final int MID = 1 << MID_SHIFT;

    private static final class Leaf {
        private long epoch;
        private final Object[] things;
        private int live;

        Leaf(long epoch, Object[] things, int live) {
            this.epoch = epoch;
            this.things = things;
            this.live = live;
        }
    }

    private static final class Mid {
        private final long epoch;
        private final Leaf[] leaves;

        Mid(long epoch, Leaf[] leaves) {
            this.epoch = epoch;
            this.leaves = leaves;
        }
    }

    private long epoch;
    private Mid[] top = new Mid[1];
    private int live;

    @KernelOnly
    protected ForkTable(long epoch) {
        this.epoch = epoch;
    }

    /// What has an id, or null when there is none or it is gone.
    public final T get(int id) {
        int mid = id >>> LEAF_SHIFT + MID_SHIFT;
        if (id <= 0 || mid >= top.length || top[mid] == null) {
            return null;
        }
        Leaf leaf = top[mid].leaves[id >>> LEAF_SHIFT & MID - 1];
        return leaf == null ? null : thing(leaf, id & LEAF - 1);
    }

    /// Only `set` fills pages, so whatever stands in one is a T.
    @SuppressWarnings("unchecked")
    private T thing(Leaf leaf, int place) {
        return (T) leaf.things[place];
    }

    /// How many there are.
    public final int size() {
        return live;
    }

    /// Puts something, a changed copy of it, or null in its place.
    @KernelOnly
    public final void set(int id, T object) {
        Leaf leaf = writableLeaf(id);
        int place = id & LEAF - 1;
        int delta = (object == null ? 0 : 1) - (leaf.things[place] == null ? 0 : 1);
        leaf.things[place] = object;
        leaf.live += delta;
        live += delta;
        if (leaf.live == 0) {
            // Ids are never used again: a run that makes and frees millions of objects must not keep their empty pages.
            top[id >>> LEAF_SHIFT + MID_SHIFT].leaves[id >>> LEAF_SHIFT & MID - 1] = null;
        }
    }

    private Leaf writableLeaf(int id) {
        int midPlace = id >>> LEAF_SHIFT + MID_SHIFT;
        if (midPlace >= top.length) {
            top = Arrays.copyOf(top, Math.max(midPlace + 1, top.length * 2));
        }
        Mid mid = top[midPlace];
        if (mid == null) {
            mid = new Mid(epoch, new Leaf[MID]);
            top[midPlace] = mid;
        } else if (mid.epoch != epoch) {
            mid = new Mid(epoch, mid.leaves.clone());
            top[midPlace] = mid;
        }
        int leafPlace = id >>> LEAF_SHIFT & MID - 1;
        Leaf leaf = mid.leaves[leafPlace];
        if (leaf == null) {
            leaf = new Leaf(epoch, new Object[LEAF], 0);
            mid.leaves[leafPlace] = leaf;
        } else if (leaf.epoch != epoch) {
            leaf = new Leaf(epoch, leaf.things.clone(), leaf.live);
            mid.leaves[leafPlace] = leaf;
        }
        return leaf;
    }

    /// Shows everything, in the order of ids.
    public final void forEach(Consumer<? super T> action) {
        for (Mid mid : top) {
            if (mid != null) {
                for (Leaf leaf : mid.leaves) {
                    showAll(leaf, action);
                }
            }
        }
    }

    private void showAll(Leaf leaf, Consumer<? super T> action) {
        if (leaf != null) {
            for (int place = 0; place < LEAF; place++) {
                T thing = thing(leaf, place);
                if (thing != null) {
                    action.accept(thing);
                }
            }
        }
    }

    /// The first that fits, in the order of ids, or null.
    public final T first(Predicate<? super T> fits) {
        for (Mid mid : top) {
            for (int i = 0; mid != null && i < MID; i++) {
                Leaf leaf = mid.leaves[i];
                for (int place = 0; leaf != null && place < LEAF; place++) {
                    T thing = thing(leaf, place);
                    if (thing != null && fits.test(thing)) {
                        return thing;
                    }
                }
            }
        }
        return null;
    }

    /// What is shown of a difference.
    @FunctionalInterface
    public interface DifferenceVisitor<T> {
        /// @param before what there was before, or null
        /// @param after what there is after, or null
        void differs(T before, T after);
    }

    /// Shows each thing that is not the same in two forks, in the order of ids. Pages that both share are not read.
    public static <T> void difference(ForkTable<T> before, ForkTable<T> after, DifferenceVisitor<? super T> visitor) {
        int mids = Math.max(before.top.length, after.top.length);
        for (int m = 0; m < mids; m++) {
            Mid a = m < before.top.length ? before.top[m] : null;
            Mid b = m < after.top.length ? after.top[m] : null;
            if (a != b) {
                for (int i = 0; i < MID; i++) {
                    after.differenceOfLeaves(a == null ? null : a.leaves[i], b == null ? null : b.leaves[i], visitor);
                }
            }
        }
    }

    private void differenceOfLeaves(Leaf a, Leaf b, DifferenceVisitor<? super T> visitor) {
        if (a == b) {
            return;
        }
        for (int i = 0; i < LEAF; i++) {
            T before = a == null ? null : thing(a, i);
            T after = b == null ? null : thing(b, i);
            if (before != after) {
                visitor.differs(before, after);
            }
        }
    }

    /// A copy for another epoch, sharing every page.
    @KernelOnly
    @SuppressWarnings("unchecked")
    public ForkTable<T> fork(long forEpoch) {
        try {
            ForkTable<T> fork = (ForkTable<T>) clone();
            fork.top = top.clone();
            fork.epoch = forEpoch;
            return fork;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /// Goes on under another epoch: every page is now shared.
    @KernelOnly
    public final void moveTo(long newEpoch) {
        epoch = newEpoch;
    }
}
