package dev.handlens.ui.walkthrough;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Lines of source with the current ones marked by a tint and an edge bar. Lines are not broken; what is too wide or too long scrolls, and
/// the current line is kept in sight.
final class Listing extends ScrollPane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double LINE_HEIGHT = 21;
    private static final double PADDING = 16;
    private static final int LINES_AT_MOST = 14;

    private final VBox lines = new VBox();
    private List<String> shown = List.of();

    Listing() {
        getStyleClass().add("listing");
        lines.getStyleClass().add("listing-lines");
        setContent(lines);
        setFitToWidth(true);
        setFocusTraversable(false);
    }

    /// Shows source.
    ///
    /// @param source its lines
    /// @param name name of the file, for screen readers
    /// @param first first current line, 1-based; 0 for none
    /// @param last last current line
    void show(List<String> source, String name, int first, int last) {
        if (!source.equals(shown)) {
            shown = List.copyOf(source);
            lines.getChildren().clear();
            for (String line : source) {
                Label label = new Label(line.isEmpty() ? " " : line.replace("\t", "    "));
                label.getStyleClass().add("listing-line");
                label.setMaxWidth(Double.MAX_VALUE);
                label.setMinWidth(USE_PREF_SIZE);
                lines.getChildren().add(label);
            }
            boolean scrolls = source.size() > LINES_AT_MOST;
            setVbarPolicy(scrolls ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
            setMinHeight(scrolls ? LINES_AT_MOST * LINE_HEIGHT + PADDING : USE_PREF_SIZE);
            setPrefHeight(scrolls ? LINES_AT_MOST * LINE_HEIGHT + PADDING : USE_COMPUTED_SIZE);
        }
        setAccessibleText(name.isEmpty() ? "Source" : "Source " + name);
        for (int line = 1; line <= source.size(); line++) {
            lines.getChildren().get(line - 1).pseudoClassStateChanged(CURRENT, line >= first && line <= last);
        }
        if (first > 0 && source.size() > LINES_AT_MOST) {
            setVvalue(Math.clamp((first - LINES_AT_MOST / 2.0) / (source.size() - LINES_AT_MOST), 0, 1));
        }
    }
}
