package dev.handlens.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;

/// The scroll bars of a table, the wheel and the touchpad. Bars show only when they are needed.
final class RowScroll {
    private static final double LEAST_THUMB = 26;

    private final RowWindow window;
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final Runnable onScrolled;
    private final Runnable onByHand;
    private boolean placing;

    /// @param window moved when a person scrolls
    /// @param onScrolled told that the rows in sight are others
    /// @param onByHand called when the person scrolls up or down, with the wheel or the bar
    RowScroll(RowWindow window, Runnable onScrolled, Runnable onByHand) {
        this.window = window;
        this.onScrolled = onScrolled;
        this.onByHand = onByHand;
        vertical.setOrientation(Orientation.VERTICAL);
        horizontal.setOrientation(Orientation.HORIZONTAL);
        vertical.valueProperty().addListener((_, _, value) -> {
            if (!placing) {
                window.scrollTo(value.doubleValue());
                onByHand.run();
                onScrolled.run();
            }
        });
        horizontal.valueProperty().addListener(_ -> onScrolled.run());
    }

    ScrollBar vertical() {
        return vertical;
    }

    ScrollBar horizontal() {
        return horizontal;
    }

    /// Pixels by which the columns are scrolled to the left.
    double offset() {
        return horizontal.isVisible() ? Math.rint(horizontal.getValue()) : 0;
    }

    /// Pixels that the vertical bar takes.
    double breadth() {
        return window.overflows() ? vertical.prefWidth(-1) : 0;
    }

    /// Pixels that the horizontal bar takes.
    double thickness() {
        return horizontal.isVisible() ? horizontal.prefHeight(-1) : 0;
    }

    /// @param used pixels that the columns need
    /// @param width pixels there are
    /// @param bottom lower edge of the table
    void placeHorizontal(double used, double width, double bottom) {
        horizontal.setVisible(used > width + 0.5);
        if (horizontal.isVisible()) {
            horizontal.setMax(used - width);
            horizontal.setVisibleAmount((used - width) * width / used);
            horizontal.setValue(Math.clamp(horizontal.getValue(), 0, used - width));
            horizontal.resizeRelocate(0, bottom - thickness(), width, thickness());
        }
    }

    /// @param rows rows there are
    /// @param x left edge of the bar
    void placeVertical(int rows, double x, double y, double height) {
        vertical.setVisible(window.overflows());
        if (vertical.isVisible()) {
            placing = true;
            vertical.setMax(window.maxTop());
            // However long the list, there is something to take hold of.
            vertical.setVisibleAmount(window.maxTop() * Math.max(window.page() / rows, LEAST_THUMB / Math.max(LEAST_THUMB, height)));
            vertical.setUnitIncrement(1);
            vertical.setBlockIncrement(window.wholeRows());
            vertical.setValue(window.top());
            vertical.resizeRelocate(x, y, breadth(), height);
            placing = false;
        }
    }

    /// Scrolls sideways with Shift or a sideways stroke of the touchpad, and up and down otherwise.
    void wheel(ScrollEvent event) {
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double delta = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            horizontal.setValue(Math.clamp(horizontal.getValue() - delta, 0, horizontal.getMax()));
        } else {
            window.scrollByPixels(-event.getDeltaY());
            onByHand.run();
            onScrolled.run();
        }
        event.consume();
    }
}
