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
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.Comparator;
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
    public record Misuse(String kind, long position, int pid, long handle, String variable, String sentence) {
        /// Bounds what the sentence quotes, as a message about the file does.
        public Misuse {
            sentence = Diagnostic.bounded(sentence);
        }
    }

    /// Misuse kept at most: a loop that goes wrong a million times says enough with its first thousands.
    public static final int MAXIMUM_MISUSES = 10_000;
    /// Failed expectations kept at most, for the same reason.
    public static final int MAXIMUM_FAILURES = 10_000;

    private final Program program;
    private final Kernel kernel;
    private final Bindings bindings;
    private final SiteCounts sites;
    private final BarCounts bars;
    private final Holdings holdings;
    private long position;
    private long opened;
    private long closed;
    /// What the last step did, in parts: of sixteen million steps a run looks at a few, and only those are put together.
    private PreparedStep lastStep;
    private Caller lastCaller;
    private KernelCall lastCall;
    private CallResult lastResult;
    private String lastFailure = "";
    private Outcome last;
    private Chain<Misuse> misuses;
    private int misuseCount;
    private Chain<Outcome> failures;
    private int failureCount;
    /// The handle that the call has opened, as `HeldHandle` has it; 0 for none.
    private long lastOpened;
    private int lastPid;
    private int lastObject;
    private int lastGeneration;
    private PreparedStep running;
    private final StepCursor cursor;
    /// By number of a repeated step. Made when such a step runs: most forks are only read.
    private Ready[] ready = {};
    private final HandleObserver observer = new Watch();
    private final Suspicion suspicion = new Suspicion();

    /// A call of the program, made of what names stand for.
    ///
    /// @param castVersion of the bindings that the caller was made of
    /// @param version of the bindings that the call was made of
    private record Ready(Caller caller, KernelCall call, long castVersion, long version) {}

    private Machine(Program program, Kernel kernel, Bindings bindings, SiteCounts sites, BarCounts bars) {
        this.program = program;
        this.kernel = kernel;
        this.bindings = bindings;
        this.sites = sites;
        this.bars = bars;
        holdings = new Holdings(program, kernel, bindings, sites);
        cursor = new StepCursor(program);
    }

    /// A machine at position 0: booted, the cast in place.
    public static Machine start(Program program) {
        Scenario scenario = program.scenario();
        Kernel kernel = Kernel.boot(scenario.machine());
        Machine machine = new Machine(program, kernel, new Bindings(scenario), new SiteCounts(), new BarCounts(program.bars()));
        new Stage(machine.kernel, machine.bindings).set(scenario);
        return machine;
    }

    /// A copy that goes its own way.
    public Machine fork() {
        return fork(program);
    }

    /// A copy that goes on with another program.
    ///
    /// @param other a program that is the same up to this position and may have more steps
    public Machine fork(Program other) {
        Machine fork = new Machine(other, kernel.fork(), bindings.fork(), sites.fork(), bars.fork(other.bars()));
        fork.position = position;
        fork.opened = opened;
        fork.closed = closed;
        fork.lastStep = lastStep;
        fork.lastCaller = lastCaller;
        fork.lastCall = lastCall;
        fork.lastResult = lastResult;
        fork.lastFailure = lastFailure;
        fork.last = last;
        fork.misuses = misuses;
        fork.misuseCount = misuseCount;
        fork.failures = failures;
        fork.failureCount = failureCount;
        return fork;
    }

    // ---- running --------------------------------------------------------------------------------------------------

    /// Runs the next step; `last()` tells what it did.
    public void step() {
        long next = position + 1;
        PreparedStep step = cursor.at(next);
        position = next;
        last = null;
        lastStep = step;
        lastCaller = null;
        lastCall = null;
        lastResult = null;
        lastFailure = step.call() == null ? "" : run(step);
        for (int slot : step.forgotten()) {
            holdings.forget(slot);
        }
        if (!lastFailure.isEmpty()) {
            fail();
        }
    }

    private void fail() {
        if (failureCount++ < MAXIMUM_FAILURES) {
            failures = new Chain<>(last(), failures);
        }
    }

    /// @return what was expected instead, or empty
    private String run(PreparedStep step) {
        Scenario.Call call = step.call();
        Ready ready = ready(step);
        Caller caller = ready.caller;
        lastCaller = caller;
        String unable = unable(call.in(), caller.pid(), caller.tid());
        if (!unable.isEmpty()) {
            return unable;
        }
        KernelCall kernelCall = ready.call;
        suspicion.look(kernel, caller, step.uses(), bindings);
        running = step;
        lastOpened = 0;
        CallResult result = kernel.execute(position, caller, kernelCall, call.value(), observer);
        lastCall = kernelCall;
        lastResult = result;
        String found = suspicion.after(kernel, caller, kernelCall, result);
        String misuse = found.isEmpty() && mixesModes(call, caller, kernelCall) ? "mixed-modes" : found;
        if (!misuse.isEmpty()) {
            report(misuse, caller, call, result);
        }
        bind(step, result, caller.pid());
        return failure(step, caller, result);
    }

    /// Who calls, and what. It stays the same in the next round of a repeat unless a name came to stand for something else.
    private Ready ready(PreparedStep step) {
        if (step.round() >= ready.length) {
            ready = new Ready[program.rounds()];
        }
        Ready known = step.round() < 0 ? null : ready[step.round()];
        if (known == null || known.castVersion != bindings.castVersion() || step.place() == PreparedStep.NOBODY) {
            boolean system = step.place() == PreparedStep.NOBODY;
            int pid = system ? Kernel.SYSTEM_PID : bindings.pid(step.place());
            int tid = system ? systemThread() : bindings.tid(step.place());
            known = new Ready(step.caller(pid, tid), null, bindings.castVersion(), -1);
        }
        if (known.version != bindings.version()) {
            known = new Ready(known.caller, step.call().builder().build(bindings), known.castVersion, bindings.version());
            if (step.round() >= 0) {
                ready[step.round()] = known;
            }
        }
        return known;
    }

    private String failure(PreparedStep step, Caller caller, CallResult result) {
        if (step.isToSucceed() && result.status().isSuccess()) {
            return "";
        }
        int about = kernel.object(result.object()) == null ? suspicion.object() : result.object();
        return Expectations.check(kernel, bindings, caller, step.call(), result, about, suspicion.handle());
    }

    /// Whether a driver closes by `Zw…` what a driver opened by `Nt…`: the close is not checked as the open was.
    private boolean mixesModes(Scenario.Call call, Caller caller, KernelCall kernelCall) {
        if (!(kernelCall instanceof KernelCall.NtClose) || caller.mode() != PreviousMode.KERNEL || suspicion.was() == null
                || suspicion.was().stamp() == 0 || !call.service().startsWith("Zw")) {
            return false;
        }
        Scenario.Call opening = program.step(suspicion.was().stamp()).call();
        return opening.kernelMode() && opening.service().startsWith("Nt");
    }

    private int systemThread() {
        return kernel.threads().stream().filter(thread -> thread.pid() == Kernel.SYSTEM_PID && thread.isRunning()).findFirst()
                .map(ThreadObject::tid).orElse(0);
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

    private void bind(PreparedStep step, CallResult result, int pid) {
        for (int slot : step.taken()) {
            holdings.takeFirst(slot);
        }
        Scenario.Call call = step.call();
        if (call.result() >= 0 && result.handle() != 0) {
            HeldHandle held = lastOpened == 0
                    ? new HeldHandle(result.handle(), pid, result.object(), 0, position)
                    : new HeldHandle(result.handle(), lastPid, lastObject, lastGeneration, position);
            holdings.bind(call.result(), held, call.collect());
        } else if (call.result() >= 0 && result.object() != 0 && result.status().isSuccess()) {
            holdings.bind(call.result(), new HeldHandle(0, 0, result.object(), 0, position), call.collect());
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

    private void report(String kind, Caller caller, Scenario.Call call, CallResult result) {
        if (misuseCount++ < MAXIMUM_MISUSES) {
            String variable = suspicion.slot() < 0 ? "" : program.scenario().variables().get(suspicion.slot());
            String sentence = suspicion.sentence(kind, kernel, caller, call.service(), variable, result);
            misuses = new Chain<>(new Misuse(kind, position, caller.pid(), suspicion.handle(), variable, sentence), misuses);
        }
    }

    /// Counts what opens and closes by the call site that opened it.
    private final class Watch implements HandleObserver {
        @Override
        public void opened(int pid, long handle, long first, long second) {
            opened++;
            bars.opened(position);
            lastOpened = handle;
            lastPid = pid;
            lastObject = HandleEntry.object(first);
            lastGeneration = HandleEntry.generation(second);
            if (isSite(running.step(), pid)) {
                sites.opened(program, running, pid, kernel.object(lastObject).type());
            }
        }

        @Override
        public void closed(int pid, long handle, long first, long second, boolean byExit) {
            closed++;
            long stamp = HandleEntry.stamp(second);
            if (stamp != 0) {
                bars.closed(stamp);
                Scenario.Step opening = program.step(stamp);
                if (isSite(opening, pid)) {
                    ObjectType type = kernel.object(HandleEntry.object(first)).type();
                    holdings.closed(position, pid, handle, type, stamp);
                    sites.closed(program.prepared(opening.id()), pid, type, byExit);
                }
            }
        }
    }

    /// Whether the handles that a process gets from a step are opened by it: what a child inherits is nobody's call site, nor is what was
    /// there at the start.
    private boolean isSite(Scenario.Step step, int pid) {
        return step.call().creates().isEmpty() || bindings.pid(step.call().in()) == pid;
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
        if (last == null && lastStep != null) {
            last = new Outcome(position, lastStep.step(), lastCaller, lastCall, lastResult, lastFailure);
        }
        return last;
    }

    /// Misuse so far, the latest first.
    public List<Misuse> misuses() {
        return Chain.newestFirst(misuses);
    }

    /// Returns the steps whose expectation failed so far, the earliest first, at most [#MAXIMUM_FAILURES].
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

    /// Returns the open handles by the bar of [Program#bars] in which they were opened; those from before position 0 are in none.
    public int[] openByBar() {
        return bars.open();
    }

    /// Returns the counts of all call sites as they are now; they stay so when the machine goes on.
    public SiteCounts siteCounts() {
        return sites.fork();
    }

    /// Returns the call sites that have opened handles, in the order of the file.
    public List<SiteCounts.Site> sites() {
        List<SiteCounts.Site> found = sites.all();
        found.removeIf(site -> site.opened() == 0);
        found.sort(Comparator.<SiteCounts.Site>comparingInt(site -> program.order(site.step())).thenComparingInt(SiteCounts.Site::number));
        return found;
    }

    /// Returns the number of the call site that opened a handle, or -1 for a handle that no call site of the program opened.
    ///
    /// @param pid process whose table has it
    /// @param stamp position of the step that opened it, 0 for the start
    public int site(int pid, ObjectType type, long stamp) {
        SiteCounts.Site site = stamp == 0 ? null : sites.find(program.prepared(program.step(stamp).id()).origin(), pid, type);
        return site == null ? -1 : site.number();
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
        hash.add(lastStep == null ? null : String.valueOf(lastResult)).add(misuseCount);
        misuses().forEach(misuse -> hash.add(misuse.toString()));
        failures().forEach(failed -> hash.add(failed.position()).add(failed.failure()));
        return hash.value();
    }
}
