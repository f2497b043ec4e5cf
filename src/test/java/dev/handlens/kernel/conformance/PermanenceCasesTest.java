package dev.handlens.kernel.conformance;

import static dev.handlens.kernel.NtStatus.STATUS_ACCESS_DENIED;
import static dev.handlens.kernel.NtStatus.STATUS_OBJECT_NAME_NOT_FOUND;
import static dev.handlens.kernel.NtStatus.STATUS_PRIVILEGE_NOT_HELD;
import static dev.handlens.kernel.NtStatus.STATUS_SUCCESS;
import static dev.handlens.kernel.ObjectAttributes.PERMANENT;
import static dev.handlens.kernel.conformance.Actor.EVENT_ALL;
import static dev.handlens.kernel.conformance.Actor.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.se.AccessMask;
import dev.handlens.kernel.se.Privilege;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Permanent and temporary: what outlives its last handle, and who may decide that.
///
/// Source: Wine `ntdll/tests/om.c`.
class PermanenceCasesTest {
    private static final String NAME = "\\BaseNamedObjects\\test";
    private static final int WITHOUT_DELETE = EVENT_ALL & ~AccessMask.DELETE;

    /// What is done to the event between its creation and its last close.
    enum Actions {
        NOTHING, TEMPORARY, TEMPORARY_IS_REFUSED, PERMANENTLY, TEMPORARY_THEN_PERMANENT
    }

    @ParameterizedTest
    @CsvSource({
        "true,  true,  NOTHING,                  true",
        "true,  true,  TEMPORARY,                false",
        "true,  false, TEMPORARY_IS_REFUSED,     true",
        "true,  false, PERMANENTLY,              true",
        "true,  true,  TEMPORARY_THEN_PERMANENT, true",
        "false, true,  NOTHING,                  false",
        "false, true,  TEMPORARY,                false",
        "false, false, TEMPORARY_IS_REFUSED,     false",
        "false, false, PERMANENTLY,              true",
        "false, true,  TEMPORARY_THEN_PERMANENT, true"})
    void o28APermanentObjectOutlivesItsLastHandleUntilItIsMadeTemporary(boolean born, boolean delete, Actions actions, boolean stays) {
        Actor user = new CleanMachine().with(Privilege.CREATE_PERMANENT).user();
        long h = user.createEvent(delete ? EVENT_ALL : WITHOUT_DELETE, named(NAME, born ? PERMANENT : 0)).ok();
        expectPermanent(user, h, born);
        switch (actions) {
            case NOTHING -> { }
            case TEMPORARY -> makeTemporary(user, h, STATUS_SUCCESS, false);
            case TEMPORARY_IS_REFUSED -> makeTemporary(user, h, STATUS_ACCESS_DENIED, born);
            case PERMANENTLY -> makePermanent(user, h);
            case TEMPORARY_THEN_PERMANENT -> {
                makeTemporary(user, h, STATUS_SUCCESS, false);
                makePermanent(user, h);
            }
        }
        user.close(h).ok();
        user.openEvent(EVENT_ALL, named(NAME, 0)).is(stays ? STATUS_SUCCESS : STATUS_OBJECT_NAME_NOT_FOUND);
    }

    private static void makeTemporary(Actor user, long handle, NtStatus status, boolean permanentAfterwards) {
        user.makeTemporary(handle).is(status);
        expectPermanent(user, handle, permanentAfterwards);
    }

    private static void makePermanent(Actor user, long handle) {
        user.makePermanent(handle).ok();
        expectPermanent(user, handle, true);
    }

    /// While a handle is open the name is there, and the attributes tell what will become of it.
    private static void expectPermanent(Actor user, long handle, boolean permanent) {
        assertThat(user.attributes(handle) & PERMANENT).isEqualTo(permanent ? PERMANENT : 0);
        user.close(user.openEvent(EVENT_ALL, named(NAME, 0)).ok()).ok();
    }

    @Test
    void o29WithoutThePrivilegeNothingBecomesPermanent() {
        Actor user = new CleanMachine().user();
        user.createEvent(EVENT_ALL, named(NAME, PERMANENT)).is(STATUS_PRIVILEGE_NOT_HELD);
        user.openEvent(EVENT_ALL, named(NAME, 0)).is(STATUS_OBJECT_NAME_NOT_FOUND);

        long h = user.createEvent(EVENT_ALL, named(NAME, 0)).ok();
        user.makePermanent(h).is(STATUS_PRIVILEGE_NOT_HELD);
        expectPermanent(user, h, false);
        user.close(h).ok();
        user.openEvent(EVENT_ALL, named(NAME, 0)).is(STATUS_OBJECT_NAME_NOT_FOUND);
    }
}
