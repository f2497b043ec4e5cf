package dev.handlens.lens;

import java.util.List;

/// One row of the process tree.
///
/// @param pid its id
/// @param parentPid id of its parent, or 0
/// @param depth distance from the root of the tree, 0 for a root; 0 everywhere when the list is flat
/// @param name image name
/// @param handles open handles
/// @param peakHandles most handles it ever had
/// @param opened handles opened in the time watched
/// @param closed handles closed in the time watched
/// @param trend handle counts at even distances up to now, oldest first
/// @param pagedBytes paged pool charged to it, its handle table included
/// @param nonpagedBytes nonpaged pool charged to it
/// @param tableBytes paged pool of its handle table alone
/// @param change whether the process came or went in the time watched
/// @param zombie whether it has ended but its object is still referenced
/// @param terminating why it has not ended though it was told to, such as `waits for a request in gizmo.sys`; empty when it was not told
/// @param suspects leak suspects of the process, the worst first
/// @param overTenThousand whether it has more than 10,000 handles open: poor design or a leak
public record ProcessRow(
        int pid,
        int parentPid,
        int depth,
        String name,
        int handles,
        int peakHandles,
        long opened,
        long closed,
        double[] trend,
        long pagedBytes,
        long nonpagedBytes,
        long tableBytes,
        Change change,
        boolean zombie,
        String terminating,
        List<SuspectId> suspects,
        boolean overTenThousand) {}
