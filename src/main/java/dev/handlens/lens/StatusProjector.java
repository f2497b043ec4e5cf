package dev.handlens.lens;

import dev.handlens.kernel.BugCheck;

/// The status bar.
final class StatusProjector {
    private StatusProjector() {}

    /// The status bar, from what other panes already know.
    static StatusFrame project(Sight sight, HandlesFrame handles, FindingsFrame findings) {
        String warning = handles.total() > ProcessesProjector.MANY_HANDLES ? "over 10,000: poor design or a leak" : "";
        String profile = sight.kernel().machine().architecture().label() + " · Windows 7 profile";
        String place = "step " + Words.count(sight.position()) + " · " + Words.moment(sight.program().time(sight.position()));
        return new StatusFrame(handles.process(), handles.total(), handles.named(), StatusFrame.Suspected.of(findings.suspected()), warning,
                profile, place, stop(sight.kernel().bugCheck()));
    }

    private static String stop(BugCheck stop) {
        return stop == null ? "" : Words.hex(stop.code()) + " " + stop.name() + " (" + String.join(", ",
                Words.hex(stop.p1()), Words.hex(stop.p2()), Words.hex(stop.p3()), Words.hex(stop.p4())) + ")";
    }
}
