package dev.handlens.ui;

import dev.handlens.lens.Progress;

/// Work that a person waits for.
///
/// @param progress what it is and how far it is
/// @param perSecond how much of it is done in a second
/// @param secondsLeft how long it still takes at that rate; infinite when nothing is known
public record Work(Progress progress, double perSecond, double secondsLeft) {}
