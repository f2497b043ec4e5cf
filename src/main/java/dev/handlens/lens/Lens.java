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
    private final ObjectCensus counted = new ObjectCensus();
    private final Departures departures = new Departures();
    private final TableCells cells = new TableCells();
    private final Passing passing = new Passing();
    private final HandleLists lists = new HandleLists();
    private final Chapters chapters = new Chapters();
    private final FindingsProjector findingsOf = new FindingsProjector(new PlaceNames());

    /// The frame of a run at the position it is at, everything in it complete.
    ///
    /// @param timeline the run; its position stays
    /// @param view what the person chose to see
    public Frame frame(Timeline timeline, View view) {
        return frame(Sight.of(timeline, view, moments, tracker), Long.MAX_VALUE);
    }

    /// A frame for somebody who watches: long lists are made ready over several frames, and of a run that goes by too fast for single
    /// steps changes are told against the frames before.
    ///
    /// @param runs whether the run goes on by itself
    /// @param entries handles that may be looked at for the list, and as many for the graph
    public Frame live(Timeline timeline, View view, boolean runs, long entries) {
        if (!runs) {
            passing.stop();
        }
        long[] passed = passing.pass(timeline);
        boolean hurried = passed.length > 0 && view.watch() == View.Watch.EVERY_EVENT
                && !WatchedTime.isShort(timeline.program(), timeline.position(), view);
        Changes changes = hurried
                ? tracker.track(timeline, view, moments, WatchedTime.hurried(timeline.program(), timeline.position(), view, passed))
                : tracker.track(timeline, view, moments);
        return frame(Sight.of(timeline, view, moments, changes), entries);
    }

    /// Finds a handle by its value.
    ///
    /// @param words the value as a person writes it, such as `0x1C`
    public HandleFinder.Found find(Timeline timeline, View view, String words) {
        return HandleFinder.find(Sight.of(timeline, view, moments, tracker), words);
    }

    /// Remembers the moment that a run is at, for it goes on to the next step and a frame will tell what that step changed.
    public void pass(Timeline timeline) {
        moments.at(timeline, timeline.position());
    }

    private Frame frame(Sight sight, long entries) {
        View view = sight.view();
        HandlesFrame handles = HandlesProjector.project(sight, lists, Allowance.of(entries));
        FindingsFrame findings = findingsOf.project(sight.now(), sight.timeline().history());
        Subject subject = Subject.of(sight, moments, departures);
        return new Frame(
                sight.program().scenario().title(),
                sight.program().scenario().name(),
                view,
                WalkthroughProjector.project(sight),
                ProcessesProjector.project(sight, findings),
                handles,
                TableProjector.project(sight, cells),
                TraceProjector.project(sight.now(), view.pid()),
                GraphProjector.project(sight, subject, search, census, counted, Allowance.of(entries)),
                PropertiesProjector.project(sight, subject, search),
                findings,
                PoolProjector.project(sight, PoolKind.PAGED),
                PoolProjector.project(sight, PoolKind.NONPAGED),
                TimelineProjector.project(sight),
                StatusProjector.project(sight, handles, findings),
                StepProjector.project(sight, chapters.of(sight.program())));
    }
}
