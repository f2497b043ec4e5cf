package dev.handlens.kernel;

import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.Pool;
import dev.handlens.kernel.ex.PoolBlocks;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.io.IrpTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectTable;
import dev.handlens.kernel.ps.HandleTrace;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A simulated kernel: answers one call at a time with a status.
///
/// It forks in next to no time: a fork shares every page and object, and each side copies what it changes. What may be changed in place is
/// told by an epoch: each side gets a new one when it forks, and whatever carries another epoch is copied first.
public final class Kernel {
    /// Process id of System.
    public static final int SYSTEM_PID = 4;
    /// The bits that mark a kernel handle on x64; on x86 the lower 32 of them.
    public static final long KERNEL_HANDLE_BITS = 0xFFFF_FFFF_8000_0000L;
    /// Pseudo-handle of the current process.
    public static final long CURRENT_PROCESS = -1;
    /// Pseudo-handle of the current thread.
    public static final long CURRENT_THREAD = -2;

    private final MachineConfig machine;
    private final EpochSource epochs;
    private long epoch;
    private ObjectTable objects;
    private IrpTable irps;
    private PoolBlocks blocks;
    private Pool pool;
    private HandleTable clientIds;
    private SortedSet<String> registry;
    private int rootDirectory;
    private long stamp;
    private long accessChecks;
    private BugCheck bugCheck;
    private HandleObserver observer = HandleObserver.NONE;
    private long pin;
    /// What was found last and is this kernel's own, so that no copy can have replaced it: the next call is mostly about the same.
    private ProcessObject knownProcess;
    private KObject knownObject;
    /// The thread that was asked for last, whoever's it is: every step asks for the one that calls. Forgotten when a thread is copied.
    private ThreadObject knownThread;

    final ObjectManager ob = new ObjectManager(this);
    final Namespace names = new Namespace(this);
    final HandleManager handles = new HandleManager(this);
    final Dispatcher dispatcher = new Dispatcher(this);
    final ProcessManager processes = new ProcessManager(this);
    final ProcessExit exits = new ProcessExit(this);
    final IoManager io = new IoManager(this);
    final IoRequests requests = new IoRequests(this);
    final IoCancel cancels = new IoCancel(this);
    final Security security = new Security(this);
    final Quotas quotas = new Quotas(this);
    final JobCalls jobs = new JobCalls(this);
    final DeviceCalls devices = new DeviceCalls(this);
    final CreateCalls creates = new CreateCalls(this);
    final PointerCalls pointers = new PointerCalls(this);
    private final ServiceTable services = new ServiceTable(this);

    private Kernel(MachineConfig machine, EpochSource epochs) {
        this.machine = machine;
        this.epochs = epochs;
        epoch = epochs.next();
    }

    /// A machine that has just booted: System, the namespace, the usual devices.
    public static Kernel boot(MachineConfig machine) {
        Kernel kernel = new Kernel(machine, new EpochSource());
        kernel.objects = new ObjectTable(kernel.epoch);
        kernel.irps = new IrpTable(kernel.epoch);
        kernel.blocks = new PoolBlocks(kernel.epoch);
        kernel.pool = new Pool(machine.pagedLimit(), machine.nonpagedLimit(), kernel.epoch);
        kernel.clientIds = new HandleTable(machine.architecture().geometry(), true, kernel.epoch);
        kernel.registry = Boot.registry();
        Boot.boot(kernel);
        return kernel;
    }

    /// A copy that goes its own way. Costs next to nothing, however large the state is.
    public Kernel fork() {
        Kernel fork = new Kernel(machine, epochs);
        epoch = epochs.next();
        fork.objects = objects.fork(fork.epoch);
        objects.moveTo(epoch);
        fork.irps = irps.fork(fork.epoch);
        irps.moveTo(epoch);
        fork.blocks = blocks.fork(fork.epoch);
        blocks.moveTo(epoch);
        fork.pool = pool;
        fork.clientIds = clientIds;
        fork.registry = registry;
        fork.rootDirectory = rootDirectory;
        fork.stamp = stamp;
        fork.accessChecks = accessChecks;
        fork.bugCheck = bugCheck;
        return fork;
    }

    /// Answers a call.
    ///
    /// @param position stamp that handles, objects and references made by it carry
    /// @param caller the thread that calls; it must be running and not waiting
    /// @param call the call
    /// @return what comes back; nothing changes when the machine has stopped
    public CallResult execute(long position, Caller caller, KernelCall call) {
        return execute(position, caller, call, 0, HandleObserver.NONE);
    }

