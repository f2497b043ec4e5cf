package dev.handlens.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.Caller;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ps.ProcessState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The inverted call: a program sends a request ahead, and the driver completes it when something happens. It can end in five ways.
class InvertedCallTest {
    private static final long FOREVER = -1;
    private static final int CRASHED = 0xC0000005;

    @ParameterizedTest
    @EnumSource(names = {"WDF_QUEUE", "CSQ"})
    void endingOneTheEventHappensAndTheProgramSendsAnother(IoctlAnswer answer) {
        IoBench bench = new IoBench(answer);
        Caller fred = bench.start("fred.exe");
        long file = bench.open(fred);
        long event = bench.event(fred);
        int first = bench.pend(fred, file, event);
        assertThat(bench.kernel.irps().inQueue(bench.kernel.irps().get(first).driver())).extracting(Irp::id).containsExactly(first);
        bench.call(fred, new KernelCall.NtWaitForSingleObject(event, FOREVER));
        bench.log.clear();
        bench.done(IoBench.DRIVER, new KernelCall.IoCsqRemoveNextIrp(IoBench.GIZMO));
        bench.complete(0, NtStatus.STATUS_SUCCESS, 64);
        assertThat(bench.log).containsExactly("TAKEN", "COMPLETED");
        assertThat(bench.threadOf(fred).isWaiting()).isFalse();
        assertThat(bench.file(fred, file).lastStatus()).isEqualTo(new IoStatusBlock(first, NtStatus.STATUS_SUCCESS, 64));
        bench.pend(fred, file, event);
        assertThat(bench.isSet(bench.object(fred, event).id())).isFalse();
    }

    @Test
    void endingTwoTheWaitTimesOutAndTheProgramCancels() {
        IoBench bench = new IoBench(IoctlAnswer.WDF_QUEUE);
        Caller fred = bench.start("fred.exe");
        long file = bench.open(fred);
        long event = bench.event(fred);
        int irp = bench.pend(fred, file, event);
        bench.call(fred, new KernelCall.NtWaitForSingleObject(event, 5_000));
        bench.done(IoBench.DRIVER, new KernelCall.KeWaitTimeout(fred.tid()));
        assertThat(bench.threadOf(fred).wokenWith()).isEqualTo(NtStatus.STATUS_TIMEOUT);
        bench.log.clear();
        bench.done(fred, new KernelCall.NtCancelIoFile(file));
        bench.close(fred, file);
        assertThat(bench.log).containsExactly("CANCEL", "COMPLETED", "close 0x" + Long.toHexString(file), "CLEANUP", "CLOSE");
        assertThat(bench.isSet(bench.object(fred, event).id())).isTrue();
        assertThat(bench.kernel.irps().get(irp)).isNull();
    }

    /// A normal exit and a crash differ in the status alone.
    @ParameterizedTest
    @CsvSource({"WDF_QUEUE, 0", "WDF_QUEUE, " + CRASHED, "CSQ, 0", "CSQ, " + CRASHED, "LIST, 0"})
    void endingsThreeAndFourTheProgramExitsOrCrashes(IoctlAnswer answer, int exitStatus) {
        IoBench bench = new IoBench(answer);
        Caller fred = bench.start("fred.exe");
        long file = bench.open(fred);
        long event = bench.event(fred);
        bench.pend(fred, file, event);
        bench.pend(fred, file, 0);
        int fileId = bench.file(fred, file).id();
        bench.log.clear();
        bench.exit(fred, exitStatus);
        assertThat(bench.log).as("requests first, then handles, then the file").containsExactly(
                "CANCEL", "COMPLETED", "CANCEL", "COMPLETED", "close 0x" + Long.toHexString(file), "CLEANUP", "CLOSE",
                "close 0x" + Long.toHexString(event));
        assertThat(bench.kernel.object(fileId)).isNull();
        assertThat(bench.process(fred)).as("nothing keeps the process").isNull();
        assertThat(bench.nonpaged("Irp ")).isZero();
    }

