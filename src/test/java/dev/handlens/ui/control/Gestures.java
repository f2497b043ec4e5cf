package dev.handlens.ui.control;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;

/// What the robot of the headless platform cannot do: it moves the mouse without its buttons, clicks without Shift and Ctrl, and turns the
/// wheel the wrong way. To be called on the JavaFX thread.
public final class Gestures {
    private Gestures() {}

    /// Presses, moves in two steps and releases.
    ///
    /// @param fromX where, in the node's coordinates
    public static void drag(Node node, double fromX, double toX, double y) {
        fire(node, MouseEvent.MOUSE_PRESSED, fromX, y, false, false);
        fire(node, MouseEvent.MOUSE_DRAGGED, (fromX + toX) / 2, y, false, false);
        fire(node, MouseEvent.MOUSE_DRAGGED, toX, y, false, false);
        fire(node, MouseEvent.MOUSE_RELEASED, toX, y, false, false);
    }

    /// Clicks with keys held down.
    public static void click(Node node, double x, double y, boolean shift, boolean control) {
        fire(node, MouseEvent.MOUSE_PRESSED, x, y, shift, control);
        fire(node, MouseEvent.MOUSE_RELEASED, x, y, shift, control);
    }

    /// Turns the wheel over the middle of a node.
    ///
    /// @param deltaY pixels by which the content is to move down
    /// @param deltaX pixels by which it is to move to the right
    public static void wheel(Node node, double deltaY, double deltaX) {
        double x = node.getLayoutBounds().getCenterX();
        double y = node.getLayoutBounds().getCenterY();
        // A scene that is in no window has no place on a screen.
        Point2D screen = node.getScene().getWindow() == null ? node.localToScene(x, y) : node.localToScreen(x, y);
        Event.fireEvent(node, new ScrollEvent(ScrollEvent.SCROLL, x, y, screen.getX(), screen.getY(),
                false, false, false, false, false, false, deltaX, deltaY, deltaX, deltaY,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                new PickResult(node, screen.getX(), screen.getY())));
    }

    private static void fire(Node node, EventType<MouseEvent> type, double x, double y, boolean shift, boolean control) {
        Point2D screen = node.localToScreen(x, y);
        Point2D scene = node.localToScene(x, y);
        Event.fireEvent(node, new MouseEvent(type, scene.getX(), scene.getY(), screen.getX(), screen.getY(), MouseButton.PRIMARY, 1,
                shift, control, false, false, type != MouseEvent.MOUSE_RELEASED, false, false, true, false, false, null));
    }
}
