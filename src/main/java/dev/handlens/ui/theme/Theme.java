package dev.handlens.ui.theme;

import java.net.URL;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/// Light or dark.
public enum Theme {
    LIGHT("Light"), DARK("Dark"),
    /// As the system says.
    SYSTEM("As the system");

    private static final String FOLDER = "/handlens/theme/";

    private final String words;

    Theme(String words) {
        this.words = words;
    }

    /// What a person reads in a menu.
    public String words() {
        return words;
    }

    /// This theme, or for [#SYSTEM] the one the system has now. Needs a running toolkit for [#SYSTEM].
    public Theme resolved() {
        return switch (this) {
            case LIGHT, DARK -> this;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
        };
    }

    /// Gives one scene this look. Menus and tooltips that the scene shows later follow it too.
    ///
    /// @param tints the pair of colours for opened and closed
    public void apply(Scene scene, Tints tints) {
        scene.setUserAgentStylesheet(sheet());
        applyTints(scene, tints);
    }

    /// Gives the whole program this look, open menus and tooltips included. For a program with one window; pictures use [#apply], so that
    /// light and dark can be made side by side.
    public void applyToApplication() {
        Application.setUserAgentStylesheet(sheet());
    }

    /// Gives a scene the tints.
    ///
    /// @param tints the pair of colours for opened and closed
    public void applyTints(Scene scene, Tints tints) {
        ObservableList<String> sheets = scene.getStylesheets();
        sheets.removeIf(sheet -> sheet.contains(Tints.FILE_PREFIX));
        String file = tints.file(resolved());
        if (!file.isEmpty()) {
            sheets.add(locate(Theme.class, FOLDER + file));
        }
    }

    private String sheet() {
        return locate(Theme.class, FOLDER + sheetName(Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)));
    }

    /// Returns the style sheet of this theme.
    ///
    /// @param transparent whether windows can be transparent; popups have shadows and round corners only then
    String sheetName(boolean transparent) {
        return (resolved() == DARK ? "dark" : "light") + (transparent ? ".css" : "-opaque.css");
    }

    private static String locate(Class<?> beside, String path) {
        URL found = beside.getResource(path);
        if (found == null) {
            throw new IllegalStateException("The style sheet " + path + " is missing from the program");
        }
        return found.toExternalForm();
    }
}
