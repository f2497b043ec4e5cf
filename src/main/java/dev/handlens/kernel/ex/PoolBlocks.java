package dev.handlens.kernel.ex;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ob.ForkTable;

/// The blocks that drivers allocated and have not freed, by id.
public final class PoolBlocks extends ForkTable<PoolBlock> {
    @KernelOnly
    public PoolBlocks(long epoch) {
        super(epoch);
    }

    @Override
    @KernelOnly
    public PoolBlocks fork(long forEpoch) {
        return (PoolBlocks) super.fork(forEpoch);
    }

    /// Adds all blocks to a hash.
    public void hash(StateHash hash) {
        forEach(block -> block.hash(hash));
    }
}
