package dev.handlens.kernel;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.io.DriverBehavior;
import dev.handlens.kernel.ob.ObjectType;
import java.util.List;

/// Every call that the simulated kernel answers, under its documented name. One list: dispatch, trace, scenario format and
/// documentation all derive from it. `attributes` may be null: a caller that hands over no OBJECT_ATTRIBUTES at all.
public sealed interface KernelCall {

    /// The documented name of the service, such as `NtOpenEvent`.
    default String service() {
        return getClass().getSimpleName();
    }

    // ---- creating and opening -------------------------------------------------------------------------------------

    /// Creates, or with OBJ_OPENIF opens, an event.
    ///
    /// @param kind null for a value that is no kind of event
    record NtCreateEvent(int access, ObjectAttributes attributes, EventKind kind, boolean initialState) implements KernelCall {}

    /// Creates, or with OBJ_OPENIF opens, a semaphore.
    record NtCreateSemaphore(int access, ObjectAttributes attributes, int initialCount, int maximumCount) implements KernelCall {}

    /// Creates, or with OBJ_OPENIF opens, a mutant (a mutex, under its kernel name).
    record NtCreateMutant(int access, ObjectAttributes attributes, boolean initialOwner) implements KernelCall {}

    /// Creates, or with OBJ_OPENIF opens, a timer.
    ///
    /// @param kind null for a value that is no kind of timer
    record NtCreateTimer(int access, ObjectAttributes attributes, EventKind kind) implements KernelCall {}

    /// Creates, or with OBJ_OPENIF opens, a section.
    ///
    /// @param size bytes; 0 with a file means the size of the file
    /// @param file handle of the file that backs it, or 0 for the page file
    record NtCreateSection(int access, ObjectAttributes attributes, long size, long file) implements KernelCall {}

    /// Creates or opens a registry key.
    record NtCreateKey(int access, ObjectAttributes attributes) implements KernelCall {}

    /// Opens a registry key that exists.
    record NtOpenKey(int access, ObjectAttributes attributes) implements KernelCall {}

    /// Creates a directory of the object namespace.
    record NtCreateDirectoryObject(int access, ObjectAttributes attributes) implements KernelCall {}

    /// Creates a symbolic link of the object namespace.
    record NtCreateSymbolicLinkObject(int access, ObjectAttributes attributes, String target) implements KernelCall {}

    /// Opens an existing named object of a type whose open service takes a name alone (event, mutant, semaphore, timer,
    /// section, directory, symbolic link).
    record NtOpenObject(ObjectType type, int access, ObjectAttributes attributes) implements KernelCall {
        @Override
        public String service() {
            return switch (type) {
                case DIRECTORY, SYMBOLIC_LINK, JOB -> "NtOpen" + type.typeName() + "Object";
                default -> "NtOpen" + type.typeName();
            };
        }
    }

    /// Creates or opens a file, or opens a device: the name is handed to the device's driver, which makes a file object.
    ///
    /// @param createOptions whether the service was NtCreateFile (true) or NtOpenFile (false)
    /// @param synchronous whether FILE_SYNCHRONOUS_IO_NONALERT is given: whoever sends a request through the file waits for it
    record NtCreateFile(int access, ObjectAttributes attributes, boolean createOptions, boolean synchronous) implements KernelCall {
        /// Opens for asynchronous I/O.
        public NtCreateFile(int access, ObjectAttributes attributes, boolean createOptions) {
            this(access, attributes, createOptions, false);
        }

        @Override
        public String service() {
            return createOptions ? "NtCreateFile" : "NtOpenFile";
        }
    }

    // ---- processes and threads ------------------------------------------------------------------------------------

    /// Creates a process with its first thread.
    ///
    /// @param imageName file name of the program, such as `fred.exe`
    /// @param inheritHandles whether inheritable handles of the caller's process are copied
    /// @param handleList the only handles to inherit, or an empty list for every inheritable one
    /// @param pid the process id to give, or 0 for the next free one
    record NtCreateProcess(int access, ObjectAttributes attributes, String imageName, boolean inheritHandles, List<Long> handleList, int pid)
            implements KernelCall {}

