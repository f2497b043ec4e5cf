package dev.handlens.kernel.ob;

/// Why something that is not a handle refers to an object.
public enum ReferenceKind {
    /// The machine itself, from boot on.
    SYSTEM("the system"),
    /// A running thread refers to its own thread object.
    RUNNING_THREAD("running thread"),
    /// A thread object refers to its process.
    THREAD_OF_PROCESS("thread of the process"),
    /// A directory lists the object under a name.
    DIRECTORY_ENTRY("directory entry"),
    /// An object that is listed in the directory refers to it.
    LISTED_CHILD("listed in it"),
    /// A driver holds a pointer.
    DRIVER("driver"),
    /// The device belongs to a loaded driver, and stays until that deletes it and its last file is closed.
    DEVICE_OF_DRIVER("device of the driver"),
    /// A thread waits for the object.
    WAITING_THREAD("waiting thread"),
    /// A request that is not completed refers to its file or event.
    PENDING_IRP("pending request"),
    /// A process has a view of the section mapped.
    MAPPED_VIEW("mapped view"),
    /// A section is backed by the file.
    SECTION_FILE("section backed by it"),
    /// A process has the token as its own.
    PROCESS_TOKEN("token of the process"),
    /// A process is a member of the job.
    JOB_MEMBER("process in the job"),
    /// A block of pool is charged to the process.
    POOL_BLOCK("pool charged to it");

    private final String words;

    ReferenceKind(String words) {
        this.words = words;
    }

    /// The cause as people read it.
    public String words() {
        return words;
    }
}
