package dev.handlens.ui.shell;

import dev.handlens.lens.Frame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.PaneBox;
import dev.handlens.ui.present.Companion;
import dev.handlens.ui.present.StageLayout;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/// The panes of presentation in their layout. Only those that are seen are shown a frame.
final class StagePanes {
    private final WindowPanes panes;
    private final Map<Companion, PaneSlot> companions = new EnumMap<>(Companion.class);
    private final PaneSlot walkthrough;
    private final PaneSlot handles;
    private final StageLayout layout;

    /// @param panes panes that nobody else shows
    /// @param intents receives what the person asks for
    StagePanes(WindowPanes panes, Consumer<Intent> intents) {
        this.panes = panes;
        panes.present();
        walkthrough = panes.walkthroughSlot();
        handles = panes.handlesSlot();
        PaneSlot graph = panes.graphAlone();
        ((PaneBox) graph.node()).setHeaderShown(false);
        companions.put(Companion.PROCESSES, panes.processesSlot());
        companions.put(Companion.GRAPH, graph);
        companions.put(Companion.FINDINGS, panes.findingsAlone());
        companions.put(Companion.TABLE, panes.tableSlot());
        companions.put(Companion.TRACE, panes.traceSlot());
        companions.put(Companion.POOL, panes.poolSlot());
        Map<Companion, Region> nodes = new EnumMap<>(Companion.class);
        companions.forEach((key, slot) -> nodes.put(key, (Region) slot.node()));
        layout = new StageLayout((Region) walkthrough.node(), (Region) handles.node(), nodes, intents);
    }

    /// Returns the layout as the shell knows it.
    ShellPanes.Stage stage() {
        return new ShellPanes.Stage(PaneSlot.of(layout, this::show), StageLayout.MIN_WIDTH, StageLayout.MIN_HEIGHT, panes.handles()::focusFilter,
                panes::follow);
    }

    /// Shows the next frame as if none had been shown before it.
    void forget() {
        layout.forget();
        panes.forget();
    }

    private void show(Frame frame) {
        layout.show(frame);
        walkthrough.show().accept(frame);
        handles.show().accept(frame);
        companions.get(layout.companion()).show().accept(frame);
    }
}
