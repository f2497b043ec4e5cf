package dev.handlens.kernel;

import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A program of its own, started by `TwoRunsTest`: plays the bundled scenarios and some storms, and writes down the hash of the state after
/// every step and call.
final class StateChains {
    private static final long LONGEST = 5_000;
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 5L);
    private static final int STORM_CALLS = 2_000;

    private StateChains() {}

    /// @param arguments the file to write
    public static void main(String[] arguments) throws Exception {
        List<String> chain = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                play(file, chain);
            }
        }
        SEEDS.forEach(seed -> storm(seed, chain));
        Files.write(Path.of(arguments[0]), chain);
    }

    private static void play(Path file, List<String> chain) throws Exception {
        Program program = Program.of(ScenarioReader.read(file.getFileName().toString(), Files.readString(file)));
        Machine machine = Machine.start(program);
        for (long step = 1; step <= program.length() && program.length() <= LONGEST; step++) {
            machine.step();
            chain.add(file.getFileName() + " step " + step + " " + Long.toHexString(machine.stateHash()));
        }
    }

    private static void storm(long seed, List<String> chain) {
        StormPlan plan = StormPlan.of(seed, 1, STORM_CALLS);
        KernelStorm storm = new KernelStorm(plan.machine(), STORM_CALLS, true);
        StormCalls calls = new StormCalls(plan);
        while (storm.calls() < STORM_CALLS) {
            storm.make(calls.next(storm.kernel(), storm.handles()));
            chain.add("storm " + seed + " call " + storm.calls() + " " + Long.toHexString(storm.kernel().stateHash()));
        }
    }
}