    /// Opens a process by its id.
    ///
    /// @param clientId the process, and one of its threads or 0; null when the caller names none
    record NtOpenProcess(int access, ObjectAttributes attributes, ClientId clientId) implements KernelCall {
        /// Opens a process by its id alone.
        public NtOpenProcess(int access, ObjectAttributes attributes, int pid) {
            this(access, attributes, new ClientId(pid, 0));
        }

        /// The process id, or 0 when none is named.
        public int pid() {
            return clientId == null ? 0 : clientId.process();
        }
    }

    /// Ends a process.
    ///
    /// @param process its handle; -1 for the caller itself, 0 for its other threads alone
    record NtTerminateProcess(long process, int exitStatus) implements KernelCall {}

    /// Creates a thread.
    ///
    /// @param process handle of the process it runs in
    /// @param startAddress name of its start routine, for people
    /// @param tid the thread id to give, or 0 for the next free one
    record NtCreateThread(int access, ObjectAttributes attributes, long process, String startAddress, int tid) implements KernelCall {}

    /// Opens a thread by its id.
    /// Changes the base priority of a thread (ThreadBasePriority), as SetThreadPriority does.
    ///
    /// @param increment what is added to the priority class of its process: -2 to 2, or 16 and -16 for the ends of the range
    record NtSetInformationThread(long thread, int increment) implements KernelCall {}

    record NtOpenThread(int access, ObjectAttributes attributes, int tid) implements KernelCall {}

    /// Ends a thread; -2 for the caller itself, 0 too unless it is the only thread.
    record NtTerminateThread(long thread, int exitStatus) implements KernelCall {}

    /// A process that was running before the story begins: no handle to it is left.
    ///
    /// @param parentPid id of the process that made it, or 0
    /// @param pid the id to give, or 0 for the next free one
    record PsInitialProcess(String imageName, int parentPid, int pid) implements KernelCall {}

    /// A thread that was running before the story begins: no handle to it is left.
    ///
    /// @param pid its process
    /// @param tid the id to give, or 0 for the next free one
    record PsInitialThread(int pid, String startAddress, int tid) implements KernelCall {}

    // ---- handles --------------------------------------------------------------------------------------------------

    /// Makes another handle to the object of a handle. Process handles may be pseudo-handles.
    record NtDuplicateObject(long sourceProcess, long sourceHandle, long targetProcess, int access, int attributes, int options) implements KernelCall {
        public static final int CLOSE_SOURCE = 1;
        public static final int SAME_ACCESS = 2;
        public static final int SAME_ATTRIBUTES = 4;
    }

    /// Closes a handle.
    record NtClose(long handle) implements KernelCall {}

    /// Changes information of a handle.
    ///
    /// @param infoClass which information: 4 sets both flags (what SetHandleInformation does), 5 the session of a directory
    /// @param length bytes of the buffer
    record NtSetInformationObject(long handle, boolean inherit, boolean protectFromClose, int infoClass, long length) implements KernelCall {
        public static final int HANDLE_FLAGS = 4;
        public static final int SESSION = 5;
        public static final int HANDLE_FLAGS_BYTES = 2;

        /// Sets both flags of a handle.
        public NtSetInformationObject(long handle, boolean inherit, boolean protectFromClose) {
            this(handle, inherit, protectFromClose, HANDLE_FLAGS, HANDLE_FLAGS_BYTES);
        }
    }

    /// Asks what an object is like; counts itself as a reference.
    ///
    /// @param infoClass which information: 0 counts and access, 1 the name, 2 the type, 3 all types, 4 the flags of the handle
    /// @param length bytes of the buffer; -1 for as many as it takes
    record NtQueryObject(long handle, int infoClass, long length) implements KernelCall {
        public static final int BASIC = 0;
        public static final int NAME = 1;
        public static final int TYPE = 2;
        public static final int TYPES = 3;
        public static final int HANDLE_FLAGS = 4;

        /// Asks for the counts and the access of a handle.
        public NtQueryObject(long handle) {
            this(handle, BASIC, -1);
        }
    }

    /// Tells whether two handles name the same object.
    record NtCompareObjects(long first, long second) implements KernelCall {}

    /// Closes a handle on behalf of a mode.
    record ObCloseHandle(long handle, PreviousMode accessMode) implements KernelCall {}

    // ---- security -------------------------------------------------------------------------------------------------

