package dev.handlens.kernel;

import static dev.handlens.kernel.KernelCall.NtDuplicateObject.CLOSE_SOURCE;
import static dev.handlens.kernel.KernelCall.NtDuplicateObject.SAME_ACCESS;
import static dev.handlens.kernel.KernelCall.NtDuplicateObject.SAME_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// NtDuplicateObject, check by check.
class DuplicateTest {
    private static final String NAME = "\\BaseNamedObjects\\E";

    private final Bench bench = Bench.x64();
    private Caller fred;
    private Caller other;

    @BeforeEach
    void start() {
        fred = bench.process("fred.exe");
        other = bench.process("other.exe");
    }

    @Test
    void aDuplicateIsAnotherValueForTheSameObject() {
        long handle = bench.event(fred);
        long duplicate = bench.duplicate(fred, handle);

        assertThat(duplicate).isNotEqualTo(handle);
        assertThat(bench.entry(fred, duplicate).object()).isEqualTo(bench.entry(fred, handle).object());
    }

    @ParameterizedTest
    @CsvSource({"0xF000F, 0, 0, 0xF000F, 0", "1, 0, 0, 1, 0", "1, 2, 0, 1, 2", "1, 2, 2, 0xF000F, 2", "1, 2, 4, 1, 0",
            "1, 2, 6, 0xF000F, 0"})
    void accessAndAttributesComeFromTheSourceOrTheCaller(String access, int attributes, int options, String granted, int kept) {
        long directory = bench.directory(fred, "\\BaseNamedObjects\\D");
        long duplicate = bench.handle(fred,
                new KernelCall.NtDuplicateObject(-1, directory, -1, Integer.decode(access), attributes, options));

        assertThat(bench.entry(fred, duplicate).grantedAccess()).isEqualTo(Integer.decode(granted));
        assertThat(bench.entry(fred, duplicate).attributes()).isEqualTo(kept);
    }

    @Test
    void aProcessHandleIsNeededWithTheRightToDuplicate() {
        long event = bench.event(fred);
        long query = bench.handle(fred, new KernelCall.NtOpenProcess(0x400, ObjectAttributes.NONE, other.pid()));

        assertThat(status(0x1000, event, -1, CLOSE_SOURCE)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(status(event, event, -1, CLOSE_SOURCE)).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(status(query, event, -1, CLOSE_SOURCE)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.entry(fred, event)).as("a bad source process closes nothing").isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"0x1000, STATUS_INVALID_HANDLE", "-2, STATUS_OBJECT_TYPE_MISMATCH"})
    void aBadTargetProcessStillClosesTheSource(long target, NtStatus status) {
        long event = bench.event(fred);

        assertThat(status(-1, event, target, SAME_ACCESS)).isEqualTo(status);
        assertThat(bench.entry(fred, event)).isNotNull();
        assertThat(status(-1, event, target, SAME_ACCESS | CLOSE_SOURCE)).isEqualTo(status);
        assertThat(bench.entry(fred, event)).isNull();
    }

