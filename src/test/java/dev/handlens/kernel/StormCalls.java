package dev.handlens.kernel;

import dev.handlens.kernel.ps.ThreadObject;
import java.util.List;
import java.util.SplittableRandom;

/// Random calls, weighted so that every call meets every state: mostly such as make sense where they are made, some that do not.
final class StormCalls {
    private static final int FEW_ABLE = 4;
    private static final int FEW_HANDLES = 12;
    private static final int MANY_KERNEL_HANDLES = 90;
    /// All that a table of one page takes on x64.
    private static final int HOARD = 255;
    private static final int SELDOM = 20_000;
    private static final int PINS = 600;
    private static final int PINS_OF_THE_POOR = 250;

    private final SplittableRandom random;
    private final StormDraw draw;
    private final StormUpkeep upkeep;
    /// Whether programs open far more than they close, so that handle tables are full.
    private final boolean hoards;
    private final Lottery lottery = new Lottery();
    /// For a process that has hardly a handle yet: with none, most calls say the same.
    private final Lottery beginning = new Lottery();

    StormCalls(StormPlan plan) {
        hoards = plan.hoards();
        random = new SplittableRandom(plan.seed());
        draw = new StormDraw(random);
        StormDriverCalls drivers = new StormDriverCalls(draw);
        upkeep = new StormUpkeep(draw, drivers);
        StormObjectCalls objects = new StormObjectCalls(draw);
        objects.putInto(lottery);
        objects.putInto(beginning);
        new StormHandleCalls(draw).putInto(lottery);
        int crowd = hoards ? StormProcessCalls.FEW_THREADS : StormProcessCalls.MANY_THREADS;
        new StormProcessCalls(draw, crowd).putInto(lottery);
        drivers.putInto(lottery);
    }

    /// The next call for a state.
    StormCall next(Kernel now, OpenHandles open) {
        draw.look(now, open);
        List<ThreadObject> able = draw.ableThreads();
        KernelCall help = help(able.size());
        if (help != null) {
            return new StormCall(StormUpkeep.MACHINE, help, 0);
        }
        ThreadObject thread = draw.pick(able);
        boolean kernelMode = thread.pid() == Kernel.SYSTEM_PID || draw.chance(5);
        Buffer buffer = draw.chance(20) ? draw.pick(List.of(Buffer.values())) : Buffer.USER;
        PreviousMode mode = kernelMode ? PreviousMode.KERNEL : PreviousMode.USER;
        Caller caller = new Caller(thread.pid(), thread.tid(), mode, buffer, draw.chance(3));
        draw.actAs(caller);
        if (thread.pid() == Kernel.SYSTEM_PID && draw.chance(6) && ofSystem(able) > FEW_ABLE) {
            // Nobody else can end a thread of System, and a storm that only the kernel rages in proves nothing about programs.
            return new StormCall(caller, new KernelCall.PsTerminateSystemThread(1), 0);
        }
        if (!hoards && upkeep.isFull() && draw.chance(3)) {
            return new StormCall(caller, draw.chance(12) ? new KernelCall.NtTerminateProcess(Kernel.CURRENT_PROCESS, 3)
                    : new KernelCall.NtClose(draw.closable()), 0);
        }
        int handles = open.open(thread.pid()).size();
        if (handles < FEW_HANDLES && draw.chance(3)) {
            return new StormCall(caller, beginning.draw(random), 0);
        }
        if (hoards && thread.pid() != Kernel.SYSTEM_PID && (handles < HOARD - 4 ? !draw.chance(8) : handles < HOARD && draw.chance(2))) {
            return new StormCall(caller, hoard(handles), 0);
        }
        long pin = draw.chance(60) ? 4L + draw.below(draw.isPoor() ? PINS_OF_THE_POOR : PINS) * 4L : 0;
        return new StormCall(caller, lottery.draw(random), pin);
    }

    private static long ofSystem(List<ThreadObject> threads) {
        return threads.stream().filter(thread -> thread.pid() == Kernel.SYSTEM_PID).count();
    }

    /// One more handle; before the table is full, the pool is, so that it does not grow.
    private KernelCall hoard(int handles) {
        KernelCall fill = handles < HOARD - 2 ? null : upkeep.fill();
        return fill != null ? fill
                : new KernelCall.NtDuplicateObject(-1, draw.closable(), -1, 0, 0, KernelCall.NtDuplicateObject.SAME_ACCESS);
    }

    /// What the machine itself has to do before threads go on, or null.
    private KernelCall help(int able) {
        draw.actAs(StormUpkeep.MACHINE);
        if (able == 0 || able < FEW_ABLE && !draw.chance(4) || draw.chance(30)) {
            KernelCall wake = upkeep.wake();
            return wake == null && able == 0 ? new KernelCall.PsInitialProcess("initial.exe", 0, 0) : wake;
        }
        if (upkeep.isFull() && draw.chance(hoards ? 12 : 3)) {
            return upkeep.release();
        }
        if (draw.openHandles() > MANY_KERNEL_HANDLES && draw.chance(3)) {
            return upkeep.closeKernelHandle();
        }
        if (draw.chance(SELDOM)) {
            return upkeep.lose();
        }
        return draw.chance(50) ? upkeep.lostDirectory() : null;
    }
}
