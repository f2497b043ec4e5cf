package dev.handlens.ui.shell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/// The size of menus and tooltips. They are windows of their own, outside the scaled content, so their type is set larger by a style sheet
/// of the scene, which they inherit.
final class PopupSize {
    private static final String DATA = "data:text/css;charset=utf-8;base64,";
    private static final double MENU = 13;
    private static final double REMARK = 12;

    private PopupSize() {}

    /// Gives the menus and tooltips of a scene a size.
    ///
    /// @param percent 100 for the usual one, for which there is no extra style sheet
    static void apply(Scene scene, int percent) {
        ObservableList<String> sheets = scene.getStylesheets();
        String wanted = percent == 100 ? "" : DATA + Base64.getEncoder().encodeToString(css(percent / 100.0).getBytes(StandardCharsets.UTF_8));
        if (wanted.isEmpty() || !sheets.contains(wanted)) {
            sheets.removeIf(sheet -> sheet.startsWith(DATA));
            if (!wanted.isEmpty()) {
                sheets.add(wanted);
            }
        }
    }

    private static String css(double factor) {
        return String.format(Locale.ROOT, """
                .menu-item > .label, .menu-item .menu-row > .label { -fx-font-size: %1$.2fpx; }
                .menu-item .menu-row > .label.small, .menu-item .label.small, .tooltip { -fx-font-size: %2$.2fpx; }
                """, MENU * factor, REMARK * factor);
    }
}
