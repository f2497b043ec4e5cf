package dev.handlens.ui.shell;

import dev.handlens.lens.Frame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Icons;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.fluentui.FluentUiFilledMZ;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// The top bar: name and scenario left, the transport in the middle of the window as long as there is room for it, looks and menu right.
final class TopBar extends Region {
    private static final double HEIGHT = 52;
    private static final double SIDE = 16;
    private static final double GAP = 18;
    private static final double CHOOSER_WIDTH = 432;
    private static final double ROOM_FOR_FIND = 1360;

    private final HBox brand;
    private final ScenarioChooser chooser;
    private final Transport transport;
    private final Button themeButton;
    private final MainMenu menu;
    private final HBox right;
    private final FindField find;
    private Theme theme = Theme.LIGHT;

    TopBar(Consumer<Intent> intents, Consumer<String> finder, Consumer<Shortcut> shortcuts, ShellHost host, Runnable about) {
        getStyleClass().add("top-bar");
        brand = new HBox(9, Icons.of(FluentUiFilledMZ.ZOOM_IN_24, 21), Labels.of("Handlens", "brand"));
        brand.getStyleClass().add("brand-box");
        chooser = new ScenarioChooser(intents, () -> shortcuts.accept(Shortcut.OPEN));
        transport = new Transport(intents);
        Button picture = Icons.button(FluentUiRegularAL.CAMERA_24, 19, "Save a picture of the window (Ctrl+P)",
                () -> shortcuts.accept(Shortcut.PICTURE));
        picture.setId("picture");
        themeButton = Icons.button(FluentUiRegularMZ.WEATHER_MOON_20, 18, "Dark", () -> host.chooseTheme(other()));
        themeButton.setId("theme");
        Button keys = Icons.button(FluentUiRegularAL.KEYBOARD_24, 19, "Keys (F1)", () -> shortcuts.accept(Shortcut.KEYS));
        menu = new MainMenu(shortcuts, host, about);
        find = new FindField(finder);
        right = new HBox(4, find, picture, themeButton, keys, menu);
        right.getStyleClass().add("right");
        getChildren().addAll(brand, chooser, transport, right);
    }

    /// Shows the open scenario and where it stands.
    void show(Frame frame, Playback playback) {
        chooser.show(frame.title(), frame.name());
        transport.show(frame.timeline(), playback);
        requestLayout();
    }

    /// Puts the caret into the field that finds a handle (Ctrl+Shift+F).
    void focusFind() {
        find.open();
    }

    /// Shows which look is in force.
    void showLook(Theme theme, Tints tints) {
        this.theme = theme.resolved();
        boolean dark = this.theme == Theme.DARK;
        themeButton.setGraphic(Icons.of(dark ? FluentUiRegularMZ.WEATHER_SUNNY_20 : FluentUiRegularMZ.WEATHER_MOON_20, 18));
        Hint.on(themeButton, dark ? "Light" : "Dark");
        themeButton.setAccessibleText(dark ? "Light theme" : "Dark theme");
        menu.showLook(theme, tints);
    }

    /// Marks the size that is in force in the menu.
    void showSize(int percent) {
        menu.showSize(percent);
    }

    /// Marks in the menu whether lists scroll to what a step changed.
    void showFollow(boolean follows) {
        menu.showFollow(follows);
    }

    /// What can be chosen.
    void setChoices(List<ScenarioChoice> bundled, List<ScenarioChoice> recent) {
        chooser.setChoices(bundled, recent);
    }

    private Theme other() {
        return theme == Theme.DARK ? Theme.LIGHT : Theme.DARK;
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
        find.fit(getWidth() >= ROOM_FOR_FIND);
        double rightWidth = right.prefWidth(-1);
        double rightX = getWidth() - SIDE + 6 - rightWidth;
        double chooserX = SIDE + brand.prefWidth(-1) + GAP;
        double transportWidth = transport.prefWidth(-1);
        double latest = rightX - GAP - transportWidth;
        double earliest = chooserX + CHOOSER_WIDTH + GAP;
        double centered = (getWidth() - transportWidth) / 2;
        double transportX = Math.min(Math.max(centered, earliest), latest);
        place(brand, SIDE, brand.prefWidth(-1));
        place(chooser, chooserX, Math.max(120, Math.min(CHOOSER_WIDTH, transportX - GAP - chooserX)));
        place(transport, transportX, transportWidth);
        place(right, rightX, rightWidth);
    }

    private void place(Region node, double x, double width) {
        double height = node.prefHeight(width);
        node.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - 1 - height) / 2), snapSizeX(width), snapSizeY(height));
    }
}
