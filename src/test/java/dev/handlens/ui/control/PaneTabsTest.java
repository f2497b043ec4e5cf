package dev.handlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.ui.PaneShots;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.theme.Theme;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PaneTabsTest {
    private PaneTabs tabs;

    @Start
    void start(Stage stage) {
        tabs = sample();
        TestStage.show(stage, tabs, 560, 300, Theme.LIGHT);
    }

    @Test
    void theFirstTabIsChosenAndAClickChoosesAnother(FxRobot robot) {
        assertThat(robot.lookup("the graph").tryQuery()).isPresent();
        robot.clickOn("Findings");
        assertThat(tabs.chosenProperty().get()).isEqualTo(1);
        assertThat(robot.lookup("the suspects").tryQuery()).isPresent();
        assertThat(robot.lookup("1 found").tryQuery()).isPresent();
        assertThat(robot.lookup("Fit").tryQuery()).isEmpty();
    }

    @Test
    void aSecondClickOnTheChosenTabKeepsIt(FxRobot robot) {
        robot.clickOn("Findings").clickOn("Findings");
        assertThat(robot.lookup("the suspects").tryQuery()).isPresent();
    }

    @Test
    void pictures() {
        PaneShots.write("control-tabs", PaneTabsTest::sample, 380, 160);
    }

    private static PaneTabs sample() {
        PaneTabs tabs = new PaneTabs();
        Button fit = new Button("Fit");
        fit.getStyleClass().add("word");
        tabs.addTab("Why is it alive", new Label("the graph"), fit,
                Labels.chip("+2 opened", "opened"), Labels.chip("−1 closed", "closed"));
        tabs.addTab("Findings", new Label("the suspects"), Labels.of("1 found", "remark"));
        return tabs;
    }
}
