package dev.handlens.ui.graph;

import java.util.function.DoubleConsumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;

/// Moves nodes from where they were to where they are to be.
final class Glide extends Transition {
    /// How long it takes, ms.
    static final double MILLIS = 220;

    private final DoubleConsumer put;

    /// @param put puts everything on its way: 0 at the start, 1 at the end
    Glide(DoubleConsumer put) {
        this.put = put;
        setCycleDuration(Duration.millis(MILLIS));
        setInterpolator(Interpolator.EASE_BOTH);
        // A transition puts nothing before its first pulse: until then new boxes and curves would have no size.
        put.accept(0);
    }

    @Override
    protected void interpolate(double fraction) {
        put.accept(fraction);
    }
}
