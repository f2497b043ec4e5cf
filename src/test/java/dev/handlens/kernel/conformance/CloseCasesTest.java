package dev.handlens.kernel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.BugCheck;
import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Handle values that name nothing, and what a driver may do with one that does.
///
/// Source of O12 and O13: ReactOS `kmtests/ntos_ob/ObHandle.c`; of O14: Wine `ntoskrnl.exe/tests/driver.c`. O12 and O13 take the Windows 7
/// value, where later Windows differs: it closes -1 with success.
class CloseCasesTest {
    private static final long KERNEL_123 = Kernel.KERNEL_HANDLE_BITS | 123;
    private static final int SYNCHRONIZE = 0x100000;

    private final CleanMachine machine = new CleanMachine();
    private final Actor driver = machine.driver();

    @ParameterizedTest
    @ValueSource(longs = {0, Kernel.KERNEL_HANDLE_BITS, 0x7FFF_FFFF, -1, 123, KERNEL_123})
    void o12AProgramThatClosesWhatIsNotOpenIsToldSoAndNothingElseHappens(long handle) {
        machine.user().close(handle).is(NtStatus.STATUS_INVALID_HANDLE);
        driver.closeAs(PreviousMode.USER, handle).is(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(machine.kernel().bugCheck()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Kernel.KERNEL_HANDLE_BITS, -1})
    void o13ADriverMayCloseWhatCanNeverBeAHandle(long handle) {
        driver.close(handle).is(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(machine.kernel().bugCheck()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0x7FFF_FFFF, 123, KERNEL_123})
    void o13ADriverThatClosesWhatIsNotOpenStopsTheMachine(long handle) {
        driver.close(handle);
        BugCheck stop = machine.kernel().bugCheck();
        assertThat(stop).isNotNull();
        assertThat(stop.code()).isEqualTo(0x93);
        assertThat(new long[] {stop.p1(), stop.p2(), stop.p3(), stop.p4()}).containsExactly(handle, 1, 0, 0);
    }

    @Test
    void o14AReferenceByHandleChecksTheHandleThenTheTypeAndGivesOnePointerPerObject() {
        ObjectAttributes kernelHandle = Actor.named(null, ObjectAttributes.KERNEL_HANDLE);
        long event = driver.call(new KernelCall.NtCreateEvent(SYNCHRONIZE, kernelHandle, EventKind.SYNCHRONIZATION, false)).ok();
        driver.reference(0, SYNCHRONIZE, ObjectType.EVENT, PreviousMode.KERNEL).is(NtStatus.STATUS_INVALID_HANDLE);
        driver.reference(event, SYNCHRONIZE, ObjectType.FILE, PreviousMode.KERNEL).is(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        int p1 = driver.reference(event, SYNCHRONIZE, null, PreviousMode.KERNEL).object();
        assertThat(driver.reference(event, SYNCHRONIZE, ObjectType.EVENT, PreviousMode.KERNEL).object()).isEqualTo(p1);

        long file = driver.file();
        long duplicate = driver.duplicate(file, 0, 0, KernelCall.NtDuplicateObject.SAME_ACCESS).ok();
        int fileObject = driver.reference(file, SYNCHRONIZE, ObjectType.FILE, PreviousMode.KERNEL).object();
        assertThat(driver.reference(duplicate, SYNCHRONIZE, ObjectType.FILE, PreviousMode.KERNEL).object()).isEqualTo(fileObject);
    }
}
