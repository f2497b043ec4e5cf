package dev.handlens.kernel.conformance;

import static dev.handlens.kernel.NtStatus.STATUS_ACCESS_DENIED;
import static dev.handlens.kernel.NtStatus.STATUS_ACCESS_VIOLATION;
import static dev.handlens.kernel.NtStatus.STATUS_INVALID_CID;
import static dev.handlens.kernel.NtStatus.STATUS_INVALID_PARAMETER;
import static dev.handlens.kernel.NtStatus.STATUS_INVALID_PARAMETER_MIX;
import static dev.handlens.kernel.NtStatus.STATUS_OBJECT_NAME_EXISTS;
import static dev.handlens.kernel.NtStatus.STATUS_OBJECT_NAME_NOT_FOUND;
import static dev.handlens.kernel.NtStatus.STATUS_OBJECT_PATH_SYNTAX_BAD;
import static dev.handlens.kernel.ObjectAttributes.INHERIT;
import static dev.handlens.kernel.ObjectAttributes.NONE;
import static dev.handlens.kernel.ObjectAttributes.OPENIF;
import static dev.handlens.kernel.conformance.Actor.EVENT_ALL;
import static dev.handlens.kernel.conformance.Actor.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ClientId;
import dev.handlens.kernel.ObjectAttributes;
import org.junit.jupiter.api.Test;

/// Creating and opening: what a call without attributes, without a name, without access or with a wrong id gets.
///
/// Source: Wine `ntdll/tests/om.c`.
class OpenCasesTest {
    private final CleanMachine machine = new CleanMachine();
    private final Actor user = machine.user();

    @Test
    void o21ADirectoryNeedsNoNameToBeCreatedAndOneToBeOpened() {
        user.createDirectory(null).ok();
        user.openDirectory(null).is(STATUS_INVALID_PARAMETER);
        for (ObjectAttributes nameless : new ObjectAttributes[] {NONE, named("", 0)}) {
            user.createDirectory(nameless).ok();
            user.openDirectory(nameless).is(STATUS_OBJECT_PATH_SYNTAX_BAD);
        }
        user.withBadPointer().createDirectory(NONE).is(STATUS_ACCESS_VIOLATION);
        user.withBadPointer().openDirectory(NONE).is(STATUS_ACCESS_VIOLATION);
    }

    @Test
    void o24AProcessIsOpenedByItsIdAndIfGivenByThatOfOneOfItsThreads() {
        int pid = user.caller().pid();
        int tid = user.caller().tid();
        user.openProcess(null, new ClientId(pid, 0)).is(STATUS_ACCESS_VIOLATION);
        user.openProcess(NONE, null).is(STATUS_INVALID_PARAMETER_MIX);
        user.openProcess(NONE, new ClientId(0, 0)).is(STATUS_INVALID_CID);
        user.openProcess(NONE, new ClientId(0xDEAD, 0xBEEF)).is(STATUS_INVALID_CID);
        user.openProcess(NONE, new ClientId(tid, 0)).is(STATUS_INVALID_CID);
        assertThat(user.openProcess(NONE, new ClientId(pid, 0)).ok()).isPositive();
        assertThat(user.openProcess(NONE, new ClientId(pid, tid)).ok()).isPositive();
        user.withBadPointer().openProcess(NONE, new ClientId(pid, 0)).is(STATUS_ACCESS_VIOLATION);
    }

    @Test
    void o27ToOpenWithNoAccessIsRefusedAndToCreateOrDuplicateIsNot() {
        ObjectAttributes n = named("\\BaseNamedObjects\\test", OPENIF);
        user.close(user.createEvent(0, n).ok()).ok();
        user.openEvent(0, n).is(STATUS_OBJECT_NAME_NOT_FOUND);

        long h1 = user.createEvent(EVENT_ALL, n).ok();
        user.createEvent(EVENT_ALL, n).is(STATUS_OBJECT_NAME_EXISTS);
        user.createEvent(0, n).is(STATUS_ACCESS_DENIED);
        user.openEvent(EVENT_ALL, n).ok();
        user.openEvent(0, n).is(STATUS_ACCESS_DENIED);
        user.openEvent(0, named(n.name(), OPENIF | INHERIT)).is(STATUS_ACCESS_DENIED);
        user.duplicate(h1, 0, 0, 0).ok();
        user.duplicate(h1, EVENT_ALL, 0, 0).ok();
    }
}
