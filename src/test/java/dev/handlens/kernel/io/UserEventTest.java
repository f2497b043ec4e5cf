package dev.handlens.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A driver that signals the event of a program through a pointer.
class UserEventTest {
    private static final int MODIFY_STATE = 0x2;
    private static final long FOREVER = -1;

    private final IoBench bench = new IoBench(IoctlAnswer.AT_ONCE);
    private final Caller fred = bench.start("fred.exe");

    /// The driver takes the handle in the context of the program, as in its dispatch routine, and has it checked as the program's.
    private CallResult take(Caller context, long handle) {
        return bench.call(IoBench.inKernel(context), new KernelCall.ObReferenceObjectByHandle(
                handle, MODIFY_STATE, ObjectType.EVENT, PreviousMode.USER, IoBench.GIZMO));
    }

    private void expectCounts(KObject object, long handles, long pointers) {
        assertThat(object.handleCount()).isEqualTo(handles);
        assertThat(object.pointerCount()).isEqualTo(pointers);
    }

    @Test
    void thePointerAddsAReferenceAndNoHandle() {
        long event = bench.event(fred);
        expectCounts(bench.object(fred, event), 1, 1);
        int pointer = take(fred, event).object();
        expectCounts(bench.kernel.object(pointer), 1, 2);
    }

    @Test
    void signallingThroughThePointerWakesTheProgram() {
        long event = bench.event(fred);
        int pointer = take(fred, event).object();
        bench.call(fred, new KernelCall.NtWaitForSingleObject(event, FOREVER));
        bench.done(IoBench.DRIVER, new KernelCall.KeSetEvent(pointer));
        assertThat(bench.threadOf(fred).isWaiting()).isFalse();
    }

    @Test
    void theEventOutlivesTheProcessUntilTheDriverLetsGo() {
        int pointer = take(fred, bench.event(fred)).object();
        bench.exit(fred, 0);
        expectCounts(bench.kernel.object(pointer), 0, 1);
        assertThat(bench.kernel.object(pointer).references()).singleElement()
                .satisfies(reference -> assertThat(reference.kind()).isEqualTo(ReferenceKind.DRIVER));
        bench.done(IoBench.DRIVER, new KernelCall.KeSetEvent(pointer));
        assertThat(bench.isSet(pointer)).as("harmless, and nobody waits").isTrue();
        long events = bench.nonpaged("Even");
        bench.done(IoBench.DRIVER, new KernelCall.ObDereferenceObject(pointer, IoBench.GIZMO));
        assertThat(bench.kernel.object(pointer)).isNull();
        assertThat(bench.nonpaged("Even")).isEqualTo(events - 96);
    }

    @Test
    void aNameGoesWithTheLastHandleAlthoughTheDriverKeepsTheEvent() {
        String name = "\\BaseNamedObjects\\Ready";
        long event = bench.done(fred, new KernelCall.NtCreateEvent(
                0x1F0003, ObjectAttributes.named(name), EventKind.NOTIFICATION, false)).handle();
        int pointer = take(fred, event).object();
        bench.close(fred, event);
        expectCounts(bench.kernel.object(pointer), 0, 1);
        assertThat(bench.status(fred, new KernelCall.NtOpenObject(ObjectType.EVENT, MODIFY_STATE, ObjectAttributes.named(name))))
                .isEqualTo(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
    }

    @Test
    void aDriverThatForgetsLeaksTheEvent() {
        long before = bench.nonpaged("Even");
        take(fred, bench.event(fred));
        bench.exit(fred, 0);
        assertThat(bench.nonpaged("Even")).isEqualTo(before + 96);
    }

    @Test
    void theDriverCanHoldTheEventsOfSeveralProcessesAtOnce() {
        List<Caller> programs = List.of(fred, bench.start("wilma.exe"), bench.start("barney.exe"));
        List<Integer> pointers = programs.stream().map(program -> take(program, bench.event(program)).object()).toList();
        assertThat(pointers).doesNotHaveDuplicates();
        bench.exit(programs.get(1), 0);
        expectCounts(bench.kernel.object(pointers.get(0)), 1, 2);
        expectCounts(bench.kernel.object(pointers.get(1)), 0, 1);
        expectCounts(bench.kernel.object(pointers.get(2)), 1, 2);
    }

    // ---- a driver that keeps the handle value instead -------------------------------------------------------------

    @Test
    void aKeptValueIsLookedUpInTheTableOfWhateverProcessRuns() {
        Caller wilma = bench.start("wilma.exe");
        long ofFred = bench.event(fred);
        long ofWilma = bench.event(wilma);
        assertThat(ofWilma).as("values repeat from process to process").isEqualTo(ofFred);
        assertThat(take(wilma, ofFred).object()).isEqualTo(bench.object(wilma, ofWilma).id());
    }

    @Test
    void aKeptValueOfAClosedHandleIsInvalidOrOfAnotherTypeOrSilentlyAnotherEvent() {
        long event = bench.event(fred);
        int first = bench.object(fred, event).id();
        bench.close(fred, event);
        assertThat(take(fred, event).status()).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        long file = bench.open(fred);
        assertThat(file).isEqualTo(event);
        assertThat(take(fred, event).status()).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        bench.close(fred, file);
        bench.event(fred);
        CallResult wrong = take(fred, event);
        assertThat(wrong.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(wrong.object()).isNotEqualTo(first);
    }

    @Test
    void aProcessIdCanBeTakenByAnotherProcess() {
        bench.exit(fred, 0);
        Caller other = null;
        for (int tries = 0; tries < 600 && other == null; tries++) {
            Caller next = bench.start("other.exe");
            if (next.pid() == fred.pid() || next.tid() == fred.pid()) {
                other = next;
            } else {
                bench.exit(next, 0);
            }
        }
        assertThat(other).as("someone gets the id again").isNotNull();
    }
}
