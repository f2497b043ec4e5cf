package dev.handlens.kernel;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// Draws the arguments of calls by lot: mostly such as make sense in the state of a machine, some that do not.
final class StormDraw extends StormLots {
    private static final int TRIES = 16;
    private static final long MEBIBYTE = 1L << 20;

    private Kernel kernel;
    private OpenHandles handles;
    private Caller caller;
    private List<ThreadObject> threads = List.of();

    StormDraw(SplittableRandom random) {
        super(random);
    }

    /// Looks at a state, to draw from it.
    void look(Kernel now, OpenHandles open) {
        kernel = now;
        handles = open;
        threads = now.threads();
    }

    /// Draws on behalf of a caller from now on.
    void actAs(Caller who) {
        caller = who;
    }

    Kernel kernel() {
        return kernel;
    }

    Caller caller() {
        return caller;
    }

    /// All threads, ended ones included.
    List<ThreadObject> threads() {
        return threads;
    }

    /// How many threads have not ended.
    int runningThreads() {
        int running = 0;
        for (ThreadObject thread : threads) {
            running += thread.isRunning() ? 1 : 0;
        }
        return running;
    }

    /// Threads that can make a call.
    List<ThreadObject> ableThreads() {
        List<ThreadObject> able = new ArrayList<>();
        for (ThreadObject thread : threads) {
            if (thread.isRunning() && !thread.isExiting() && !thread.isWaiting()) {
                able.add(thread);
            }
        }
        return able;
    }

    // ---- attributes -----------------------------------------------------------------------------------------------

    ObjectAttributes unnamed() {
        return chance(60) ? null : new ObjectAttributes(null, 0, bits());
    }

    /// The name of an object of a type, if there is one that has a name.
    String nameOf(ObjectType type) {
        KObject named = objectThat(object -> object.type() == type && object.directory() != 0);
        return named == null ? name() : kernel.nameOf(named);
    }

    /// Attributes to open something with: about every second time it is there.
    ///
    /// @param type what is to be opened, or null for anything
    ObjectAttributes attributesToOpen(ObjectType type) {
        return type == null || chance(2) ? attributes() : new ObjectAttributes(nameOf(type), 0, bits());
    }

    ObjectAttributes attributes() {
        if (chance(4)) {
            return chance(12) ? new ObjectAttributes(null, handle(ObjectType.DIRECTORY), bits()) : unnamed();
        }
        int bits = bits() | (chance(3) ? ObjectAttributes.OPENIF : 0) | (chance(16) ? ObjectAttributes.PERMANENT : 0)
                | (chance(20) ? ObjectAttributes.EXCLUSIVE : 0) | (chance(40) ? ObjectAttributes.KERNEL_EXCLUSIVE : 0);
        return chance(6)
                ? new ObjectAttributes(pick(LEAVES), handle(ObjectType.DIRECTORY), bits, allowed())
                : new ObjectAttributes(name(), 0, bits, allowed());
    }

    /// Attributes to make something with: now and then it is there already.
    ObjectAttributes attributesToMake(ObjectType type) {
        return chance(6) ? new ObjectAttributes(nameOf(type), 0, bits() | (chance(3) ? 0 : ObjectAttributes.OPENIF)) : attributes();
    }

    /// Whether a machine was given so little pool that it is soon used up.
    boolean isPoor() {
        return kernel.pool().limit(PoolKind.PAGED) < MEBIBYTE || kernel.pool().limit(PoolKind.NONPAGED) < MEBIBYTE;
    }

    // ---- processes, threads, requests -----------------------------------------------------------------------------

    /// The id of a process, now and then of none.
    int pid() {
        return chance(30) ? below(400) * 4 : pick(threads).pid();
    }

    int tid() {
        return chance(30) ? below(400) * 4 : pick(threads).tid();
    }

    /// A handle to a process; that of the caller itself without looking.
    long process() {
        return chance(3) ? handle(ObjectType.PROCESS) : Kernel.CURRENT_PROCESS;
    }