    /// Answers a call.
    ///
    /// @param handleValue the value that the new handle gets if it is free, or 0 for the next in turn
    /// @param watcher is told of handles that open and close
    public CallResult execute(long position, Caller caller, KernelCall call, long handleValue, HandleObserver watcher) {
        if (bugCheck != null) {
            return CallResult.of(NtStatus.STATUS_UNSUCCESSFUL);
        }
        stamp = position;
        pin = handleValue;
        observer = watcher;
        try {
            return caller.buffer() == Buffer.USER || !Buffer.isHandedTo(call.service()) || call instanceof KernelCall.TouchBuffer
                    ? services.dispatch(caller, call) : probe(caller, call);
        } finally {
            observer = HandleObserver.NONE;
            pin = 0;
        }
    }

    /// Looks at where a caller's pointers lead before anything else is done. Only a program's are checked: a driver is believed, and a
    /// pointer of it that leads nowhere raises an exception in the middle of the call.
    private CallResult probe(Caller caller, KernelCall call) {
        if (caller.mode() == PreviousMode.USER) {
            return CallResult.of(NtStatus.STATUS_ACCESS_VIOLATION);
        }
        return caller.buffer() == Buffer.BAD ? raise(caller, NtStatus.STATUS_ACCESS_VIOLATION) : services.dispatch(caller, call);
    }

    // ---- reading --------------------------------------------------------------------------------------------------

    /// What the machine is made of.
    public MachineConfig machine() {
        return machine;
    }

    /// Position of the last call.
    public long stamp() {
        return stamp;
    }

    /// Access checks done so far: one for each open, none for each use.
    public long accessChecks() {
        return accessChecks;
    }

    /// The stop of the machine, or null while it runs.
    public BugCheck bugCheck() {
        return bugCheck;
    }

    /// The object with an id, or null when it is gone.
    public KObject object(int id) {
        KObject known = knownObject;
        if (known != null && known.id() == id && known.epoch() == epoch) {
            return known;
        }
        KObject found = objects.get(id);
        if (found != null && found.epoch() == epoch) {
            knownObject = found;
        }
        return found;
    }

    /// All objects.
    public ObjectTable objects() {
        return objects;
    }

    /// The requests that are not completed. What refers to an object as a pending request is one of them.
    public IrpTable irps() {
        return irps;
    }

    /// The requests that keep a process from ending, the oldest first: its threads wait for them although they were told to end.
    public List<Irp> blockers(ProcessObject process) {
        return irps.all(irp -> objects.get(irp.thread()) instanceof ThreadObject thread
                && thread.process() == process.id() && thread.isExiting());
    }

    /// The blocks of pool that drivers allocated and have not freed.
    public PoolBlocks blocks() {
        return blocks;
    }

    /// The accounts of both pools.
    public Pool pool() {
        return pool;
    }

    /// Id of the root directory of the namespace.
    public int rootDirectory() {
        return rootDirectory;
    }

    /// The process with an id, ended ones whose object is still referenced included; null when there is none.
    public ProcessObject process(int pid) {
        ProcessObject known = knownProcess;
        if (known != null && known.pid() == pid && known.epoch() == epoch) {
            return known;
        }
        return objects.get((int) (clientIds.first(pid) >>> 32)) instanceof ProcessObject process ? remember(process) : null;
    }

    /// The thread with an id, or null.
    public ThreadObject thread(int tid) {
        ThreadObject known = knownThread;
        if (known == null || known.tid() != tid) {
            known = objects.get((int) (clientIds.first(tid) >>> 32)) instanceof ThreadObject thread ? thread : null;
            knownThread = known;
        }
        return known;
    }

    private ProcessObject remember(ProcessObject process) {
        if (process.epoch() == epoch) {
            knownProcess = process;
        }
        return process;
    }

    /// All processes whose object exists, in the order of their ids.
    public List<ProcessObject> processes() {
        List<ProcessObject> all = new ArrayList<>();
        clientIds.forEach((_, first, _) -> {
            if (objects.get((int) (first >>> 32)) instanceof ProcessObject process) {
                all.add(process);
            }
        });
        return all;
    }

    /// All threads whose object exists, in the order of their ids.
    public List<ThreadObject> threads() {
        List<ThreadObject> all = new ArrayList<>();
        clientIds.forEach((_, first, _) -> {
            if (objects.get((int) (first >>> 32)) instanceof ThreadObject thread) {
                all.add(thread);
            }
        });
        return all;
    }

    /// Full names of the registry keys there are.
    public SortedSet<String> registry() {
        return Collections.unmodifiableSortedSet(registry);
    }

    /// The name of an object as people know it: its path, or empty text for none. Processes and threads are known by their ids.
    public String nameOf(KObject object) {
        return names.nameOf(object);
    }

    /// Whether a value is a kernel handle rather than one of the caller's process.
    public static boolean isKernelHandle(long handle) {
        return handle < 0 && handle != CURRENT_PROCESS && handle != CURRENT_THREAD;
    }

