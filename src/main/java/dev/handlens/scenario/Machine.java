package dev.handlens.scenario;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.HandleObserver;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A kernel that a program is being run on, with the values its variables have: all state of a run at one position. Forks in next to no
/// time.
public final class Machine {

    /// What the last step did.
    ///
    /// @param position the step
    /// @param step the step as the scenario has it
    /// @param caller who made the call, or null for a step without one
    /// @param call the call, or null
    /// @param result what came back, or null
    /// @param failure what was expected instead, or empty
    public record Outcome(long position, Scenario.Step step, Caller caller, KernelCall call, CallResult result, String failure) {}

    /// Misuse that a step showed.
    ///
    /// @param kind `double-close`, `use-after-close`, `stale-handle`, `wrong-type`, `access-denied`, `invalid-handle`, `protected-close`,
    /// `user-handle-as-kernel`, `forged-kernel-handle`, `unchecked-type`, `over-dereference`, `use-after-free`, `mixed-modes` or `bug-check`
    /// @param position the step
    /// @param pid the process
    /// @param handle the handle value
    /// @param variable the variable that held it, or empty
    /// @param sentence what happened, in words
    public record Misuse(String kind, long position, int pid, long handle, String variable, String sentence) {}

    /// Handles opened by one step of the program.
    ///
    /// @param step the step
    /// @param opened handles ever opened by it
    /// @param closed of those, closed by a call
    /// @param closedByExit of those, closed by the end of their process
    public record SiteCount(Scenario.Step step, long opened, long closed, long closedByExit) {
        /// Handles opened by it and open now.
        public long open() {
            return opened - closed - closedByExit;
        }
    }

    /// A list that grows at its end and is shared by forks.
    private record Chain<T>(T last, Chain<T> before) {
        static <T> List<T> newestFirst(Chain<T> chain) {
            List<T> all = new ArrayList<>();
            for (Chain<T> link = chain; link != null; link = link.before) {
                all.add(link.last);
            }
            return all;
        }
    }

    /// Misuse kept at most: a loop that goes wrong a million times says enough with its first thousands.
    private static final int MAXIMUM_MISUSES = 10_000;

    private final Program program;
    private final Kernel kernel;
    private final Bindings bindings;
    private final SiteCounts sites;
    private long position;
    private long opened;
    private long closed;
    private Outcome last;
    private Chain<Misuse> misuses;
    private int misuseCount;
    private Chain<Outcome> failures;
    private HeldHandle lastOpened;
    private final HandleObserver observer = new Watch();

    private Machine(Program program, Kernel kernel, Bindings bindings, SiteCounts sites) {
        this.program = program;
        this.kernel = kernel;
        this.bindings = bindings;
        this.sites = sites;
    }

    /// A machine at position 0: booted, the cast in place.
    public static Machine start(Program program) {
        Scenario scenario = program.scenario();
        Kernel kernel = Kernel.boot(scenario.machine());
        Machine machine = new Machine(program, kernel, new Bindings(scenario), new SiteCounts(program.stepCount()));
        new Stage(machine.kernel, machine.bindings).set(scenario);
        return machine;
    }

    /// A copy that goes its own way.
    public Machine fork() {
        Machine fork = new Machine(program, kernel.fork(), bindings.fork(), sites.fork());
        fork.position = position;
        fork.opened = opened;
        fork.closed = closed;
        fork.last = last;
        fork.misuses = misuses;
        fork.misuseCount = misuseCount;
        fork.failures = failures;
        return fork;
    }

    // ---- running --------------------------------------------------------------------------------------------------

    /// Runs the next step.
    public Outcome step() {
        long next = position + 1;
        Scenario.Step step = program.step(next);
        position = next;
        last = step.call() == null ? new Outcome(next, step, null, null, null, "") : run(step, step.call());
        for (int slot : step.forget()) {
            bindings.forget(slot);
        }
        if (!last.failure().isEmpty()) {
            failures = new Chain<>(last, failures);
        }
        return last;
    }

