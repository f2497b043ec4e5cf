package dev.handlens.facts;

import dev.handlens.lens.Change;
import dev.handlens.lens.Frame;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.Lens;
import dev.handlens.lens.RowSource;
import dev.handlens.lens.View;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A run of a scenario, and what the window shows of it.
final class Story {
    private final Timeline run;
    private final int pid;

    private Story(Scenario scenario, String process) {
        run = new Timeline(Program.of(scenario));
        pid = run.machine().pid(process);
    }

    /// A bundled scenario, seen with the handles of one of its cast.
    static Story bundled(String name, String process) {
        return new Story(scenario(name), process);
    }

    /// A scenario given as text.
    ///
    /// @param body what follows the title
    static Story of(String body, String process) {
        try {
            return new Story(ScenarioReader.read("fact.yaml", "handlens: 1\ntitle: A fact\n" + body), process);
        } catch (ScenarioException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static Scenario scenario(String name) {
        try {
            return ScenarioReader.read(Path.of("scenarios", name + ".yaml"));
        } catch (ScenarioException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    Timeline run() {
        return run;
    }

    int pid() {
        return pid;
    }

    Story at(long position) {
        run.seek(position);
        return this;
    }

    Story atEnd() {
        return at(run.length());
    }

    /// The view with every change of the whole run in colour and unnamed handles shown.
    View view() {
        return new View(null, pid, View.Watch.EVERY_EVENT, 1_000, View.Highlight.FOR_EVER, true, "", List.of(), true, false);
    }

    Frame frame() {
        return frame(view());
    }

    Frame frame(View view) {
        return new Lens().frame(run, view);
    }

    /// The rows of the handle list.
    static List<HandleRow> rows(Frame frame) {
        RowSource<HandleRow> rows = frame.handles().rows();
        return IntStream.range(0, rows.size()).mapToObj(rows::row).toList();
    }

    /// The rows in colour, as `OPENED 0x22c`.
    static List<String> coloured(Frame frame) {
        return rows(frame).stream().filter(row -> row.change() != Change.NONE)
                .map(row -> row.change() + " 0x" + Long.toHexString(row.key().value()).toLowerCase(Locale.ROOT)).toList();
    }
}