    @Test
    void withoutATargetTheSourceIsClosedIfThatIsAskedFor() {
        long event = bench.event(fred);

        assertThat(status(-1, event, 0, SAME_ACCESS)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        CallResult result = bench.call(fred, new KernelCall.NtDuplicateObject(-1, event, 0, 0, 0, CLOSE_SOURCE));

        assertThat(result.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(result.handle()).isZero();
        assertThat(bench.entry(fred, event)).isNull();
    }

    @Test
    void aForgedKernelHandleIsNotClosedThroughAMissingTarget() {
        long forged = 0xFFFF_0000_0000_0004L;

        bench.call(Bench.inKernelMode(fred), new KernelCall.NtDuplicateObject(-1, forged, 0, 0, 0, CLOSE_SOURCE));

        assertThat(bench.kernel().process(Kernel.SYSTEM_PID).table().entry(4)).isNotNull();
    }

    @Test
    void reservedAccessBitsAreDenied() {
        long event = bench.event(fred);

        assertThat(bench.status(fred, new KernelCall.NtDuplicateObject(-1, event, -1, ~0, 0, 0))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(fred, new KernelCall.NtDuplicateObject(-1, event, -1, ~0, 0, SAME_ACCESS)))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void aBadSourceHandleIsInvalidAndNoAccessAtAllIsFine() {
        long event = bench.event(fred);

        assertThat(status(-1, 0x1000, -1, SAME_ACCESS)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.entry(fred, bench.handle(fred, new KernelCall.NtDuplicateObject(-1, event, -1, 0, 0, 0))).grantedAccess())
                .isZero();
    }

    @Test
    void anEndedProcessTakesAndGivesNothing() {
        long to = bench.processHandle(fred, other);
        bench.call(other, new KernelCall.NtTerminateProcess(-1, 0));
        long event = bench.event(fred);

        assertThat(status(to, 4, -1, SAME_ACCESS)).isEqualTo(NtStatus.STATUS_PROCESS_IS_TERMINATING);
        assertThat(status(-1, event, to, SAME_ACCESS | CLOSE_SOURCE)).isEqualTo(NtStatus.STATUS_PROCESS_IS_TERMINATING);
        assertThat(bench.entry(fred, event)).as("the source is closed all the same").isNull();
    }

    @Test
    void moreAccessThanTheSourceHasIsCheckedAnewOrRefusedOutright() {
        bench.event(fred, NAME);
        long weak = bench.handle(fred, Bench.open(ObjectType.EVENT, 1, NAME));
        long file = bench.handle(fred, new KernelCall.NtCreateFile(1, ObjectAttributes.named("\\??\\C:\\a"), true));
        long checks = bench.kernel().accessChecks();

        long strong = bench.handle(fred, new KernelCall.NtDuplicateObject(-1, weak, -1, Bench.EVENT_ALL, 0, 0));
        assertThat(bench.entry(fred, strong).grantedAccess()).isEqualTo(Bench.EVENT_ALL);
        assertThat(bench.kernel().accessChecks()).isEqualTo(checks + 1);
        assertThat(bench.status(fred, new KernelCall.NtDuplicateObject(-1, file, -1, 3, 0, CLOSE_SOURCE)))
                .isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.entry(fred, file)).as("the source is closed before the refusal is told").isNull();
    }

    @Test
    void theSourceIsClosedBeforeTheNewHandleTakesItsPlace() {
        long event = bench.event(fred);
        int id = bench.object(fred, event).id();

        assertThat(bench.call(fred, new KernelCall.NtDuplicateObject(-1, event, -1, 0, 0, SAME_ACCESS | CLOSE_SOURCE)).handle())
                .isEqualTo(event);
        assertThat(bench.counts(id)).isEqualTo("1/1");
    }

    @Test
    void aProtectedSourceSurvives() {
        long event = bench.event(fred);
        bench.call(fred, new KernelCall.NtSetInformationObject(event, false, true));

        long duplicate = bench.handle(fred, new KernelCall.NtDuplicateObject(-1, event, -1, 0, 0, SAME_ACCESS | CLOSE_SOURCE));

        assertThat(bench.entry(fred, event)).isNotNull();
        assertThat(bench.entry(fred, duplicate).attributes()).isZero();
    }

    @Test
    void aNewHandleCanBeProtectedFromTheStart() {
        long event = bench.event(fred);
        long duplicate = bench.handle(fred,
                new KernelCall.NtDuplicateObject(-1, event, -1, 0, ObjectAttributes.PROTECT_CLOSE, SAME_ACCESS));

        assertThat(bench.status(fred, new KernelCall.NtClose(duplicate))).isEqualTo(NtStatus.STATUS_HANDLE_NOT_CLOSABLE);
    }

    @Test
    void theProcessPseudoHandleMeansTheSourceProcessAndIsNotClosed() {
        long to = bench.processHandle(fred, other);
        long self = bench.handle(fred, new KernelCall.NtDuplicateObject(to, -1, -1, 0, 0, SAME_ACCESS | SAME_ATTRIBUTES | CLOSE_SOURCE));

        assertThat(bench.object(fred, self)).isEqualTo(bench.kernel().process(other.pid()));
        assertThat(bench.entry(fred, self).attributes()).isZero();
        assertThat(bench.entry(fred, self).grantedAccess()).isEqualTo(0x1FFFFF);
    }

    @Test
    void anExclusiveObjectIsNotDuplicatedNotEvenByItsOwner() {
        long event = bench.handle(fred, Bench.event(new ObjectAttributes(NAME, 0, ObjectAttributes.EXCLUSIVE)));

        assertThat(status(-1, event, -1, SAME_ACCESS)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(other, Bench.open(ObjectType.EVENT, 1, NAME))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(fred, Bench.event(new ObjectAttributes(null, 0, ObjectAttributes.EXCLUSIVE | ObjectAttributes.INHERIT))))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        KernelInvariants.check(bench.kernel());
    }

    @Test
    void aDuplicateIntoAnotherProcessIsInItsTable() {
        long event = bench.event(fred);
        long to = bench.processHandle(fred, other);
        long value = bench.handle(fred, new KernelCall.NtDuplicateObject(-1, event, to, 0, 0, SAME_ACCESS));

        assertThat(value).isEqualTo(4);
        assertThat(bench.object(other, value)).isEqualTo(bench.object(fred, event));
    }

    private NtStatus status(long source, long handle, long target, int options) {
        return bench.status(fred, new KernelCall.NtDuplicateObject(source, handle, target, 0, 0, options));
    }
}
