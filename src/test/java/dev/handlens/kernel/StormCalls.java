package dev.handlens.kernel;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.io.DriverBehavior;
import dev.handlens.kernel.io.IoctlAnswer;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import dev.handlens.kernel.se.AccessMask;
import java.util.List;
import java.util.SplittableRandom;

/// Random calls, mostly such as make sense in the state they are made in, some that do not.
final class StormCalls {
    private static final int MANY_PROCESSES = 12;
    static final List<String> DRIVERS = List.of("ntfs.sys", "storm.sys", "gizmo.sys", "lost.sys", "list.sys");
    private static final List<String> PATHS = List.of(
            "\\BaseNamedObjects\\", "\\BaseNamedObjects\\", "\\BaseNamedObjects\\dir\\", "\\GLOBAL??\\", "\\link\\", "\\", "\\nowhere\\",
            "");
    private static final List<String> LEAVES = List.of("A", "B", "b", "C", "dir", "link", "x\\y", "", "D\\");
    private static final List<String> TARGETS =
            List.of("\\BaseNamedObjects", "\\BaseNamedObjects\\A", "\\BaseNamedObjects\\link", "\\Device\\HarddiskVolume2", "nonsense");
    private static final List<String> FILES =
            List.of("\\??\\C:\\a.txt", "\\??\\C:\\Windows\\System32", "\\Device\\Storm", "\\Device\\HarddiskVolume2", "\\Device\\None",
                    "rel", "\\Device\\gizmo.sys", "\\Device\\lost.sys", "\\Device\\list.sys");
    private static final List<String> KEYS = List.of("\\REGISTRY\\MACHINE\\SOFTWARE", "\\REGISTRY\\USER\\k", "\\REGISTRY\\USER\\k\\l", "m");
    private static final List<ObjectType> NAMED = List.of(ObjectType.EVENT, ObjectType.MUTANT, ObjectType.SEMAPHORE, ObjectType.TIMER,
            ObjectType.SECTION, ObjectType.DIRECTORY, ObjectType.SYMBOLIC_LINK);

