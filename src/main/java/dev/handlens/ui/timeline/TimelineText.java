package dev.handlens.ui.timeline;

import dev.handlens.lens.TimelineFrame;
import dev.handlens.lens.TimelineFrame.Bar;
import dev.handlens.ui.control.Numbers;
import java.util.List;

/// Writes what the timeline says in words.
final class TimelineText {
    private TimelineText() {}

    /// Returns what the bars are, the longest text first.
    static List<String> captions(TimelineFrame frame) {
        return List.of(
                frame.barWords() + " · still open: opened then and open at the cursor, on its own scale",
                frame.barWords() + " · still open: opened then, open at the cursor",
                frame.barWords());
    }

    /// Returns what a bar shows.
    ///
    /// @param bar the bar, or null where there is none
    /// @param position the step that the pointer is on
    static String pointed(TimelineFrame frame, Bar bar, long position) {
        if (bar == null) {
            return position == 0 ? "the start" : "not played yet";
        }
        String changes = frame.axis().span(bar.start(), bar.end()) + ": " + Numbers.count(bar.opened()) + " opened, "
                + Numbers.count(bar.closed()) + " closed";
        boolean future = bar.start() >= frame.axis().place(frame.position()) && !bar.equals(frame.current());
        return future ? changes : changes + ", " + Numbers.count(bar.open()) + " still open";
    }

    /// Returns where the run is and what the three lanes show there.
    static String accessible(TimelineFrame frame) {
        String place = "Timeline: step " + Numbers.count(frame.position()) + " of " + Numbers.count(frame.length());
        String instant = frame.instant().isEmpty() ? "" : ", " + frame.instant();
        Bar bar = frame.current();
        String lanes = bar == null ? "" : ". At the cursor, " + pointed(frame, bar, frame.position());
        return place + instant + lanes + ". Still open in all bars: "
                + Numbers.count(frame.bars().stream().mapToLong(Bar::open).sum());
    }
}