    @Test
    void endingFiveABadDriverKeepsTheProcess() {
        IoBench bench = new IoBench(IoctlAnswer.NEVER);
        Caller fred = bench.start("fred.exe");
        long file = bench.open(fred);
        int irp = bench.pend(fred, file, bench.event(fred));
        long handles = bench.process(fred).table().count();
        bench.log.clear();
        bench.exit(fred, 7);
        assertThat(bench.log).containsExactly("CANCEL");
        assertThat(bench.process(fred).state()).isEqualTo(ProcessState.TERMINATING);
        assertThat(bench.process(fred).exitStatus()).isEqualTo(7);
        assertThat(bench.process(fred).table().count()).as("its handles are still open").isEqualTo(handles);
        assertThat(bench.process(fred).isSignaled(0)).isFalse();
        assertThat(bench.threadOf(fred).isExiting()).isTrue();
        assertThat(bench.kernel.blockers(bench.process(fred))).extracting(Irp::id).containsExactly(irp);
    }

    @Test
    void afterFiveMinutesTheRequestIsGivenUpAndTheExitGoesOn() {
        IoBench bench = new IoBench(IoctlAnswer.NEVER);
        Caller fred = bench.start("fred.exe");
        long file = bench.open(fred);
        long event = bench.event(fred);
        int irp = bench.pend(fred, file, event);
        int fileId = bench.file(fred, file).id();
        int eventId = bench.object(fred, event).id();
        bench.exit(fred, 0);
        bench.log.clear();
        bench.done(IoBench.DRIVER, new KernelCall.KeExitWaitTimeout(fred.pid()));
        assertThat(bench.log).containsExactly(
                "DISOWNED", "close 0x" + Long.toHexString(file), "CLEANUP", "close 0x" + Long.toHexString(event));
        assertThat(bench.process(fred)).isNull();
        assertThat(bench.kernel.irps().log()).singleElement()
                .satisfies(entry -> assertThat(entry.driver()).isEqualTo(IoBench.GIZMO))
                .satisfies(entry -> assertThat(entry.irp().pid()).isEqualTo(fred.pid()))
                .satisfies(entry -> assertThat(entry.irp().id()).isEqualTo(irp));
        assertThat(bench.kernel.object(fileId)).as("the request still refers to the file").isNotNull();
        assertThat(bench.nonpaged("Irp ")).isEqualTo(304);
        bench.complete(irp, NtStatus.STATUS_SUCCESS, 4);
        assertThat(bench.kernel.object(fileId)).isNull();
        assertThat(bench.kernel.object(eventId)).as("let go without being set").isNull();
        assertThat(bench.seen().closes()).isEqualTo(1);
        assertThat(bench.nonpaged("Irp ")).isZero();
    }

    @Test
    void aRequestThatWasGivenUpTellsNobody() {
        IoBench bench = new IoBench(IoctlAnswer.NEVER);
        Caller fred = bench.start("fred.exe");
        Caller wilma = bench.start("wilma.exe");
        String name = "\\BaseNamedObjects\\Done";
        KernelCall create = new KernelCall.NtCreateEvent(
                0x1F0003, new ObjectAttributes(name, 0, ObjectAttributes.OPENIF), dev.handlens.kernel.EventKind.NOTIFICATION, false);
        long event = bench.done(fred, create).handle();
        long shared = bench.call(wilma, create).handle();
        int irp = bench.pend(fred, bench.open(fred), event);
        bench.exit(fred, 0);
        bench.done(IoBench.DRIVER, new KernelCall.KeExitWaitTimeout(fred.pid()));
        assertThat(bench.object(wilma, shared).pointerCount()).isEqualTo(3);
        bench.complete(irp, NtStatus.STATUS_SUCCESS, 0);
        assertThat(bench.isSet(bench.object(wilma, shared).id())).isFalse();
        assertThat(bench.object(wilma, shared).pointerCount()).isEqualTo(2);
    }

    @Test
    void aLateCompletionEndsTheProcessWithoutTheFiveMinutes() {
        IoBench bench = new IoBench(IoctlAnswer.LIST_WITHOUT_CANCEL);
        Caller fred = bench.start("fred.exe");
        bench.pend(fred, bench.open(fred), 0);
        bench.exit(fred, 0);
        assertThat(bench.process(fred).state()).isEqualTo(ProcessState.TERMINATING);
        bench.complete(0, NtStatus.STATUS_CANCELLED, 0);
        assertThat(bench.process(fred)).isNull();
        assertThat(bench.kernel.irps().log()).isEmpty();
    }