    private Outcome run(Scenario.Step step, Scenario.Call call) {
        int pid = bindings.pid(call.in());
        int tid = call.in().equals(Scenario.SYSTEM) ? systemThread() : bindings.tid(call.in());
        Caller caller = new Caller(pid, tid, previousMode(call, pid), call.buffer(), call.caught());
        String unable = unable(call.in(), pid, tid);
        if (!unable.isEmpty()) {
            return new Outcome(position, step, caller, null, null, unable);
        }
        KernelCall kernelCall = call.builder().build(bindings);
        Suspicion suspicion = Suspicion.before(kernel, caller, call.handleUses(), bindings);
        int about = suspicion.object();
        lastOpened = null;
        CallResult result = kernel.execute(position, caller, kernelCall, call.value(), observer);
        String found = suspicion.after(kernel, caller, kernelCall, result);
        String misuse = found.isEmpty() && mixesModes(call, caller, kernelCall, suspicion) ? "mixed-modes" : found;
        if (!misuse.isEmpty()) {
            report(misuse, caller, call, suspicion, result);
        }
        bind(call, result, pid);
        String failure = Expectations.check(
                kernel, bindings, caller, call, result, kernel.object(result.object()) == null ? about : result.object(), suspicion.handle());
        return new Outcome(position, step, caller, kernelCall, result, failure);
    }

    /// The previous mode of a call. A program's calls come from user mode. Of a driver's calls, `Zw…` sets previous mode to kernel mode, and
    /// `Nt…` leaves it as it is: in a thread of a program, which is in the middle of a system call then, it is user mode.
    private static PreviousMode previousMode(Scenario.Call call, int pid) {
        boolean kept = call.service().startsWith("Nt") && pid != Kernel.SYSTEM_PID;
        return call.kernelMode() && !kept ? PreviousMode.KERNEL : PreviousMode.USER;
    }

    /// Whether a driver closes by `Zw…` what a driver opened by `Nt…`: the close is not checked as the open was.
    private boolean mixesModes(Scenario.Call call, Caller caller, KernelCall kernelCall, Suspicion suspicion) {
        if (!(kernelCall instanceof KernelCall.NtClose) || caller.mode() != PreviousMode.KERNEL || suspicion.was() == null
                || suspicion.was().stamp() == 0 || !call.service().startsWith("Zw")) {
            return false;
        }
        Scenario.Call opening = program.step(suspicion.was().stamp()).call();
        return opening.kernelMode() && opening.service().startsWith("Nt");
    }

    private int systemThread() {
        return kernel.threads().stream().filter(thread -> thread.pid() == Kernel.SYSTEM_PID && thread.isRunning()).findFirst().map(ThreadObject::tid).orElse(0);
    }

    /// Why a thread cannot make a call, or empty text.
    private String unable(String who, int pid, int tid) {
        ThreadObject thread = kernel.thread(tid);
        if (kernel.bugCheck() != null) {
            return "the machine has stopped (" + kernel.bugCheck().name() + "), so " + who + " cannot make a call";
        }
        if (pid == 0 || thread == null || !thread.isRunning() || thread.isExiting()) {
            return who + " is not running, so it cannot make a call";
        }
        return !thread.isWaiting() ? "" : who + " is waiting, so it cannot make a call until its wait ends";
    }

    private void bind(Scenario.Call call, CallResult result, int pid) {
        for (Operand use : call.handleUses()) {
            if (use instanceof Operand.Variable variable && variable.take()) {
                bindings.takeFirst(variable.slot());
            }
        }
        if (call.result() >= 0 && result.handle() != 0) {
            HeldHandle handle = lastOpened == null ? new HeldHandle(result.handle(), pid, result.object(), 0, position) : lastOpened;
            bindings.bind(call.result(), new HeldHandle(result.handle(), handle.pid(), handle.object(), handle.generation(), position), call.collect());
        } else if (call.result() >= 0 && result.object() != 0 && result.status().isSuccess()) {
            bindings.bind(call.result(), new HeldHandle(0, 0, result.object(), 0, position), call.collect());
        }
        if (!call.creates().isEmpty()) {
            switch (kernel.object(result.object())) {
                case ProcessObject process -> bindings.bindCast(call.creates(), process.pid(), firstThread(process));
                case ThreadObject thread -> bindings.bindCast(call.creates(), thread.pid(), thread.tid());
                case null, default -> {
                    // The call failed, so the member is still to come.
                }
            }
        }
    }

    private int firstThread(ProcessObject process) {
        return kernel.threads().stream().filter(thread -> thread.process() == process.id()).findFirst().map(ThreadObject::tid).orElse(0);
    }

    private void report(String kind, Caller caller, Scenario.Call call, Suspicion suspicion, CallResult result) {
        if (misuseCount++ < MAXIMUM_MISUSES) {
            String variable = suspicion.slot() < 0 ? "" : program.scenario().variables().get(suspicion.slot());
            String sentence = suspicion.sentence(kind, kernel, caller, call.service(), variable, result);
            misuses = new Chain<>(new Misuse(kind, position, caller.pid(), suspicion.handle(), variable, sentence), misuses);
        }
    }

