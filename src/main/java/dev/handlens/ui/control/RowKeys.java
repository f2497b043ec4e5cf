package dev.handlens.ui.control;

import javafx.scene.input.KeyEvent;

/// What the keyboard does in a table.
final class RowKeys {
    private RowKeys() {}

    /// Where a key leads.
    ///
    /// @param cursor row selected now, or -1
    /// @param size rows there are, at least one
    /// @param page whole rows on screen
    /// @return the row to select, or -1 when the key is not one that moves
    static int target(KeyEvent event, int cursor, int size, int page) {
        int to = switch (event.getCode()) {
            case UP -> cursor < 0 ? size - 1 : cursor - 1;
            case DOWN -> cursor + 1;
            case PAGE_UP -> cursor - page;
            case PAGE_DOWN -> cursor + page;
            case HOME -> 0;
            case END -> size - 1;
            default -> Integer.MIN_VALUE;
        };
        return to == Integer.MIN_VALUE ? -1 : Math.clamp(to, 0, size - 1);
    }
}