    /// A number that two kernels share exactly when all their state is equal.
    public long stateHash() {
        StateHash hash = new StateHash().add(rootDirectory).add(accessChecks).add(objects.nextId());
        objects.forEach(object -> object.hash(hash));
        irps.hash(hash);
        blocks.hash(hash);
        pool.hash(hash);
        clientIds.hash(hash);
        registry.forEach(hash::add);
        if (bugCheck != null) {
            hash.add(bugCheck.code()).add(bugCheck.p1()).add(bugCheck.p2());
        }
        return hash.value();
    }

    // ---- changing, for the managers of this package ---------------------------------------------------------------

    HandleObserver observer() {
        return observer;
    }

    long takePin() {
        long value = pin;
        pin = 0;
        return value;
    }

    long epoch() {
        return epoch;
    }

    /// The object, ready to be changed in place: itself if this kernel owns it, else a copy that takes its place. Who holds an object
    /// from before it was copied gets that copy and not a second one, which would lose what the first has taken in.
    @SuppressWarnings("unchecked")
    <T extends KObject> T writable(T object) {
        if (object.epoch() == epoch) {
            return object;
        }
        T current = (T) objects.get(object.id());
        if (current.epoch() == epoch) {
            return current;
        }
        T copy = (T) current.copy(epoch);
        objects.set(copy.id(), copy);
        knownThread = copy instanceof ThreadObject ? null : knownThread;
        return copy;
    }

    /// Takes an object out of the machine that nothing refers to any more.
    void remove(KObject object) {
        objects.set(object.id(), null);
        knownProcess = null;
        knownObject = null;
        knownThread = null;
    }

    Pool writablePool() {
        if (pool.epoch() != epoch) {
            pool = pool.fork(epoch);
        }
        return pool;
    }

    HandleTable writableClientIds() {
        if (clientIds.epoch() != epoch) {
            clientIds = clientIds.fork(epoch);
        }
        return clientIds;
    }

    /// The handle table of a process that may be changed.
    ///
    /// @param process the writable process
    HandleTable writableTable(ProcessObject process) {
        HandleTable table = process.table();
        if (table.epoch() != epoch) {
            table = table.fork(epoch);
            process.setTable(table);
        }
        return table;
    }

    void setRootDirectory(int id) {
        rootDirectory = id;
    }

    void addRegistryKey(String path) {
        SortedSet<String> more = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        more.addAll(registry);
        more.add(path);
        registry = more;
    }

    boolean hasRegistryKey(String path) {
        return registry.contains(path);
    }

    void countAccessCheck() {
        accessChecks++;
    }

    void stop(BugCheck stop) {
        bugCheck = stop;
    }

    /// Raises an exception in the code that called: whoever guards against it gets its status, a driver that does not stops the machine.
    CallResult raise(Caller caller, NtStatus exception) {
        if (caller.mode() == PreviousMode.KERNEL && !caller.guarded()) {
            stop(new BugCheck(0x1E, "KMODE_EXCEPTION_NOT_HANDLED", exception.code() & 0xFFFF_FFFFL, 0, 0, 0));
        }
        return CallResult.of(exception);
    }

    /// Allocates pool and charges it to a process.
    ///
    /// @return whether there was room
    boolean allocate(int processObject, PoolKind kind, String tag, long bytes) {
        if (!writablePool().allocate(kind, tag, bytes)) {
            return false;
        }
        if (objects.get(processObject) instanceof ProcessObject process) {
            writable(process).charge(kind, bytes);
        }
        return true;
    }

    /// Frees pool and takes the charge back; a process whose object is gone has none left.
    void free(int processObject, PoolKind kind, String tag, long blocks, long bytes) {
        writablePool().free(kind, tag, blocks, bytes);
        if (objects.get(processObject) instanceof ProcessObject process) {
            writable(process).charge(kind, -bytes);
        }
    }

    /// Bytes of the pool block for a request: header added and rounded up; whole pages when it does not fit in one.
    long blockBytes(long request) {
        int granularity = machine.architecture().poolGranularity();
        long block = (request + granularity + granularity - 1) / granularity * granularity;
        return block <= 4096 ? block : (request + 4095) / 4096 * 4096;
    }

    /// Writes down what handle tracing of a process records, if it is on.
    void trace(ProcessObject process, HandleTrace.Operation operation, long handle, Caller by) {
        if (process.trace() != null) {
            HandleTrace.Record record = new HandleTrace.Record(operation, handle, by.pid(), by.tid(), stamp);
            ProcessObject writable = writable(process);
            writable.setTrace(writable.trace().with(record));
        }
    }
}
