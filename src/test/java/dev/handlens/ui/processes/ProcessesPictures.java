package dev.handlens.ui.processes;

import dev.handlens.ui.PaneShots;
import org.junit.jupiter.api.Test;

/// Pictures of the process list, for people to look at.
class ProcessesPictures {
    @Test
    void drawsTheProcessListAtSeveralWidths() {
        PaneShots.write("processes-680", () -> pane(), 680, 300);
        PaneShots.write("processes-460", () -> pane(), 460, 220);
        PaneShots.write("processes-all-900", () -> {
            ProcessesPane pane = pane();
            pane.table().setColumnShown("PEAK", true);
            pane.table().setColumnShown("TABLE", true);
            return pane;
        }, 900, 300);
    }

    private static ProcessesPane pane() {
        ProcessesPane pane = new ProcessesPane(_ -> {});
        pane.show(ProcessSamples.frame(), ProcessSamples.view());
        return pane;
    }
}
