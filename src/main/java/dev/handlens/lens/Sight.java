package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.timeline.Timeline;

/// All that a frame is made from.
///
/// @param timeline the run
/// @param view what the person chose to see
/// @param now the machine at the position
/// @param before the machine one step earlier; at position 0 the same one
/// @param shown the machine that lists show: `now`, or with polling the one at the last look
/// @param baseline the machine that changes are told against
/// @param changes what opened and closed in between
record Sight(Timeline timeline, View view, Machine now, Machine before, Machine shown, Machine baseline, Changes changes) {
    static Sight of(Timeline timeline, View view, Moments moments, ChangeTracker tracker) {
        return of(timeline, view, moments, tracker.track(timeline, view, moments));
    }

    static Sight of(Timeline timeline, View view, Moments moments, Changes changes) {
        long position = timeline.position();
        return new Sight(timeline, view, moments.at(timeline, position), moments.at(timeline, Math.max(0, position - 1)),
                moments.at(timeline, changes.time().shown()), moments.at(timeline, changes.time().baseline()), changes);
    }

    Program program() {
        return timeline.program();
    }

    long position() {
        return now.position();
    }

    /// The kernel at the position.
    Kernel kernel() {
        return now.kernel();
    }

    /// What a position was called for people: `the start`, or `step 4`.
    static String step(long position) {
        return position == 0 ? "the start" : "step " + Words.count(position);
    }
}
