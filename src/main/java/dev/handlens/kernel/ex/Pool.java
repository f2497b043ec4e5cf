package dev.handlens.kernel.ex;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The accounts of both pools: bytes in use, and for each tag how many blocks were allocated and freed.
public final class Pool implements Cloneable {

    /// Use of a pool under one tag. PoolMon's Diff is `allocs - frees`.
    ///
    /// @param tag four characters
    /// @param kind which pool
    /// @param allocs blocks ever allocated
    /// @param frees blocks ever freed
    /// @param bytes bytes in use
    public record TagUse(String tag, PoolKind kind, long allocs, long frees, long bytes) {}

    private static final class Account {
        private long allocs;
        private long frees;
        private long bytes;

        Account() {}

        Account(Account other) {
            allocs = other.allocs;
            frees = other.frees;
            bytes = other.bytes;
        }
    }

    private final long[] limit;
    private long[] bytes = new long[2];
    private long[] peak = new long[2];
    private List<TreeMap<String, Account>> accounts = List.of(new TreeMap<>(), new TreeMap<>());
    private long epoch;

    /// Empty pools.
    ///
    /// @param pagedLimit bytes of paged pool at most
    /// @param nonpagedLimit bytes of nonpaged pool at most
    @KernelOnly
    public Pool(long pagedLimit, long nonpagedLimit, long epoch) {
        limit = new long[] {pagedLimit, nonpagedLimit};
        this.epoch = epoch;
    }

    /// Bytes in use.
    public long bytes(PoolKind kind) {
        return bytes[kind.ordinal()];
    }

    /// Most bytes that were ever in use.
    public long peak(PoolKind kind) {
        return peak[kind.ordinal()];
    }

    /// Bytes there are at most.
    public long limit(PoolKind kind) {
        return limit[kind.ordinal()];
    }

    /// Use by tag, in the order of tags.
    public List<TagUse> tags(PoolKind kind) {
        List<TagUse> uses = new ArrayList<>();
        for (Map.Entry<String, Account> entry : accounts.get(kind.ordinal()).entrySet()) {
            Account account = entry.getValue();
            uses.add(new TagUse(entry.getKey(), kind, account.allocs, account.frees, account.bytes));
        }
        return uses;
    }

    /// Bytes in use under a tag.
    public long bytes(PoolKind kind, String tag) {
        Account account = accounts.get(kind.ordinal()).get(tag);
        return account == null ? 0 : account.bytes;
    }

    /// Allocates a block.
    ///
    /// @return whether there was room; if not, nothing changes
    @KernelOnly
    public boolean allocate(PoolKind kind, String tag, long size) {
        int pool = kind.ordinal();
        if (bytes[pool] + size > limit[pool]) {
            return false;
        }
        bytes[pool] += size;
        peak[pool] = Math.max(peak[pool], bytes[pool]);
        Account account = accounts.get(pool).computeIfAbsent(tag, _ -> new Account());
        account.allocs++;
        account.bytes += size;
        return true;
    }

    /// Frees blocks.
    ///
    /// @param blocks how many
    /// @param size bytes of all of them
    @KernelOnly
    public void free(PoolKind kind, String tag, long blocks, long size) {
        Account account = accounts.get(kind.ordinal()).get(tag);
        bytes[kind.ordinal()] -= size;
        account.frees += blocks;
        account.bytes -= size;
    }

    /// The epoch of the kernel that may change it.
    public long epoch() {
        return epoch;
    }

    /// A copy for another epoch.
    @KernelOnly
    public Pool fork(long forEpoch) {
        try {
            Pool fork = (Pool) clone();
            fork.bytes = bytes.clone();
            fork.peak = peak.clone();
            List<TreeMap<String, Account>> copies = new ArrayList<>();
            for (TreeMap<String, Account> of : accounts) {
                TreeMap<String, Account> copy = new TreeMap<>(of);
                copy.replaceAll((_, account) -> new Account(account));
                copies.add(copy);
            }
            fork.accounts = copies;
            fork.epoch = forEpoch;
            return fork;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /// Adds all state to a hash.
    public void hash(StateHash hash) {
        for (int pool = 0; pool < 2; pool++) {
            hash.add(bytes[pool]).add(peak[pool]).add(limit[pool]);
            accounts.get(pool).forEach((tag, account) -> hash.add(tag).add(account.allocs).add(account.frees).add(account.bytes));
        }
    }
}
