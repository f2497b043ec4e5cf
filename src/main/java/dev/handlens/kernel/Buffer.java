package dev.handlens.kernel;

import java.util.List;

/// Where the memory lies that a call's pointers lead to.
public enum Buffer {
    /// In the part of the address space that belongs to the program.
    USER,
    /// In the part that belongs to the system: a program's pointer must not lead there.
    KERNEL,
    /// Nowhere: whoever touches it raises an exception.
    BAD;

    private static final List<String> SERVICES = List.of("NtDuplicateObject", "NtWaitForMultipleObjects", "NtReadFile", "NtWriteFile",
            "NtDeviceIoControlFile", "NtSetInformationObject", "NtSetInformationThread", "NtSetSecurityObject", "NtCancelIoFileEx");

    /// Whether a call hands pointers over, and thus cares where they lead.
    ///
    /// @param service the documented name of the call
    public static boolean isHandedTo(String service) {
        return service.startsWith("NtCreate") || service.startsWith("NtOpen") || service.startsWith("NtQuery") || SERVICES.contains(service)
                || RaisingRoutine.ofService(service) != null;
    }
}
