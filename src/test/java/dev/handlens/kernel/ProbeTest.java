package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.PoolKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pointers that lead where they must not, and exceptions.
class ProbeTest {
    private final Bench bench = Bench.x64();
    private final Caller fred = bench.process("fred.exe");

    private Caller with(PreviousMode mode, Buffer buffer, boolean guarded) {
        return new Caller(fred.pid(), fred.tid(), mode, buffer, guarded);
    }

    @ParameterizedTest
    @EnumSource(value = Buffer.class, names = {"KERNEL", "BAD"})
    void aProgramsPointerIsProbedBeforeAnythingHappens(Buffer buffer) {
        int open = bench.kernel().process(fred.pid()).table().count();

        assertThat(bench.status(with(PreviousMode.USER, buffer, false), Bench.event(ObjectAttributes.NONE)))
                .isEqualTo(NtStatus.STATUS_ACCESS_VIOLATION);
        assertThat(bench.kernel().process(fred.pid()).table().count()).isEqualTo(open);
        assertThat(bench.kernel().bugCheck()).isNull();
    }

    @Test
    void aDuplicationThatFailsTheProbeDoesNotCloseItsSource() {
        long event = bench.event(fred);
        KernelCall move = new KernelCall.NtDuplicateObject(-1, event, -1, 0, 0, 3);

        assertThat(bench.status(with(PreviousMode.USER, Buffer.BAD, false), move)).isEqualTo(NtStatus.STATUS_ACCESS_VIOLATION);
        assertThat(bench.entry(fred, event)).isNotNull();
    }

    @Test
    void aDriversPointerIntoTheSystemIsBelieved() {
        assertThat(bench.status(with(PreviousMode.KERNEL, Buffer.KERNEL, false), Bench.event(ObjectAttributes.NONE)))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void anExceptionThatADriverDoesNotCatchStopsTheMachine() {
        KernelCall touch = new KernelCall.TouchBuffer(RaisingRoutine.MM_PROBE_AND_LOCK_PAGES);
        assertThat(bench.status(with(PreviousMode.KERNEL, Buffer.BAD, true), touch)).isEqualTo(NtStatus.STATUS_ACCESS_VIOLATION);
        assertThat(bench.kernel().bugCheck()).isNull();

        bench.call(with(PreviousMode.KERNEL, Buffer.BAD, false), touch);
        assertThat(bench.kernel().bugCheck()).isEqualTo(new BugCheck(0x1E, "KMODE_EXCEPTION_NOT_HANDLED", 0xC000_0005L, 0, 0, 0));
    }

    @Test
    void probingForUserMemoryRaisesForMemoryOfTheSystemToo() {
        Caller system = with(PreviousMode.KERNEL, Buffer.KERNEL, true);

        assertThat(bench.status(system, new KernelCall.TouchBuffer(RaisingRoutine.PROBE_FOR_READ))).isEqualTo(NtStatus.STATUS_ACCESS_VIOLATION);
        assertThat(bench.status(system, new KernelCall.TouchBuffer(RaisingRoutine.CC_COPY_READ))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void anAllocationBeyondTheQuotaRaisesUnlessItIsAskedToFail() {
        bench.call(Bench.SYSTEM, new KernelCall.PsInitialLimits(fred.pid(), 0, 100, 100));
        KernelCall fails = new KernelCall.ExAllocatePoolWithQuotaTag(PoolKind.NONPAGED, 200, "Fred", true);
        KernelCall raises = new KernelCall.ExAllocatePoolWithQuotaTag(PoolKind.NONPAGED, 200, "Fred", false);

        assertThat(bench.status(with(PreviousMode.KERNEL, Buffer.USER, false), fails)).isEqualTo(NtStatus.STATUS_QUOTA_EXCEEDED);
        assertThat(bench.kernel().bugCheck()).isNull();
        bench.call(with(PreviousMode.KERNEL, Buffer.USER, false), raises);
        assertThat(bench.kernel().bugCheck().code()).isEqualTo(0x1E);
        assertThat(bench.kernel().bugCheck().p1()).isEqualTo(0xC000_0044L);
    }
}
