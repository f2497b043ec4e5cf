package dev.handlens.kernel;

import java.util.Optional;
import java.util.OptionalInt;

/// The status of a call, under the name and with the value that Windows gives it. The second number is the error that a Win32 caller sees
/// for it, where one is documented.
public enum NtStatus {
    /// 0x00000000: done; of a wait, also that the first object was signaled.
    STATUS_SUCCESS(0x00000000, 0),
    /// 0x00000080: the wait got a mutant whose owner ended without releasing it.
    STATUS_ABANDONED_WAIT_0(0x00000080),
    /// 0x000000C0: the wait ended for an asynchronous procedure call.
    STATUS_USER_APC(0x000000C0),
    /// 0x00000101: the wait ended because the thread was alerted.
    STATUS_ALERTED(0x00000101),
    /// 0x00000102: the time ran out; a success, as the caller asked for it.
    STATUS_TIMEOUT(0x00000102),
    /// 0x00000103: the I/O goes on.
    STATUS_PENDING(0x00000103, 997),
    /// 0x00000104: the name leads elsewhere and is looked up anew.
    STATUS_REPARSE(0x00000104),
    /// 0x00000105: there is more than the buffer took.
    STATUS_MORE_ENTRIES(0x00000105, 234),
    /// 0x00000106: some of the privileges are not held.
    STATUS_NOT_ALL_ASSIGNED(0x00000106, 1300),
    /// 0x00000122: the job has no process.
    STATUS_NOTHING_TO_TERMINATE(0x00000122),
    /// 0x40000000: an object of that name was there and was opened; informational, thus a success.
    STATUS_OBJECT_NAME_EXISTS(0x40000000, 183),
    /// 0x80000005: the buffer took a part.
    STATUS_BUFFER_OVERFLOW(0x80000005, 234),
    /// 0x8000001A: the listing is at its end.
    STATUS_NO_MORE_ENTRIES(0x8000001A, 259),
    /// 0xC0000001: failed without a better word.
    STATUS_UNSUCCESSFUL(0xC0000001, 31),
    /// 0xC0000002: the call does not exist here.
    STATUS_NOT_IMPLEMENTED(0xC0000002, 1),
    /// 0xC0000003: no such kind of information.
    STATUS_INVALID_INFO_CLASS(0xC0000003, 87),
    /// 0xC0000004: the buffer has the wrong size.
    STATUS_INFO_LENGTH_MISMATCH(0xC0000004, 24),
    /// 0xC0000005: memory that cannot be touched.
    STATUS_ACCESS_VIOLATION(0xC0000005, 998),
    /// 0xC0000008: no object behind that value in the table.
    STATUS_INVALID_HANDLE(0xC0000008, 6),
    /// 0xC000000B: no process or thread of that id.
    STATUS_INVALID_CID(0xC000000B, 87),
    /// 0xC000000D: an argument makes no sense.
    STATUS_INVALID_PARAMETER(0xC000000D, 87),
    /// 0xC000000E: no such device.
    STATUS_NO_SUCH_DEVICE(0xC000000E, 2),
    /// 0xC000000F: no such file.
    STATUS_NO_SUCH_FILE(0xC000000F, 2),
    /// 0xC0000010: the device cannot do that.
    STATUS_INVALID_DEVICE_REQUEST(0xC0000010, 1),
    /// 0xC0000017: not enough virtual memory.
    STATUS_NO_MEMORY(0xC0000017, 8),
    /// 0xC0000019: no view of the section is mapped there.
    STATUS_NOT_MAPPED_VIEW(0xC0000019, 487),
    /// 0xC0000022: the handle or the caller lacks a right.
    STATUS_ACCESS_DENIED(0xC0000022, 5),
    /// 0xC0000023: the buffer takes nothing.
    STATUS_BUFFER_TOO_SMALL(0xC0000023, 122),
    /// 0xC0000024: the object is of another type.
    STATUS_OBJECT_TYPE_MISMATCH(0xC0000024, 6),
    /// 0xC0000030: arguments that exclude each other.
    STATUS_INVALID_PARAMETER_MIX(0xC0000030, 87),
    /// 0xC0000033: not a name.
    STATUS_OBJECT_NAME_INVALID(0xC0000033, 123),
    /// 0xC0000034: no object of that name.
    STATUS_OBJECT_NAME_NOT_FOUND(0xC0000034, 2),
    /// 0xC0000035: the name is taken.
    STATUS_OBJECT_NAME_COLLISION(0xC0000035, 183),
    /// 0xC0000039: the path leads through something that has no names in it.
    STATUS_OBJECT_PATH_INVALID(0xC0000039, 161),
    /// 0xC000003A: a directory of the path is missing.
    STATUS_OBJECT_PATH_NOT_FOUND(0xC000003A, 3),
    /// 0xC000003B: the path does not begin at the root.
    STATUS_OBJECT_PATH_SYNTAX_BAD(0xC000003B, 161),
    /// 0xC0000043: somebody has the file open and does not share it.
    STATUS_SHARING_VIOLATION(0xC0000043, 32),
    /// 0xC0000044: the process has used up its pool quota.
    STATUS_QUOTA_EXCEEDED(0xC0000044, 1816),
    /// 0xC0000045: no such page protection.
    STATUS_INVALID_PAGE_PROTECTION(0xC0000045, 87),
    /// 0xC0000046: the thread does not own the mutant.
    STATUS_MUTANT_NOT_OWNED(0xC0000046, 288),
    /// 0xC0000047: the count would pass the limit.
    STATUS_SEMAPHORE_LIMIT_EXCEEDED(0xC0000047, 298),
    /// 0xC000004A: the thread is suspended too often.
    STATUS_SUSPEND_COUNT_EXCEEDED(0xC000004A, 156),
    /// 0xC000004B: the thread is ending.
    STATUS_THREAD_IS_TERMINATING(0xC000004B, 5),
    /// 0xC0000056: the file is about to be deleted.
    STATUS_DELETE_PENDING(0xC0000056, 5),
    /// 0xC0000061: the caller lacks a privilege.
    STATUS_PRIVILEGE_NOT_HELD(0xC0000061, 1314),
    /// 0xC000007C: the thread does not impersonate.
    STATUS_NO_TOKEN(0xC000007C, 1008),
    /// 0xC000009A: the pool is exhausted.
    STATUS_INSUFFICIENT_RESOURCES(0xC000009A, 1450),
    /// 0xC00000A3: the device is not ready.
    STATUS_DEVICE_NOT_READY(0xC00000A3, 21),
    /// 0xC00000AB: all instances of the pipe are busy.
    STATUS_INSTANCE_NOT_AVAILABLE(0xC00000AB, 231),
    /// 0xC00000BA: a file was asked for and is a directory.
    STATUS_FILE_IS_A_DIRECTORY(0xC00000BA, 5),
    /// 0xC00000BB: not supported.
    STATUS_NOT_SUPPORTED(0xC00000BB, 50),
    /// 0xC00000DB: the last thread of a process cannot end itself this way.
    STATUS_CANT_TERMINATE_SELF(0xC00000DB),
    /// 0xC00000EF: the first argument makes no sense.
    STATUS_INVALID_PARAMETER_1(0xC00000EF, 87),
    /// 0xC00000F0: the second argument makes no sense.
    STATUS_INVALID_PARAMETER_2(0xC00000F0, 87),
    /// 0xC00000F1: the third argument makes no sense.
    STATUS_INVALID_PARAMETER_3(0xC00000F1, 87),
    /// 0xC00000F2: the fourth argument makes no sense.
    STATUS_INVALID_PARAMETER_4(0xC00000F2, 87),
    /// 0xC00000F4: the sixth argument makes no sense.
    STATUS_INVALID_PARAMETER_6(0xC00000F4, 87),
    /// 0xC0000103: a directory was asked for and is a file.
    STATUS_NOT_A_DIRECTORY(0xC0000103, 267),
    /// 0xC000010A: the process is ending and has no handle table any more.
    STATUS_PROCESS_IS_TERMINATING(0xC000010A, 5),
    /// 0xC0000120: the I/O was cancelled.
    STATUS_CANCELLED(0xC0000120, 995),
    /// 0xC000012C: the process has used up its page file quota.
    STATUS_PAGEFILE_QUOTA_EXCEEDED(0xC000012C),
    /// 0xC000012D: the system has promised all the memory it has.
    STATUS_COMMITMENT_LIMIT(0xC000012D, 1455),
    /// 0xC000014B: the other end of the pipe is closed.
    STATUS_PIPE_BROKEN(0xC000014B, 109),
    /// 0xC000017C: the registry key is marked for deletion.
    STATUS_KEY_DELETED(0xC000017C, 1018),
    /// 0xC0000191: the mutant was acquired more than 2,147,483,648 times.
    STATUS_MUTANT_LIMIT_EXCEEDED(0xC0000191),
    /// 0xC00001AC: the two handles lead to different objects.
    STATUS_NOT_SAME_OBJECT(0xC00001AC, 1656),
    /// 0xC0000225: not found.
    STATUS_NOT_FOUND(0xC0000225, 1168),
    /// 0xC0000235: the handle is protected from being closed.
    STATUS_HANDLE_NOT_CLOSABLE(0xC0000235, 6);

