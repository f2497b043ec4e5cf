package dev.handlens.ui.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.HandleKey;
import dev.handlens.lens.PropertiesFrame;
import dev.handlens.lens.Selection;
import dev.handlens.ui.Intent;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.graph.PictureBooth;
import dev.handlens.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PropertiesPaneTest {
    private final List<Intent> intents = new ArrayList<>();
    private PropertiesPane pane;

    @Start
    void open(Stage stage) {
        pane = new PropertiesPane(intents::add);
        pane.show(PropertiesFrames.shared());
        TestStage.show(stage, PictureBooth.sceneOf(pane, Theme.LIGHT, 395, 620));
    }

    @Test
    void headerNamesTheTypeAndTheObject(FxRobot robot) {
        assertThat(robot.lookup(".pane-title").queryAs(Label.class).getText()).isEqualTo("File");
        assertThat(robot.lookup(".property-name").queryAs(Label.class).getText())
                .isEqualTo("\\Device\\HarddiskVolume2\\Logs\\2026\\fred.log");
    }

    @Test
    void anotherThingIsShownFromTheTop(FxRobot robot) {
        ScrollPane scroll = robot.lookup(".scroll-pane").queryAs(ScrollPane.class);
        Selection first = new Selection.OfProcess(4);
        robot.interact(() -> {
            pane.about(first);
            scroll.setVvalue(1);
            pane.about(first);
        });
        assertThat(scroll.getVvalue()).isEqualTo(1);
        robot.interact(() -> pane.about(new Selection.OfProcess(8)));
        assertThat(scroll.getVvalue()).isZero();
    }

    @Test
    void clickOnAHolderSelectsIt(FxRobot robot) {
        robot.clickOn("0x9C");
        assertThat(intents).containsExactly(new Intent.Select(new Selection.OfHandle(new HandleKey(2184, 0x9C, 3))));
    }

    @Test
    void holderThatCannotBeSelectedIsNoButton(FxRobot robot) {
        robot.clickOn("running request");
        assertThat(intents).isEmpty();
    }

    @Test
    void handlesAndPointersAreToldApartInWords(FxRobot robot) {
        List<HolderRow> rows = robot.lookup(".holder").queryAllAs(HolderRow.class).stream().toList();
        assertThat(rows).hasSize(6);
        assertThat(rows).filteredOn(row -> row.getAccessibleText().startsWith("Handle ")).hasSize(4);
        assertThat(rows).filteredOn(row -> row.getAccessibleText().startsWith("Pointer reference ")).hasSize(2);
    }

    @Test
    void buttonCopiesEveryFact(FxRobot robot) {
        robot.clickOn("#copy-properties");
        assertThat(clipboard(robot))
                .startsWith("File\t\\Device\\HarddiskVolume2\\Logs\\2026\\fred.log\nObject\t0x8C7\n")
                .contains("Pointer count\t6 two more than handles\n")
                .contains("\nHandles\nfred.exe 0x18\tread, write\n")
                .endsWith("\nPointer references\ngizmo.sys\tstep 12\nrunning request\tstep 14\n");
    }

    @Test
    void shortcutCopiesToo(FxRobot robot) {
        robot.interact(() -> pane.show(PropertiesFrames.unnamed()));
        robot.clickOn("Handle count");
        robot.interact(() -> pane.lookup("#copy-properties").requestFocus());
        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        assertThat(clipboard(robot)).isEqualTo("Event\tunnamed\nObject\t0x001\nHandle count\t1\n");
    }

    @Test
    void scrollBarIsThereOnlyWhenNeeded(FxRobot robot) {
        assertThat(verticalBar(robot).isVisible()).isFalse();
        robot.interact(() -> pane.getScene().getWindow().setHeight(300));
        assertThat(verticalBar(robot).isVisible()).isTrue();
    }

    @Test
    void nothingSelectedSaysWhatToDo(FxRobot robot) {
        robot.interact(() -> pane.show(PropertiesFrames.nothing()));
        assertThat(robot.lookup(".empty").queryAs(Label.class).isVisible()).isTrue();
        assertThat(robot.lookup("#copy-properties").tryQuery()).isEmpty();
        assertThat(robot.lookup(".pane-title").queryAs(Label.class).getText()).isEqualTo("Properties");
    }

    @Test
    void tenThousandHoldersAreCountedAndTheFirstShown(FxRobot robot) {
        PropertiesFrame few = PropertiesFrames.shared();
        List<PropertiesFrame.Holder> many = Collections.nCopies(10_000, few.holders().getFirst());
        robot.interact(() -> pane.show(new PropertiesFrame("Event", "", few.groups(), many, "")));
        assertThat(robot.lookup(".holder").queryAll()).hasSize(200);
        assertThat(robot.lookup("and 9,800 more").tryQuery()).isPresent();
    }

    @Test
    void whatIsGoneIsStruckAndSaidToBeGone(FxRobot robot) {
        PropertiesFrame file = PropertiesFrames.file();
        robot.interact(() -> pane.show(new PropertiesFrame(
                "File", "\\Device\\Gizmo", new PropertiesFrame.Gone("gone since step 9", true), file.groups(), List.of(), "")));
        assertThat(robot.lookup("gone since step 9").queryAll()).isNotEmpty();
        assertThat(((Text) robot.lookup(".property-name").query().lookup(".text")).isStrikethrough()).isTrue();
        robot.interact(() -> pane.show(file));
        assertThat(robot.lookup("gone since step 9").queryAll()).isEmpty();
        assertThat(((Text) robot.lookup(".property-name").query().lookup(".text")).isStrikethrough()).isFalse();
    }

    @Test
    void remarkWithoutAValueStandsAlone() {
        PropertiesFrame frame = PropertiesFrames.file();
        assertThat(PropertiesText.of(frame)).contains("If 0x18 is closed\t object stays: 0x1C holds it\n");
    }

    private static ScrollBar verticalBar(FxRobot robot) {
        return robot.lookup(".scroll-bar:vertical").queryAs(ScrollBar.class);
    }

    private static String clipboard(FxRobot robot) {
        List<String> text = new ArrayList<>();
        robot.interact(() -> text.add(Clipboard.getSystemClipboard().getString()));
        return text.getFirst();
    }
}
