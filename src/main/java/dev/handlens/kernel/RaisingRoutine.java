package dev.handlens.kernel;

/// Routines that drivers call on memory and that raise an exception, instead of giving a status back, when it cannot be touched.
public enum RaisingRoutine {
    /// Checks that a program's buffer can be read.
    PROBE_FOR_READ("ProbeForRead", true),
    /// Checks that a program's buffer can be written.
    PROBE_FOR_WRITE("ProbeForWrite", true),
    /// Locks the pages of a buffer in memory.
    MM_PROBE_AND_LOCK_PAGES("MmProbeAndLockPages", false),
    /// Copies from the file cache to a buffer.
    CC_COPY_READ("CcCopyRead", false),
    /// Copies from the file cache to a buffer, the fast way.
    FS_RTL_COPY_READ("FsRtlCopyRead", false);

    private final String service;
    private final boolean userOnly;

    RaisingRoutine(String service, boolean userOnly) {
        this.service = service;
        this.userOnly = userOnly;
    }

    /// The documented name.
    public String service() {
        return service;
    }

    /// Whether it raises for memory of the system too.
    public boolean isForUserMemoryOnly() {
        return userOnly;
    }

    /// The routine of a name, or null.
    public static RaisingRoutine ofService(String service) {
        for (RaisingRoutine routine : values()) {
            if (routine.service.equals(service)) {
                return routine;
            }
        }
        return null;
    }
}
