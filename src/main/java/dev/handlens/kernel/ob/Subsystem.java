package dev.handlens.kernel.ob;

/// The part of Windows that defines an object type, under the prefix its routines carry.
public enum Subsystem {
    /// Object types, directories and links of the namespace.
    OB("Object Manager"),
    /// Synchronization objects and other services of general use.
    EX("Executive"),
    /// Processes, threads and jobs.
    PS("Process Manager"),
    /// Sections and sessions.
    MM("Memory Manager"),
    /// Drivers, devices and open files.
    IO("I/O Manager"),
    /// The registry.
    CM("Configuration Manager"),
    /// Tokens and access checks.
    SE("Security Reference Monitor"),
    /// Debug objects.
    DK("Debugging Framework"),
    /// Window stations and desktops.
    WK("Windows Subsystem"),
    /// Transactions.
    TM("Kernel Transaction Manager"),
    /// Ports between processes.
    LP("Advanced Local Procedure Call"),
    /// Power requests.
    PO("Power Manager"),
    /// Management instrumentation.
    WM("Windows Management Instrumentation"),
    /// Event tracing.
    ET("Event Tracing for Windows"),
    /// File system filters.
    FL("Filter Manager"),
    /// Performance counters.
    PC("Performance Counters");

    private final String label;

    Subsystem(String label) {
        this.label = label;
    }

    /// Its name in full, such as `Configuration Manager`.
    public String label() {
        return label;
    }
}
