package dev.handlens.app;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.lens.HandleKey;
import dev.handlens.lens.Selection;
import dev.handlens.timeline.Timeline;

/// Finds what a person wrote behind `--select` in a run.
final class Marked {
    private Marked() {}

    /// The thing at the moment that a timeline shows.
    ///
    /// @throws UserError when there is no such thing at that moment
    static Selection find(Timeline timeline, Mark mark) throws UserError {
        ProcessObject process = timeline.machine().kernel().processes().stream()
                .filter(one -> one.imageName().equals(mark.process()) || Integer.toString(one.pid()).equals(mark.process()))
                .findFirst().orElse(null);
        if (process == null) {
            throw new UserError("--select: there is no process " + mark.process() + " at step " + timeline.position()
                    + "; `handlens state` lists them.");
        }
        if (mark.handle() == 0) {
            return new Selection.OfProcess(process.pid());
        }
        HandleEntry entry = process.table() == null ? null : process.table().entry(mark.handle());
        if (entry == null) {
            throw new UserError("--select: %s has no open handle 0x%X at step %d; `handlens state` lists its handles."
                    .formatted(process.imageName(), mark.handle(), timeline.position()));
        }
        return new Selection.OfHandle(new HandleKey(process.pid(), entry.handle(), entry.stamp()));
    }
}