    /// Changes the security descriptor of an object; handles that are open keep what they were granted.
    ///
    /// @param allowed rights that programs have from now on
    record NtSetSecurityObject(long handle, int allowed) implements KernelCall {}

    /// Opens the token of a process.
    record NtOpenProcessToken(long process, int access) implements KernelCall {}

    /// Opens the token that a thread impersonates with; no thread here does.
    record NtOpenThreadToken(long thread, int access) implements KernelCall {}

    /// What a process may that was running before the story begins.
    ///
    /// @param privileges its privileges, as `Privilege.bit()` gives them
    /// @param pagedQuota bytes of paged pool at most; -1 for no limit
    /// @param nonpagedQuota bytes of nonpaged pool at most; -1 for no limit
    record PsInitialLimits(int pid, int privileges, long pagedQuota, long nonpagedQuota) implements KernelCall {}

    // ---- asking ---------------------------------------------------------------------------------------------------

    /// Asks for the state of an event, a mutant or a semaphore.
    ///
    /// @param infoClass 0, the only one
    /// @param length bytes of the buffer
    record NtQueryState(ObjectType type, long handle, int infoClass, long length) implements KernelCall {
        public static final int BYTES = 8;

        @Override
        public String service() {
            return "NtQuery" + type.typeName();
        }
    }

    /// Lists a directory of the object namespace.
    ///
    /// @param start place of the first entry, from 0
    /// @param single whether to give one entry alone
    /// @param length bytes of the buffer
    record NtQueryDirectoryObject(long handle, int start, boolean single, long length) implements KernelCall {}

    /// Asks where a symbolic link leads.
    ///
    /// @param length bytes of the buffer; -1 for as many as it takes
    /// @param returnLength whether the caller asks for the length too
    record NtQuerySymbolicLinkObject(long handle, long length, boolean returnLength) implements KernelCall {}

    // ---- jobs, ports, keyed events --------------------------------------------------------------------------------

    /// Creates, or with OBJ_OPENIF opens, a job.
    record NtCreateJobObject(int access, ObjectAttributes attributes) implements KernelCall {}

    /// Puts a process into a job.
    record NtAssignProcessToJobObject(long job, long process) implements KernelCall {}

    /// Changes the limits of a job.
    ///
    /// @param killOnClose whether its processes end with the last handle to it (JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE)
    record NtSetInformationJobObject(long job, boolean killOnClose) implements KernelCall {}

    /// Ends every process of a job.
    record NtTerminateJobObject(long job, int exitStatus) implements KernelCall {}

    /// Creates, or with OBJ_OPENIF opens, an I/O completion port.
    record NtCreateIoCompletion(int access, ObjectAttributes attributes, int concurrency) implements KernelCall {}

    /// Creates, or with OBJ_OPENIF opens, a keyed event.
    ///
    /// @param flags must be 0
    record NtCreateKeyedEvent(int access, ObjectAttributes attributes, int flags) implements KernelCall {}

    /// Takes the permanence of an object away.
    record NtMakeTemporaryObject(long handle) implements KernelCall {}

    /// Makes an object permanent.
    record NtMakePermanentObject(long handle) implements KernelCall {}

    // ---- using objects --------------------------------------------------------------------------------------------

    record NtSetEvent(long handle) implements KernelCall {}

    record NtResetEvent(long handle) implements KernelCall {}

    record NtPulseEvent(long handle) implements KernelCall {}

    /// Takes an event's signal away without asking what it was.
    record NtClearEvent(long handle) implements KernelCall {}

    /// Signals one object and waits for another, with nothing in between.
    ///
    /// @param signal handle of an event, a mutant or a semaphore
    /// @param handle what to wait for
    record NtSignalAndWaitForSingleObject(long signal, long handle, long timeout) implements KernelCall {}

    record NtReleaseMutant(long handle) implements KernelCall {}

    record NtReleaseSemaphore(long handle, int count) implements KernelCall {}

    /// Waits for one object.
    ///
    /// @param timeout simulated ms; 0 only looks, -1 waits for ever
    record NtWaitForSingleObject(long handle, long timeout) implements KernelCall {}

    /// Waits for one of several objects, or for all of them.
    record NtWaitForMultipleObjects(List<Long> handles, boolean waitAll, long timeout) implements KernelCall {
        /// So many objects can be waited for at once, MAXIMUM_WAIT_OBJECTS.
        public static final int MOST = 64;
    }

