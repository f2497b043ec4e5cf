package dev.handlens.kernel.peer;

import dev.handlens.kernel.Buffer;
import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.MachineConfig;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.se.Privilege;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Our machine in the place of the recorded one: the parent, its children, and the handles by the names that the recording gives them.
final class PeerMachine {
    private static final int PROCESS_ALL_ACCESS = 0x1FFFFF;

    private final Kernel kernel = Kernel.boot(MachineConfig.x64());
    private final Map<String, Long> handles =
            new TreeMap<>(Map.of("$self", -1L, "$thread", -2L, "$null", 0L, "$bad", 0xDEAD_BEECL, "$m7", -7L));
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private long position;
    private int child;
    private int mappedSection;
    private int nextEntry;

    PeerMachine() {
        Caller system = new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL);
        callers.put("p", caller(execute(system, new KernelCall.PsInitialProcess("peer.exe", 0, 0)).object()));
        // The recorded program may make permanent objects.
        int privileges = Privilege.USUAL | Privilege.CREATE_PERMANENT.bit();
        execute(system, new KernelCall.PsInitialLimits(callers.get("p").pid(), privileges, -1, -1));
    }

    private Caller caller(int processObject) {
        ProcessObject process = (ProcessObject) kernel.object(processObject);
        int tid = kernel.threads().stream().filter(thread -> thread.process() == process.id()).findFirst().orElseThrow().tid();
        return new Caller(process.pid(), tid, PreviousMode.USER);
    }

    private CallResult execute(Caller caller, KernelCall call) {
        return kernel.execute(++position, caller, call);
    }

    /// Makes a call as one of the processes of the sequence.
    CallResult execute(String proc, KernelCall call) {
        CallResult result = execute(callers.get(proc), call);
        if (call instanceof KernelCall.NtMapViewOfSection map && result.status().isSuccess()) {
            mappedSection = execute(callers.get(proc), new KernelCall.NtQueryObject(map.handle())).object();
        }
        return result;
    }

    /// Makes a call as one of the processes, with pointers that lead nowhere.
    CallResult executeWithBadPointer(String proc, KernelCall call) {
        Caller caller = callers.get(proc);
        return execute(new Caller(caller.pid(), caller.tid(), caller.mode(), Buffer.BAD, false), call);
    }

    /// Id of the section that was mapped last.
    int mappedSection() {
        return mappedSection;
    }

    /// Place of the next entry in a listing that is asked for one by one.
    int nextEntry() {
        return nextEntry++;
    }

    Kernel kernel() {
        return kernel;
    }

    Caller caller(String proc) {
        return callers.get(proc);
    }

    // ---- names of handles -----------------------------------------------------------------------------------------

    /// The value of a handle by its name.
    long handle(String name) {
        if (!handles.containsKey(name)) {
            throw new IllegalStateException("The recording names no handle " + name);
        }
        return handles.get(name);
    }

    boolean isBound(String name) {
        return handles.containsKey(name);
    }

    void bind(String name, long value) {
        handles.put(name, value);
    }

    // ---- children -------------------------------------------------------------------------------------------------

    /// Makes a child and a handle to it, `$child`.
    CallResult createChild(boolean inherit) {
        CallResult result = execute("p",
                new KernelCall.NtCreateProcess(PROCESS_ALL_ACCESS, ObjectAttributes.NONE, "child.exe", inherit, List.of(), 0));
        bind("$child", result.handle());
        child = result.object();
        callers.put("c" + callers.size(), caller(result.object()));
        return result;
    }

    /// Id of the child's process object.
    int childObject() {
        return child;
    }

    /// Ends the child with the exit code that the recorded one had.
    CallResult exitChild() {
        return execute("c1", new KernelCall.NtTerminateProcess(-1, 7));
    }

    // ---- what is seen ---------------------------------------------------------------------------------------------

    /// What NtQueryObject says of a handle: counts, access and flags, or why it says nothing.
    Map<String, Long> observe(String proc, long handle) {
        CallResult query = execute(proc, new KernelCall.NtQueryObject(handle));
        if (query.status() != NtStatus.STATUS_SUCCESS) {
            return Map.of("obsStatus", Integer.toUnsignedLong(query.status().code()));
        }
        KObject object = kernel.object(query.object());
        HandleEntry entry = kernel.process(callers.get(proc).pid()).table().entry(handle);
        return Map.of(
                "handleCount", object.handleCount(),
                "access", Integer.toUnsignedLong(entry.grantedAccess()),
                "inherit", (long) (entry.attributes() >> 1 & 1),
                "protect", (long) (entry.attributes() & 1));
    }
}
