package dev.handlens.kernel;

import static dev.handlens.kernel.KernelInvariants.require;

import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;

/// Makes calls on a kernel and checks after them what must hold for every state: a little after each call, everything now and then. Forks
/// are taken and kept on the way, and must stay as they were.
final class KernelStorm {
    private static final int FORK_EVERY = 7;

    private final int checkEvery;
    private final boolean forking;
    private final Kernel kernel;
    private final OpenHandles handles = new OpenHandles();
    private final StormForks forks = new StormForks();
    private final StormReach reach = new StormReach();
    private final List<StormCall> made = new ArrayList<>();
    private int stops;

    /// @param checkEvery calls between two checks of everything, and between two forks that are kept
    /// @param forking whether forks are taken
    KernelStorm(MachineConfig machine, int checkEvery, boolean forking) {
        this.checkEvery = checkEvery;
        this.forking = forking;
        kernel = Kernel.boot(machine);
        for (ProcessObject process : kernel.processes()) {
            process.table().forEach((handle, first, second) -> handles.opened(process.pid(), handle, first, second));
        }
    }

    /// Makes random calls; what fails is made smaller and told with the calls that lead to it.
    ///
    /// @return this storm, for questions about the state it led to
    static KernelStorm run(StormPlan plan) {
        KernelStorm storm = new KernelStorm(plan.machine(), plan.checkEvery(), true);
        StormCalls random = new StormCalls(plan);
        try {
            while (storm.calls() < plan.calls()) {
                storm.make(random.next(storm.kernel, storm.handles));
            }
            storm.finish();
            return storm;
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(StormFailure.tell(plan, storm.made, e), e);
        }
    }

    /// Makes a call, unless its thread cannot make one. A call that stops the machine is made on a fork only, so that the storm goes on.
    void make(StormCall call) {
        if (!isAble(call.caller())) {
            return;
        }
        reach.returned(kernel, call.caller().tid());
        made.add(call);
        if (mayStop(call.call(), call.caller()) && stops(call)) {
            made.removeLast();
            stops++;
            return;
        }
        int number = made.size();
        boolean forbidden = StormRights.forbid(kernel, call.caller(), call.call());
        handles.beginCall();
        CallResult result = kernel.execute(number, call.caller(), call.call(), call.pin(), handles);
        reach.add(call, result);
        require(!forbidden || !result.status().isSuccess(), "a program does what its handle does not allow");
        checkCall(call, result);
        if (number % checkEvery == 0) {
            check();
        }
        if (forking && number % checkEvery == checkEvery / 2) {
            forks.keep(kernel);
        } else if (forking && number % FORK_EVERY == 0) {
            kernel.fork();
        }
    }

    /// Makes a call on a fork, and tells whether it stops the machine there.
    private boolean stops(StormCall call) {
        Kernel trial = kernel.fork();
        CallResult result = trial.execute(made.size(), call.caller(), call.call());
        if (trial.bugCheck() == null) {
            return false;
        }
        reach.add(call.call().service(), StormReach.name(trial.bugCheck()));
        require(!result.status().isSuccess(), "a call that stops the machine succeeds");
        boolean hashed = stops % checkEvery == 0;
        long stopped = hashed ? trial.stateHash() : 0;
        NtStatus answer = trial.execute(made.size(), call.caller(), call.call()).status();
        require(answer == NtStatus.STATUS_UNSUCCESSFUL, "a stopped machine answers");
        require(!hashed || trial.stateHash() == stopped, "a stopped machine changes");
        return true;
    }

    /// Whether a thread can make a call; the machine itself, which has no thread, always can.
    private boolean isAble(Caller caller) {
        ThreadObject thread = kernel.thread(caller.tid());
        return caller.equals(StormUpkeep.MACHINE)
                || thread != null && thread.isRunning() && !thread.isExiting() && thread.pid() == caller.pid() && !thread.isWaiting();
    }

