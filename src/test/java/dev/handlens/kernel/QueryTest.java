package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.Test;

/// What calls tell of objects, and what they say to buffers of the wrong size.
class QueryTest {
    private static final String NAME = "\\BaseNamedObjects\\e";

    private final Bench bench = Bench.x64();
    private final Caller fred = bench.process("fred.exe");

    private CallResult query(long handle, int infoClass, long length) {
        return bench.call(fred, new KernelCall.NtQueryObject(handle, infoClass, length));
    }

    @Test
    void basicInformationWantsItsExactLengthAndCountsItself() {
        long event = bench.event(fred, NAME);

        assertThat(query(event, 0, 0)).isEqualTo(CallResult.of(NtStatus.STATUS_INFO_LENGTH_MISMATCH, 0x38));
        assertThat(query(event, 0, 0x39).status()).isEqualTo(NtStatus.STATUS_INFO_LENGTH_MISMATCH);
        assertThat(query(event, 0, 0x38).information()).isEqualTo(3);
        assertThat(bench.object(fred, event).pointerCount()).isEqualTo(2);
    }

    @Test
    void aNameNeedsRoomForItsStringAndItsZero() {
        long event = bench.event(fred, NAME);
        long needed = 16 + 2L * NAME.length() + 2;

        assertThat(query(event, 1, 0)).isEqualTo(CallResult.of(NtStatus.STATUS_INFO_LENGTH_MISMATCH, needed));
        assertThat(query(event, 1, needed - 2).status()).isEqualTo(NtStatus.STATUS_INFO_LENGTH_MISMATCH);
        assertThat(query(event, 1, needed).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(query(bench.event(fred), 1, 16).information()).isEqualTo(16);
    }

    @Test
    void theNameOfAFileOverflowsItsBufferOnceTheFixedPartFits() {
        long file = bench.handle(fred, new KernelCall.NtCreateFile(0x8000_0000, ObjectAttributes.named("\\??\\C:\\a.txt"), true));

        assertThat(query(file, 1, 8).status()).isEqualTo(NtStatus.STATUS_INFO_LENGTH_MISMATCH);
        assertThat(query(file, 1, 20).status()).isEqualTo(NtStatus.STATUS_BUFFER_OVERFLOW);
    }

    @Test
    void typesAndFlagsAreToldTooAndOtherClassesDoNotExist() {
        long event = bench.event(fred);
        bench.call(fred, new KernelCall.NtSetInformationObject(event, true, false));

        assertThat(query(event, 2, 0x68).status()).isEqualTo(NtStatus.STATUS_INFO_LENGTH_MISMATCH);
        assertThat(query(event, 2, -1).information()).isEqualTo(0x68 + 12);
        assertThat(query(0, 3, -1).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(query(event, 4, 2).information()).isEqualTo(ObjectAttributes.INHERIT);
        assertThat(query(event, 4, 3).status()).isEqualTo(NtStatus.STATUS_INFO_LENGTH_MISMATCH);
        assertThat(query(event, 5, 2).status()).isEqualTo(NtStatus.STATUS_INVALID_INFO_CLASS);
    }

    @Test
    void theFlagsOfAHandleAreSetWithTwoBytes() {
        long event = bench.event(fred);

        assertThat(bench.status(fred, new KernelCall.NtSetInformationObject(event, true, true, 4, 1)))
                .isEqualTo(NtStatus.STATUS_INFO_LENGTH_MISMATCH);
        assertThat(bench.status(fred, new KernelCall.NtSetInformationObject(event, true, true, 3, 2)))
                .isEqualTo(NtStatus.STATUS_INVALID_INFO_CLASS);
        assertThat(bench.entry(fred, event).attributes()).isZero();
    }

    @Test
    void theStateOfAnEventIsToldToWhoeverMayQueryIt() {
        long event = bench.handle(fred, new KernelCall.NtCreateEvent(0x3, ObjectAttributes.NONE, EventKind.NOTIFICATION, true));
        long modify = bench.handle(fred, new KernelCall.NtDuplicateObject(-1, event, -1, 2, 0, 0));

        assertThat(bench.call(fred, new KernelCall.NtQueryState(ObjectType.EVENT, event, 0, 8)).information()).isEqualTo(1);
        assertThat(bench.status(fred, new KernelCall.NtQueryState(ObjectType.EVENT, modify, 0, 8))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(fred, new KernelCall.NtQueryState(ObjectType.EVENT, 0x7FFC, 0, 7)))
                .isEqualTo(NtStatus.STATUS_INFO_LENGTH_MISMATCH);
        assertThat(bench.status(fred, new KernelCall.NtQueryState(ObjectType.MUTANT, event, 0, 8)))
                .isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(bench.status(fred, new KernelCall.NtQueryState(ObjectType.EVENT, event, 1, 8))).isEqualTo(NtStatus.STATUS_INVALID_INFO_CLASS);
    }

    @Test
    void aDirectoryListsWhatFitsAndSaysWhetherThereIsMore() {
        long directory = bench.directory(fred, "\\d");
        assertThat(bench.status(fred, new KernelCall.NtQueryDirectoryObject(directory, 0, false, 4096))).isEqualTo(NtStatus.STATUS_NO_MORE_ENTRIES);
        bench.event(fred, "\\d\\a");
        bench.event(fred, "\\d\\b");
        long two = bench.call(fred, new KernelCall.NtQueryDirectoryObject(directory, 0, false, 4096)).information();

        assertThat(two).isEqualTo(2);
        assertThat(bench.status(fred, new KernelCall.NtQueryDirectoryObject(directory, 0, false, 100))).isEqualTo(NtStatus.STATUS_MORE_ENTRIES);
        assertThat(bench.status(fred, new KernelCall.NtQueryDirectoryObject(directory, 0, true, 40))).isEqualTo(NtStatus.STATUS_BUFFER_TOO_SMALL);
        assertThat(bench.status(fred, new KernelCall.NtQueryDirectoryObject(directory, 2, true, 4096)))
                .isEqualTo(NtStatus.STATUS_NO_MORE_ENTRIES);
    }

    @Test
    void whoeverAsksForTheLengthOfALinkNeedsRoomForAllOfIt() {
        String target = "\\BaseNamedObjects";
        long link = bench.handle(fred, new KernelCall.NtCreateSymbolicLinkObject(0xF0001, ObjectAttributes.named("\\l"), target));
        long length = 2L * target.length();

        assertThat(bench.status(fred, new KernelCall.NtQuerySymbolicLinkObject(link, length, false))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.call(fred, new KernelCall.NtQuerySymbolicLinkObject(link, length, true)))
                .extracting(CallResult::status, CallResult::information).containsExactly(NtStatus.STATUS_BUFFER_TOO_SMALL, length + 2);
        assertThat(bench.status(fred, new KernelCall.NtQuerySymbolicLinkObject(link, -1, true))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void twoHandlesAreComparedByTheirObject() {
        long event = bench.event(fred);

        assertThat(bench.status(fred, new KernelCall.NtCompareObjects(event, bench.duplicate(fred, event)))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, new KernelCall.NtCompareObjects(event, bench.event(fred)))).isEqualTo(NtStatus.STATUS_NOT_SAME_OBJECT);
        assertThat(bench.status(fred, new KernelCall.NtCompareObjects(event, 0))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }
}
