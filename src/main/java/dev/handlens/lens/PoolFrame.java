package dev.handlens.lens;

import dev.handlens.kernel.ex.PoolKind;
import java.util.List;

/// What one pool gauge shows.
///
/// @param kind which pool
/// @param bytes bytes in use
/// @param peak most bytes ever in use
/// @param limit bytes there are at most
/// @param trend bytes in use at even distances up to now, oldest first
/// @param topTags the tags with most bytes, largest first
public record PoolFrame(PoolKind kind, long bytes, long peak, long limit, double[] trend, List<TagUse> topTags) {
    /// Pool use of one tag.
    ///
    /// @param tag four characters, such as `Obtb`
    /// @param description what allocates under it
    /// @param allocs blocks ever allocated
    /// @param frees blocks ever freed
    /// @param bytes bytes in use
    public record TagUse(String tag, String description, long allocs, long frees, long bytes) {}
}
