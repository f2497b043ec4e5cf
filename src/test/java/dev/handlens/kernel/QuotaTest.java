package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.PoolKind;
import org.junit.jupiter.api.Test;

/// Quota: charged with the first handle, given back with the object.
class QuotaTest {
    private static final int EVENT_QUOTA = 112;

    private final Bench bench = Bench.x64();
    private final Caller fred = bench.process("fred.exe");
    private final Caller wilma = bench.process("wilma.exe");

    private long used(Caller caller) {
        return bench.kernel().process(caller.pid()).quota().used(PoolKind.NONPAGED);
    }

    @Test
    void theFirstHandleChargesItsProcessAndTheLastReferenceGivesItBack() {
        long event = bench.event(fred);
        assertThat(used(fred)).isEqualTo(EVENT_QUOTA);
        long second = bench.duplicate(fred, event);
        assertThat(used(fred)).isEqualTo(EVENT_QUOTA);

        bench.close(fred, event);
        assertThat(used(fred)).isEqualTo(EVENT_QUOTA);
        bench.close(fred, second);
        assertThat(used(fred)).isZero();
    }

    @Test
    void anObjectStaysChargedToItsFirstProcessWhoeverHasItNow() {
        long event = bench.event(fred, "\\BaseNamedObjects\\e");
        long other = bench.handle(wilma, Bench.open(dev.handlens.kernel.ob.ObjectType.EVENT, 1, "\\BaseNamedObjects\\e"));
        bench.close(fred, event);
        assertThat(used(fred)).isEqualTo(EVENT_QUOTA);
        assertThat(used(wilma)).isZero();

        bench.close(wilma, other);
        assertThat(used(fred)).isZero();
    }

    @Test
    void aProcessThatHasUsedUpItsQuotaGetsNoHandleAndLeavesNothingBehind() {
        bench.call(Bench.SYSTEM, new KernelCall.PsInitialLimits(fred.pid(), 0, -1, 2 * EVENT_QUOTA));
        long first = bench.event(fred);
        bench.event(fred);
        long before = bench.pool().bytes(PoolKind.NONPAGED);

        assertThat(bench.status(fred, Bench.event(ObjectAttributes.NONE))).isEqualTo(NtStatus.STATUS_QUOTA_EXCEEDED);
        assertThat(bench.pool().bytes(PoolKind.NONPAGED)).isEqualTo(before);
        bench.close(fred, first);
        assertThat(bench.status(fred, Bench.event(ObjectAttributes.NONE))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void aChildHasTheLimitsOfItsParent() {
        bench.call(Bench.SYSTEM, new KernelCall.PsInitialLimits(fred.pid(), 0, 1 << 20, 5_000));
        KernelCall create = new KernelCall.NtCreateProcess(Bench.ALL, ObjectAttributes.NONE, "child.exe", false, java.util.List.of(), 4000);
        bench.handle(fred, create);

        assertThat(bench.kernel().process(4000).quota().nonpagedLimit()).isEqualTo(5_000);
        assertThat(bench.kernel().process(4000).privileges()).isZero();
    }

    @Test
    void aSmallBlockKeepsTheProcessThatPaysForIt() {
        Caller driver = Bench.inKernelMode(fred);
        int process = bench.kernel().process(fred.pid()).id();
        int block = bench.call(driver, new KernelCall.ExAllocatePoolWithQuotaTag(PoolKind.PAGED, 100, "Fred", true)).object();
        int big = bench.call(driver, new KernelCall.ExAllocatePoolWithQuotaTag(PoolKind.PAGED, 4096, "Fred", true)).object();
        bench.call(wilma, new KernelCall.NtTerminateProcess(bench.processHandle(wilma, fred), 0));
        assertThat(bench.kernel().blocks().get(big).chargedTo()).isZero();
        assertThat(bench.kernel().blocks().get(block).chargedTo()).isEqualTo(process);

        assertThat(bench.status(Bench.SYSTEM, new KernelCall.ExFreePoolWithTag(block, "Fred"))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(Bench.SYSTEM, new KernelCall.ExFreePoolWithTag(big, null))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.pool().bytes(PoolKind.PAGED, "Fred")).isZero();
    }

    @Test
    void freeingTwiceOrUnderAnotherTagStopsTheMachine() {
        Kernel machine = bench.kernel();
        int block = bench.call(Bench.SYSTEM, new KernelCall.ExAllocatePoolWithTag(PoolKind.PAGED, 100, "Fred")).object();
        Kernel other = machine.fork();
        other.execute(50, Bench.SYSTEM, new KernelCall.ExFreePoolWithTag(block, "Wilm"));
        assertThat(other.bugCheck()).isEqualTo(new BugCheck(0xC2, "BAD_POOL_CALLER", 0x0A, block, 0x6465_7246L, 0));
        Kernel zero = machine.fork();
        zero.execute(50, Bench.SYSTEM, new KernelCall.ExAllocatePoolWithTag(PoolKind.PAGED, 0, "Fred"));
        assertThat(zero.bugCheck().p1()).isZero();

        bench.call(Bench.SYSTEM, new KernelCall.ExFreePoolWithTag(block, "Fred"));
        bench.call(Bench.SYSTEM, new KernelCall.ExFreePoolWithTag(block, "Fred"));
        assertThat(machine.bugCheck()).isEqualTo(new BugCheck(0xC2, "BAD_POOL_CALLER", 0x07, block, 0, 0));
    }
}
