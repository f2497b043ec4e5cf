package dev.handlens.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.io.IoctlAnswer;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessState;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A user's event in a driver, and the inverted call: rows S1 that the tests of the I/O manager do not show one by one. The code is
/// `PointerCalls` for references by drivers, `IoRequests` and `IoCancel` for requests, `ProcessExit` for what ends with a process.
class OsrTest {
    private static final long FOREVER = -1;

    private static int pend(Workbench bench, Caller program, long file) {
        CallResult sent = bench.call(program, Workbench.control(file));
        assertThat(sent.status()).isEqualTo(NtStatus.STATUS_PENDING);
        return sent.object();
    }

    @Test
    @DisplayName("S1-1 The program sends its event's handle with a control code; the driver can look it up in the sender's context alone")
    void theHandleSentWithAControlCodeMeansTheEventInTheSendersContextAlone() {
        Workbench bench = new Workbench();
        Caller fred = bench.start("fred.exe");
        Caller wilma = bench.start("wilma.exe");
        long event = bench.event(fred);
        bench.done(fred, Workbench.control(bench.handle(fred, Workbench.file(Workbench.DEVICE))));

        assertThat(bench.controls(Workbench.GIZMO)).isEqualTo(1);
        KernelCall lookUp = Workbench.reference(event, ObjectType.EVENT, PreviousMode.USER);
        assertThat(bench.done(Workbench.inKernel(fred), lookUp).object()).isEqualTo(bench.object(fred, event).id());
        assertThat(bench.status(Workbench.inKernel(wilma), lookUp)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    @Test
    @DisplayName("S1-4 When a process dies, all of its handles are closed")
    void aProcessThatDiesClosesEveryHandle() {
        Workbench bench = new Workbench();
        Caller fred = bench.start("fred.exe");
        long first = bench.event(fred);
        long second = bench.handle(fred, Workbench.file(Workbench.DEVICE));
        int event = bench.object(fred, first).id();
        int file = bench.object(fred, second).id();
        bench.log.clear();

        bench.exit(fred);

        assertThat(bench.log).contains("close 0x" + Long.toHexString(first), "close 0x" + Long.toHexString(second));
        assertThat(List.of(bench.counts(event), bench.counts(file))).containsExactly("gone", "gone");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"AT_ONCE", "REFUSES"})
    @DisplayName("S1-16 A driver must support cancel: otherwise its sender cannot end")
    void onlyADriverThatSupportsCancelLetsItsSenderEnd(IoctlAnswer answer) {
        Workbench bench = new Workbench(answer);
        Caller fred = bench.start("fred.exe");
        pend(bench, fred, bench.handle(fred, Workbench.file(Workbench.DEVICE)));

        bench.exit(fred);

        assertThat(bench.process(fred) == null).isEqualTo(answer.cancels());
    }

    @Test
    @DisplayName("S1-17 The framework's pattern: the request waits in a manual queue")
    void theRequestWaitsInAManualQueueOfTheFramework() {
        Workbench bench = new Workbench(IoctlAnswer.WDF_QUEUE);
        Caller fred = bench.start("fred.exe");
        int irp = pend(bench, fred, bench.handle(fred, Workbench.file(Workbench.DEVICE)));
        int driver = bench.kernel().irps().get(irp).driver();

        assertThat(IoctlAnswer.WDF_QUEUE.queue()).isEqualTo("manual WDFQUEUE");
        assertThat(bench.kernel().irps().inQueue(driver)).extracting(Irp::id).containsExactly(irp);
        assertThat(bench.done(Workbench.SYSTEM, new KernelCall.IoCsqRemoveNextIrp(Workbench.GIZMO)).object()).isEqualTo(irp);
        assertThat(bench.kernel().irps().inQueue(driver)).isEmpty();
    }

    @Test
    @DisplayName("S1-21 The file object goes with the last request, and the process with it")
    void theFileAndTheProcessGoWithTheLastRequestAndNotBefore() {
        Workbench bench = new Workbench(IoctlAnswer.LIST_WITHOUT_CANCEL);
        Caller fred = bench.start("fred.exe");
        long handle = bench.handle(fred, Workbench.file(Workbench.DEVICE));
        int file = bench.object(fred, handle).id();
        int first = pend(bench, fred, handle);
        int last = pend(bench, fred, handle);
        bench.exit(fred);
        complete(bench, first);

        assertThat(bench.process(fred).state()).isEqualTo(ProcessState.TERMINATING);
        assertThat(bench.counts(file)).isNotEqualTo("gone");
        complete(bench, last);

        assertThat(bench.process(fred)).isNull();
        assertThat(bench.counts(file)).isEqualTo("gone");
    }

    private static void complete(Workbench bench, int irp) {
        bench.done(Workbench.SYSTEM, new KernelCall.IoCompleteRequest(Workbench.GIZMO, irp, NtStatus.STATUS_SUCCESS, 8));
    }

    @Test
    @DisplayName("S1-24 A cancel-safe queue behaves as the framework's queue does")
    void theCancelSafeQueueTellsTheSameStoryAsTheFrameworksQueue() {
        assertThat(invertedCalls(IoctlAnswer.CSQ)).isEqualTo(invertedCalls(IoctlAnswer.WDF_QUEUE)).contains("TAKEN", "CANCEL", "COMPLETED");
    }

    /// One request that is completed, one that the program cancels, and one that is outstanding when it exits.
    private static List<String> invertedCalls(IoctlAnswer answer) {
        Workbench bench = new Workbench(answer);
        Caller fred = bench.start("fred.exe");
        long file = bench.handle(fred, Workbench.file(Workbench.DEVICE));
        long event = bench.event(fred);
        KernelCall send = new KernelCall.NtDeviceIoControlFile(file, Workbench.IOCTL, event);
        bench.call(fred, send);
        bench.done(Workbench.SYSTEM, new KernelCall.IoCsqRemoveNextIrp(Workbench.GIZMO));
        complete(bench, 0);
        bench.done(fred, new KernelCall.NtWaitForSingleObject(event, FOREVER));
        bench.call(fred, send);
        bench.done(fred, new KernelCall.NtCancelIoFile(file));
        bench.call(fred, send);
        bench.exit(fred);
        assertThat(bench.process(fred)).isNull();
        bench.log.add("nonpaged " + bench.kernel().pool().bytes(PoolKind.NONPAGED, "Irp "));
        return bench.log;
    }
}