    private static boolean mayStop(KernelCall call, Caller caller) {
        return switch (call) {
            case KernelCall.ObDereferenceObject _, KernelCall.ObReferenceObjectByPointer _, KernelCall.ObReferenceObjectByHandle _,
                    KernelCall.ObDereferenceObjectDeferDelete _, KernelCall.ObReferenceObject _, KernelCall.ObOpenObjectByPointer _,
                    KernelCall.ObMakeTemporaryObject _, KernelCall.ExFreePoolWithTag _, KernelCall.ExAllocatePoolWithTag _,
                    KernelCall.ExAllocatePoolWithQuotaTag _, KernelCall.TouchBuffer _, KernelCall.KeSetEvent _,
                    KernelCall.IoCompleteRequest _, KernelCall.IoCancelIrp _ -> true;
            case KernelCall.ObCloseHandle c -> c.accessMode() == PreviousMode.KERNEL;
            case KernelCall.NtClose _ -> caller.mode() == PreviousMode.KERNEL;
            default -> caller.mode() == PreviousMode.KERNEL && caller.buffer() == Buffer.BAD;
        };
    }

    // ---- checks ---------------------------------------------------------------------------------------------------

    /// What is cheap enough to be checked after every call: that the answer fits the state.
    private void checkCall(StormCall call, CallResult result) {
        require(kernel.bugCheck() == null, "the machine stopped");
        require(result.status().isSuccess() || result.handle() == 0 && handles.addedByCall() <= 0,
                "a call that fails leaves a handle open");
        require(!result.blocked() || kernel.thread(call.caller().tid()).isWaiting(), "a blocked thread does not wait");
        KObject object = kernel.object(result.object());
        if (object != null) {
            require(object.pointerCount() == object.handleCount() + object.references().size() && object.pointerCount() > 0,
                    "what a call tells of is counted wrong");
        }
        ProcessObject process = kernel.process(call.caller().pid());
        if (process != null && process.table() != null) {
            int open = handles.open(process.pid()).size();
            require(process.table().count() == open && process.table().opened() - process.table().closed() == open,
                    "the table of the caller counts its handles wrong");
        }
        if (call.call() instanceof KernelCall.NtCreateProcess creation && result.status().isSuccess()) {
            StormRights.checkInherited(kernel, call.caller(), creation, result);
        }
        PoolRecount.checkGauges(kernel);
    }

    /// Checks everything that must hold now.
    void check() {
        KernelInvariants.check(kernel);
        checkHandles();
        forks.check(kernel, made.size() / checkEvery);
    }

    /// Checks everything that must hold at the end.
    void finish() {
        check();
        forks.checkAll();
    }

    /// The tables have the handles that the observer was told of, and no closed value names anything.
    private void checkHandles() {
        for (ProcessObject process : kernel.processes()) {
            if (process.table() == null) {
                require(handles.open(process.pid()).size() == 0, process.pid() + " has ended and not all its closes were told");
            } else {
                List<Long> open = new ArrayList<>();
                process.table().forEach((handle, _, _) -> open.add(handle));
                List<Long> told = handles.open(process.pid()).sorted();
                require(open.equals(told), () -> process.pid() + " has " + open + " and told of " + told);
                checkClosed(process);
            }
        }
    }

    private void checkClosed(ProcessObject process) {
        OpenHandles.Bag closed = handles.closed(process.pid());
        if (closed.size() > 0) {
            long value = closed.get(made.size() / checkEvery % closed.size());
            Caller any = new Caller(process.pid(), 0, PreviousMode.USER);
            NtStatus status = kernel.fork().execute(made.size(), any, new KernelCall.NtQueryObject(value)).status();
            require(status == NtStatus.STATUS_INVALID_HANDLE,
                    () -> "the closed value " + value + " of " + process.pid() + " answers " + status);
        }
    }

    /// Makes the same calls on a machine that is never forked: whether forks were taken on the way must not be told from the state.
    void requireSameWithoutForks(StormPlan plan) {
        KernelStorm other = new KernelStorm(plan.machine(), Integer.MAX_VALUE, false);
        for (int number = 1; number <= made.size(); number++) {
            StormCall call = made.get(number - 1);
            other.kernel.execute(number, call.caller(), call.call(), call.pin(), HandleObserver.NONE);
        }
        require(other.kernel.stateHash() == kernel.stateHash(), () -> "seed " + plan.seed() + ": without forks the state is another one");
    }

    // ---- reading --------------------------------------------------------------------------------------------------

    /// Calls made so far, without those that stopped a fork.
    List<StormCall> made() {
        return made;
    }

    /// How many calls were made so far.
    int calls() {
        return made.size() + stops;
    }

    /// What came of the calls.
    StormReach reach() {
        return reach;
    }

    /// The handles that were told of.
    OpenHandles handles() {
        return handles;
    }

    /// The kernel, to be read.
    Kernel kernel() {
        return kernel;
    }
}