    record NtReadFile(long handle) implements KernelCall {}

    record NtWriteFile(long handle) implements KernelCall {}

    /// Sends a control code to a device. A request that its driver keeps gives `STATUS_PENDING` and the id of its IRP as the result's
    /// object; the caller waits for it if the file is synchronous.
    ///
    /// @param controlCode the IOCTL value; bits 14 and 15 name the access it needs
    /// @param event handle of the event to set at completion, or 0
    record NtDeviceIoControlFile(long handle, int controlCode, long event) implements KernelCall {}

    /// Cancels all requests that the calling thread sent through a file, and waits until they are completed.
    record NtCancelIoFile(long handle) implements KernelCall {}

    /// Cancels requests that any thread of the caller's process sent through a file; does not wait.
    ///
    /// @param irp the one request to cancel, which a program names by its IO_STATUS_BLOCK; 0 for all
    record NtCancelIoFileEx(long handle, int irp) implements KernelCall {}

    /// Cancels the request that a thread waits for inside its call.
    ///
    /// @param thread handle of the thread
    record NtCancelSynchronousIoFile(long thread) implements KernelCall {}

    /// Maps a section into the caller's process.
    ///
    /// @param write whether its pages are to be written, which takes SECTION_MAP_WRITE besides SECTION_MAP_READ
    record NtMapViewOfSection(long handle, boolean write) implements KernelCall {
        /// Maps a section to be read.
        public NtMapViewOfSection(long handle) {
            this(handle, false);
        }
    }

    /// Takes a view of a section away from the caller's process.
    ///
    /// @param section id of the section
    record NtUnmapViewOfSection(int section) implements KernelCall {}

    /// Remembers the place in a process's handle trace, as the debugger's `!htrace -snapshot` does.
    record HtraceSnapshot(long process) implements KernelCall {}

    /// Changes a process's information; here only handle tracing (class 32).
    record NtSetHandleTracing(long process, boolean enable) implements KernelCall {
        @Override
        public String service() {
            return "NtSetInformationProcess";
        }
    }

    // ---- pointer references ---------------------------------------------------------------------------------------

    /// Takes a pointer reference through a handle, on behalf of a driver.
    ///
    /// @param type the type that must match, or null for any
    /// @param driver name of the driver that holds the reference, such as `gizmo.sys`
    record ObReferenceObjectByHandle(long handle, int access, ObjectType type, PreviousMode accessMode, String driver) implements KernelCall {}

    /// Takes a pointer reference through a pointer.
    record ObReferenceObjectByPointer(int object, int access, ObjectType type, PreviousMode accessMode, String driver) implements KernelCall {}

    /// Gives a driver's pointer reference back.
    record ObDereferenceObject(int object, String driver) implements KernelCall {}

    /// Gives a driver's pointer reference back; the object goes later, at low interrupt level.
    record ObDereferenceObjectDeferDelete(int object, String driver) implements KernelCall {}

    /// Takes a further pointer reference, without asking.
    ///
    /// @param safe whether an object that is about to go is left alone: then the answer is 0, and otherwise 1
    record ObReferenceObject(int object, boolean safe, String driver) implements KernelCall {
        @Override
        public String service() {
            return safe ? "ObReferenceObjectSafe" : "ObReferenceObject";
        }
    }

    /// Takes a pointer reference through a name.
    record ObReferenceObjectByName(int access, ObjectAttributes attributes, ObjectType type, PreviousMode accessMode, String driver)
            implements KernelCall {}

    /// Makes a handle through a pointer.
    ///
    /// @param attributes the `OBJ_…` bits
    record ObOpenObjectByPointer(int object, int access, int attributes, ObjectType type, PreviousMode accessMode) implements KernelCall {}

    /// Makes a handle through a name.
    ///
    /// @param type the type that must match, or null for any
    record ObOpenObjectByName(int access, ObjectAttributes attributes, ObjectType type, PreviousMode accessMode) implements KernelCall {}

    /// Takes the permanence of an object away through a pointer.
    record ObMakeTemporaryObject(int object) implements KernelCall {}

    /// Sets an event through a pointer.
    record KeSetEvent(int object) implements KernelCall {}

