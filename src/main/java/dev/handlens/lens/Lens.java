package dev.handlens.lens;

import dev.handlens.timeline.Timeline;

/// Turns a moment of a run into what is to be seen.
public final class Lens {
    private Lens() {}

    /// The frame of the moment that a timeline shows.
    public static Frame frame(Timeline timeline, View view) {
        throw new UnsupportedOperationException();
    }
}
