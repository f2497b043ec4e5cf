package dev.handlens.kernel.ps;

import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ex.PoolKind;

/// What a process may use of both pools, and uses.
///
/// @param pagedLimit bytes of paged pool at most; -1 for no limit
/// @param nonpagedLimit bytes of nonpaged pool at most; -1 for no limit
/// @param pagedUsed bytes of paged pool that objects and blocks were charged with
/// @param nonpagedUsed bytes of nonpaged pool that objects and blocks were charged with
public record QuotaBlock(long pagedLimit, long nonpagedLimit, long pagedUsed, long nonpagedUsed) {
    /// No limits, nothing used.
    public static final QuotaBlock UNLIMITED = limitedTo(-1, -1);

    /// Nothing used yet.
    ///
    /// @param paged bytes of paged pool at most; -1 for no limit
    /// @param nonpaged bytes of nonpaged pool at most; -1 for no limit
    public static QuotaBlock limitedTo(long paged, long nonpaged) {
        return new QuotaBlock(paged, nonpaged, 0, 0);
    }

    /// Bytes in use.
    public long used(PoolKind kind) {
        return kind == PoolKind.PAGED ? pagedUsed : nonpagedUsed;
    }

    /// Whether a charge stays within the limit.
    public boolean hasRoom(PoolKind kind, long bytes) {
        long limit = kind == PoolKind.PAGED ? pagedLimit : nonpagedLimit;
        return limit < 0 || used(kind) + bytes <= limit;
    }

    /// The block with a charge; a negative one gives back.
    public QuotaBlock charged(PoolKind kind, long bytes) {
        return kind == PoolKind.PAGED
                ? new QuotaBlock(pagedLimit, nonpagedLimit, pagedUsed + bytes, nonpagedUsed)
                : new QuotaBlock(pagedLimit, nonpagedLimit, pagedUsed, nonpagedUsed + bytes);
    }

    /// Adds it to a hash.
    public void hash(StateHash hash) {
        hash.add(pagedLimit).add(nonpagedLimit).add(pagedUsed).add(nonpagedUsed);
    }
}
