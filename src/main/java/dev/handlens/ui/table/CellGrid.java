package dev.handlens.ui.table;

import dev.handlens.ui.control.Drawing;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// Cells in columns or rows, of which one is looked at: by pointing at it, and with the arrow keys.
abstract class CellGrid extends Drawing {
    private IntConsumer onLook = _ -> {};
    private IntConsumer onChoose = _ -> {};
    private Runnable onLeave = () -> {};
    private int looked = -1;

    CellGrid() {
        getStyleClass().add("cell-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        focusedProperty().addListener(_ -> redraw());
        setOnMouseMoved(event -> point(event));
        setOnMouseExited(_ -> onLeave.run());
        setOnMousePressed(event -> {
            requestFocus();
            int cell = cellAt(event.getX(), event.getY());
            if (cell >= 0) {
                onChoose.accept(cell);
            }
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// @param listener told which cell is pointed at, or led to with the keyboard
    final void setOnLook(IntConsumer listener) {
        onLook = listener;
    }

    /// @param listener told which cell was clicked, or chosen with Enter
    final void setOnChoose(IntConsumer listener) {
        onChoose = listener;
    }

    /// @param listener told when nothing is pointed at any more
    final void setOnLeave(Runnable listener) {
        onLeave = listener;
    }

    /// Shows which cell is looked at, -1 for none.
    final void look(int cell) {
        if (looked != cell) {
            looked = cell;
            redraw();
        }
    }

    /// The cell that is looked at, -1 for none.
    final int looked() {
        return looked;
    }

    /// How many cells can be looked at.
    abstract int count();

    /// How far the arrow keys go: 1 for neighbours in the direction in which cells are counted.
    ///
    /// @param across whether the key is Left or Right
    abstract int stride(boolean across);

    /// The cell at a place, or -1.
    abstract int cellAt(double x, double y);

    private void point(MouseEvent event) {
        int cell = cellAt(event.getX(), event.getY());
        if (cell >= 0 && cell != looked) {
            onLook.accept(cell);
        }
    }

    private void key(KeyEvent event) {
        int cell = Math.max(0, looked);
        int target = switch (event.getCode()) {
            case LEFT -> cell - stride(true);
            case RIGHT -> cell + stride(true);
            case UP -> cell - stride(false);
            case DOWN -> cell + stride(false);
            case HOME -> 0;
            case END -> count() - 1;
            case ENTER -> {
                onChoose.accept(cell);
                event.consume();
                yield -1;
            }
            default -> -1;
        };
        boolean moves = event.getCode().isNavigationKey() && !event.isShortcutDown() && !event.isShiftDown();
        if (moves) {
            if (target >= 0 && target < count()) {
                onLook.accept(target);
            }
            event.consume();
        }
    }
}
