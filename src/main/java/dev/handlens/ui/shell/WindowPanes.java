package dev.handlens.ui.shell;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.PaneBox;
import dev.handlens.ui.findings.FindingsPane;
import dev.handlens.ui.graph.GraphPane;
import dev.handlens.ui.handles.HandlesPane;
import dev.handlens.ui.pool.PoolPane;
import dev.handlens.ui.processes.ProcessesPane;
import dev.handlens.ui.properties.PropertiesPane;
import dev.handlens.ui.table.TablePane;
import dev.handlens.ui.timeline.TimelinePane;
import dev.handlens.ui.trace.TracePane;
import dev.handlens.ui.walkthrough.WalkthroughPane;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The panes of the window, made and put into their slots. The window and pictures are made of the same ones.
public final class WindowPanes {
    private static final double GAUGE_GAP = 10;

    private final WalkthroughPane walkthrough;
    private final ProcessesPane processes;
    private final HandlesPane handles;
    private final TablePane table;
    private final TracePane trace;
    private final GraphPane graph;
    private final FindingsPane findings;
    private final PropertiesPane properties;
    private final PoolPane paged;
    private final PoolPane nonpaged;
    private final TimelinePane timeline;

    /// @param intents where wishes go
    public WindowPanes(Consumer<Intent> intents) {
        walkthrough = new WalkthroughPane(intents);
        processes = new ProcessesPane(intents);
        handles = new HandlesPane(intents);
        table = new TablePane(intents);
        trace = new TracePane(intents);
        graph = new GraphPane(intents);
        findings = new FindingsPane(intents);
        properties = new PropertiesPane(intents);
        paged = new PoolPane(PoolKind.PAGED, intents);
        nonpaged = new PoolPane(PoolKind.NONPAGED, intents);
        timeline = new TimelinePane(intents);
    }

    /// All of them in their slots.
    public ShellPanes slots() {
        return new ShellPanes(walkthroughSlot(), processesSlot(), handlesSlot(), tableSlot(), traceSlot(), graphSlot(), findingsSlot(), propertiesSlot(),
                PaneSlot.of(paged, frame -> paged.show(frame.paged())), PaneSlot.of(nonpaged, frame -> nonpaged.show(frame.nonpaged())),
                timelineSlot(), handles::focusFilter, handles::revealSelected, findings::reveal,
                (kind, tag) -> (kind == PoolKind.PAGED ? paged : nonpaged).showTag(tag));
    }

    public PaneSlot walkthroughSlot() {
        return PaneSlot.of(walkthrough, frame -> walkthrough.show(frame.walkthrough(), frame.view().revealed()));
    }

    public PaneSlot processesSlot() {
        return PaneSlot.of(processes, frame -> processes.show(frame.processes(), frame.view()));
    }

    public PaneSlot handlesSlot() {
        return PaneSlot.of(handles, frame -> handles.show(frame.handles(), frame.view()));
    }

    public PaneSlot tableSlot() {
        return PaneSlot.of(table, frame -> table.show(frame.table()));
    }

    public PaneSlot traceSlot() {
        return PaneSlot.of(trace, frame -> trace.show(frame.trace()));
    }

    public PaneSlot graphSlot() {
        return new PaneSlot(graph, graph.actions(), frame -> graph.show(frame.graph()));
    }

    public PaneSlot findingsSlot() {
        return new PaneSlot(findings, List.of(), frame -> findings.show(frame.findings()));
    }

    public PaneSlot propertiesSlot() {
        return PaneSlot.of(properties, frame -> properties.show(frame.properties()));
    }

    /// The graph in a frame of its own, for a picture of it alone; in the window it is a tab.
    public PaneSlot graphAlone() {
        PaneBox box = new PaneBox("Why is it alive");
        box.setContent(graph);
        box.setRight(graph.actions().toArray(Node[]::new));
        return PaneSlot.of(box, graphSlot().show());
    }

    /// The findings in a frame of their own, for a picture of them alone; in the window they are a tab.
    public PaneSlot findingsAlone() {
        PaneBox box = new PaneBox("Findings");
        box.setContent(findings);
        return PaneSlot.of(box, findingsSlot().show());
    }

    /// Both gauges beside each other, for a picture of them alone.
    public PaneSlot poolSlot() {
        HBox both = new HBox(GAUGE_GAP, paged, nonpaged);
        for (Node gauge : both.getChildren()) {
            HBox.setHgrow(gauge, Priority.ALWAYS);
        }
        return PaneSlot.of(both, frame -> {
            paged.show(frame.paged());
            nonpaged.show(frame.nonpaged());
        });
    }

    public PaneSlot timelineSlot() {
        return PaneSlot.of(timeline, frame -> timeline.show(frame.timeline()));
    }

    /// The handle list, whose columns a person arranges.
    public HandlesPane handles() {
        return handles;
    }

    /// The process list, whose columns a person arranges.
    public ProcessesPane processes() {
        return processes;
    }

    /// Draws the graph of what is shown next as if nothing had been shown before it. In a window its nodes keep their places.
    public void forget() {
        graph.tidy();
    }

    /// Lets nodes of the graph glide to their places; only while a person is looking.
    public void animate() {
        graph.setAnimated(true);
    }
}
