package dev.handlens.lens;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import java.util.List;

/// What the scenario says at a step. What one step says stands until another one speaks.
final class WalkthroughProjector {
    private final Sight sight;
    private final Program program;
    private final Scenario scenario;

    private WalkthroughProjector(Sight sight) {
        this.sight = sight;
        program = sight.program();
        scenario = program.scenario();
    }

    /// The walkthrough.
    static WalkthroughFrame project(Sight sight) {
        return new WalkthroughProjector(sight).project();
    }

    private WalkthroughFrame project() {
        long position = sight.position();
        Scenario.Step step = position == 0 ? null : program.step(position);
        // What a step said, and the source it showed, stand until another one speaks.
        Scenario.Step speaker = program.speaker(position);
        Scenario.Step shower = program.shower(position);
        Scenario.Listing listing = listing(shower);
        String title = speaker == null ? scenario.title() : speaker.title();
        String say = speaker == null ? scenario.summary() : speaker.say();
        return new WalkthroughFrame(
                position, program.length(), title, say,
                listing == null ? List.of() : listing.lines(),
                listing == null ? "" : listing.name(),
                shower == null || listing == null ? 0 : shower.firstLine(),
                shower == null || listing == null ? 0 : shower.lastLine(),
                call(), step == null ? "" : step.ask(), step == null ? "" : step.answer(), speaker == null ? "" : speaker.notes());
    }

    /// The listing of a step; before any step has one, the first of the scenario.
    private Scenario.Listing listing(Scenario.Step shower) {
        if (shower == null) {
            return scenario.listings().isEmpty() ? null : scenario.listings().getFirst();
        }
        return scenario.listings().stream().filter(listing -> listing.name().equals(shower.listing())).findFirst().orElse(null);
    }

    private WalkthroughFrame.CallCard call() {
        Machine.Outcome outcome = sight.now().last();
        if (outcome == null || outcome.call() == null) {
            return outcome == null || outcome.failure().isEmpty() ? null : notMade(outcome);
        }
        boolean success = outcome.result().status().isSuccess();
        String result = outcome.result().handle() == 0 ? "" : Words.hex(outcome.result().handle());
        String status = outcome.result().blocked() ? "waits" : status(outcome);
        return new WalkthroughFrame.CallCard(CallText.of(outcome.call()), status, success, result,
                StepEffects.of(sight.before(), sight.now()), who(outcome), outcome.failure());
    }

    private static String status(Machine.Outcome outcome) {
        boolean oneOfSeveral = outcome.call() instanceof KernelCall.NtWaitForMultipleObjects wait && !wait.waitAll();
        return StateWords.wait(outcome.result().status(), outcome.result().information(), oneOfSeveral);
    }

    /// A call that nobody could make, because its thread has ended or waits.
    private WalkthroughFrame.CallCard notMade(Machine.Outcome outcome) {
        return new WalkthroughFrame.CallCard(outcome.step().call().service(), "not called", false, "", List.of(),
                outcome.step().call().in(), outcome.failure());
    }

    private String who(Machine.Outcome outcome) {
        String mode = outcome.caller().mode() == PreviousMode.KERNEL ? ", kernel mode" : "";
        return Naming.process(sight.before().kernel(), outcome.caller().pid()) + ", thread " + outcome.caller().tid() + mode;
    }
}
