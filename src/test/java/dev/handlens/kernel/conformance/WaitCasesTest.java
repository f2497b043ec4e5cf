package dev.handlens.kernel.conformance;

import static dev.handlens.kernel.EventKind.NOTIFICATION;
import static dev.handlens.kernel.EventKind.SYNCHRONIZATION;
import static dev.handlens.kernel.NtStatus.STATUS_INVALID_HANDLE;
import static dev.handlens.kernel.NtStatus.STATUS_OBJECT_NAME_NOT_FOUND;
import static dev.handlens.kernel.NtStatus.STATUS_TIMEOUT;
import static dev.handlens.kernel.conformance.Actor.EVENT_ALL;
import static dev.handlens.kernel.conformance.Actor.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ex.EventObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.se.AccessMask;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Events, waits, and names that go with the last handle.
///
/// Source of O23: Wine `ntdll/tests/om.c`; of O32: `ntdll/tests/sync.c`; of O38 to O40: `kernel32/tests/sync.c`.
class WaitCasesTest {
    private static final String NAME = "\\BaseNamedObjects\\test";

    private final CleanMachine machine = new CleanMachine();
    private final Actor user = machine.user();

    @Test
    void o23TheTypeIsCheckedBeforeTheAccess() {
        long event = user.createEvent(0, ObjectAttributes.NONE).ok();
        user.call(new KernelCall.NtReleaseSemaphore(event, 30)).is(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
    }

    @Test
    void o32PulsingSettingAndResettingTellTheStateBefore() {
        user.call(new KernelCall.NtCreateEvent(EVENT_ALL, named(NAME, 0), null, false)).is(NtStatus.STATUS_INVALID_PARAMETER);

        long event = user.call(new KernelCall.NtCreateEvent(EVENT_ALL, named(NAME, 0), SYNCHRONIZATION, false)).ok();
        user.call(new KernelCall.NtPulseEvent(event)).ok(0);
        assertThat(state(event)).isFalse();
        user.call(new KernelCall.NtSetEvent(event)).ok(0);
        assertThat(state(event)).isTrue();
        user.call(new KernelCall.NtSetEvent(event)).ok(1);
        user.call(new KernelCall.NtResetEvent(event)).ok(1);
        user.call(new KernelCall.NtResetEvent(event)).ok(0);
        user.call(new KernelCall.NtPulseEvent(event)).ok(0);
        user.call(new KernelCall.NtSetEvent(event)).ok(0);
        user.call(new KernelCall.NtPulseEvent(event)).ok(1);
        assertThat(state(event)).isFalse();

        user.call(new KernelCall.NtSetEvent(event)).ok(0);
        long opened = user.openEvent(EVENT_ALL, named(NAME, 0)).ok();
        user.close(event).ok();
        assertThat(state(opened)).isTrue();
        assertThat(((EventObject) user.objectOf(opened)).kind()).isEqualTo(SYNCHRONIZATION);
    }

    private boolean state(long event) {
        return user.objectOf(event).isSignaled(0);
    }

    @Test
    void o38TheTwoLowBitsOfAHandleAreNotLookedAtInAWait() {
        long event = user.createEvent(NOTIFICATION, false).ok();
        for (int tag = 0; tag <= 3; tag++) {
            user.look(event | tag).is(STATUS_TIMEOUT);
        }
        user.call(new KernelCall.NtSetEvent(event)).ok();
        for (int tag = 0; tag <= 3; tag++) {
            user.look(event | tag).ok();
            user.look(0xDEADBEE0L | tag).is(STATUS_INVALID_HANDLE);
            user.look((int) 0xDEADBEE0 | tag).is(STATUS_INVALID_HANDLE);
        }
        user.look(-1).is(STATUS_TIMEOUT);
        user.look(-2).is(STATUS_TIMEOUT);
    }

    @Test
    void o39AWaitForAnyTakesTheFirstThatIsSignaledAndNoOther() {
        List<Long> events = new ArrayList<>();
        events.add(user.createEvent(NOTIFICATION, true).ok());
        for (int i = 1; i < 64; i++) {
            events.add(user.createEvent(SYNCHRONIZATION, true).ok());
        }
        user.lookAtAny(events).ok(0);
        user.lookAtAny(events).ok(0);
        user.call(new KernelCall.NtResetEvent(events.getFirst())).ok(1);
        for (int i = 1; i < 64; i++) {
            user.lookAtAny(events).ok(i);
            assertThat(events.stream().filter(this::state).count()).as("events still signaled").isEqualTo(63 - i);
        }
        user.lookAtAny(events).is(STATUS_TIMEOUT);
    }

    @ParameterizedTest
    @EnumSource(value = ObjectType.class, names = {"MUTANT", "SEMAPHORE", "EVENT", "TIMER"})
    void o40ANameIsGoneWithTheLastHandle(ObjectType type) {
        long handle = user.create(type, named(NAME, 0)).ok();
        user.close(user.open(type, AccessMask.READ_CONTROL, named(NAME, 0)).ok()).ok();
        user.close(handle).ok();
        user.open(type, AccessMask.READ_CONTROL, named(NAME, 0)).is(STATUS_OBJECT_NAME_NOT_FOUND);
        // What a Win32 program sees: ERROR_FILE_NOT_FOUND.
        assertThat(STATUS_OBJECT_NAME_NOT_FOUND.win32Error()).hasValue(2);
    }
}
