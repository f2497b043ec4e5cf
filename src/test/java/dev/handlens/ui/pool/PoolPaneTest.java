package dev.handlens.ui.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.lens.PoolFrame;
import dev.handlens.ui.PaneShots;
import dev.handlens.ui.SampleFrames;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PoolPaneTest {
    private PoolPane pane;

    @Start
    void start(Stage stage) {
        Fonts.load();
        pane = new PoolPane(PoolKind.PAGED, _ -> {});
        pane.show(SampleFrames.makefredPaged());
        StackPane around = new StackPane(pane);
        pane.setMaxSize(291, 144);
        TestStage.show(stage, around, 600, 600, Theme.LIGHT);
    }

    @Test
    void usageAndLimitAreInWords(FxRobot robot) {
        assertThat(robot.lookup(".pool-bytes").queryAs(Label.class).getText()).isEqualTo("2.04 MB");
        assertThat(robot.lookup(".pool-limit").queryAs(Label.class).getText()).isEqualTo("limit 360 MB");
        assertThat(pane.getAccessibleText()).isEqualTo("Paged pool: 2,139,095 bytes in use, at most 3.00 MB so far, 0.6 % of the limit");
    }

    @Test
    void aClickOnTheTagsShowsAllOfThemAndEscapeHidesThem(FxRobot robot) {
        robot.clickOn(".tag-line");
        assertThat(robot.lookup("security descriptors").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("security descriptors").tryQuery()).isEmpty();
    }

    @Test
    void aTagIsMarkedInTheListOfAllTags(FxRobot robot) {
        robot.interact(() -> pane.showTag("Key"));
        assertThat(robot.lookup("registry key objects").tryQuery()).isPresent();
        Node mark = robot.lookup(".tag-mark").query();
        Bounds row = robot.lookup("registry key objects").query().getBoundsInParent();
        assertThat(mark.getBoundsInParent().contains(row.getCenterX(), row.getCenterY())).isTrue();
        assertThat(row.getMinX()).as("under \"Used by\"").isEqualTo(robot.lookup("Used by").query().getBoundsInParent().getMinX());
        robot.type(KeyCode.ESCAPE).clickOn(".tag-line");
        assertThat(robot.lookup(".tag-mark").tryQuery()).as("nobody asked for one").isEmpty();
    }

    @Test
    void aPoolWithoutAnyHistoryIsShownToo(FxRobot robot) {
        robot.interact(() -> pane.show(new PoolFrame(PoolKind.PAGED, 0, 0, 0, new double[0], List.of())));
        assertThat(robot.lookup(".pool-bytes").queryAs(Label.class).getText()).isEqualTo("0 bytes");
    }

    @Test
    void theTrendTellsItsRangeAndPeakAndStartsAtZeroOnRequest(FxRobot robot) {
        AtomicInteger asked = new AtomicInteger();
        Node trend = robot.lookup(".pool-trend").query();
        robot.interact(() -> pane.setOnTrendToggled(asked::incrementAndGet));
        assertThat(trend.getAccessibleText()).startsWith("Trend from 1.9").contains("to 3.00 MB, which is the peak");
        robot.interact(() -> pane.setTrendFromZero(true));
        assertThat(trend.getAccessibleText()).startsWith("Trend from 0 bytes to 3.00 MB");
        robot.interact(trend::requestFocus);
        robot.type(KeyCode.SPACE);
        robot.clickOn(trend);
        assertThat(asked).hasValue(2);
    }

    @Test
    void pictures() {
        PaneShots.write("pool-paged", () -> shown(SampleFrames.makefredPaged()), 291, 144);
        PaneShots.write("pool-nonpaged", () -> shown(SampleFrames.leakNonpaged()), 291, 144);
        PaneShots.write("pool-narrow", () -> shown(SampleFrames.makefredPaged()), 215, 144);
        PaneShots.write("pool-full", () -> shown(
                new PoolFrame(PoolKind.NONPAGED, 268_000_000, 268_000_000, 268_435_456, new double[] {1, 1, 1},
                        SampleFrames.leakNonpaged().topTags())), 291, 144);
        PaneShots.write("pool-tags", () -> {
            StackPane card = new StackPane(new TagList(SampleFrames.makefredPaged().topTags(), "Key"));
            card.getStyleClass().add("pane-box");
            return card;
        }, 430, 210);
    }

    private static PoolPane shown(PoolFrame frame) {
        PoolPane pane = new PoolPane(frame.kind(), _ -> {});
        pane.show(frame);
        return pane;
    }
}
