package dev.handlens.ui.shell;

import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Draws the gap between two panes with a grip, and reports where the pointer drags it. A double click asks for the usual place.
final class Divider extends Region {
    private static final double GRIP_LENGTH = 30;
    private static final double GRIP_BREADTH = 4;

    private final Region grip = new Region();
    private final boolean betweenColumns;
    private double grabbedAt;

    /// @param place tells the direction in which it moves, and what a screen reader says
    /// @param onMove receives the wanted centre of the divider in its parent's coordinates, along the direction in which it moves
    /// @param onReset called after a double click
    Divider(DividerPlace place, DoubleConsumer onMove, Runnable onReset) {
        betweenColumns = place.betweenColumns();
        getStyleClass().addAll("divider", betweenColumns ? "between-columns" : "between-rows");
        grip.getStyleClass().add("grip");
        grip.setMouseTransparent(true);
        getChildren().add(grip);
        setId("divider-" + place.key());
        setCursor(betweenColumns ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        setAccessibleRole(AccessibleRole.THUMB);
        setAccessibleText(place.spoken());
        setOnMousePressed(event -> grabbedAt = along(event) - centre());
        setOnMouseDragged(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                onMove.accept(along(event) - grabbedAt);
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
                onReset.run();
                event.consume();
            }
        });
    }

    private double along(MouseEvent event) {
        return betweenColumns ? getLayoutX() + event.getX() : getLayoutY() + event.getY();
    }

    private double centre() {
        return betweenColumns ? getLayoutX() + getWidth() / 2 : getLayoutY() + getHeight() / 2;
    }

    @Override
    protected void layoutChildren() {
        double width = betweenColumns ? GRIP_BREADTH : Math.min(GRIP_LENGTH, getWidth());
        double height = betweenColumns ? Math.min(GRIP_LENGTH, getHeight()) : GRIP_BREADTH;
        grip.resizeRelocate(snapPositionX((getWidth() - width) / 2), snapPositionY((getHeight() - height) / 2), width, height);
    }
}
