package dev.handlens.lens;

import dev.handlens.kernel.ex.Pool;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.PoolTag;
import java.util.Comparator;
import java.util.List;

/// A pool gauge.
final class PoolProjector {
    private static final int TAGS = 8;

    private PoolProjector() {}

    /// The gauge of one pool.
    static PoolFrame project(Sight sight, PoolKind kind) {
        Pool pool = sight.kernel().pool();
        List<PoolFrame.TagUse> top = pool.tags(kind).stream()
                .filter(use -> use.bytes() > 0)
                .sorted(Comparator.comparingLong(Pool.TagUse::bytes).reversed().thenComparing(Pool.TagUse::tag))
                .limit(TAGS)
                .map(use -> new PoolFrame.TagUse(use.tag(), PoolTag.description(use.tag()), use.allocs(), use.frees(), use.bytes()))
                .toList();
        double[] trend = Trends.upTo(sight, sample -> kind == PoolKind.PAGED ? sample.paged() : sample.nonpaged(), pool.bytes(kind));
        return new PoolFrame(kind, pool.bytes(kind), pool.peak(kind), pool.limit(kind), trend, top);
    }
}
