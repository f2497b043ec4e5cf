package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;

/// Counts the handles of a table that lead to named objects, page by page, and finds the n-th of them. Pages that a table shares with the
/// one that was counted before are not read again: an object keeps its name as long as a handle to it is open.
final class NamedHandles implements TablePlaces {
    private HandleTable table;
    private Kernel kernel;
    private Object[] mids = new Object[0];
    private Object[][] leaves = new Object[0][];
    private int[][] inLeaf = new int[0][];
    private int[] inMid = new int[0];
    private int read;
    private int lastObject;
    private boolean lastNamed;
    private int count;

    /// Counts a table of a frozen kernel, or as much of it as is allowed.
    ///
    /// @return whether all of it is counted
    boolean read(Kernel ofKernel, HandleTable ofTable, Allowance allowance) {
        table = ofTable;
        kernel = ofKernel;
        lastObject = 0;
        int perMid = table.geometry().midPointers();
        int midCount = (table.pages() + perMid - 1) / perMid;
        if (mids.length != midCount || midCount > 0 && leaves[0].length != perMid) {
            fit(midCount, perMid);
        }
        count = 0;
        read = 0;
        for (int m = 0; m < midCount; m++) {
            Object identity = table.midIdentity(m);
            boolean whole = mids[m] == identity || readMid(m, perMid, allowance);
            mids[m] = whole ? identity : null;
            count += inMid[m];
            read += whole ? table.openBelow(m) : 0;
        }
        return allRead();
    }

    /// Whether all pages are counted.
    private boolean allRead() {
        for (Object mid : mids) {
            if (mid == null) {
                return false;
            }
        }
        return true;
    }

    /// Open handles looked at so far.
    int read() {
        return read;
    }

    private void fit(int midCount, int perMid) {
        mids = java.util.Arrays.copyOf(mids, midCount);
        inMid = java.util.Arrays.copyOf(inMid, midCount);
        int known = Math.min(leaves.length, midCount);
        boolean same = known > 0 && leaves[0].length == perMid;
        leaves = java.util.Arrays.copyOf(leaves, midCount);
        inLeaf = java.util.Arrays.copyOf(inLeaf, midCount);
        for (int m = same ? known : 0; m < midCount; m++) {
            leaves[m] = new Object[perMid];
            inLeaf[m] = new int[perMid];
            mids[m] = null;
        }
    }

    private boolean readMid(int m, int perMid, Allowance allowance) {
        boolean whole = true;
        int sum = 0;
        int pages = Math.min(perMid, table.pages() - m * perMid);
        for (int p = 0; p < perMid; p++) {
            Object identity = p < pages ? table.leafIdentity(m * perMid + p) : null;
            if (leaves[m][p] != identity) {
                if (identity == null) {
                    inLeaf[m][p] = 0;
                    leaves[m][p] = null;
                } else if (allowance.isSpent()) {
                    whole = false;
                    inLeaf[m][p] = 0;
                    leaves[m][p] = null;
                } else {
                    inLeaf[m][p] = countLeaf(m * perMid + p);
                    leaves[m][p] = identity;
                    allowance.spend(table.geometry().entriesPerPage());
                }
            }
            sum += inLeaf[m][p];
        }
        inMid[m] = sum;
        return whole;
    }

    private int countLeaf(int leaf) {
        int[] named = {0};
        table.forEachIn(leaf, (_, first, _) -> named[0] += isNamed(first) ? 1 : 0);
        return named[0];
    }

    private boolean isNamed(long first) {
        int object = HandleEntry.object(first);
        if (object != lastObject) {
            // Millions of handles to one object are asked for its name once.
            lastObject = object;
            lastNamed = Naming.isNamed(kernel, kernel.object(object));
        }
        return lastNamed;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public long at(int index) {
        int left = index;
        int m = 0;
        while (left >= inMid[m]) {
            left -= inMid[m++];
        }
        int p = 0;
        while (left >= inLeaf[m][p]) {
            left -= inLeaf[m][p++];
        }
        int[] wanted = {left};
        long[] found = {0};
        table.forEachIn(m * table.geometry().midPointers() + p, (handle, first, _) -> {
            if (isNamed(first) && wanted[0]-- == 0) {
                found[0] = handle;
            }
        });
        return found[0];
    }

    @Override
    public int rank(long handle) {
        int perMid = table.geometry().midPointers();
        int leaf = (int) Math.min(HandleTable.slot(handle) / table.geometry().entriesPerPage(), table.pages());
        int rank = 0;
        for (int m = 0; m < leaf / perMid; m++) {
            rank += inMid[m];
        }
        for (int p = leaf / perMid * perMid; p < leaf; p++) {
            rank += inLeaf[p / perMid][p % perMid];
        }
        if (leaf == table.pages() || leaves[leaf / perMid][leaf % perMid] == null) {
            return rank;
        }
        int[] before = {0};
        table.forEachIn(leaf, (value, first, _) -> before[0] += value < handle && isNamed(first) ? 1 : 0);
        return rank + before[0];
    }

    @Override
    public boolean has(long handle) {
        long first = table.first(handle);
        int leaf = (int) (HandleTable.slot(handle) / table.geometry().entriesPerPage());
        int perMid = table.geometry().midPointers();
        return first != 0 && leaves[leaf / perMid][leaf % perMid] != null && isNamed(first);
    }
}
