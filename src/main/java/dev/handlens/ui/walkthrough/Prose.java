package dev.handlens.ui.walkthrough;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A paragraph of words with inline code on a soft tint. The tint is drawn behind the words, because a text node has no background, and a
/// label in its stead would not wrap and would let a comma fall onto the next line.
final class Prose extends TextFlow {
    private static final double RADIUS = 3;
    private static final double PADDING = 2;

    private final Path tint = new Path();
    private final List<int[]> codeRanges = new ArrayList<>();
    private int length;

    Prose() {
        getStyleClass().add("prose");
        tint.getStyleClass().add("prose-tint");
        tint.setManaged(false);
        getChildren().add(tint);
    }

    /// Adds words.
    ///
    /// @param text the words
    /// @param classes style classes: `strong`, `emphasis`, `code`, `link`
    Text add(String text, List<String> classes) {
        Text node = new Text(text);
        node.getStyleClass().add("prose-text");
        node.getStyleClass().addAll(classes);
        if (classes.contains("code")) {
            codeRanges.add(new int[] {length, length + text.length()});
        }
        length += text.length();
        getChildren().add(node);
        return node;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        tint.getElements().clear();
        for (int[] range : codeRanges) {
            addTints(rangeShape(range[0], range[1]));
        }
    }

    /// One rounded box for each line that the range lies on: the shape has a closed figure a line.
    private void addTints(PathElement[] shape) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (PathElement element : shape) {
            if (element instanceof MoveTo start && right > left) {
                addBox(left, top, right, bottom);
                left = start.getX();
                right = start.getX();
                top = start.getY();
                bottom = start.getY();
            }
            double x = element instanceof MoveTo move ? move.getX() : element instanceof LineTo line ? line.getX() : Double.NaN;
            double y = element instanceof MoveTo move ? move.getY() : element instanceof LineTo line ? line.getY() : Double.NaN;
            if (!Double.isNaN(x)) {
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
        }
        if (right > left) {
            addBox(left, top, right, bottom);
        }
    }

    private void addBox(double left, double top, double right, double bottom) {
        double x0 = left - PADDING;
        double x1 = right + PADDING;
        double y0 = top;
        double y1 = bottom - getLineSpacing();
        tint.getElements().addAll(
                new MoveTo(x0 + RADIUS, y0), new LineTo(x1 - RADIUS, y0), corner(x1, y0 + RADIUS),
                new LineTo(x1, y1 - RADIUS), corner(x1 - RADIUS, y1),
                new LineTo(x0 + RADIUS, y1), corner(x0, y1 - RADIUS),
                new LineTo(x0, y0 + RADIUS), corner(x0 + RADIUS, y0), new ClosePath());
    }

    private static ArcTo corner(double x, double y) {
        return new ArcTo(RADIUS, RADIUS, 0, x, y, false, true);
    }
}
