package dev.handlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.ui.TestStage;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HintTest {
    private Label beside;
    private Button button;
    private String words = "first";

    @Start
    void start(Stage stage) {
        Fonts.load();
        beside = new Label("beside");
        button = new Button("a button");
        Hint.on(button, () -> words);
        TestStage.show(stage, new HBox(200, button, beside), 600, 300, Theme.LIGHT);
    }

    @AfterEach
    void leave(FxRobot robot) {
        robot.interact(() -> tooltips().forEach(Window::hide));
    }

    @Test
    void wordsAreAskedForEachTimeThePointerComes(FxRobot robot) throws Exception {
        assertThat(come(robot).getText()).isEqualTo("first");
        robot.interact(() -> tooltips().forEach(Window::hide));
        robot.moveTo(beside);
        words = "second";
        assertThat(come(robot).getText()).isEqualTo("second");
        assertThat(Hint.words(button)).isEqualTo("second");
    }

    @Test
    void aTooltipDoesNotLieUnderThePointer(FxRobot robot) throws Exception {
        Tooltip tooltip = come(robot);
        Bounds on = button.localToScreen(button.getLayoutBounds());
        Point2D pointer = new Point2D(on.getCenterX(), on.getCenterY());
        // There its window, shadow included, would take the pointer from the button, and the tooltip would go at once.
        assertThat(new Rectangle2D(tooltip.getX(), tooltip.getY(), tooltip.getWidth(), tooltip.getHeight()).contains(pointer)).isFalse();
    }

    @Test
    void whatHasNoWordsHasNoTooltip(FxRobot robot) throws Exception {
        words = "";
        robot.moveTo(button);
        Hint.on(beside, "the other");
        robot.moveTo(beside);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !tooltips().isEmpty());
        assertThat(tooltips()).extracting(Tooltip::getText).containsExactly("the other");
    }

    private Tooltip come(FxRobot robot) throws Exception {
        robot.moveTo(button);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !tooltips().isEmpty());
        return tooltips().getFirst();
    }

    private static List<Tooltip> tooltips() {
        return List.copyOf(Window.getWindows()).stream().filter(Tooltip.class::isInstance).map(Tooltip.class::cast).toList();
    }
}
