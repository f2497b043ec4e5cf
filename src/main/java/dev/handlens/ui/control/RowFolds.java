package dev.handlens.ui.control;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.input.KeyEvent;

/// Which rows of a table stand for others that can be listed below them.
///
/// @param id id of the fold that a row stands for or belongs to, which is also the key of the row that stands for it; null for none
/// @param isHead whether a row stands for its fold rather than belongs to it
/// @param isOpen whether the rows of the fold are listed
/// @param onToggle given the id of a fold that a person opens or closes
/// @param <R> a row
public record RowFolds<R>(Function<R, String> id, Predicate<R> isHead, Predicate<R> isOpen, Consumer<String> onToggle) {
    /// Returns the folds of a table that has none.
    static <R> RowFolds<R> none() {
        return new RowFolds<>(_ -> null, _ -> false, _ -> false, _ -> {});
    }

    /// Returns whether a key opens or closes the fold of a row: Enter does both, `→` and `+` open, `←` and `-` close.
    boolean isForKey(R row, KeyEvent event) {
        if (event.isShiftDown() || event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case ENTER -> isHead.test(row);
            case RIGHT, ADD, PLUS -> isHead.test(row) && !isOpen.test(row);
            case LEFT, SUBTRACT, MINUS -> id.apply(row) != null && isOpen.test(row);
            default -> false;
        };
    }
}
