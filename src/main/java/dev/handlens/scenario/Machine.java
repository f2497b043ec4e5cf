package dev.handlens.scenario;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import java.util.List;

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
    /// @param kind such as `double-close`, `use-after-close`, `stale-handle`, `wrong-type`, `access-denied`
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

    private Machine() {}

    /// A machine at position 0: booted, the cast in place.
    public static Machine start(Program program) {
        throw new UnsupportedOperationException();
    }

    /// A copy that goes its own way.
    public Machine fork() {
        throw new UnsupportedOperationException();
    }

    /// Runs the next step.
    public Outcome step() {
        throw new UnsupportedOperationException();
    }

    /// Steps run so far.
    public long position() {
        throw new UnsupportedOperationException();
    }

    /// The program it runs.
    public Program program() {
        throw new UnsupportedOperationException();
    }

    /// The kernel, to be read.
    public Kernel kernel() {
        throw new UnsupportedOperationException();
    }

    /// What the last step did, or null at position 0.
    public Outcome last() {
        throw new UnsupportedOperationException();
    }

    /// Misuse so far, the latest first.
    public List<Misuse> misuses() {
        throw new UnsupportedOperationException();
    }

    /// Steps whose expectation failed so far, the earliest first.
    public List<Outcome> failures() {
        throw new UnsupportedOperationException();
    }

    /// Handles ever opened on the machine.
    public long opened() {
        throw new UnsupportedOperationException();
    }

    /// Handles ever closed on the machine.
    public long closed() {
        throw new UnsupportedOperationException();
    }

    /// Open handles by the step that opened them; the index is the step's id.
    public long[] openBySite() {
        throw new UnsupportedOperationException();
    }

    /// For each step that has opened handles: how many, and what became of them. In the order of the file.
    public List<SiteCount> sites() {
        throw new UnsupportedOperationException();
    }

    /// Handles of a step that are open and held by a variable or collection.
    ///
    /// @param step id of the step
    public long held(int step) {
        throw new UnsupportedOperationException();
    }

    /// The name of the variable that holds a handle of a process, or empty when none does.
    public String holder(int pid, long handle) {
        throw new UnsupportedOperationException();
    }

    /// Id of the process that a cast member is, 0 when it has not been made.
    public int pid(String castName) {
        throw new UnsupportedOperationException();
    }

    /// A number that two machines share exactly when all their state is equal.
    public long stateHash() {
        throw new UnsupportedOperationException();
    }
}