    /// A request that is not completed, now and then one that never was any.
    int request() {
        List<Irp> requests = kernel.irps().all();
        return requests.isEmpty() || chance(16) ? below(kernel.objects().nextId()) : pick(requests).id();
    }

    // ---- objects --------------------------------------------------------------------------------------------------

    /// An object that fits, from a random place on; null when there is none.
    KObject objectThat(Predicate<KObject> fits) {
        int[] skip = {below(kernel.objects().size())};
        KObject[] before = {null};
        KObject found = kernel.objects().first(object -> {
            boolean skipped = skip[0]-- > 0;
            if (skipped && before[0] != null || !fits.test(object)) {
                return false;
            }
            if (skipped) {
                before[0] = object;
            }
            return !skipped;
        });
        return found != null ? found : before[0];
    }

    /// An object that is there and is no type, now and then one that is gone or never was.
    int object() {
        return chance(25) ? below(kernel.objects().nextId()) : objectThat(object -> object.type() != ObjectType.TYPE).id();
    }

    /// An object of a type, or any when there is none.
    int idOf(ObjectType type) {
        KObject found = objectThat(object -> object.type() == type);
        return found == null ? object() : found.id();
    }

    // ---- handles --------------------------------------------------------------------------------------------------

    /// Whether a handle of the caller names something that the machine was booted with.
    boolean isOfBoot(long handle) {
        boolean kernelHandle = Kernel.isKernelHandle(handle);
        ProcessObject process = kernel.process(kernelHandle ? Kernel.SYSTEM_PID : caller.pid());
        long value = HandleManager.tableValue(handle);
        long first = process == null || process.table() == null ? 0 : process.table().first(value);
        return first != 0 && kernel.object(HandleEntry.object(first)).bornAt() == 0;
    }

    /// A value to close: in kernel mode mostly one that is open, since any other stops the machine.
    long closable() {
        OpenHandles.Bag open = handles.open(caller.pid());
        boolean sure = caller.mode() == PreviousMode.KERNEL ? !chance(30) : !chance(6);
        return open.size() > 0 && sure ? open.get(below(open.size())) : handle(null);
    }

    /// A handle value of the caller: open and of a type if such a one is found soon, now and then one that never can be right.
    long handle(ObjectType type) {
        if (chance(14) || handles.open(caller.pid()).size() == 0) {
            return wrong();
        }
        long value = type != null || !chance(8) || caller.mode() == PreviousMode.USER
                ? openHandle(caller.pid(), type) : Kernel.KERNEL_HANDLE_BITS | openHandle(Kernel.SYSTEM_PID, null);
        return chance(16) ? value | below(4) : value;
    }

    /// How many handles the caller's process has open.
    int openHandles() {
        return handles.open(caller.pid()).size();
    }

    /// A handle value of the caller that is open, and mostly of a type; 0 when it has none.
    long openHandle(ObjectType type) {
        return openHandle(caller.pid(), type);
    }

    private long openHandle(int pid, ObjectType type) {
        OpenHandles.Bag open = handles.open(pid);
        ProcessObject process = kernel.process(pid);
        HandleTable table = process == null ? null : process.table();
        if (open.size() == 0 || table == null) {
            return 0;
        }
        long value = open.get(below(open.size()));
        for (int tries = 0; type != null && tries < TRIES && typeOf(table, value) != type; tries++) {
            value = open.get(below(open.size()));
        }
        return value;
    }

    private ObjectType typeOf(HandleTable table, long value) {
        return kernel.object(HandleEntry.object(table.first(value))).type();
    }

    private long wrong() {
        OpenHandles.Bag closed = handles.closed(caller.pid());
        return switch (below(8)) {
            case 0 -> 0;
            case 1 -> Kernel.CURRENT_PROCESS;
            case 2 -> Kernel.CURRENT_THREAD;
            case 3 -> below(1 << 14);
            case 4 -> Kernel.KERNEL_HANDLE_BITS | below(64) * 4L;
            case 5 -> large();
            default -> closed.size() == 0 ? 4 : closed.get(below(closed.size()));
        };
    }
}
