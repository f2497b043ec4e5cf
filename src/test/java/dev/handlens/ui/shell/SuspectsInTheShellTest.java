package dev.handlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.lens.RecentRate;
import dev.handlens.lens.StatusFrame.Suspected;
import dev.handlens.lens.SuspectId;
import dev.handlens.ui.SampleFrames;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the window's frame says about leak suspects, and where it leads.
@ExtendWith(ApplicationExtension.class)
class SuspectsInTheShellTest {
    private static final Playback PAUSED = new Playback(false, 1, false);

    private SampleShell sample;

    @Start
    void start(Stage stage) {
        Fonts.load();
        sample = new SampleShell();
        sample.shell.show(SampleFrames.leak(), PAUSED);
        TestStage.show(stage, sample.shell, 1440, 900, Theme.LIGHT);
        sample.table.requestFocus();
    }

    @Test
    void theStatusBarNamesTheProcessAndAClickOpensTheCard(FxRobot robot) {
        Button link = link(robot);
        assertThat(link.getText()).isEqualTo("2,418 suspected leaked in server.exe");
        assertThat(link.getGraphic()).as("not by colour alone").isNotNull();
        assertThat(Hint.words(link)).isNotEmpty();
        robot.clickOn(link);
        assertThat(sample.asked).containsExactly("suspect in 1844");
        assertThat(robot.lookup("the findings").tryQuery()).as("the tab is in front").isPresent();
    }

    @Test
    void theStatusBarIsReachedAndPressedWithKeys(FxRobot robot) {
        assertThat(link(robot).isFocusTraversable()).isTrue();
        robot.interact(() -> link(robot).requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(sample.asked).containsExactly("suspect in 1844");
    }

    @Test
    void severalProcessesAreNamedOrCounted() {
        List<SuspectId> opened = new ArrayList<>();
        SuspectLink link = new SuspectLink(opened::add);
        link.show(List.of(of("proxy.exe", 8, 40), of("svc.exe", 12, 7)), true);
        assertThat(link.getText()).isEqualTo("40 suspected leaked in proxy.exe, 7 in svc.exe");
        link.show(List.of(of("proxy.exe", 8, 40), of("svc.exe", 12, 7), of("cmd.exe", 16, 5)), true);
        assertThat(link.getText()).isEqualTo("40 suspected leaked in proxy.exe, 12 in 2 more");
        link.fire();
        assertThat(opened).containsExactly(suspect(8));
        link.show(List.of(), true);
        assertThat(link.isVisible()).isFalse();
    }

    @Test
    void aNewSuspectIsSaidWithTheWayToItsCardAndNothingElseChanges(FxRobot robot) {
        robot.interact(() -> sample.shell.announce(leak("proxy.exe", 8), 0));
        Node toast = robot.lookup(".toast").query();
        assertThat(robot.from(toast).lookup(".label").queryAs(Labeled.class).getText())
                .isEqualTo("Leak suspected in proxy.exe: Events opened in proxy!OnRequest are never closed");
        assertThat(sample.table.isFocused()).isTrue();
        assertThat(sample.wishes).isEmpty();
        assertThat(robot.lookup("the findings").tryQuery()).as("the graph stays in front").isEmpty();
        Button show = robot.from(toast).lookup(".button").queryButton();
        assertThat(show.getWidth()).as("wide enough for its word").isGreaterThanOrEqualTo(show.prefWidth(-1));
        robot.clickOn("Show");
        assertThat(sample.asked).containsExactly("suspect in 8");
        assertThat(toast.isVisible()).isFalse();
    }

    @Test
    void severalNewSuspectsAreCounted(FxRobot robot) {
        robot.interact(() -> sample.shell.announce(leak("proxy.exe", 8), 2));
        assertThat(robot.from(robot.lookup(".toast")).lookup(".label").queryAs(Labeled.class).getText())
                .endsWith("never closed (and 2 more suspects)");
    }

    @Test
    void theToastDoesNotCoverTheGaugesAndTheTimeline(FxRobot robot) {
        robot.interact(() -> {
            sample.shell.announce(leak("proxy.exe", 8), 0);
            sample.shell.layout();
        });
        Bounds toast = robot.lookup(".toast").query().localToScene(robot.lookup(".toast").query().getLayoutBounds());
        Bounds gauge = robot.lookup(".pool").query().localToScene(robot.lookup(".pool").query().getLayoutBounds());
        assertThat(toast.getMaxY()).isLessThan(gauge.getMinY());
    }

    private static Button link(FxRobot robot) {
        return robot.lookup(".status-bar .suspects").queryAs(Button.class);
    }

    private static Suspected of(String process, int pid, long handles) {
        return new Suspected(process, pid, handles, suspect(pid));
    }

    private static SuspectId suspect(int pid) {
        return new SuspectId(pid, "Event", "proxy!OnRequest+0x1");
    }

    private static LeakSuspect leak(String process, int pid) {
        return new LeakSuspect("Events opened in proxy!OnRequest are never closed", process, pid, "Event", 40, 40, 0, 40, "proxy!OnRequest+0x1",
                List.of("proxy!OnRequest+0x1"), new double[0], RecentRate.NONE, List.of(), "", List.of());
    }
}
