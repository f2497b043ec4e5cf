package dev.handlens.kernel;

import java.util.List;
import java.util.Optional;

/// Tells of a storm that broke a rule: seed, call, and a test that does it again in as few calls as are found.
final class StormFailure {
    private static final int CHECKS = 50;

    private StormFailure() {}

    /// The sentence and the test.
    static String tell(StormPlan plan, List<StormCall> made, Throwable failure) {
        List<StormCall> fewest = new Shrinker(calls -> failure(plan.machine(), calls).isPresent()).shrink(made);
        StringBuilder text = new StringBuilder();
        text.append("seed ").append(plan.seed()).append(", call ").append(made.size()).append(": ").append(failure).append("\n");
        text.append("the same again, made small (")
                .append(failure(plan.machine(), fewest).orElse("not reproduced without the random order"));
        text.append("):\n\n    @Test\n    void replaysStorm").append(plan.seed()).append("() {\n");
        text.append("        KernelStorm storm = new KernelStorm(");
        text.append(StormCall.java(plan.machine())).append(", 1, true);\n");
        fewest.forEach(call -> text.append("        ").append(call.asJava()).append("\n"));
        return text.append("        storm.finish();\n    }\n").toString();
    }

    /// What fails when calls are made on a new machine, or empty.
    static Optional<String> failure(MachineConfig machine, List<StormCall> calls) {
        KernelStorm storm = new KernelStorm(machine, Math.max(1, calls.size() / CHECKS), true);
        try {
            calls.forEach(storm::make);
            storm.finish();
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(e.toString());
        }
    }
}
