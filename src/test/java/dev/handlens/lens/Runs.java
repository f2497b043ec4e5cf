package dev.handlens.lens;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;

/// Runs of bundled scenarios and of small ones, for tests of the lens.
final class Runs {
    private Runs() {}

    /// A run of a bundled scenario, at its start.
    static Timeline bundled(String name) {
        try {
            return new Timeline(Program.of(ScenarioReader.read(Path.of("scenarios", name + ".yaml"))));
        } catch (ScenarioException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /// A run of a scenario given as text, at its start.
    ///
    /// @param body what follows the title
    static Timeline of(String body) {
        try {
            return new Timeline(Program.of(ScenarioReader.read("test.yaml", "handlens: 1\ntitle: Test\n" + body)));
        } catch (ScenarioException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /// A run of a bundled scenario at a position.
    static Timeline at(Timeline timeline, long position) {
        timeline.seek(position);
        return timeline;
    }

    /// The view that the window opens a scenario with, every event watched for ever, unnamed handles shown.
    static View view(Timeline timeline) {
        Scenario.Opening opening = timeline.program().scenario().opening();
        String name = opening.select() == null ? firstProcess(timeline) : opening.select();
        return new View(null, timeline.machine().pid(name), View.Watch.EVERY_EVENT, 1000, View.Highlight.FOR_EVER, true, "", List.of(),
                true, false);
    }

    private static String firstProcess(Timeline timeline) {
        return timeline.program().scenario().cast().stream().filter(Scenario.CastMember.ProcessMember.class::isInstance)
                .map(Scenario.CastMember::name).findFirst().orElseThrow();
    }
}
