package dev.handlens.bench;

import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The scenario testlimit-x64.
final class Testlimit {
    private Testlimit() {}

    static Program program() {
        try {
            return Program.of(ScenarioReader.read(Path.of("scenarios/testlimit-x64.yaml")));
        } catch (ScenarioException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Plays it to its end.
    ///
    /// @param distance steps between two forks that are kept

    static List<Machine> play(int distance) {
        Machine machine = Machine.start(program());
        List<Machine> keyframes = new ArrayList<>();
        long length = machine.program().length();
        while (machine.position() < length) {
            machine.step();
            if (machine.position() % distance == 0) {
                keyframes.add(machine.fork());
            }
        }
        return keyframes;
    }
}
