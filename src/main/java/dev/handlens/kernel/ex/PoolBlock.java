package dev.handlens.kernel.ex;

import dev.handlens.kernel.StateHash;

/// A block of pool that a driver allocated.
///
/// @param id what stands for its address
/// @param kind the pool
/// @param tag four characters
/// @param bytes bytes, pool header included
/// @param chargedTo id of the process object whose quota pays for it, or 0
/// @param stamp position at which it was allocated
public record PoolBlock(int id, PoolKind kind, String tag, long bytes, int chargedTo, long stamp) {
    /// Adds it to a hash.
    public void hash(StateHash hash) {
        hash.add(id).add(kind.ordinal()).add(tag).add(bytes).add(chargedTo).add(stamp);
    }
}
