package dev.handlens.kernel;

import dev.handlens.kernel.ex.PoolBlock;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.ProcessObject;

/// Pool that drivers allocate and free themselves, and routines that raise exceptions.
final class PoolCalls {
    private static final int PAGE = 4096;
    // First parameters of 0xC2.
    private static final int ZERO_BYTES = 0x00;
    private static final int FREED_ALREADY = 0x07;
    private static final int WRONG_TAG = 0x0A;
    private static final int NO_POOL_ADDRESS = 0x46;

    private final Kernel kernel;

    PoolCalls(Kernel kernel) {
        this.kernel = kernel;
    }

    CallResult allocate(KernelCall.ExAllocatePoolWithTag c) {
        return c.bytes() == 0 ? stop(ZERO_BYTES, 0, 0) : allocate(c.kind(), c.bytes(), c.tag(), null);
    }

    /// A block of a page or more is not charged, and does not keep its process.
    CallResult allocateWithQuota(Caller caller, KernelCall.ExAllocatePoolWithQuotaTag c) {
        if (c.bytes() == 0) {
            return stop(ZERO_BYTES, 0, 0);
        }
        long bytes = kernel.blockBytes(c.bytes());
        ProcessObject payer = kernel.process(caller.pid());
        boolean charged = bytes < PAGE && payer.pid() != Kernel.SYSTEM_PID;
        if (charged && !kernel.quotas.charge(payer, c.kind(), bytes)) {
            return failed(caller, c.fail(), NtStatus.STATUS_QUOTA_EXCEEDED);
        }
        CallResult result = allocate(c.kind(), c.bytes(), c.tag(), charged ? payer : null);
        if (result.status().isSuccess()) {
            return result;
        }
        if (charged) {
            kernel.quotas.giveBack(payer.id(), c.kind(), bytes);
        }
        return failed(caller, c.fail(), result.status());
    }

    private CallResult failed(Caller caller, boolean givesNothing, NtStatus status) {
        return givesNothing ? CallResult.of(status) : kernel.raise(caller, status);
    }

    private CallResult allocate(PoolKind kind, long request, String tag, ProcessObject payer) {
        long bytes = kernel.blockBytes(request);
        int owner = payer == null ? 0 : payer.id();
        if (!kernel.allocate(owner, kind, tag, bytes)) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        int id = kernel.objects().takeId();
        kernel.blocks().set(id, new PoolBlock(id, kind, tag, bytes, owner, kernel.stamp()));
        if (payer != null) {
            kernel.ob.refer(kernel.object(owner), ReferenceKind.POOL_BLOCK, id);
        }
        return new CallResult(NtStatus.STATUS_SUCCESS, 0, id, bytes, false);
    }

    CallResult free(KernelCall.ExFreePoolWithTag c) {
        PoolBlock block = kernel.blocks().get(c.block());
        if (block == null) {
            return stop(c.block() == 0 || kernel.object(c.block()) != null ? NO_POOL_ADDRESS : FREED_ALREADY, c.block(), 0);
        }
        if (c.tag() != null && !c.tag().equals(block.tag())) {
            return stop(WRONG_TAG, c.block(), value(block.tag()));
        }
        kernel.blocks().set(block.id(), null);
        kernel.free(block.chargedTo(), block.kind(), block.tag(), 1, block.bytes());
        if (block.chargedTo() != 0) {
            kernel.quotas.giveBack(block.chargedTo(), block.kind(), block.bytes());
            kernel.ob.release(kernel.object(block.chargedTo()), ReferenceKind.POOL_BLOCK, block.id());
        }
        return CallResult.of(NtStatus.STATUS_SUCCESS, block.bytes());
    }

    CallResult touch(Caller caller, KernelCall.TouchBuffer c) {
        boolean raises = caller.buffer() == Buffer.BAD || caller.buffer() == Buffer.KERNEL && c.routine().isForUserMemoryOnly();
        return raises ? kernel.raise(caller, NtStatus.STATUS_ACCESS_VIOLATION) : CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    private CallResult stop(int mistake, long address, long detail) {
        kernel.stop(new BugCheck(0xC2, "BAD_POOL_CALLER", mistake, address, detail, 0));
        return CallResult.of(NtStatus.STATUS_UNSUCCESSFUL);
    }

    /// A tag as the number that it is in memory: its first character in the lowest byte.
    private static long value(String tag) {
        long value = 0;
        for (int i = tag.length() - 1; i >= 0; i--) {
            value = value << 8 | tag.charAt(i) & 0xFF;
        }
        return value;
    }
}
