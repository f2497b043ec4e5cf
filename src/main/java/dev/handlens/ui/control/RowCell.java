package dev.handlens.ui.control;

import javafx.scene.Node;

/// What draws one column of one row on screen. It is made once and then filled again and again, as the rows under it change.
///
/// @param <R> a row
public interface RowCell<R> {
    /// What stands in the row. Always the same node.
    Node node();

    /// Fills the node.
    ///
    /// @param row the row that is now here
    void show(R row);
}
