package dev.handlens.ui.shell;

import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Icons;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// Everything that has a key, reachable by mouse; and the looks.
final class MainMenu extends MenuButton {
    private final ToggleGroup themes = new ToggleGroup();
    private final ToggleGroup tints = new ToggleGroup();
    private MenuRows.Words follow;
    private MenuRows.Words size;

    /// @param shortcuts carries a shortcut out
    /// @param about shows what the program is
    MainMenu(Consumer<Shortcut> shortcuts, ShellHost host, Runnable about) {
        setGraphic(Icons.of(FluentUiRegularMZ.NAVIGATION_20, 18));
        getStyleClass().add("icon");
        setId("main-menu");
        Hint.on(this, "Menu");
        setAccessibleText("Menu");
        for (Shortcut.Group group : Shortcut.Group.values()) {
            Menu menu = new Menu(group.words());
            for (Shortcut shortcut : Shortcut.values()) {
                if (shortcut.group() == group) {
                    menu.getItems().add(row(shortcut, shortcuts));
                }
            }
            if (group == Shortcut.Group.VIEW) {
                menu.getItems().addAll(new SeparatorMenuItem(), themeMenu(host), tintsMenu(host));
            }
            if (group == Shortcut.Group.HELP) {
                menu.getItems().add(MenuRows.row("About Handlens", "", about));
            }
            getItems().add(menu);
        }
        showSize(100);
        showFollow(true);
    }

    private MenuItem row(Shortcut shortcut, Consumer<Shortcut> shortcuts) {
        MenuRows.Words words = MenuRows.words(shortcut.words(), shortcut.keys());
        if (shortcut == Shortcut.FOLLOW) {
            follow = words;
        } else if (shortcut == Shortcut.USUAL_SIZE) {
            size = words;
        }
        return MenuRows.row(words, () -> shortcuts.accept(shortcut));
    }

    /// Shows the size that is in force.
    ///
    /// @param percent 100 to 300
    void showSize(int percent) {
        size.set(Shortcut.USUAL_SIZE.words() + " (now " + percent + " %)");
    }

    /// Shows whether lists scroll to what a step changed.
    void showFollow(boolean follows) {
        follow.set((follows ? "✓ " : "") + Shortcut.FOLLOW.words());
    }

    /// Marks what is in force.
    void showLook(Theme theme, Tints tint) {
        themes.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == theme));
        tints.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == tint));
    }

    private Menu themeMenu(ShellHost host) {
        Menu menu = new Menu("Theme");
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(theme.words());
            item.setUserData(theme);
            item.setToggleGroup(themes);
            item.setOnAction(_ -> host.chooseTheme(theme));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu tintsMenu(ShellHost host) {
        Menu menu = new Menu("Opened and closed");
        for (Tints tint : Tints.values()) {
            RadioMenuItem item = new RadioMenuItem(tint.words());
            item.setUserData(tint);
            item.setToggleGroup(tints);
            item.setOnAction(_ -> host.chooseTints(tint));
            menu.getItems().add(item);
        }
        return menu;
    }
}