    private final int code;
    private final OptionalInt win32Error;

    NtStatus(int code) {
        this.code = code;
        this.win32Error = OptionalInt.empty();
    }

    NtStatus(int code, int win32Error) {
        this.code = code;
        this.win32Error = OptionalInt.of(win32Error);
    }

    /// The status with a value.
    ///
    /// @throws IllegalArgumentException if no status here has that value
    public static NtStatus of(int code) {
        for (NtStatus status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        throw new IllegalArgumentException("No status has the value 0x%08X".formatted(code));
    }

    /// The status with a name, written with or without `STATUS_`; empty if there is none.
    public static Optional<NtStatus> ofName(String name) {
        String full = name.startsWith("STATUS_") ? name : "STATUS_" + name;
        for (NtStatus status : values()) {
            if (status.name().equals(full)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /// The 32-bit value.
    public int code() {
        return code;
    }

    /// Whether the caller may go on: success and informational statuses, `NT_SUCCESS` of the headers.
    public boolean isSuccess() {
        return code >= 0;
    }

    /// The name of this status as that of a wait for one of several objects, such as STATUS_WAIT_2 for success: the index of the object is
    /// added to the value.
    ///
    /// @param index which of the objects ended the wait, counted from 0
    public String nameOfWait(long index) {
        return switch (this) {
            case STATUS_SUCCESS -> "STATUS_WAIT_" + index;
            case STATUS_ABANDONED_WAIT_0 -> "STATUS_ABANDONED_WAIT_" + index;
            default -> name();
        };
    }

    /// The number that `GetLastError` has after a Win32 call met this status, such as 6, ERROR_INVALID_HANDLE, for STATUS_INVALID_HANDLE.
    /// Empty where nothing is documented, and for what a wait returns, because the wait functions hand that back themselves.
    public OptionalInt win32Error() {
        return win32Error;
    }
}
