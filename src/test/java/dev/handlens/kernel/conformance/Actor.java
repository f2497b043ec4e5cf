package dev.handlens.kernel.conformance;

import dev.handlens.kernel.Buffer;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.ClientId;
import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import java.util.List;

/// A thread that makes calls, in user or in kernel mode.
final class Actor {
    static final int EVENT_ALL = 0x1F0003;
    static final int DIR_ALL = 0xF000F;
    static final int SELF = -1;

    private final CleanMachine machine;
    private final Caller caller;

    Actor(CleanMachine machine, Caller caller) {
        this.machine = machine;
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }

    Answer call(KernelCall call) {
        return new Answer(call, machine.call(caller, call));
    }

    static ObjectAttributes named(String name, int attributes) {
        return new ObjectAttributes(name, 0, attributes);
    }

    // ---- creating -------------------------------------------------------------------------------------------------

    Answer createDirectory(ObjectAttributes attributes) {
        return call(new KernelCall.NtCreateDirectoryObject(DIR_ALL, attributes));
    }

    Answer openDirectory(ObjectAttributes attributes) {
        return open(ObjectType.DIRECTORY, 1, attributes);
    }

    Answer createEvent(int access, ObjectAttributes attributes) {
        return call(new KernelCall.NtCreateEvent(access, attributes, EventKind.NOTIFICATION, false));
    }

    Answer createEvent(EventKind kind, boolean signaled) {
        return call(new KernelCall.NtCreateEvent(EVENT_ALL, ObjectAttributes.NONE, kind, signaled));
    }

    Answer createMutant(ObjectAttributes attributes) {
        return call(new KernelCall.NtCreateMutant(0x1F0001, attributes, false));
    }

    /// Creates an object of one of the types that share a rule: Mutant, Event, Semaphore, Timer or Section.
    Answer create(ObjectType type, ObjectAttributes attributes) {
        int all = type.genericMapping().all();
        return call(switch (type) {
            case MUTANT -> new KernelCall.NtCreateMutant(all, attributes, false);
            case EVENT -> new KernelCall.NtCreateEvent(all, attributes, EventKind.SYNCHRONIZATION, false);
            case SEMAPHORE -> new KernelCall.NtCreateSemaphore(all, attributes, 1, 2);
            case TIMER -> new KernelCall.NtCreateTimer(all, attributes, EventKind.NOTIFICATION);
            case SECTION -> new KernelCall.NtCreateSection(all, attributes, 256, 0);
            default -> throw new IllegalArgumentException("No case creates a " + type);
        });
    }

    Answer open(ObjectType type, int access, ObjectAttributes attributes) {
        return call(new KernelCall.NtOpenObject(type, access, attributes));
    }

    Answer openEvent(int access, ObjectAttributes attributes) {
        return open(ObjectType.EVENT, access, attributes);
    }

    /// Opens a process with PROCESS_QUERY_LIMITED_INFORMATION.
    Answer openProcess(ObjectAttributes attributes, ClientId clientId) {
        return call(new KernelCall.NtOpenProcess(0x1000, attributes, clientId));
    }

    /// A handle to a file on the disk.
    long file() {
        String volume = "\\Device\\HarddiskVolume2\\f";
        return call(new KernelCall.NtCreateFile(0x12019F, named(volume, ObjectAttributes.CASE_INSENSITIVE), true)).ok();
    }

    // ---- handles --------------------------------------------------------------------------------------------------

    Answer duplicate(long source, int access, int attributes, int options) {
        return duplicate(source, SELF, access, attributes, options);
    }

    Answer duplicate(long source, long targetProcess, int access, int attributes, int options) {
        return call(new KernelCall.NtDuplicateObject(SELF, source, targetProcess, access, attributes, options));
    }

    Answer close(long handle) {
        return call(new KernelCall.NtClose(handle));
    }

    /// ObCloseHandle: the mode is an argument of its own, whoever calls.
    Answer closeAs(PreviousMode mode, long handle) {
        return call(new KernelCall.ObCloseHandle(handle, mode));
    }

    Answer setFlags(long handle, boolean inherit, boolean protect) {
        return call(new KernelCall.NtSetInformationObject(handle, inherit, protect));
    }

    /// What NtQueryObject counts, as `references/handles`; the references include the one of the query.
    String counts(long handle) {
        Answer query = call(new KernelCall.NtQueryObject(handle));
        KObject object = machine.kernel().object(query.object());
        return query.result().information() + "/" + object.handleCount();
    }

    /// The attributes of a handle as NtQueryObject shows them: its own bits, and whether the object is permanent.
    int attributes(long handle) {
        KObject object = machine.kernel().object(call(new KernelCall.NtQueryObject(handle)).object());
        return entry(handle).attributes() | (object.isPermanent() ? ObjectAttributes.PERMANENT : 0);
    }

    int granted(long handle) {
        call(new KernelCall.NtQueryObject(handle)).ok();
        return entry(handle).grantedAccess();
    }

    KObject objectOf(long handle) {
        return machine.kernel().object(call(new KernelCall.NtQueryObject(handle)).object());
    }

    private HandleEntry entry(long handle) {
        boolean kernelHandle = Kernel.isKernelHandle(handle);
        int pid = kernelHandle ? Kernel.SYSTEM_PID : caller.pid();
        return machine.kernel().process(pid).table().entry(kernelHandle ? handle & ~Kernel.KERNEL_HANDLE_BITS : handle);
    }

    // ---- pointers -------------------------------------------------------------------------------------------------

    Answer reference(long handle, int access, ObjectType type, PreviousMode mode) {
        return call(new KernelCall.ObReferenceObjectByHandle(handle, access, type, mode, CleanMachine.DRIVER));
    }

    Answer referencePointer(int object, ObjectType type) {
        return call(new KernelCall.ObReferenceObjectByPointer(object, 0, type, PreviousMode.KERNEL, CleanMachine.DRIVER));
    }

    /// ObReferenceObject, which asks for nothing.
    Answer referenceAgain(int object) {
        return call(new KernelCall.ObReferenceObject(object, false, CleanMachine.DRIVER));
    }

    Answer referenceName(String name, ObjectType type) {
        return call(new KernelCall.ObReferenceObjectByName(DIR_ALL, named(name, 0), type, PreviousMode.KERNEL, CleanMachine.DRIVER));
    }

    Answer dereference(int object) {
        return call(new KernelCall.ObDereferenceObject(object, CleanMachine.DRIVER));
    }

    Answer query(long handle, int infoClass, long length) {
        return call(new KernelCall.NtQueryObject(handle, infoClass, length));
    }

    /// The same thread, with pointers that lead nowhere.
    Actor withBadPointer() {
        return new Actor(machine, new Caller(caller.pid(), caller.tid(), caller.mode(), Buffer.BAD, false));
    }

    Answer makePermanent(long handle) {
        return call(new KernelCall.NtMakePermanentObject(handle));
    }

    Answer makeTemporary(long handle) {
        return call(new KernelCall.NtMakeTemporaryObject(handle));
    }

    // ---- waits ----------------------------------------------------------------------------------------------------

    Answer look(long handle) {
        return call(new KernelCall.NtWaitForSingleObject(handle, 0));
    }

    Answer lookAtAny(List<Long> handles) {
        return call(new KernelCall.NtWaitForMultipleObjects(handles, false, 0));
    }
}
