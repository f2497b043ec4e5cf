package dev.handlens.kernel;

import static dev.handlens.kernel.KernelInvariants.require;

import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes calls on a kernel and checks after them what must hold for every state. Forks are kept on the way, and must stay as they were.
final class KernelStorm {
    private static final int FORKS = 6;
    /// What all storms of this run of the tests reached.
    static final StormReach REACH = new StormReach();

    private record Fork(Kernel kernel, long hash) {}

    private final MachineConfig machine;
    private final int checkEvery;
    private final boolean forking;
    private final Kernel kernel;
    private final OpenHandles handles = new OpenHandles();
    private final List<Fork> forks = new ArrayList<>();
    private final List<StormCall> made = new ArrayList<>();
    private int stops;

    /// @param checkEvery calls between two checks
    /// @param forking whether forks are taken
    KernelStorm(MachineConfig machine, int checkEvery, boolean forking) {
        this.machine = machine;
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
    static KernelStorm run(long seed, MachineConfig machine, int calls, int checkEvery) {
        KernelStorm storm = new KernelStorm(machine, checkEvery, true);
        StormCalls random = new StormCalls(seed);
        try {
            while (storm.made.size() + storm.stops < calls) {
                storm.make(random.next(storm.kernel, storm.handles));
            }
            return storm;
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(tell(seed, storm, e), e);
        }
    }

    private static String tell(long seed, KernelStorm storm, Throwable failure) {
        List<StormCall> fewest = new Shrinker(calls -> failure(storm.machine, calls).isPresent()).shrink(storm.made);
        StringBuilder text = new StringBuilder();
        text.append("seed ").append(seed).append(", call ").append(storm.made.size()).append(": ").append(failure).append("\n");
        text.append("the same again, made small (")
                .append(failure(storm.machine, fewest).orElse("not reproduced without the random order"));
        text.append("):\n\n    @Test\n    void replaysStorm").append(seed).append("() {\n        KernelStorm storm = new KernelStorm(");
        text.append(StormCall.java(storm.machine)).append(", 1, true);\n");
        fewest.forEach(call -> text.append("        ").append(call.asJava()).append("\n"));
        return text.append("    }\n").toString();
    }

    /// What fails when calls are made on a new machine, or empty.
    private static Optional<String> failure(MachineConfig machine, List<StormCall> calls) {
        KernelStorm storm = new KernelStorm(machine, calls.size() > 400 ? 16 : 1, true);
        try {
            calls.forEach(storm::make);
            storm.check();
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(e.toString());
        }
    }

    /// Makes a call, unless its thread cannot make one. A call that stops the machine is made on a fork only, so that the storm goes on.
    void make(StormCall call) {
        if (!isAble(call.caller())) {
            return;
        }
        int number = made.size() + 1;
        if (call.caller().buffer() != Buffer.USER || mayStop(call.call(), call.caller())) {
            Kernel trial = kernel.fork();
            trial.execute(number, call.caller(), call.call());
            if (trial.bugCheck() != null) {
                stops++;
                REACH.add(call.call().service(), "0x%X/%X".formatted(trial.bugCheck().code(), trial.bugCheck().p1() & 0xFFFFL));
                require(trial.execute(number, call.caller(), call.call()).status() == NtStatus.STATUS_UNSUCCESSFUL,
                        "a stopped machine answers");
                return;
            }
        }
        made.add(call);
        CallResult result = kernel.execute(number, call.caller(), call.call(), call.pin(), handles);
        REACH.add(call.call().service(), result.status().name());
        require(kernel.bugCheck() == null, "the machine stopped: " + kernel.bugCheck());
        require(result.handle() == 0 || result.status().isSuccess(), "a failed call gives a handle");
        require(!result.blocked() || kernel.thread(call.caller().tid()).isWaiting(), "a blocked thread does not wait");
        if (number % checkEvery == 0) {
            check();
        }
        if (forking && number % 7 == 0) {
            keepFork();
        }
    }

    /// Whether a thread can make a call; the machine itself, which has no thread, always can.
    private boolean isAble(Caller caller) {
        ThreadObject thread = kernel.thread(caller.tid());
        return caller.equals(StormCalls.MACHINE)
                || thread != null && thread.isRunning() && !thread.isExiting() && thread.pid() == caller.pid() && !thread.isWaiting();
    }

    private static boolean mayStop(KernelCall call, Caller caller) {
        return switch (call) {
            case KernelCall.ObDereferenceObject _, KernelCall.ObReferenceObjectByPointer _, KernelCall.ObReferenceObjectByHandle _,
                    KernelCall.ObDereferenceObjectDeferDelete _, KernelCall.ObReferenceObject _, KernelCall.ObOpenObjectByPointer _,
                    KernelCall.ObMakeTemporaryObject _, KernelCall.ExFreePoolWithTag _, KernelCall.ExAllocatePoolWithTag _,
                    KernelCall.ExAllocatePoolWithQuotaTag _, KernelCall.TouchBuffer _, KernelCall.KeSetEvent _, KernelCall.IoCompleteRequest _, KernelCall.IoCancelIrp _ -> true;
            case KernelCall.ObCloseHandle c -> c.accessMode() == PreviousMode.KERNEL;
            case KernelCall.NtClose _ -> caller.mode() == PreviousMode.KERNEL;
            default -> false;
        };
    }

    private void keepFork() {
        Kernel fork = kernel.fork();
        if (made.size() % 91 == 0) {
            forks.add(new Fork(fork, fork.stateHash()));
            if (forks.size() > FORKS) {
                Fork oldest = forks.remove(made.size() / 91 % FORKS);
                require(oldest.kernel.stateHash() == oldest.hash, "a fork did not stay as it was");
            }
        }
    }

    /// Checks everything that must hold now.
    void check() {
        KernelInvariants.check(kernel);
        checkHandles();
        if (!forks.isEmpty()) {
            Fork fork = forks.get(made.size() / checkEvery % forks.size());
            require(fork.kernel.stateHash() == fork.hash, "a fork changed");
            compare(fork.kernel, kernel);
            compare(kernel, fork.kernel);
        }
    }

    private static void compare(Kernel before, Kernel after) {
        List<String> found = NaiveDiff.words(KernelDiff.between(before, after));
        List<String> real = NaiveDiff.between(before, after);
        require(found.equals(real), "the difference found is\n" + found + "\nbut is\n" + real);
    }

    /// The tables have the handles that the observer was told of, and no closed value names anything.
    private void checkHandles() {
        for (ProcessObject process : kernel.processes()) {
            if (process.table() == null) {
                require(handles.open(process.pid()).isEmpty(), process.pid() + " has ended and not all its closes were told");
                handles.forget(process.pid());
            } else {
                List<Long> open = new ArrayList<>();
                process.table().forEach((handle, _, _) -> open.add(handle));
                require(open.equals(handles.open(process.pid())), process.pid() + " has " + open + " and told of "
                        + handles.open(process.pid()));
                checkClosed(process);
            }
        }
    }

    private void checkClosed(ProcessObject process) {
        List<Long> closed = handles.closed(process.pid());
        if (!closed.isEmpty()) {
            long value = closed.get(made.size() / checkEvery % closed.size());
            Caller any = new Caller(process.pid(), 0, PreviousMode.USER);
            NtStatus status = kernel.fork().execute(made.size(), any, new KernelCall.NtQueryObject(value)).status();
            require(status == NtStatus.STATUS_INVALID_HANDLE, "the closed value " + value + " of " + process.pid() + " answers " + status);
        }
    }

    /// Calls made so far.
    List<StormCall> made() {
        return made;
    }

    /// The kernel, to be read.
    Kernel kernel() {
        return kernel;
    }
}