    // ---- drivers --------------------------------------------------------------------------------------------------

    /// Loads a driver: makes its driver object.
    ///
    /// @param behavior how it will answer
    record IoLoadDriver(String name, DriverBehavior behavior) implements KernelCall {
        /// Loads a driver that completes everything at once.
        public IoLoadDriver(String name) {
            this(name, DriverBehavior.DEFAULT);
        }
    }

    /// Opens the event of a name, or makes it, signaled; gives a pointer that is worth nothing without its kernel handle.
    ///
    /// @param name path, or null for none
    record IoCreateEvent(String name, EventKind kind) implements KernelCall {
        @Override
        public String service() {
            return kind == EventKind.NOTIFICATION ? "IoCreateNotificationEvent" : "IoCreateSynchronizationEvent";
        }
    }

    /// Takes a device away. One that is open stays until its last file is closed.
    ///
    /// @param name path of the device
    record IoDeleteDevice(String name) implements KernelCall {}

    /// Opens the registry key that belongs to a device, as a kernel handle.
    ///
    /// @param device path of the device
    record IoOpenDeviceRegistryKey(String device, int access) implements KernelCall {}

    /// Creates a thread of System, or of another process; the handle is a kernel handle.
    ///
    /// @param process handle of the process, or 0 for System
    /// @param tid the thread id to give, or 0 for the next free one
    record PsCreateSystemThread(int access, ObjectAttributes attributes, long process, String startAddress, int tid)
            implements KernelCall {}

    /// Ends the calling thread, which must be one of System.
    record PsTerminateSystemThread(int exitStatus) implements KernelCall {}

    /// Takes a pointer reference to the process of an id.
    record PsLookupProcessByProcessId(int pid, String driver) implements KernelCall {}

    /// Takes a pointer reference to the thread of an id.
    record PsLookupThreadByThreadId(int tid, String driver) implements KernelCall {}

    /// Allocates a block of pool.
    ///
    /// @param tag four characters
    record ExAllocatePoolWithTag(PoolKind kind, long bytes, String tag) implements KernelCall {}

    /// Allocates a block of pool and charges it to the quota of the calling process.
    ///
    /// @param fail whether to give nothing when there is no room, instead of raising an exception
    record ExAllocatePoolWithQuotaTag(PoolKind kind, long bytes, String tag, boolean fail) implements KernelCall {}

    /// Frees a block of pool.
    ///
    /// @param block id of the block
    /// @param tag the tag it must have; null when the caller does not say (ExFreePool)
    record ExFreePoolWithTag(int block, String tag) implements KernelCall {
        @Override
        public String service() {
            return tag == null ? "ExFreePool" : "ExFreePoolWithTag";
        }
    }

    /// Touches the caller's buffer in a routine that raises an exception when it cannot.
    record TouchBuffer(RaisingRoutine routine) implements KernelCall {
        @Override
        public String service() {
            return routine.service();
        }
    }

    /// Makes a device object of a driver, under a name.
    record IoCreateDevice(String driver, String name) implements KernelCall {}

    /// A driver takes the oldest request off its queue, to complete it: IoCsqRemoveNextIrp for a cancel-safe queue,
    /// WdfIoQueueRetrieveNextRequest for a queue of the framework, code of its own for a list. The result's object is the id of the IRP.
    record IoCsqRemoveNextIrp(String driver) implements KernelCall {}

    /// A driver completes a request. Completing one that is completed stops the machine.
    ///
    /// @param irp the request, or 0 for the oldest that the driver took or has in its queue
    /// @param status its final status
    /// @param information bytes of output, or what else the driver says
    record IoCompleteRequest(String driver, int irp, NtStatus status, long information) implements KernelCall {}

    /// A driver cancels a request. The result's information is 1 if there was a cancel routine to call, otherwise 0.
    record IoCancelIrp(int irp) implements KernelCall {}

    // ---- time -----------------------------------------------------------------------------------------------------

    /// Ends the wait of a thread whose timeout has come. The kernel has no clock: whoever drives it says when.
    record KeWaitTimeout(int tid) implements KernelCall {}

    /// Ends the wait of a process's ending threads for requests that are not completed: after 5 minutes Windows gives such requests up and
    /// logs it.
    record KeExitWaitTimeout(int pid) implements KernelCall {}
}