    @Test
    void withoutAThreadThatWaitsTheFiveMinutesMeanNothing() {
        IoBench bench = new IoBench(IoctlAnswer.NEVER);
        Caller fred = bench.start("fred.exe");
        bench.pend(fred, bench.open(fred), 0);
        assertThat(bench.status(IoBench.DRIVER, new KernelCall.KeExitWaitTimeout(fred.pid()))).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.status(IoBench.DRIVER, new KernelCall.KeExitWaitTimeout(4044))).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    void aStuckThreadKeepsItsMutantsAndItsProcessWhileAnotherOneEnds() {
        IoBench bench = new IoBench(IoctlAnswer.NEVER);
        Caller fred = bench.start("fred.exe");
        Caller worker = bench.thread(fred);
        long mutant = bench.done(worker, new KernelCall.NtCreateMutant(0x1F0001, ObjectAttributes.NONE, true)).handle();
        bench.pend(worker, bench.open(fred), 0);
        bench.done(worker, new KernelCall.NtTerminateThread(dev.handlens.kernel.Kernel.CURRENT_THREAD, 0));
        assertThat(((MutantObject) bench.object(fred, mutant)).owner()).isEqualTo(worker.tid());
        assertThat(bench.process(fred).state()).isEqualTo(ProcessState.RUNNING);
        bench.done(fred, new KernelCall.NtTerminateThread(dev.handlens.kernel.Kernel.CURRENT_THREAD, 0));
        assertThat(bench.process(fred).state()).as("its last thread that was left has ended").isEqualTo(ProcessState.TERMINATING);
        assertThat(bench.process(fred).threads()).isEqualTo(1);
        bench.done(IoBench.DRIVER, new KernelCall.KeExitWaitTimeout(fred.pid()));
        assertThat(bench.process(fred)).isNull();
    }

    @Test
    void aThreadThatEndsWhileItWaitsInsideItsCallIsCancelled() {
        IoBench bench = new IoBench(IoctlAnswer.WDF_QUEUE);
        Caller fred = bench.start("fred.exe");
        Caller worker = bench.thread(fred);
        long file = bench.openSynchronous(fred);
        bench.send(worker, file, 0);
        long handle = bench.done(fred, new KernelCall.NtOpenThread(0x1FFFFF, ObjectAttributes.NONE, worker.tid())).handle();
        bench.done(fred, new KernelCall.NtTerminateThread(handle, 3));
        assertThat(bench.threadOf(worker).isRunning()).isFalse();
        assertThat(bench.file(fred, file).lastStatus().status()).isEqualTo(NtStatus.STATUS_CANCELLED);
    }

    @Test
    void killingAProcessThatIsTerminatingDoesNotHelp() {
        IoBench bench = new IoBench(IoctlAnswer.NEVER);
        Caller fred = bench.start("fred.exe");
        Caller admin = bench.start("taskkill.exe");
        bench.pend(fred, bench.open(fred), 0);
        bench.exit(fred, 0);
        long process = bench.done(admin, new KernelCall.NtOpenProcess(0x1FFFFF, ObjectAttributes.NONE, fred.pid())).handle();
        assertThat(bench.status(admin, new KernelCall.NtTerminateProcess(process, 1))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.process(fred).state()).isEqualTo(ProcessState.TERMINATING);
        assertThat(bench.status(admin, new KernelCall.NtCreateThread(0x1FFFFF, ObjectAttributes.NONE, process, "", 0)))
                .isEqualTo(NtStatus.STATUS_PROCESS_IS_TERMINATING);
        assertThat(bench.call(admin, new KernelCall.NtWaitForSingleObject(process, FOREVER)).blocked()).isTrue();
        bench.done(IoBench.DRIVER, new KernelCall.KeExitWaitTimeout(fred.pid()));
        assertThat(bench.threadOf(admin).isWaiting()).as("the process is signaled at its very end").isFalse();
        assertThat(bench.process(fred).state()).isEqualTo(ProcessState.ENDED);
    }

    @Test
    void theEndOfOneProcessLeavesTheRequestsOfTheOthers() {
        IoBench bench = new IoBench(IoctlAnswer.WDF_QUEUE);
        Caller fred = bench.start("fred.exe");
        Caller wilma = bench.start("wilma.exe");
        Caller barney = bench.start("barney.exe");
        bench.pend(wilma, bench.open(wilma), 0);
        bench.pend(fred, bench.open(fred), 0);
        bench.pend(barney, bench.open(barney), 0);
        bench.exit(fred, 0);
        assertThat(bench.kernel.irps().all()).extracting(Irp::pid).containsExactly(wilma.pid(), barney.pid());
    }
}
