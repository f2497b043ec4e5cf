package dev.handlens.ui.handles;

import dev.handlens.lens.HandleField;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.HandlesFrame;
import dev.handlens.lens.View;
import dev.handlens.ui.PaneShots;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pictures of the handle list, for people to look at.
class HandlesPictures {
    @Test
    void drawsTheHandleListAtSeveralWidths() {
        HandleRow selected = HandleSamples.fred().get(5);
        PaneShots.write("handles-680", () -> pane(HandleSamples.frame(HandleSamples.fred()), HandleSamples.select(selected)), 680, 408);
        HandleRow unchanged = HandleSamples.fred().get(1);
        PaneShots.write("handles-460", () -> pane(HandleSamples.frame(HandleSamples.fred()), HandleSamples.select(unchanged)), 460, 340);
        View polling = HandleSamples.view().withWatch(View.Watch.POLLING, 1_000).withHighlight(new View.Highlight(1_000))
                .withFilter("type:Event").withShowUnnamed(true).withSort(List.of(new View.SortBy(HandleField.HANDLE, false)));
        PaneShots.write("handles-leak-680", () -> {
            HandlesPane pane = pane(HandleSamples.leak(), polling);
            pane.table().setColumnShown("AGE", true);
            pane.table().setColumnShown("OPENED", false);
            return pane;
        }, 680, 408);
        PaneShots.write("handles-leak-460", () -> pane(HandleSamples.leak(), polling), 460, 408);
        PaneShots.write("handles-all-980", () -> {
            HandlesPane pane = pane(HandleSamples.leak(), polling);
            List.of(HandleField.values()).forEach(field -> pane.table().setColumnShown(field.name(), true));
            return pane;
        }, 980, 408);
        PaneShots.write("handles-empty-680", () -> pane(
                HandleSamples.frame(List.of(), 0, 7, 0, "No handle matches the filter."), HandleSamples.view().withFilter("foo")),
                680, 260);
    }

    private static HandlesPane pane(HandlesFrame frame, View view) {
        HandlesPane pane = new HandlesPane(_ -> {});
        pane.show(frame, view);
        return pane;
    }
}
