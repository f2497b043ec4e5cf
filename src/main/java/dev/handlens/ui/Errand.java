package dev.handlens.ui;

import dev.handlens.lens.Progress;
import java.util.function.BooleanSupplier;

/// Something made of what is shown because a person asked for it, such as a file or a copy. The run can go on meanwhile: an errand works
/// on what was shown when it was asked for.
public interface Errand {
    /// How far it is.
    Progress progress();

    /// Works on for one refresh of the screen.
    ///
    /// @param hasTime whether there is time left in it
    /// @return whether it is over
    boolean advance(BooleanSupplier hasTime);

    /// Does at once what is left of it.
    default void finish() {
        advance(() -> true);
    }

    /// Gives it up; nothing half-made stays behind.
    void stop();

    /// What came of it, in one sentence; empty when that is seen anyway.
    String outcome();
}
