package dev.handlens.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ps.HandleTrace.Operation;
import dev.handlens.lens.TraceFrame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TracePaneTest {
    private static final TraceFrame.Block CLOSE = new TraceFrame.Block(Operation.CLOSE, 0xEC, 13, "cmd.exe, thread 8", List.of("cmd!ChangeDirectory+0x9c"));
    private static final TraceFrame.Block OPEN = new TraceFrame.Block(Operation.OPEN, 0x22C, 12, "cmd.exe, thread 8", List.of("cmd!ChangeDirectory+0x7f"));
    private static final TraceFrame TRACED =
            new TraceFrame("cmd.exe", true, 2, List.of(CLOSE, OPEN), List.of(OPEN), () -> "all of it", () -> "what is open");

    private final List<Intent> wishes = new ArrayList<>();
    private TracePane pane;

    @Start
    private void start(Stage stage) {
        pane = new TracePane(wishes::add);
        TestStage.show(stage, pane, 520, 400, Theme.LIGHT);
    }

    private List<String> handles(FxRobot robot) {
        return robot.lookup(".trace-card .label.mono.strong").queryAll().stream().map(node -> ((Label) node).getText()).toList();
    }

    @Test
    void recordsAreListedTheNewestFirstWithTheirStacks(FxRobot robot) {
        robot.interact(() -> pane.show(TRACED));
        assertThat(handles(robot)).containsExactly("0xEC", "0x22C");
        assertThat(robot.lookup(".trace-card .frame").queryAll()).hasSize(2);
    }

    @Test
    void stillOpenShowsOnlyTheDifference(FxRobot robot) {
        robot.interact(() -> pane.show(TRACED));
        robot.clickOn("Still open");
        assertThat(handles(robot)).containsExactly("0x22C");
    }

    @Test
    void theDebuggersTextIsCopied(FxRobot robot) {
        robot.interact(() -> pane.show(TRACED));
        robot.clickOn("Still open").clickOn("#copy-trace");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).isEqualTo("what is open");
    }

    @Test
    void aRecordLeadsToItsStep(FxRobot robot) {
        robot.interact(() -> pane.show(TRACED));
        Node link = robot.lookup(".trace-card .hyperlink").match(node -> ((Hyperlink) node).getText().equals("step 12")).query();
        robot.clickOn(link);
        assertThat(wishes).containsExactly(new Intent.SeekTo(12));
    }

    @Test
    void aProcessWithoutTracingSaysHowToSwitchItOn(FxRobot robot) {
        robot.interact(() -> pane.show(new TraceFrame("cmd.exe", false, 0, List.of(), List.of(), () -> "", () -> "")));
        assertThat(robot.lookup("Handle tracing is off for cmd.exe.").tryQuery()).isPresent();
    }
}
