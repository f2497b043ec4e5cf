package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.PoolTag;
import dev.handlens.kernel.ps.ProcessObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Handles of a whole machine: what they cost, and where they end.
class HandleLimitTest {

    @ParameterizedTest
    @CsvSource({"X64, 255", "X86, 511"})
    void handlesToOneEventCostAPageOfPagedPoolAtATimeAndNoNonpagedPool(Architecture architecture, int usable) {
        Bench bench = Bench.of(new MachineConfig(architecture, 1L << 28, 1L << 28, ReusePolicy.LIFO));
        Caller fred = bench.process("fred.exe");
        long event = bench.event(fred);
        long paged = bench.pool().bytes(PoolKind.PAGED);
        long nonpaged = bench.pool().bytes(PoolKind.NONPAGED);

        duplicate(bench, fred, event, usable - 1);
        assertThat(bench.pool().bytes(PoolKind.PAGED)).isEqualTo(paged);
        bench.duplicate(fred, event);
        assertThat(bench.pool().bytes(PoolKind.PAGED)).isEqualTo(paged + 2 * 4096);
        duplicate(bench, fred, event, usable - 1);
        assertThat(bench.pool().bytes(PoolKind.PAGED)).isEqualTo(paged + 2 * 4096);
        bench.duplicate(fred, event);
        assertThat(bench.pool().bytes(PoolKind.PAGED)).isEqualTo(paged + 3 * 4096);
        assertThat(bench.pool().bytes(PoolKind.NONPAGED)).isEqualTo(nonpaged);
        KernelInvariants.check(bench.kernel());
    }

    /// The handles there can be, but for the last few, are put into the table directly: the way there is the same for all of them.
    @ParameterizedTest
    @CsvSource({"X64, 16711680", "X86, 16744448"})
    void theProcessStopsAtItsLimitAndOthersGoOn(Architecture architecture, int limit) {
        Bench bench = Bench.of(new MachineConfig(architecture, 1L << 30, 1L << 28, ReusePolicy.LIFO));
        Caller leaker = bench.process("testlimit.exe");
        long event = bench.event(leaker);
        ProcessObject process = bench.kernel().process(leaker.pid());
        HandleTable table = process.table();
        int object = bench.object(leaker, event).id();
        while (table.count() < limit - 2) {
            if (!table.hasFree()) {
                assertThat(bench.kernel().handles.grow(process, table)).isTrue();
            }
            table.insert(object, Bench.EVENT_ALL, 0, 0);
        }
        bench.duplicate(leaker, event);
        assertThat(bench.duplicate(leaker, event)).isEqualTo(0x3FF_FFFC);
        long paged = bench.pool().bytes(PoolKind.PAGED);

        KernelCall more = new KernelCall.NtDuplicateObject(-1, event, -1, 0, 0, KernelCall.NtDuplicateObject.SAME_ACCESS);
        assertThat(bench.status(leaker, more)).isEqualTo(NtStatus.STATUS_INSUFFICIENT_RESOURCES);

        assertThat(table.count()).isEqualTo(limit);
        assertThat(bench.pool().bytes(PoolKind.PAGED)).isEqualTo(paged);
        assertThat(bench.pool().bytes(PoolKind.PAGED, PoolTag.HANDLE_TABLE)).isGreaterThan(table.bytes());
        bench.event(bench.process("other.exe"));
    }

    @Test
    void aPinnedValueIsGivenWhenItIsFreeAndElseTheNextInTurn() {
        Bench bench = Bench.x64();
        Caller fred = bench.process("fred.exe");

        assertThat(bench.call(fred, Bench.event(ObjectAttributes.NONE), 0xB8).handle()).isEqualTo(0xB8);
        assertThat(bench.call(fred, Bench.event(ObjectAttributes.NONE), 0xB8).handle()).isEqualTo(4);
        assertThat(bench.call(fred, Bench.event(ObjectAttributes.NONE), 0x400).handle()).isEqualTo(8);
        assertThat(bench.call(fred, Bench.event(ObjectAttributes.NONE), 0x22D).handle()).isEqualTo(0x22C);
        assertThat(bench.call(fred, Bench.event(ObjectAttributes.NONE), 0x1004).handle()).isEqualTo(0x1004);
        assertThat(bench.event(fred)).isEqualTo(12);
        KernelInvariants.check(bench.kernel());
    }

    @Test
    void aPinnedValueThatNoTableCanHaveCostsNothing() {
        Bench bench = Bench.x64();
        Caller fred = bench.process("fred.exe");

        assertThat(bench.call(fred, Bench.event(ObjectAttributes.NONE), 0x4000_0000L).handle()).isEqualTo(4);
        assertThat(bench.kernel().process(fred.pid()).table().pages()).isOne();
    }

    private static void duplicate(Bench bench, Caller fred, long event, int times) {
        for (int i = 0; i < times; i++) {
            bench.duplicate(fred, event);
        }
    }
}
