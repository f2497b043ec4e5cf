package dev.handlens.ui.present;

import dev.handlens.lens.Chapter;
import dev.handlens.lens.StepFrame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/// The chapters of the scenario as dots on a line, with the title of the current one below its dot. A click on a dot goes to its step.
final class ChapterDots extends Region {
    static final double HEIGHT = 48;
    private static final double SIDE = 22;
    private static final double LINE_Y = 17;
    private static final double LINE = 2;
    private static final double DOT = 10;
    private static final double CURRENT_DOT = 15;
    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Consumer<Intent> intents;
    private final Region line = styled("chapter-line");
    private final Region passed = styled("chapter-line");
    private final Label title = Labels.of("", "chapter-title");
    private final List<Region> dots = new ArrayList<>();
    private List<Chapter> chapters = List.of();
    private int current;

    /// @param intents receives `SeekTo`
    ChapterDots(Consumer<Intent> intents) {
        this.intents = intents;
        getStyleClass().add("chapter-dots");
        passed.pseudoClassStateChanged(PASSED, true);
        getChildren().addAll(line, passed, title);
    }

    /// Shows where the step stands among the chapters.
    void show(StepFrame step) {
        if (!step.chapters().equals(chapters)) {
            chapters = step.chapters();
            getChildren().removeAll(dots);
            dots.clear();
            chapters.forEach(chapter -> dots.add(dot(chapter)));
            getChildren().addAll(dots);
        }
        current = step.chapter();
        for (int i = 0; i < dots.size(); i++) {
            dots.get(i).pseudoClassStateChanged(PASSED, i <= current);
            dots.get(i).pseudoClassStateChanged(CURRENT, i == current);
        }
        title.setText(plain(chapters.get(current).title()));
        requestLayout();
    }

    private Region dot(Chapter chapter) {
        Region dot = styled("chapter-dot");
        String words = plain(chapter.title());
        dot.setAccessibleRole(AccessibleRole.BUTTON);
        dot.setAccessibleText("Go to " + words);
        Hint.on(dot, words);
        dot.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                intents.accept(new Intent.SeekTo(chapter.position()));
            }
        });
        return dot;
    }

    private static Region styled(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        return region;
    }

    /// Titles may have Markdown's marks of code and emphasis; a label has no use for them.
    private static String plain(String markdown) {
        return markdown.replace("`", "").replace("*", "");
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - 2 * SIDE;
        double step = chapters.size() > 1 ? room / (chapters.size() - 1) : 0;
        line.resizeRelocate(SIDE, LINE_Y - LINE / 2, room, LINE);
        passed.resizeRelocate(SIDE, LINE_Y - LINE / 2, step * current, LINE);
        for (int i = 0; i < dots.size(); i++) {
            double size = Math.min(i == current ? CURRENT_DOT : DOT, step > 0 ? step : DOT);
            dots.get(i).resizeRelocate(SIDE + i * step - size / 2, LINE_Y - size / 2, size, size);
        }
        double width = Math.min(title.prefWidth(-1), room);
        double x = Math.clamp(SIDE + current * step - width / 2, SIDE - CURRENT_DOT / 2, getWidth() - SIDE + CURRENT_DOT / 2 - width);
        title.resizeRelocate(snapPositionX(x), LINE_Y + CURRENT_DOT / 2 + 3, Math.ceil(width), title.prefHeight(-1));
    }
}
