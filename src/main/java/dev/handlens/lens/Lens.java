package dev.handlens.lens;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.timeline.Timeline;

/// Looks at a run and gives what is to be seen. Total: every position of every run has a frame. One lens is for one thread; it remembers
/// what neighbouring frames share, which never changes a frame.
public final class Lens {
    private final Moments moments = new Moments();
    private final ChangeTracker tracker = new ChangeTracker();
    private final HandleSearch search = new HandleSearch();
    private final HandleCensus census = new HandleCensus();

    /// The frame of a run at the position it is at.
    ///
    /// @param timeline the run; its position stays
    /// @param view what the person chose to see
    public Frame frame(Timeline timeline, View view) {
        Sight sight = Sight.of(timeline, view, moments, tracker);
        HandlesFrame handles = HandlesProjector.project(sight);
        FindingsFrame findings = FindingsProjector.project(sight.now(), timeline.history());
        Subject subject = Subject.of(sight, moments);
        return new Frame(
                sight.program().scenario().title(),
                sight.program().scenario().name(),
                view,
                WalkthroughProjector.project(sight),
                ProcessesProjector.project(sight),
                handles,
                TraceProjector.project(sight.now(), view.pid()),
                GraphProjector.project(sight, subject, search, census),
                PropertiesProjector.project(sight, subject, search),
                findings,
                PoolProjector.project(sight, PoolKind.PAGED),
                PoolProjector.project(sight, PoolKind.NONPAGED),
                TimelineProjector.project(sight),
                StatusProjector.project(sight, handles, findings));
    }
}
