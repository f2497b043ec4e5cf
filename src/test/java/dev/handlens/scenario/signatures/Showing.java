package dev.handlens.scenario.signatures;

import dev.handlens.kernel.HandleObserver;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.io.IoEvent;
import dev.handlens.lens.Change;
import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.FindingsProjector;
import dev.handlens.lens.Frame;
import dev.handlens.lens.FrameText;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.Lens;
import dev.handlens.lens.ProcessRow;
import dev.handlens.lens.Selection;
import dev.handlens.lens.View;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.timeline.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A bundled scenario as a room sees it: one may go to a step by its title and look at the panes.
final class Showing {
    private final Timeline run;
    private final Lens lens = new Lens();
    private View view;

    private Showing(Timeline run) {
        this.run = run;
        Scenario.Opening opening = run.program().scenario().opening();
        View.Highlight highlight = new View.Highlight(opening.highlight());
        int pid = run.machine().pid(opening.select());
        view = new View(null, pid, View.Watch.EVERY_EVENT, 1_000, highlight, true, "", List.of(), true, false);
    }

    static Showing of(String name) {
        try {
            return new Showing(new Timeline(Program.of(ScenarioReader.read(Path.of("scenarios", name + ".yaml")))));
        } catch (ScenarioException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /// Goes to the step with a title.
    Showing at(String title) {
        long[] position = new long[1];
        if (!find(run.program().scenario().blocks(), title, position)) {
            throw new AssertionError("no step is called " + title);
        }
        run.seek(position[0]);
        return this;
    }

    Showing atEnd() {
        run.seek(run.length());
        return this;
    }

    private static boolean find(List<Scenario.Block> blocks, String title, long[] position) {
        for (Scenario.Block block : blocks) {
            switch (block) {
                case Scenario.Step step -> {
                    position[0]++;
                    if (step.title().equals(title)) {
                        return true;
                    }
                }
                case Scenario.Repeat repeat -> {
                    long before = position[0];
                    if (find(repeat.body(), title, position)) {
                        return true;
                    }
                    position[0] = before + (position[0] - before) * repeat.times();
                }
            }
        }
        return false;
    }

    /// Lists the handles of a process of the cast from now on.
    Showing select(String process) {
        view = view.withSelection(new Selection.OfProcess(run.machine().pid(process))).withPid(run.machine().pid(process));
        return this;
    }

    Frame frame() {
        return lens.frame(run, view);
    }

    Timeline run() {
        return run;
    }

    /// The rows that are listed; for short lists.
    List<HandleRow> rows() {
        Frame frame = frame();
        return IntStream.range(0, frame.handles().rows().size()).mapToObj(frame.handles().rows()::row).toList();
    }

    /// Rows with what happened to them, such as `OPENED 0x14 File`.
    List<String> changes() {
        return rows().stream().filter(row -> row.change() != Change.NONE)
                .map(row -> String.format("%s 0x%X %s", row.change(), row.key().value(), row.type().typeName())).toList();
    }

    ProcessRow process(String image) {
        return frame().processes().rows().stream().filter(row -> row.name().equals(image)).findFirst().orElseThrow();
    }

    /// Why the object is alive that the step with a title made.
    String whyAlive(String title) {
        return lens.frame(run, view.withSelection(new Selection.OfObject(object(title)))).graph().sentence();
    }

    private int object(String title) {
        long here = run.position();
        at(title);
        int object = run.machine().last().result().object();
        run.seek(here);
        return object;
    }

    FindingsFrame findings() {
        return FindingsProjector.project(run);
    }

    /// What the step's call does, in the order in which it does it: it is made once more on the kernel before it.
    List<String> order() {
        List<String> order = new ArrayList<>();
        Machine.Outcome outcome = run.machine().last();
        Kernel before = run.at(outcome.position() - 1).kernel().fork();
        before.execute(outcome.position(), outcome.caller(), outcome.call(), 0, new HandleObserver() {
            @Override
            public void opened(int pid, long handle, long first, long second) {
                order.add(String.format("open 0x%X", handle));
            }

            @Override
            public void closed(int pid, long handle, long first, long second, boolean byExit) {
                order.add(String.format("close 0x%X", handle));
            }

            @Override
            public void io(IoEvent event) {
                order.add(event.kind() + (event.status() == null ? "" : " " + event.status()));
            }
        });
        return order;
    }

    /// The lines of the graph without the ids of what has no name, as `+ 0x18 --> Event`.
    List<String> edges() {
        return FrameText.graph(frame().graph()).lines().filter(line -> line.contains("-->") || line.contains("..>"))
                .map(line -> line.replaceAll("(Event|IRP_MJ_DEVICE_CONTROL) 0x\\p{XDigit}+", "$1").strip()).toList();
    }

    /// What the card of the step's call says that it did.
    List<String> effects() {
        return frame().walkthrough().call().effects();
    }

    String status() {
        return frame().walkthrough().call().status();
    }
}
