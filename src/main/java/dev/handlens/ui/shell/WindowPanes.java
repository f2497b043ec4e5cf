package dev.handlens.ui.shell;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Following;
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
import java.util.function.DoublePredicate;
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
    private boolean trendsFromZero;
    private Consumer<Boolean> onTrendsFromZero = _ -> {};
    private final Consumer<Intent> intents;
    private Following following = Following.CHANGES;
    private DoublePredicate calm = _ -> false;
    /// Presentation, once it has been asked for; else null.
    private StagePanes stage;

    /// @param intents where wishes go
    public WindowPanes(Consumer<Intent> intents) {
        this.intents = intents;
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
        paged.setOnTrendToggled(this::toggleTrends);
        nonpaged.setOnTrendToggled(this::toggleTrends);
    }

    /// All of them in their slots.
    public ShellPanes slots() {
        return new ShellPanes(walkthroughSlot(), processesSlot(), handlesSlot(), tableSlot(), traceSlot(), graphSlot(), findingsSlot(), propertiesSlot(),
                PaneSlot.of(paged, frame -> paged.show(frame.paged())), PaneSlot.of(nonpaged, frame -> nonpaged.show(frame.nonpaged())),
                timelineSlot(), handles::focusFilter, handles::revealSelected, findings::reveal,
                (kind, tag) -> (kind == PoolKind.PAGED ? paged : nonpaged).showTag(tag), this::presentation, this::follow);
    }

    public PaneSlot walkthroughSlot() {
        return PaneSlot.of(walkthrough, frame -> walkthrough.show(frame.walkthrough(), frame.view().revealed()));
    }

    public PaneSlot processesSlot() {
        return PaneSlot.of(processes, frame -> {
            processes.show(frame.processes(), frame.view());
            processes.follow(frame.step(), following == Following.CHANGES);
        });
    }

    public PaneSlot handlesSlot() {
        return PaneSlot.of(handles, frame -> {
            handles.setFollowsEnd(following != Following.OFF);
            handles.show(frame.handles(), frame.view());
            handles.follow(frame.handles(), frame.view(), frame.step(), following == Following.CHANGES);
        });
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
        return PaneSlot.of(properties, frame -> {
            properties.about(frame.view().selection());
            properties.show(frame.properties());
        });
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

    /// Chooses where the trends of both pool gauges begin.
    ///
    /// @param fromZero at zero; else near the least value shown
    public void setTrendsFromZero(boolean fromZero) {
        trendsFromZero = fromZero;
        paged.setTrendFromZero(fromZero);
        nonpaged.setTrendFromZero(fromZero);
    }

    /// @param listener told where the trends begin when a person has chosen: true for at zero
    public void setOnTrendsFromZero(Consumer<Boolean> listener) {
        onTrendsFromZero = listener;
    }

    private void toggleTrends() {
        setTrendsFromZero(!trendsFromZero);
        onTrendsFromZero.accept(trendsFromZero);
    }

    /// Draws the graph of what is shown next as if nothing had been shown before it. In a window its nodes keep their places.
    public void forget() {
        graph.tidy();
        handles.table().forget();
        processes.table().forget();
        if (stage != null) {
            stage.forget();
        }
    }

    /// Sets what lists scroll to at the next frame.
    void follow(Following wanted) {
        following = wanted;
    }

    /// Makes the panes of presentation and their layout. They are others than those of the window, which stay as they are meanwhile.
    private ShellPanes.Stage presentation() {
        WindowPanes own = new WindowPanes(intents);
        own.animate(calm);
        own.setTrendsFromZero(trendsFromZero);
        stage = new StagePanes(own, intents);
        return stage.stage();
    }

    /// Gives the panes the form that they have in presentation.
    void present() {
        walkthrough.setPresented();
        handles.setPresented();
        processes.setPresented();
        graph.setPresented();
    }

    /// Lets nodes of the graph glide to their places; only while a person is looking.
    ///
    /// @param calm tells whether what is shown now stays for so many ms, see [Crank#isCalm]
    public void animate(DoublePredicate calm) {
        this.calm = calm;
        graph.setAnimated(calm);
    }
}
