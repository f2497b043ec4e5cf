package dev.handlens.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Estimates what a whole run needs before it is begun, so that no file can exhaust the memory of the program.
///
/// Bytes per thing are measured on the simulated kernel's own tables, rounded up. What a round of a repeat makes and closes again, by a
/// variable of its own, is not added up; everything else is taken to stay.
final class RunSize {
    static final long MOST_STEPS = 20_000_000;
    static final long MOST_BYTES = 1_500L << 20;
    private static final long HANDLE_BYTES = 17;
    private static final long OBJECT_BYTES = 250;
    private static final long PROCESS_BYTES = 2_048;

    private RunSize() {}

    static void check(List<Scenario.Block> blocks, Diagnostics diagnostics) {
        for (Scenario.Block block : blocks) {
            if (steps(List.of(block)) > MOST_STEPS) {
                diagnostics.add(place(block), "this makes more than 20,000,000 steps, the most a scenario may have; repeat it less often");
                return;
            }
        }
        Place first = blocks.isEmpty() ? new Place(1, 1) : place(blocks.getFirst());
        if (steps(blocks) > MOST_STEPS) {
            diagnostics.add(first, "the steps make more than 20,000,000 in all, the most a scenario may have; repeat them less often");
            return;
        }
        long bytes = 0;
        for (Scenario.Block block : blocks) {
            bytes += bytes(List.of(block));
            if (bytes > MOST_BYTES) {
                diagnostics.add(place(block),
                        "running this far would need more than 1.5 GB of memory; repeat less often or close what is opened");
                return;
            }
        }
    }

    private static Place place(Scenario.Block block) {
        return switch (block) {
            case Scenario.Step step -> step.place();
            case Scenario.Repeat repeat -> repeat.place();
        };
    }

    /// Steps with repeats unrolled; one more than the limit when there are more.
    private static long steps(List<Scenario.Block> blocks) {
        long steps = 0;
        for (Scenario.Block block : blocks) {
            long more = switch (block) {
                case Scenario.Step _ -> 1;
                case Scenario.Repeat repeat -> steps(repeat.body()) * repeat.times();
            };
            steps = Math.min(MOST_STEPS + 1, steps + more);
        }
        return steps;
    }

    private static long bytes(List<Scenario.Block> blocks) {
        Map<Integer, Long> open = new LinkedHashMap<>();
        Map<Integer, String> owner = new LinkedHashMap<>();
        long bytes = 0;
        for (Scenario.Block block : blocks) {
            switch (block) {
                case Scenario.Repeat repeat -> bytes += bytes(repeat.body()) * repeat.times();
                case Scenario.Step step -> {
                    Scenario.Call call = step.call();
                    if (call == null) {
                        continue;
                    }
                    long made = bytes(call);
                    bytes += made;
                    if (call.result() >= 0 && made > 0) {
                        open.put(call.result(), made);
                        owner.put(call.result(), call.in());
                    }
                    if (isClose(call) && call.handleUses().size() == 1 && call.handleUses().getFirst() instanceof Operand.Variable variable
                            && call.in().equals(owner.get(variable.slot()))) {
                        bytes -= open.remove(variable.slot());
                        owner.remove(variable.slot());
                    }
                }
            }
        }
        return bytes;
    }

    private static boolean isClose(Scenario.Call call) {
        return CallCatalog.find(call.service()).service().equals("NtClose");
    }

    private static long bytes(Scenario.Call call) {
        CallSpec spec = CallCatalog.find(call.service());
        return switch (spec.result()) {
            case NOTHING, POINTER -> 0;
            case HANDLE -> HANDLE_BYTES;
            case HANDLE_OF_NEW_OBJECT -> HANDLE_BYTES + OBJECT_BYTES + (spec.makesMember() ? PROCESS_BYTES : 0);
        };
    }
}
