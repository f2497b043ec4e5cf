package dev.handlens.lens;

import dev.handlens.scenario.Machine;
import dev.handlens.timeline.Timeline;

/// Projects the timeline of testlimit-x64 at its end, with 16.7 million handles open. For benchmarks.
public final class TimelineProjectorWorkload {
    private final Sight sight;

    /// Plays the run to its end.
    public TimelineProjectorWorkload() {
        Timeline run = Runs.bundled("testlimit-x64");
        run.seek(run.length());
        Machine now = run.machine();
        sight = new Sight(run, Runs.view(run), now, now, now, now, null);
    }

    /// Returns the timeline.
    public TimelineFrame project() {
        return TimelineProjector.project(sight);
    }
}
