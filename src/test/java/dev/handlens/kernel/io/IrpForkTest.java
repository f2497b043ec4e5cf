package dev.handlens.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ex.PoolKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Requests in forks: each goes its own way, and all of their state is in the hash.
class IrpForkTest {
    private static List<Integer> ids(Kernel kernel) {
        return kernel.irps().all().stream().map(Irp::id).toList();
    }

    @Test
    void whatOneForkCompletesTheOtherStillHas() {
        IoBench bench = new IoBench(IoctlAnswer.CSQ);
        Caller fred = bench.start("fred.exe");
        long file = bench.open(fred);
        int first = bench.pend(fred, file, bench.event(fred));
        Kernel before = bench.kernel.fork();
        long hash = before.stateHash();
        bench.complete(first, NtStatus.STATUS_SUCCESS, 0);
        int second = bench.pend(fred, file, 0);
        assertThat(ids(before)).containsExactly(first);
        assertThat(ids(bench.kernel)).containsExactly(second);
        assertThat(before.stateHash()).isEqualTo(hash);
        before.execute(9, fred, new KernelCall.NtCancelIoFile(file));
        assertThat(ids(before)).isEmpty();
        assertThat(ids(bench.kernel)).containsExactly(second);
        assertThat(before.pool().bytes(PoolKind.NONPAGED, "Irp ")).isZero();
    }

    @Test
    void everyStepOfARequestChangesTheHash() {
        IoBench bench = new IoBench(IoctlAnswer.LIST_WITHOUT_CANCEL);
        Caller fred = bench.start("fred.exe");
        long file = bench.open(fred);
        List<Long> hashes = new ArrayList<>(List.of(bench.kernel.stateHash()));
        int irp = bench.pend(fred, file, 0);
        hashes.add(bench.kernel.stateHash());
        bench.done(IoBench.DRIVER, new KernelCall.IoCancelIrp(irp));
        hashes.add(bench.kernel.stateHash());
        bench.done(IoBench.DRIVER, new KernelCall.IoCsqRemoveNextIrp(IoBench.GIZMO));
        hashes.add(bench.kernel.stateHash());
        bench.exit(fred, 0);
        hashes.add(bench.kernel.stateHash());
        bench.done(IoBench.DRIVER, new KernelCall.KeExitWaitTimeout(fred.pid()));
        hashes.add(bench.kernel.stateHash());
        bench.complete(irp, NtStatus.STATUS_SUCCESS, 0);
        hashes.add(bench.kernel.stateHash());
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void theSameProgramLeadsToTheSameHash() {
        assertThat(story().stateHash()).isEqualTo(story().stateHash());
    }

    private static Kernel story() {
        IoBench bench = new IoBench(IoctlAnswer.LIST_WITHOUT_CANCEL);
        Caller fred = bench.start("fred.exe");
        Caller wilma = bench.start("wilma.exe");
        long file = bench.open(fred);
        bench.pend(fred, file, bench.event(fred));
        bench.pend(wilma, bench.open(wilma), 0);
        bench.complete(0, NtStatus.STATUS_SUCCESS, 12);
        bench.pend(fred, file, 0);
        bench.exit(fred, 1);
        bench.done(IoBench.DRIVER, new KernelCall.KeExitWaitTimeout(fred.pid()));
        return bench.kernel;
    }

    @Test
    void thousandsOfRequestsLeaveNothingWhenTheyAreCompleted() {
        IoBench bench = new IoBench(IoctlAnswer.WDF_QUEUE);
        Caller fred = bench.start("fred.exe");
        long file = bench.open(fred);
        long before = bench.nonpaged();
        for (int i = 0; i < 2_000; i++) {
            bench.pend(fred, file, 0);
        }
        assertThat(bench.nonpaged()).isEqualTo(before + 2_000 * 304);
        assertThat(bench.file(fred, file).pointerCount()).isEqualTo(2_001);
        bench.done(fred, new KernelCall.NtCancelIoFile(file));
        assertThat(bench.nonpaged()).isEqualTo(before);
        assertThat(bench.file(fred, file).pointerCount()).isEqualTo(1);
    }
}
