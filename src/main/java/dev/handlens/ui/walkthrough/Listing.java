package dev.handlens.ui.walkthrough;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Lines of source with the current ones marked by a tint and an edge bar. Lines are not broken: where they are too wide the type gets
/// smaller, as long as it can be read. What is too wide even so, or too long, scrolls, and the current line is kept in sight.
final class Listing extends ScrollPane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final String TAB = "    ";
    private static final double LINE_HEIGHT = 21;
    private static final double PADDING = 16;
    private static final int LINES_AT_MOST = 14;
    /// Lines of a cut listing; as many more as current ones need, up to the second number.
    private static final int CUT_LINES = 3;
    private static final int MOST_CUT_LINES = 6;
    /// Width of a letter of the listing's typeface, as part of its size.
    private static final double LETTER = 0.6;
    private static final double SIDES = 26;
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    private static final PseudoClass SMALLER = PseudoClass.getPseudoClass("smaller");
    private static final double USUAL_SIZE = 12.5;
    private static final double SMALL_SIZE = 11.5;

    private final VBox lines = new VBox();
    private List<String> shown = List.of();
    private int first;
    private int last;
    private boolean cut;

    Listing() {
        getStyleClass().add("listing");
        lines.getStyleClass().add("listing-lines");
        setContent(lines);
        setFitToWidth(true);
        setFocusTraversable(false);
        widthProperty().subscribe(this::chooseType);
    }

    private void chooseType() {
        int longest = shown.stream().mapToInt(line -> line.replace("\t", TAB).length()).max().orElse(0);
        double size = (getWidth() - SIDES) / (longest * LETTER);
        pseudoClassStateChanged(SMALL, size < USUAL_SIZE && size >= SMALL_SIZE);
        pseudoClassStateChanged(SMALLER, size < SMALL_SIZE);
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
                Label label = new Label(line.isEmpty() ? " " : line.replace("\t", TAB));
                label.getStyleClass().add("listing-line");
                label.setMaxWidth(Double.MAX_VALUE);
                label.setMinWidth(USE_PREF_SIZE);
                lines.getChildren().add(label);
            }
            chooseType();
        }
        this.first = first;
        this.last = last;
        setAccessibleText(name.isEmpty() ? "Source" : "Source " + name);
        for (int line = 1; line <= source.size(); line++) {
            lines.getChildren().get(line - 1).pseudoClassStateChanged(CURRENT, line >= first && line <= last);
        }
        showLines();
        if (!cut && first > 0 && source.size() > LINES_AT_MOST) {
            setVvalue(Math.clamp((first - LINES_AT_MOST / 2.0) / (source.size() - LINES_AT_MOST), 0, 1));
        }
    }

    /// Shows only the lines around the current ones, or all of them.
    void setCut(boolean wanted) {
        if (cut != wanted) {
            cut = wanted;
            showLines();
        }
    }

    /// Returns the height of the listing with all the lines that it shows when it is not cut, px.
    double fullHeight() {
        return Math.min(shown.size(), LINES_AT_MOST) * LINE_HEIGHT + PADDING;
    }

    private void showLines() {
        int size = shown.size();
        boolean cuts = cut && size > CUT_LINES;
        int current = Math.max(1, first);
        int from = cuts ? Math.max(1, Math.min(current - 1, size - CUT_LINES + 1)) : 1;
        int to = cuts ? Math.min(size, Math.max(from + CUT_LINES - 1, Math.min(last + 1, from + MOST_CUT_LINES - 1))) : size;
        for (int line = 1; line <= size; line++) {
            lines.getChildren().get(line - 1).setVisible(line >= from && line <= to);
            lines.getChildren().get(line - 1).setManaged(line >= from && line <= to);
        }
        boolean scrolls = !cuts && size > LINES_AT_MOST;
        setVbarPolicy(scrolls ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
        setMinHeight(scrolls ? LINES_AT_MOST * LINE_HEIGHT + PADDING : USE_PREF_SIZE);
        setPrefHeight(scrolls ? LINES_AT_MOST * LINE_HEIGHT + PADDING : USE_COMPUTED_SIZE);
    }
}
