package dev.handlens.ui.control;

import javafx.scene.control.Label;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// Makes the mark of what is suspected leaked: an icon and a word in the colour of suspects.
public final class SuspectMark {
    private SuspectMark() {}

    /// Returns a mark.
    ///
    /// @param word what stands beside the icon, such as `suspect`
    public static Label of(String word) {
        Label mark = Labels.chip(word, "suspect");
        mark.setGraphic(Icons.of(FluentUiRegularMZ.WARNING_16, 12));
        return mark;
    }
}
