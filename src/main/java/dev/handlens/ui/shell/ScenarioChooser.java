package dev.handlens.ui.shell;

import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Icons;
import dev.handlens.ui.control.Labels;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// Shows the open scenario and opens another: bundled ones, recent ones, any file.
final class ScenarioChooser extends MenuButton {
    private final Label title = Labels.of("No scenario", "scenario-title");
    private final Label name = Labels.of("", "mute", "small");
    private final Consumer<Intent> intents;
    private final Runnable openAny;

    /// @param intents where wishes go: `Open`
    /// @param openAny asks for any file
    ScenarioChooser(Consumer<Intent> intents, Runnable openAny) {
        this.intents = intents;
        this.openAny = openAny;
        getStyleClass().add("scenario-chooser");
        setId("scenario-chooser");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        title.setMinWidth(0);
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox words = new HBox(9, title, gap, name, Icons.of(FluentUiRegularAL.CHEVRON_DOWN_12, 11));
        words.getStyleClass().add("scenario-words");
        setGraphic(words);
        Hint.on(this, title::getText);
        setAccessibleText("Scenario");
        setChoices(List.of(), List.of());
    }

    /// Shows what is open.
    void show(String scenarioTitle, String scenarioName) {
        title.setText(scenarioTitle);
        name.setText(scenarioName);
        setAccessibleText("Scenario " + scenarioTitle);
    }

    /// What can be chosen.
    ///
    /// @param bundled scenarios that come with the program
    /// @param recent files opened before, the latest first
    void setChoices(List<ScenarioChoice> bundled, List<ScenarioChoice> recent) {
        ObservableList<MenuItem> items = getItems();
        items.clear();
        addGroup(items, "Bundled", bundled);
        addGroup(items, "Recent", recent);
        items.add(MenuRows.wideRow(Shortcut.OPEN.words(), Shortcut.OPEN.keys(), openAny));
    }

    private void addGroup(ObservableList<MenuItem> items, String heading, List<ScenarioChoice> choices) {
        if (choices.isEmpty()) {
            return;
        }
        items.add(MenuRows.heading(heading));
        for (ScenarioChoice choice : choices) {
            items.add(MenuRows.wideRow(choice.title(), choice.name(), () -> intents.accept(new Intent.Open(choice.file()))));
        }
        items.add(new SeparatorMenuItem());
    }
}
