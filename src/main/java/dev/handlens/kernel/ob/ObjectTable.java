package dev.handlens.kernel.ob;

import dev.handlens.kernel.KernelOnly;
import java.util.Arrays;
import java.util.function.Consumer;

/// All objects of a machine by id, in pages that forks share and that are copied on first write.
public final class ObjectTable implements Cloneable {
    private static final int LEAF_SHIFT = 6;
    private static final int LEAF = 1 << LEAF_SHIFT;
    private static final int MID_SHIFT = 8;
    private static final int MID = 1 << MID_SHIFT;

    private static final class Leaf {
        private long epoch;
        private final KObject[] objects;
        private int live;

        Leaf(long epoch, KObject[] objects, int live) {
            this.epoch = epoch;
            this.objects = objects;
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
    private int nextId = 1;
    private int live;

    @KernelOnly
    public ObjectTable(long epoch) {
        this.epoch = epoch;
    }

    /// The object with an id, or null when there is none or it is gone.
    public KObject get(int id) {
        int mid = id >>> LEAF_SHIFT + MID_SHIFT;
        if (id <= 0 || mid >= top.length || top[mid] == null) {
            return null;
        }
        Leaf leaf = top[mid].leaves[id >>> LEAF_SHIFT & MID - 1];
        return leaf == null ? null : leaf.objects[id & LEAF - 1];
    }

    /// Objects there are.
    public int size() {
        return live;
    }

    /// Ids given so far are below it.
    public int nextId() {
        return nextId;
    }

    @KernelOnly
    public int takeId() {
        return nextId++;
    }

    /// Puts an object, a changed copy of one, or null in its place.
    @KernelOnly
    public void set(int id, KObject object) {
        Leaf leaf = writableLeaf(id);
        int place = id & LEAF - 1;
        int delta = (object == null ? 0 : 1) - (leaf.objects[place] == null ? 0 : 1);
        leaf.objects[place] = object;
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
            leaf = new Leaf(epoch, new KObject[LEAF], 0);
            mid.leaves[leafPlace] = leaf;
        } else if (leaf.epoch != epoch) {
            leaf = new Leaf(epoch, leaf.objects.clone(), leaf.live);
            mid.leaves[leafPlace] = leaf;
        }
        return leaf;
    }

    /// Shows every object, in the order of ids.
    public void forEach(Consumer<KObject> action) {
        for (Mid mid : top) {
            if (mid != null) {
                for (Leaf leaf : mid.leaves) {
                    showAll(leaf, action);
                }
            }
        }
    }

    private static void showAll(Leaf leaf, Consumer<KObject> action) {
        if (leaf != null) {
            for (KObject object : leaf.objects) {
                if (object != null) {
                    action.accept(object);
                }
            }
        }
    }

    /// What is shown of a difference.
    @FunctionalInterface
    public interface DifferenceVisitor {
        /// @param before the object before, or null
        /// @param after the object after, or null
        void differs(KObject before, KObject after);
    }

    /// Shows each object that is not the same in two forks, in the order of ids. Pages that both share are not read.
    public static void difference(ObjectTable before, ObjectTable after, DifferenceVisitor visitor) {
        int mids = Math.max(before.top.length, after.top.length);
        for (int m = 0; m < mids; m++) {
            Mid a = m < before.top.length ? before.top[m] : null;
            Mid b = m < after.top.length ? after.top[m] : null;
            if (a != b) {
                for (int i = 0; i < MID; i++) {
                    differenceOfLeaves(a == null ? null : a.leaves[i], b == null ? null : b.leaves[i], visitor);
                }
            }
        }
    }

    private static void differenceOfLeaves(Leaf a, Leaf b, DifferenceVisitor visitor) {
        if (a == b) {
            return;
        }
        for (int i = 0; i < LEAF; i++) {
            KObject before = a == null ? null : a.objects[i];
            KObject after = b == null ? null : b.objects[i];
            if (before != after) {
                visitor.differs(before, after);
            }
        }
    }

    /// A copy for another epoch, sharing every page.
    @KernelOnly
    public ObjectTable fork(long forEpoch) {
        try {
            ObjectTable fork = (ObjectTable) clone();
            fork.top = top.clone();
            fork.epoch = forEpoch;
            return fork;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /// Goes on under another epoch: every page is now shared.
    @KernelOnly
    public void moveTo(long newEpoch) {
        epoch = newEpoch;
    }
}
