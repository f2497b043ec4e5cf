package dev.handlens.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What drivers are told of files: CREATE, CLEANUP, CLOSE.
class FileCloseTest {
    private final IoBench bench = new IoBench(IoctlAnswer.WDF_QUEUE);
    private final Caller fred = bench.start("fred.exe");

    private long duplicate(long handle) {
        return bench.done(fred, new KernelCall.NtDuplicateObject(
                Kernel.CURRENT_PROCESS, handle, Kernel.CURRENT_PROCESS, 0, 0, KernelCall.NtDuplicateObject.SAME_ACCESS)).handle();
    }

    @Test
    void everyOpenOfADeviceMakesAFileObject() {
        long first = bench.open(fred);
        long second = bench.open(fred);
        assertThat(bench.file(fred, first).id()).isNotEqualTo(bench.file(fred, second).id());
        assertThat(bench.seen()).isEqualTo(new MajorCounts(2, 0, 0, 0));
    }

    @Test
    void aDuplicateNamesTheSameFileObjectAndTheDriverIsNotTold() {
        long handle = bench.open(fred);
        long copy = duplicate(handle);
        assertThat(bench.file(fred, copy)).isSameAs(bench.file(fred, handle));
        assertThat(bench.seen().creates()).isEqualTo(1);
    }

    @Test
    void aChildThatInheritsTheFileSendsNoCreate() {
        long handle = bench.done(fred, new KernelCall.NtCreateFile(
                0x120089, new ObjectAttributes("\\Device\\Gizmo", 0, ObjectAttributes.INHERIT), true)).handle();
        bench.done(fred, new KernelCall.NtCreateProcess(0x1FFFFF, ObjectAttributes.NONE, "child.exe", true, List.of(), 0));
        assertThat(bench.file(fred, handle).handleCount()).isEqualTo(2);
        assertThat(bench.seen().creates()).isEqualTo(1);
        bench.close(fred, handle);
        assertThat(bench.seen().cleanups()).isZero();
    }

    @Test
    void cleanupComesWithTheLastHandleAndCloseWithTheLastReference() {
        long handle = bench.open(fred);
        long copy = duplicate(handle);
        int file = bench.file(fred, handle).id();
        int pointer = bench.done(IoBench.inKernel(fred), new KernelCall.ObReferenceObjectByHandle(
                handle, 0, ObjectType.FILE, dev.handlens.kernel.PreviousMode.USER, IoBench.GIZMO)).object();
        bench.close(fred, copy);
        assertThat(bench.seen()).isEqualTo(new MajorCounts(1, 0, 0, 0));
        bench.close(fred, handle);
        assertThat(bench.seen()).isEqualTo(new MajorCounts(1, 0, 1, 0));
        assertThat(bench.kernel.object(file).handleCount()).isZero();
        bench.done(IoBench.DRIVER, new KernelCall.ObDereferenceObject(pointer, IoBench.GIZMO));
        assertThat(bench.seen()).isEqualTo(new MajorCounts(1, 0, 1, 1));
        assertThat(bench.kernel.object(file)).isNull();
    }

    @Test
    void twoOpensAndADuplicateCloseTwice() {
        long first = bench.open(fred);
        long second = bench.open(fred);
        long copy = duplicate(first);
        bench.close(fred, copy);
        assertThat(bench.seen().closes()).isZero();
        bench.close(fred, second);
        assertThat(bench.seen().closes()).isEqualTo(1);
        bench.close(fred, first);
        assertThat(bench.seen().closes()).isEqualTo(2);
    }

    @Test
    void aFileThatNeverGotAHandleIsCleanedUpRightBeforeItIsClosed() {
        NtStatus status = bench.status(fred, new KernelCall.NtCreateFile(0, ObjectAttributes.named("\\Device\\Gizmo"), true));
        assertThat(status).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.log).containsExactly("CREATE", "CLEANUP", "CLOSE");
    }

    @Test
    void theLastHandleClosesQueuedRequestsBeforeTheFileGoes() {
        long file = bench.open(fred);
        long event = bench.event(fred);
        int irp = bench.pend(fred, file, event);
        int eventId = bench.object(fred, event).id();
        bench.log.clear();
        bench.close(fred, file);
        assertThat(bench.log).containsExactly("close 0x" + Long.toHexString(file), "CLEANUP", "COMPLETED", "CLOSE");
        assertThat(bench.kernel.irps().get(irp)).isNull();
        assertThat(bench.isSet(eventId)).isTrue();
    }

    @Test
    void aDriverThatDoesNotCompleteAtCleanupKeepsTheFileWithoutHandles() {
        IoBench bad = new IoBench(IoctlAnswer.LIST_WITHOUT_CANCEL);
        Caller program = bad.start("fred.exe");
        long handle = bad.open(program);
        int irp = bad.pend(program, handle, 0);
        int file = bad.file(program, handle).id();
        bad.close(program, handle);
        assertThat(bad.seen()).isEqualTo(new MajorCounts(1, 1, 1, 0));
        assertThat(bad.kernel.object(file).handleCount()).isZero();
        assertThat(bad.kernel.object(file).references()).singleElement()
                .satisfies(reference -> assertThat(reference.kind()).isEqualTo(ReferenceKind.PENDING_IRP))
                .satisfies(reference -> assertThat(reference.holder()).isEqualTo(irp));
        bad.complete(irp, NtStatus.STATUS_CANCELLED, 0);
        assertThat(bad.seen().closes()).isEqualTo(1);
        assertThat(bad.kernel.object(file)).isNull();
    }

    @Test
    void cleanupLeavesTheRequestsOfOtherFilesAlone() {
        long closed = bench.open(fred);
        long kept = bench.open(fred);
        bench.pend(fred, closed, 0);
        int irp = bench.pend(fred, kept, 0);
        bench.close(fred, closed);
        assertThat(bench.kernel.irps().all()).extracting(Irp::id).containsExactly(irp);
    }
}
