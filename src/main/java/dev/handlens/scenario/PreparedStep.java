package dev.handlens.scenario;

import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.PreviousMode;
import java.util.List;

/// A step with what can be said of it before it is run, so that running it sixteen million times says it once.
final class PreparedStep {
    /// Stands for System, which is no member of the cast.
    static final int NOBODY = -1;

    private final Scenario.Step step;
    private final Scenario.Call call;
    private final int place;
    private final int origin;
    private final int round;
    private final Operand[] uses;
    private final int[] taken;
    private final int[] forgotten;
    private final boolean callsNt;
    private final boolean succeeds;

    /// @param origin number of the place that its call comes from
    /// @param round its number among the steps inside repeats, or -1
    PreparedStep(Scenario scenario, Scenario.Step step, int origin, int round) {
        this.step = step;
        this.origin = origin;
        this.round = round;
        call = step.call();
        List<Operand> handles = call == null ? List.of() : call.handleUses();
        place = call == null ? NOBODY : placeOf(scenario, call.in());
        uses = handles.toArray(new Operand[0]);
        taken = handles.stream().filter(use -> use instanceof Operand.Variable variable && variable.take())
                .mapToInt(use -> ((Operand.Variable) use).slot()).toArray();
        forgotten = step.forget().stream().mapToInt(Integer::intValue).toArray();
        callsNt = call != null && call.service().startsWith("Nt");
        succeeds = call != null && call.expect().equals(Scenario.Expect.SUCCESS) && call.value() == 0;
    }

    private static int placeOf(Scenario scenario, String castName) {
        List<Scenario.CastMember> cast = scenario.cast();
        for (int i = 0; i < cast.size(); i++) {
            if (cast.get(i).name().equals(castName)) {
                return i;
            }
        }
        return NOBODY;
    }

    /// The step.
    Scenario.Step step() {
        return step;
    }

    /// Its call, or null.
    Scenario.Call call() {
        return call;
    }

    /// Place in the cast of who makes the call; `NOBODY` for System.
    int place() {
        return place;
    }

    /// Returns the number of the place that its call comes from, from 0: the same for all steps with the same call stack, or without a
    /// stack for all calls of the same service.
    int origin() {
        return origin;
    }

    /// Returns its number among the steps inside repeats, or -1: only such a step is run again and again.
    int round() {
        return round;
    }

    /// Handles that the call uses.
    Operand[] uses() {
        return uses;
    }

    /// Slots of the collections whose oldest member the call takes out.
    int[] taken() {
        return taken;
    }

    /// Slots of the variables that go out of scope after it.
    int[] forgotten() {
        return forgotten;
    }

    /// Whether nothing is expected of the call but that it succeeds.
    boolean isToSucceed() {
        return succeeds;
    }

    /// Who calls. The previous mode of a program's calls is user mode. Of a driver's calls, `Zw…` sets previous mode to kernel mode, and
    /// `Nt…` leaves it as it is: in a thread of a program, which is in the middle of a system call then, it is user mode.
    Caller caller(int pid, int tid) {
        boolean kept = callsNt && pid != Kernel.SYSTEM_PID;
        PreviousMode mode = call.kernelMode() && !kept ? PreviousMode.KERNEL : PreviousMode.USER;
        return new Caller(pid, tid, mode, call.buffer(), call.caught());
    }
}