    /// Counts what opens and closes by the step that opened it.
    private final class Watch implements HandleObserver {
        @Override
        public void opened(int pid, long handle, long first, long second) {
            opened++;
            lastOpened = new HeldHandle(handle, pid, HandleEntry.object(first), HandleEntry.generation(second), position);
            if (hasSite(pid, position)) {
                sites.opened(program.step(position).id());
            }
        }

        @Override
        public void closed(int pid, long handle, long first, long second, boolean byExit) {
            closed++;
            long stamp = HandleEntry.stamp(second);
            if (hasSite(pid, stamp)) {
                sites.closed(program.step(stamp).id(), byExit);
            }
        }
    }

    /// Whether a handle was opened by a step of its own process, or given to it by one: what a child inherits, and what was there at the
    /// start, is nobody's call site.
    private boolean hasSite(int pid, long stamp) {
        if (stamp == 0) {
            return false;
        }
        Scenario.Call call = program.step(stamp).call();
        return call.creates().isEmpty() || bindings.pid(call.in()) == pid;
    }

    // ---- reading --------------------------------------------------------------------------------------------------

    /// Steps run so far.
    public long position() {
        return position;
    }

    /// The program it runs.
    public Program program() {
        return program;
    }

    /// The kernel, to be read.
    public Kernel kernel() {
        return kernel;
    }

    /// What the last step did, or null at position 0.
    public Outcome last() {
        return last;
    }

    /// Misuse so far, the latest first.
    public List<Misuse> misuses() {
        return Chain.newestFirst(misuses);
    }

    /// Steps whose expectation failed so far, the earliest first.
    public List<Outcome> failures() {
        return Chain.newestFirst(failures).reversed();
    }

    /// Handles ever opened on the machine since position 0.
    public long opened() {
        return opened;
    }

    /// Handles ever closed on the machine since position 0.
    public long closed() {
        return closed;
    }

    /// Open handles by the step that opened them; the index is the step's id.
    public long[] openBySite() {
        return sites.open();
    }

    /// For each step that has opened handles: how many, and what became of them. In the order of the file.
    public List<SiteCount> sites() {
        return program.steps().stream().filter(step -> sites.opened(step) > 0).map(sites::of).toList();
    }

    /// Handles of a step that are open and held by a variable or collection.
    ///
    /// @param step id of the step
    public long held(int step) {
        return bindings.all().stream()
                .filter(held -> held.stamp() > 0 && held.value() != 0 && program.step(held.stamp()).id() == step && isOpen(held))
                .distinct().count();
    }

    private boolean isOpen(HeldHandle held) {
        HandleTable table = table(held.pid());
        HandleEntry entry = table == null ? null : table.entry(held.place());
        return entry != null && entry.generation() == held.generation();
    }

    private HandleTable table(int pid) {
        ProcessObject process = kernel.process(pid);
        return process == null ? null : process.table();
    }

    /// The name of the variable that holds a handle of a process, or empty when none does.
    public String holder(int pid, long handle) {
        HandleTable table = table(pid);
        HandleEntry entry = table == null ? null : table.entry(handle);
        return entry == null ? "" : bindings.holder(pid, entry.handle(), entry.generation());
    }

    /// Id of the process that a cast member is, 0 when it has not been made.
    public int pid(String castName) {
        return bindings.pid(castName);
    }

    /// The cast name of a process, if it has one.
    public Optional<String> castName(int pid) {
        return pid == Kernel.SYSTEM_PID
                ? Optional.of(Scenario.SYSTEM)
                : program.scenario().cast().stream()
                        .filter(member -> member instanceof Scenario.CastMember.ProcessMember && bindings.pid(member.name()) == pid)
                        .map(Scenario.CastMember::name).findFirst();
    }

    /// The object that a handle of a process names, or null.
    public KObject objectOf(int pid, long handle) {
        HandleTable table = table(pid);
        HandleEntry entry = table == null ? null : table.entry(handle);
        return entry == null ? null : kernel.object(entry.object());
    }

    /// A number that two machines share exactly when all their state is equal.
    public long stateHash() {
        StateHash hash = new StateHash().add(kernel.stateHash()).add(position).add(opened).add(closed);
        bindings.hash(hash);
        sites.hash(hash);
        // What was found and what came back is seen beside the kernel, so it is state too.
        hash.add(last == null ? null : String.valueOf(last.result())).add(misuseCount);
        misuses().forEach(misuse -> hash.add(misuse.toString()));
        failures().forEach(failed -> hash.add(failed.position()).add(failed.failure()));
        return hash.value();
    }
}
