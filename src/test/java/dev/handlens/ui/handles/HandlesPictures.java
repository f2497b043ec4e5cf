package dev.handlens.ui.handles;

import dev.handlens.lens.HandleField;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.HandlesFrame;
import dev.handlens.lens.Lens;
import dev.handlens.lens.Selection;
import dev.handlens.lens.View;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.timeline.Timeline;
import dev.handlens.ui.PaneShots;
import java.nio.file.Path;
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

    @Test
    void drawsRealScenariosFoldedAndUnfolded() throws ScenarioException {
        for (long highlight : new long[] {1_000, 60_000, Long.MAX_VALUE}) {
            View view = watching(1844, View.Watch.EVERY_EVENT, highlight);
            draw("leak-" + (highlight > 60_000 ? "ever" : highlight / 1_000), "event-leak", 45_000, view);
            draw("leak-unnamed-" + (highlight > 60_000 ? "ever" : highlight / 1_000), "event-leak", 45_000, view.withShowUnnamed(true));
        }
        View leak = watching(1844, View.Watch.EVERY_EVENT, 1_000);
        String fold = frame("event-leak", 45_000, leak).rows().row(7).fold().id();
        draw("leak-unfolded", "event-leak", 45_000, leak.withFoldToggled(fold));
        draw("leak-still-open", "event-leak", 45_000, leak.withStillOpen(true));
        draw("leak-mistakes", "event-leak", 45_000, leak.withFilter("by:OnRequest type:Evnt"));
        Selection hidden = new Selection.OfHandle(frame("event-leak", 45_000, leak.withShowUnnamed(true)).rows().row(20).key());
        draw("leak-hidden", "event-leak", 45_000, leak.withSelection(hidden));
        draw("makefred", "makefred-bug", Long.MAX_VALUE, watching(2184, View.Watch.EVERY_EVENT, Long.MAX_VALUE));
        draw("cmd-cd-polling", "cmd-cd", Long.MAX_VALUE, watching(2260, View.Watch.POLLING, 10_000));
        draw("cmd-cd-every-event", "cmd-cd", Long.MAX_VALUE, watching(2260, View.Watch.EVERY_EVENT, 10_000));
        draw("svchost", "svchost", Long.MAX_VALUE, watching(1016, View.Watch.EVERY_EVENT, Long.MAX_VALUE));
    }

    private static View watching(int pid, View.Watch watch, long highlight) {
        return new View(null, pid, watch, 1_000, new View.Highlight(highlight), false, "", List.of(), true, false);
    }

    private static HandlesFrame frame(String scenario, long millis, View view) throws ScenarioException {
        Timeline run = new Timeline(Program.of(ScenarioReader.read(Path.of("scenarios", scenario + ".yaml"))));
        run.seek(millis == Long.MAX_VALUE ? run.length() : run.program().positionAt(millis));
        return new Lens().frame(run, view).handles();
    }

    private static void draw(String name, String scenario, long millis, View view) throws ScenarioException {
        HandlesFrame frame = frame(scenario, millis, view);
        PaneShots.write("handles-" + name + "-710", () -> pane(frame, view), 710, 430);
        PaneShots.write("handles-" + name + "-560", () -> pane(frame, view), 560, 330);
        if (scenario.equals("svchost")) {
            PaneShots.write("handles-" + name + "-sites", () -> {
                HandlesPane pane = pane(frame, view);
                pane.table().setColumnShown(HandleField.OPENED_BY.name(), true);
                pane.table().setColumnShown(HandleField.COMPONENT.name(), true);
                return pane;
            }, 980, 430);
        }
    }

    private static HandlesPane pane(HandlesFrame frame, View view) {
        HandlesPane pane = new HandlesPane(_ -> {});
        pane.show(frame, view);
        return pane;
    }
}
