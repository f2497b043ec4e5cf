package dev.handlens.kernel;

import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.se.Privilege;
import java.util.List;

/// Calls on processes, threads and jobs. They keep a machine neither empty nor crowded.
final class StormProcessCalls {
    static final int FEW_THREADS = 8;
    static final int MANY_THREADS = 18;
    private static final List<Integer> PRIORITIES = List.of(-16, -2, -1, 0, 1, 2, 16, 3, Integer.MIN_VALUE);

    private final StormDraw draw;
    private final int crowd;

    /// @param crowd threads from which on more end than begin
    StormProcessCalls(StormDraw draw, int crowd) {
        this.draw = draw;
        this.crowd = crowd;
    }

    void putInto(Lottery lottery) {
        lottery.add(16, this::makeProcess)
                .add(12, this::makeThread)
                .add(5, this::endProcess)
                .add(14, this::endThread)
                .add(16, this::openProcess)
                .add(12, () -> new KernelCall.NtOpenThread(draw.access(), draw.unnamed(), draw.tid()))
                .add(6, () -> new KernelCall.NtSetInformationThread(thread(), draw.below(7) - 3))
                .add(3, () -> new KernelCall.PsInitialThread(draw.pid(), "storm!initial", 0))
                .add(14, this::limits)
                .add(6, () -> new KernelCall.NtSetHandleTracing(draw.process(), draw.chance(3)))
                .add(6, () -> new KernelCall.HtraceSnapshot(draw.process()))
                .add(10, () -> new KernelCall.NtOpenProcessToken(draw.process(), draw.access()))
                .add(5, () -> new KernelCall.NtOpenThreadToken(thread(), 8))
                .add(8, () -> new KernelCall.NtSetInformationThread(thread(), draw.pick(PRIORITIES)))
                .add(10, () -> new KernelCall.NtAssignProcessToJobObject(draw.handle(ObjectType.JOB), draw.process()))
                .add(5, () -> new KernelCall.NtSetInformationJobObject(draw.handle(ObjectType.JOB), draw.chance(3)))
                .add(3, () -> new KernelCall.NtTerminateJobObject(draw.handle(ObjectType.JOB), 1))
                .add(5, this::systemThread)
                .add(3, () -> new KernelCall.PsTerminateSystemThread(1))
                .add(4, () -> new KernelCall.PsLookupProcessByProcessId(draw.pid(), draw.driver()))
                .add(4, () -> new KernelCall.PsLookupThreadByThreadId(draw.tid(), draw.driver()));
    }

    private boolean isCrowded() {
        return draw.runningThreads() > crowd;
    }

    private long thread() {
        return draw.chance(3) ? Kernel.CURRENT_THREAD : draw.handle(ObjectType.THREAD);
    }

    private KernelCall makeProcess() {
        if (isCrowded()) {
            return endProcess();
        }
        if (draw.chance(4)) {
            return new KernelCall.PsInitialProcess("initial.exe", draw.chance(2) ? 0 : draw.pick(draw.threads()).pid(), 0);
        }
        List<Long> listed = draw.chance(4) ? List.of(draw.handle(null), draw.handle(null)) : List.of();
        return new KernelCall.NtCreateProcess(draw.access(), draw.unnamed(), "storm.exe", draw.chance(2), listed, 0);
    }

    private KernelCall makeThread() {
        return isCrowded() ? endThread()
                : new KernelCall.NtCreateThread(draw.access(), draw.unnamed(), draw.process(), "storm!start", 0);
    }

    private KernelCall endProcess() {
        long process = draw.chance(8) ? 0 : draw.chance(3) && isCrowded() ? Kernel.CURRENT_PROCESS : draw.handle(ObjectType.PROCESS);
        return new KernelCall.NtTerminateProcess(process, draw.below(9));
    }

    private KernelCall endThread() {
        return new KernelCall.NtTerminateThread(draw.chance(6) ? 0 : thread(), 1);
    }

    private KernelCall openProcess() {
        ObjectAttributes attributes = draw.chance(12) ? new ObjectAttributes("\\x", 0, 0) : draw.unnamed();
        ClientId client = draw.chance(20) ? null : new ClientId(draw.pid(), draw.chance(5) ? draw.tid() : 0);
        return new KernelCall.NtOpenProcess(draw.access(), attributes, client);
    }

    private KernelCall limits() {
        int privileges = draw.chance(2) ? Privilege.USUAL : draw.below(1 << Privilege.values().length);
        return new KernelCall.PsInitialLimits(draw.pid(), privileges, limit(), limit());
    }

    private long limit() {
        return draw.chance(3) ? draw.below(draw.chance(2) ? 800 : 20_000) : -1;
    }

    private KernelCall systemThread() {
        long process = draw.chance(2) ? 0 : draw.chance(3) ? draw.handle(null) : draw.process();
        return isCrowded() ? endThread() : new KernelCall.PsCreateSystemThread(draw.access(), draw.unnamed(), process, "storm!worker", 0);
    }
}