    /// Who acts when no thread can.
    static final Caller MACHINE = new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL);

    private final SplittableRandom random;
    private final StormDriverCalls driverCalls;
    private Kernel kernel;
    private OpenHandles handles;
    private Caller caller;

    StormCalls(long seed) {
        random = new SplittableRandom(seed);
        driverCalls = new StormDriverCalls(this, random);
    }

    /// The next call for a state.
    StormCall next(Kernel now, OpenHandles open) {
        kernel = now;
        handles = open;
        List<ThreadObject> able = now.threads().stream()
                .filter(thread -> thread.isRunning() && !thread.isExiting() && !thread.isWaiting()).toList();
        if (able.size() < 3) {
            caller = null;
            KernelCall help = chance(2) && kernel.processes().size() < MANY_PROCESSES
                    ? new KernelCall.PsInitialProcess("initial.exe", 0, 0)
                    : chance(2) ? requestCall() : new KernelCall.KeWaitTimeout(pick(now.threads()).tid());
            return new StormCall(MACHINE, help, 0);
        }
        ThreadObject thread = pick(able);
        boolean kernelMode = thread.pid() == Kernel.SYSTEM_PID || chance(6);
        Buffer buffer = chance(60) ? pick(List.of(Buffer.values())) : Buffer.USER;
        PreviousMode mode = kernelMode ? PreviousMode.KERNEL : PreviousMode.USER;
        caller = new Caller(thread.pid(), thread.tid(), mode, buffer, chance(3));
        return new StormCall(caller, call(), chance(40) ? random.nextInt(1, 600) * 4L : 0);
    }

    private KernelCall call() {
        return switch (random.nextInt(16)) {
            case 12, 13, 14, 15 -> driverCalls.next(kernel, caller);
            case 0, 1 -> creation();
            case 2 -> opening();
            case 3, 4 -> new KernelCall.NtClose(closable());
            case 5 -> duplication();
            case 6, 7 -> use();
            case 8 -> pointerCall();
            case 9 -> requestCall();
            case 10 -> new KernelCall.NtDeviceIoControlFile(
                    handle(ObjectType.FILE), random.nextInt(4) << 14, chance(2) ? handle(ObjectType.EVENT) : 0);
            default -> processCall();
        };
    }

    private KernelCall creation() {
        int access = access();
        return switch (random.nextInt(12)) {
            case 0, 1 -> new KernelCall.NtCreateEvent(access, attributes(), kind(), random.nextBoolean());
            case 2, 3 -> new KernelCall.NtCreateMutant(access, attributes(), random.nextBoolean());
            case 4 -> new KernelCall.NtCreateSemaphore(access, attributes(), random.nextInt(3), random.nextInt(4));
            case 5 -> new KernelCall.NtCreateTimer(access, attributes(), kind());
            case 6 -> new KernelCall.NtCreateSection(access, attributes(), random.nextInt(3) * 4096L,
                    chance(3) ? handle(ObjectType.FILE) : 0);
            case 7 -> new KernelCall.NtCreateKey(access, new ObjectAttributes(pick(KEYS), chance(3) ? handle(ObjectType.KEY) : 0, bits()));
            case 8 -> new KernelCall.NtCreateDirectoryObject(access, attributes());
            case 9 -> new KernelCall.NtCreateSymbolicLinkObject(access, attributes(), pick(TARGETS));
            default -> file();
        };
    }

    private KernelCall file() {
        return new KernelCall.NtCreateFile(access(), new ObjectAttributes(pick(FILES), chance(4) ? handle(ObjectType.FILE) : 0, bits()),
                random.nextBoolean(), chance(4));
    }

    private KernelCall opening() {
        return switch (random.nextInt(6)) {
            case 0, 1, 2 -> new KernelCall.NtOpenObject(pick(NAMED), access(), attributes());
            case 3 -> new KernelCall.NtOpenKey(access(), new ObjectAttributes(pick(KEYS), 0, bits()));
            case 4 -> new KernelCall.NtOpenProcess(access(), new ObjectAttributes(null, 0, bits()), pid());
            default -> new KernelCall.NtOpenThread(access(), new ObjectAttributes(null, 0, bits()), pick(kernel.threads()).tid());
        };
    }

    private KernelCall duplication() {
        if (chance(8)) {
            return new KernelCall.NtSetInformationObject(handle(null), random.nextBoolean(), chance(4));
        }
        long source = process();
        long target = chance(10) ? 0 : process();
        int attributes = chance(12) ? ObjectAttributes.PROTECT_CLOSE : chance(3) ? ObjectAttributes.INHERIT : 0;
        return new KernelCall.NtDuplicateObject(source, handle(null), target, access(), attributes, random.nextInt(8));
    }

    private KernelCall use() {
        return switch (random.nextInt(14)) {
            case 0 -> new KernelCall.NtSetEvent(handle(ObjectType.EVENT));
            case 1 -> new KernelCall.NtResetEvent(handle(ObjectType.EVENT));
            case 2 -> new KernelCall.NtPulseEvent(handle(ObjectType.EVENT));
            case 3 -> new KernelCall.NtReleaseMutant(handle(ObjectType.MUTANT));
            case 4 -> new KernelCall.NtReleaseSemaphore(handle(ObjectType.SEMAPHORE), random.nextInt(3));
            case 5, 6 -> new KernelCall.NtWaitForSingleObject(handle(chance(2) ? ObjectType.MUTANT : null), timeout());
            case 7 -> new KernelCall.NtWaitForMultipleObjects(
                    List.of(handle(ObjectType.EVENT), handle(null), handle(ObjectType.MUTANT)), random.nextBoolean(), timeout());
            case 8 -> random.nextBoolean() ? new KernelCall.NtReadFile(handle(ObjectType.FILE))
                    : new KernelCall.NtWriteFile(handle(ObjectType.FILE));
            case 9 -> new KernelCall.NtDeviceIoControlFile(handle(ObjectType.FILE), random.nextInt(4) << 14, chance(2)
                    ? handle(ObjectType.EVENT) : 0);
            case 10 -> new KernelCall.NtMapViewOfSection(handle(ObjectType.SECTION));
            case 11 -> new KernelCall.NtQueryObject(handle(null));
            case 12 -> new KernelCall.NtMakeTemporaryObject(handle(null));
            default -> new KernelCall.NtMakePermanentObject(handle(null));
        };
    }

    private KernelCall pointerCall() {
        String driver = pick(DRIVERS);
        return switch (random.nextInt(7)) {
            case 0 -> new KernelCall.ObReferenceObjectByHandle(handle(null), 0, null, caller.mode(), driver);
            case 1 -> new KernelCall.ObReferenceObjectByPointer(object(), 0, chance(3) ? ObjectType.EVENT : null, PreviousMode.KERNEL,
                    driver);
            case 2, 3 -> new KernelCall.ObDereferenceObject(object(), driver);
            case 4 -> new KernelCall.KeSetEvent(object());
            case 5 -> new KernelCall.IoLoadDriver(driver, behavior(driver));
            default -> chance(2) ? new KernelCall.IoCreateDevice(driver, chance(2) ? "\\Device\\Storm" : "\\Device\\" + driver)
                    : new KernelCall.KeWaitTimeout(pick(kernel.threads()).tid());
        };
    }

    private DriverBehavior behavior(String driver) {
        IoctlAnswer answer = switch (driver) {
            case "gizmo.sys" -> chance(2) ? IoctlAnswer.WDF_QUEUE : IoctlAnswer.CSQ;
            case "lost.sys" -> IoctlAnswer.NEVER;
            case "list.sys" -> chance(2) ? IoctlAnswer.LIST : IoctlAnswer.LIST_WITHOUT_CANCEL;
            default -> chance(2) ? IoctlAnswer.AT_ONCE : IoctlAnswer.REFUSES;
        };
        return new DriverBehavior(answer, chance(3));
    }

    private KernelCall requestCall() {
        NtStatus status = chance(6) ? NtStatus.STATUS_CANCELLED : NtStatus.STATUS_SUCCESS;
        return switch (random.nextInt(9)) {
            case 0 -> new KernelCall.IoCsqRemoveNextIrp(pick(DRIVERS));
            case 1, 2 -> new KernelCall.IoCompleteRequest(pick(DRIVERS), chance(2) ? request() : 0, status, random.nextInt(64));
            case 3 -> new KernelCall.IoCancelIrp(request());
            case 4 -> new KernelCall.KeExitWaitTimeout(stuckPid());
            case 5 -> caller == null ? new KernelCall.KeWaitTimeout(pick(kernel.threads()).tid())
                    : new KernelCall.NtCancelIoFile(handle(ObjectType.FILE));
            case 6 -> caller == null ? new KernelCall.KeWaitTimeout(pick(kernel.threads()).tid())
                    : new KernelCall.NtCancelIoFileEx(handle(ObjectType.FILE), chance(3) ? request() : 0);
            case 7 -> caller == null ? new KernelCall.KeWaitTimeout(pick(kernel.threads()).tid())
                    : new KernelCall.NtCancelSynchronousIoFile(handle(ObjectType.THREAD));
            default -> new KernelCall.IoCompleteRequest(pick(DRIVERS), 0, status, 0);
        };
    }

    /// A process one of whose threads is told to end and waits for a request, if there is one.
    private int stuckPid() {
        return kernel.threads().stream().filter(thread -> thread.isExiting() && thread.isRunning()).findFirst()
                .map(ThreadObject::pid).orElseGet(this::pid);
    }

    /// A request that is not completed, now and then one that never was any.
    private int request() {
        List<Irp> requests = kernel.irps().all();
        return requests.isEmpty() || chance(12) ? random.nextInt(kernel.objects().nextId()) : pick(requests).id();
    }

    private KernelCall processCall() {
        boolean many = kernel.processes().size() >= MANY_PROCESSES;
        return switch (random.nextInt(10)) {
            case 0, 1 -> many
                    ? new KernelCall.NtTerminateProcess(chance(2) ? Kernel.CURRENT_PROCESS : handle(ObjectType.PROCESS), random.nextInt(9))
                    : new KernelCall.NtCreateProcess(access(), new ObjectAttributes(null, 0, bits()), "storm.exe", chance(2), List.of(), 0);
            case 2 -> many
                    ? new KernelCall.NtTerminateThread(chance(2) ? Kernel.CURRENT_THREAD : handle(ObjectType.THREAD), 1)
                    : new KernelCall.PsInitialProcess("initial.exe", pid(), 0);
            case 3 -> new KernelCall.NtCreateThread(access(), new ObjectAttributes(null, 0, bits()), process(), "storm!start", 0);
            case 4 -> new KernelCall.NtTerminateThread(chance(3) ? Kernel.CURRENT_THREAD : handle(ObjectType.THREAD), 1);
            case 5 -> new KernelCall.NtSetHandleTracing(process(), chance(2));
            case 6 -> new KernelCall.NtTerminateProcess(handle(ObjectType.PROCESS), 2);
            case 7 -> new KernelCall.KeWaitTimeout(pick(kernel.threads()).tid());
            default -> new KernelCall.NtClose(closable());
        };
    }

    // ---- arguments ------------------------------------------------------------------------------------------------

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    EventKind kind() {
        return random.nextBoolean() ? EventKind.NOTIFICATION : EventKind.SYNCHRONIZATION;
    }

    long timeout() {
        return chance(3) ? 0 : chance(2) ? 100 : -1;
    }

    int access() {
        return switch (random.nextInt(6)) {
            case 0 -> AccessMask.GENERIC_READ;
            case 1 -> random.nextInt();
            case 2 -> AccessMask.SYNCHRONIZE | 3;
            case 3 -> 0;
            default -> AccessMask.MAXIMUM_ALLOWED;
        };
    }

    int bits() {
        int bits = 0;
        for (int bit : new int[] {ObjectAttributes.INHERIT, ObjectAttributes.CASE_INSENSITIVE, ObjectAttributes.KERNEL_HANDLE}) {
            bits |= chance(3) ? bit : 0;
        }
        return bits | (chance(20) ? 1 << random.nextInt(12) : 0);
    }

    ObjectAttributes attributes() {
        if (chance(3)) {
            return new ObjectAttributes(null, 0, bits());
        }
        int bits = bits() | (chance(2) ? ObjectAttributes.OPENIF : 0) | (chance(12) ? ObjectAttributes.PERMANENT : 0)
                | (chance(12) ? ObjectAttributes.EXCLUSIVE : 0);
        return chance(5)
                ? new ObjectAttributes(pick(LEAVES), handle(ObjectType.DIRECTORY), bits)
                : new ObjectAttributes(pick(PATHS) + pick(LEAVES), 0, bits);
    }

    private int pid() {
        ProcessObject process = pick(kernel.processes());
        return process.pid();
    }

    int object() {
        for (int tries = 0; tries < 4; tries++) {
            int id = random.nextInt(1, kernel.objects().nextId());
            KObject object = kernel.object(id);
            if (object != null && object.type() != ObjectType.TYPE) {
                return id;
            }
        }
        return random.nextInt(1, kernel.objects().nextId());
    }

    long process() {
        return chance(3) ? handle(ObjectType.PROCESS) : Kernel.CURRENT_PROCESS;
    }

    /// A value to close: in kernel mode mostly one that is open, since any other stops the machine.
    private long closable() {
        List<Long> open = handles.open(caller.pid());
        return !open.isEmpty() && (caller.mode() == PreviousMode.KERNEL || !chance(5)) ? pick(open) : handle(null);
    }

    /// A handle value of the caller: open and of a type if such a one is found soon, now and then one that never can be right.
    long handle(ObjectType type) {
        List<Long> open = handles.open(caller.pid());
        List<Long> closed = handles.closed(caller.pid());
        if (chance(12) || open.isEmpty()) {
            return switch (random.nextInt(6)) {
                case 0 -> 0;
                case 1 -> Kernel.CURRENT_PROCESS;
                case 2 -> Kernel.CURRENT_THREAD;
                case 3 -> random.nextInt(1 << 14);
                case 4 -> Kernel.KERNEL_HANDLE_BITS | random.nextInt(64) * 4L;
                default -> closed.isEmpty() ? random.nextLong() : pick(closed);
            };
        }
        long value = pick(open);
        for (int tries = 0; type != null && tries < 6; tries++) {
            ProcessObject process = kernel.process(caller.pid());
            if (kernel.object(HandleEntry.object(process.table().first(value))).type() == type) {
                break;
            }
            value = pick(open);
        }
        return chance(10) ? value | random.nextInt(4) : value;
    }
}
