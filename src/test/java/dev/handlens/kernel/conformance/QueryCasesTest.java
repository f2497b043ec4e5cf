package dev.handlens.kernel.conformance;

import static dev.handlens.kernel.KernelCall.NtQueryObject.BASIC;
import static dev.handlens.kernel.KernelCall.NtQueryObject.NAME;
import static dev.handlens.kernel.KernelCall.NtQueryObject.TYPE;
import static dev.handlens.kernel.NtStatus.STATUS_INFO_LENGTH_MISMATCH;
import static dev.handlens.kernel.ObjectAttributes.PERMANENT;
import static dev.handlens.kernel.conformance.Actor.EVENT_ALL;
import static dev.handlens.kernel.conformance.Actor.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// NtQueryObject and the size of the buffer it is given, on x64. A number that comes with a status is the length it returns.
///
/// Source: Wine `ntdll/tests/om.c`.
class QueryCasesTest {
    private static final int UNICODE_STRING = 16;
    private static final int BASIC_SIZE = 0x38;
    private static final int TYPE_SIZE = 0x68;
    private static final String EVENT = "\\Sessions\\1\\BaseNamedObjects\\test_event";

    private final CleanMachine machine = new CleanMachine();
    private final Actor user = machine.user();
    private long event;

    @BeforeEach
    void createEventInTheDirectoryOfASession() {
        for (String directory : new String[] {"\\Sessions", "\\Sessions\\1", "\\Sessions\\1\\BaseNamedObjects"}) {
            machine.driver().createDirectory(named(directory, PERMANENT | ObjectAttributes.OPENIF));
        }
        event = user.createEvent(EVENT_ALL, named(EVENT, 0)).ok();
    }

    @Test
    void o30ABufferThatIsTooSmallIsRefusedWithTheLengthItNeeds() {
        assertThat(returned(user.query(event, BASIC, 0), STATUS_INFO_LENGTH_MISMATCH)).isEqualTo(BASIC_SIZE);
        user.query(event, BASIC, BASIC_SIZE).ok();
        int nameBytes = 2 * "Event".length();
        for (int length : new int[] {0, TYPE_SIZE, TYPE_SIZE + 2}) {
            long needed = returned(user.query(event, TYPE, length), STATUS_INFO_LENGTH_MISMATCH);
            assertThat(needed).isGreaterThanOrEqualTo(TYPE_SIZE + nameBytes);
        }
    }

    @Test
    void o31TheNameTakesAStringAndItsCharactersAndIsEmptyForNone() {
        int length = 2 * EVENT.length();
        int needed = UNICODE_STRING + length + 2;
        assertThat(returned(user.query(event, NAME, 0), STATUS_INFO_LENGTH_MISMATCH)).isEqualTo(needed);
        assertThat(returned(user.query(event, NAME, UNICODE_STRING), STATUS_INFO_LENGTH_MISMATCH)).isEqualTo(needed);
        assertThat(returned(user.query(event, NAME, needed - 2), STATUS_INFO_LENGTH_MISMATCH)).isEqualTo(needed);
        assertThat(returned(user.query(event, NAME, 1000), NtStatus.STATUS_SUCCESS)).isEqualTo(needed);
        assertThat(machine.kernel().nameOf(user.objectOf(event))).isEqualTo(EVENT);

        long unnamed = user.createEvent(EVENT_ALL, ObjectAttributes.NONE).ok();
        assertThat(returned(user.query(unnamed, NAME, 1000), NtStatus.STATUS_SUCCESS)).isEqualTo(UNICODE_STRING);
        assertThat(machine.kernel().nameOf(user.objectOf(unnamed))).isEmpty();
    }

    private static long returned(Answer answer, NtStatus status) {
        answer.is(status);
        return answer.result().information();
    }
}
